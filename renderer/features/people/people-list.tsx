import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import type { Id } from '../../../shared/model/identity';
import { handlesOf, namesOf, officerOf, type Person, type PersonRole } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { personRoleLabels } from '../../../shared/picklists';
import { Select } from '../../ui/select';
import { VirtualList, type VirtualListHandle } from '../../ui/virtual-list';
import { isNamedBy } from '../../ui-record/named-by';
import './people.css';

const words = messages.people;
/** More people than this can be narrowed. */
const mostWithoutSearch = 8;
const everyone = 'everyone';

/** "Police · PC 4471, Eastshire": who somebody is, in one line. */
export function sayWho(person: Person): string {
  const { rank, collarNumber, force } = officerOf(person);
  const officer = [[rank, collarNumber].filter(Boolean).join(' '), force].filter(Boolean).join(', ');
  return [personRoleLabels[person.role].label, officer || person.organisation].filter(Boolean).join(' · ');
}

/** Everybody, found by name, number or force where there are many. `doubled`: ids of those who may stand here twice. */
export function PeopleList({ people, doubled, openId, onOpen }: { people: readonly Person[]; doubled: ReadonlySet<Id>; openId: Id | null; onOpen: (id: Id) => void }) {
  const [typed, setTyped] = useState('');
  const [role, setRole] = useState<PersonRole | typeof everyone>(everyone);
  const [active, setActive] = useState(-1);
  const looked = useDeferredValue(typed);
  const list = useRef<VirtualListHandle>(null);
  const wasOpen = useRef(openId);
  const found = useMemo(() => people.filter((person) => (role === everyone || person.role === role) && isNamedBy([...namesOf(person), ...handlesOf(person), ...Object.values(officerOf(person)), person.organisation], looked)), [people, role, looked]);
  const roles = useMemo(() => (Object.keys(personRoleLabels) as PersonRole[]).filter((one) => people.some((person) => person.role === one)), [people]);
  // Back from a person, the keyboard stands in the list where it was.
  useEffect(() => { if (openId === null && wasOpen.current !== null) list.current?.focus(); wasOpen.current = openId; }, [openId]);
  const openIndex = found.findIndex(({ id }) => id === openId);
  useEffect(() => { if (openIndex >= 0) { setActive(openIndex); list.current?.reveal(openIndex); } }, [openIndex]);
  return (
    <>
      {people.length > mostWithoutSearch && (
        <div className="people-narrow">
          <SearchField value={typed} onChange={(text) => { setTyped(text.slice(0, 300)); setActive(-1); }}>
            <Label className="visually-hidden">{words.searchLabel}</Label>
            <Input className="input" placeholder={words.searchLabel} dir="auto" spellCheck={false} />
          </SearchField>
          <Select hideLabel label={words.roleFilter} value={role} options={[{ value: everyone, label: words.everyRole }, ...roles.map((value) => ({ value, label: personRoleLabels[value].label }))]} onChange={(chosen) => { setRole(chosen); setActive(-1); }} />
        </div>
      )}
      {found.length === 0 ? <p className="quiet people-narrow" role="status">{messages.ui.noneFound}</p> : (
        <div className="place-list-rows">
          <VirtualList
            ref={list} label={words.listLabel} count={found.length} rowHeightPx={64} active={active} onActiveChange={setActive} rowKey={(index) => found[index]?.id ?? index}
            onOpen={(index) => { const person = found[index]; if (person) onOpen(person.id); }} range={openIndex < 0 ? null : { first: openIndex, last: openIndex }}
            renderRow={(index) => {
              const person = found[index];
              return person && (
                <div className="list-row" data-selected={person.id === openId || undefined}>
                  <span className="list-row-main"><span className="list-row-title" dir="auto">{person.name}</span><span className="list-row-detail" dir="auto">{sayWho(person)}{doubled.has(person.id) && ` · ${words.mayBeSame}`}</span></span>
                </div>
              );
            }}
          />
        </div>
      )}
    </>
  );
}
