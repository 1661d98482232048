import { FilePenLine, Plus } from 'lucide-react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { lookUpWindow } from '../../../shared/drafts/look-up-window';
import { messages } from '../../../shared/messages/en-gb';
import type { ListedLookUp } from '../../../shared/model/case/listed-look-up';
import { emptyLookUp } from '../../../shared/model/case/look-up';
import type { Id } from '../../../shared/model/identity';
import { ask } from '../../app/bridge';
import { useCommands } from '../../app/commands';
import { usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { useOnChange } from '../../app/use-on-change';
import { Button } from '../../ui/button';
import { Later } from '../../ui/later';
import { ListBox, type ListBoxEntry } from '../../ui/list-box';
import { Notice } from '../../ui/notice';
import { EmptyState, PageHeader } from '../../ui/page';
import '../../ui/place-list.css';
import { Select } from '../../ui/select';
import { SplitView } from '../../ui/split-view';
import { CaseEntryPage } from '../../ui-record/case-entry/case-entry-page';
import { groupLookUps, type LookUpGroup, nameOfLookUp } from './group-look-ups';
import { lookUpForm } from './look-up-form';
import './look-ups.css';
import { RequestsPage } from './requests-page';

const texts = messages.lookUps;
/** Each group is a list of its own, which takes its time: more of them fill no window at first. */
const groupsInSight = 2;

/** What was known that should not have been, put together by who knew it or by what it was, each with the days in which it may have been looked up; the open one, or the drafts made from them. */
export function LookUpsScreen() {
  const { place, go } = usePlaces();
  const { readOnly } = useProgram();
  const [refused, setRefused] = useState<string | null>(null);
  const [by, setBy] = useState<'who' | 'what'>('who');
  const asked = useAsk('case.lookUps', {});
  const { value: known, again: askPeople } = useAsk('people.list', {});
  const openId = place.name === 'case' ? place.entryId ?? null : null;
  // Somebody may have been added in the entry that she leaves.
  useOnChange(openId, askPeople);
  const drafting = place.name === 'case' ? place.draftFrom ?? null : null;
  const draft = useCallback((from: readonly Id[]) => go({ name: 'case', view: 'look-ups', draftFrom: from }), [go]);
  const form = useMemo(() => lookUpForm(known?.people ?? [], (id) => draft([id])), [known, draft]);
  const all = asked.value?.lookUps;
  const open = (entryId: Id | null): void => go({ name: 'case', view: 'look-ups', ...(entryId === null ? {} : { entryId }) });
  const begin = async (): Promise<void> => {
    const begun = await ask('case.begin', { content: emptyLookUp });
    if (!begun.ok) { setRefused(messages.errors.say(begun.error)); return; }
    setRefused(null);
    asked.again();
    open(begun.value.id);
  };
  useCommands(readOnly ? [] : [{ id: 'case-add-look-up', label: texts.add, icon: Plus, run: () => void begin() }]);
  const addButton = (tone: 'primary' | 'plain') => !readOnly && <Button tone={tone} icon={Plus} onPress={() => void begin()}>{texts.add}</Button>;
  const notices = (refused ?? asked.error) && <Notice tone="needs-you" announce>{refused ?? (asked.error && messages.errors.say(asked.error))}</Notice>;
  if (all?.length === 0 && openId === null) return <EmptyState isWhole title={texts.emptyTitle} action={addButton('primary')}><p>{texts.emptyWords}</p>{notices}</EmptyState>;
  const recordedIds = (all ?? []).filter(({ status }) => status === 'recorded').map(({ id }) => id);
  const groups = groupLookUps(all ?? [], by);
  // An open one is shown wherever it stands.
  const inSight = openId === null ? groupsInSight : groups.length;
  const drawn = (group: LookUpGroup): ReactNode => <Group key={group.key} group={group} by={by} openId={openId} onOpen={open} />;
  return (
    <SplitView
      onBack={() => open(null)}
      list={
        <div className="place-list">
          <div className="place-list-head look-ups-head">
            <PageHeader title={texts.title} description={texts.description} actions={addButton('plain')} />
            {(all?.length ?? 0) > 1 && <Select label={texts.group} value={by} options={[{ value: 'who', label: texts.groups.who }, { value: 'what', label: texts.groups.what }]} onChange={setBy} />}
            {recordedIds.length > 0 && <div className="row"><Button icon={FilePenLine} onPress={() => draft(recordedIds)}>{texts.toRequests}</Button></div>}
          </div>
          {notices}
          {groups.slice(0, inSight).map(drawn)}
          <Later>{groups.slice(inSight).map(drawn)}</Later>
        </div>
      }
      detail={drafting !== null && all !== undefined ? <RequestsPage key={drafting.join(' ')} lookUps={all} begins={drafting} /> : openId === null ? null : <CaseEntryPage key={openId} id={openId} form={form} onChanged={asked.again} onGone={() => { asked.again(); open(null); }} />}
      empty={<EmptyState title={texts.pickOne} />}
    />
  );
}

function Group({ group: { name, lookUps }, by, openId, onOpen }: { group: LookUpGroup; by: 'who' | 'what'; openId: Id | null; onOpen: (id: Id) => void }) {
  const who = name || (lookUps[0]?.who === null ? texts.nobody : messages.people.erasedPerson);
  const isHere = openId !== null && lookUps.some(({ id }) => id === openId);
  return (
    <section className="look-up-group">
      <h2 dir="auto">{by === 'who' ? who : name}</h2>
      <ListBox label={by === 'who' ? texts.byWho(who) : texts.about(name)} openId={isHere ? openId : null} onOpen={onOpen} entries={lookUps.map((lookUp) => rowOf(lookUp, by))} />
    </section>
  );
}

function rowOf(lookUp: ListedLookUp, by: 'who' | 'what'): ListBoxEntry {
  const { fromDay, toDay, isTurned } = lookUpWindow(lookUp);
  const who = lookUp.who === null ? texts.nobody : lookUp.who.name || messages.people.erasedPerson;
  const window = isTurned ? texts.turned : texts.windowWords(fromDay, toDay);
  return { id: lookUp.id, title: by === 'who' ? nameOfLookUp(lookUp) : who, detail: [lookUp.status === 'draft' ? messages.incident.draft : '', window].filter((part) => part !== '').join(' · ') };
}
