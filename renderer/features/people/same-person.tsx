import { Combine, Split } from 'lucide-react';
import { useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { Id } from '../../../shared/model/identity';
import { type LikelyDouble, type MergedPerson, namesOf, type Person } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { ComboBox } from '../../ui/select';
import { UndoLine } from '../../ui/undo-line';
import { isNamedBy } from '../../ui-record/named-by';
import { sayWho } from './people-list';
import './people.css';

const texts = messages.people;
/** So many are offered at once: to find one more, she types. */
const mostOffered = 50;

/** What was just done, and the way back. */
type Done = { text: string; undo: () => Promise<void> };

/** Entries that stand under this person, those that may be the same, and the way to put two together and take them apart. */
export function SamePerson({ person, people, doubles, onChanged }: { person: Person; people: readonly Person[]; doubles: readonly LikelyDouble[]; onChanged: () => void }) {
  const [typed, setTyped] = useState('');
  const [done, setDone] = useState<Done | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const others = people.filter(({ id }) => id !== person.id);

  async function settle(asking: Promise<{ ok: true } | { ok: false; error: CallError }>, next: Done | null): Promise<void> {
    const result = await asking;
    setRefused(result.ok ? null : messages.errors.say(result.error));
    if (!result.ok) return;
    setDone(next);
    onChanged();
  }
  const together = (id: Id, name: string): Promise<void> =>
    settle(ask('people.merge', { keptId: person.id, mergedId: id }), { text: texts.isTogether(name), undo: () => settle(ask('people.part', { id }), null) });
  const apart = ({ id, underId, name }: MergedPerson): Promise<void> =>
    settle(ask('people.part', { id }), { text: texts.isApart(name), undo: () => settle(ask('people.merge', { keptId: underId, mergedId: id }), null) });

  const fitting = others.filter((other) => isNamedBy(namesOf(other), typed)).slice(0, mostOffered);
  return (
    <>
      {person.merged.length > 0 && (
        <Section title={texts.mergedTitle}>
          <ul className="merged-people">
            {person.merged.map((one) => (
              <li key={one.id}>
                <div>
                  <p><strong dir="auto">{one.name}</strong></p>
                  <p className="small quiet" dir="auto">{[sayWho({ ...one, firstRecordedUtc: one.mergedUtc, merged: [] }), ...one.aliases, ...one.handles].join(' · ')}</p>
                  {one.note && <p className="small" dir="auto">{one.note}</p>}
                  <p className="small quiet">{texts.mergedWhen(messages.dates.day(one.mergedUtc))}</p>
                </div>
                <Button tone="quiet" icon={Split} aria-label={texts.takeApartNamed(one.name)} onPress={() => void apart(one)}>{texts.takeApart}</Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {done && <UndoLine text={done.text} onUndo={() => void done.undo()} />}
      {refused && <Notice tone="needs-you" announce>{refused}</Notice>}
      {others.length > 0 && (
        <Section title={texts.sameTitle} description={texts.sameHint}>
          {doubles.map((double) => {
            const other = others.find(({ id }) => id === double.oneId || id === double.otherId);
            return other && (
              <div key={other.id} className="stack-tight">
                <p dir="auto">{texts.mayBe[double.because](other.name, double.shared)}</p>
                <div className="row">
                  <Button icon={Combine} onPress={() => void together(other.id, other.name)}>{texts.together}</Button>
                  <Button tone="quiet" onPress={() => void settle(ask('people.keepApart', { oneId: double.oneId, otherId: double.otherId }), null)}>{texts.keepApart}</Button>
                </div>
              </div>
            );
          })}
          <ComboBox label={texts.sameField} inputValue={typed} onInputChange={setTyped} options={fitting.map((other) => ({ value: other.id, label: other.name, hint: sayWho(other) }))} onChoose={(id) => { setTyped(''); const other = others.find((one) => one.id === id); if (other) void together(id, other.name); }} />
        </Section>
      )}
    </>
  );
}
