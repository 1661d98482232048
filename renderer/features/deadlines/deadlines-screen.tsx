import { Plus } from 'lucide-react';
import { useState } from 'react';
import { inOrderOfEnd, workOut } from '../../../shared/deadlines/work-out';
import { messages } from '../../../shared/messages/en-gb';
import { emptyDeadline } from '../../../shared/model/case/deadline';
import type { Id } from '../../../shared/model/identity';
import { ask } from '../../app/bridge';
import { useCommands } from '../../app/commands';
import { usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { todayHere } from '../../ui/dated-value';
import { LongListBox } from '../../ui/long-list-box';
import { Notice } from '../../ui/notice';
import { EmptyState, PageHeader } from '../../ui/page';
import '../../ui/place-list.css';
import { SplitView } from '../../ui/split-view';
import { CaseEntryPage } from '../../ui-record/case-entry/case-entry-page';
import { PrintCasePage } from '../../ui-record/case-entry/print-case-page';
import { nameOfDeadline, sayDeadline } from '../../ui-record/say-deadline';
import { deadlineForm } from './deadline-form';

/** Time limits by their last day, those that still run first; and the open one. */
export function DeadlinesScreen() {
  const words = messages.deadlines;
  const { place, go } = usePlaces();
  const { readOnly } = useProgram();
  const [refused, setRefused] = useState<string | null>(null);
  const asked = useAsk('case.deadlines', {});
  const today = todayHere();
  const openId = place.name === 'case' ? place.entryId ?? null : null;
  const open = (entryId: Id | null): void => go({ name: 'case', view: 'deadlines', ...(entryId === null ? {} : { entryId }) });
  const all = asked.value?.deadlines;
  const rows = inOrderOfEnd((all ?? []).map((deadline) => ({ deadline, lastDay: workOut(deadline).lastDay, isSettled: deadline.settled !== 'no' })), today).map(({ deadline }) => deadline);
  const begin = async (): Promise<void> => {
    const begun = await ask('case.begin', { content: emptyDeadline });
    if (!begun.ok) { setRefused(messages.errors.say(begun.error)); return; }
    setRefused(null);
    asked.again();
    open(begun.value.id);
  };
  useCommands(readOnly ? [] : [{ id: 'case-add-deadline', label: words.add, icon: Plus, run: () => void begin() }]);
  const addButton = (tone: 'primary' | 'plain') => !readOnly && <Button tone={tone} icon={Plus} onPress={() => void begin()}>{words.add}</Button>;
  const notices = (refused ?? asked.error) && <Notice tone="needs-you" announce>{refused ?? (asked.error && messages.errors.say(asked.error))}</Notice>;
  if (all?.length === 0 && openId === null) return <EmptyState isWhole title={words.emptyTitle} action={addButton('primary')}><p>{words.emptyWords}</p>{notices}</EmptyState>;
  return (
    <SplitView
      onBack={() => open(null)}
      list={
        <div className="place-list">
          <div className="place-list-head"><PageHeader title={words.title} description={words.description} actions={addButton('plain')} /></div>
          {notices}
          {rows.length > 0 && (
            <div className="place-list-rows"><LongListBox
              label={words.listLabel} openId={openId} onOpen={open}
              entries={rows.map((deadline) => ({ id: deadline.id, title: nameOfDeadline(deadline), detail: [deadline.status === 'draft' ? messages.incident.draft : '', sayDeadline(deadline, today)].filter(Boolean).join(' · ') }))}
            /></div>
          )}
          {rows.some(({ status }) => status === 'recorded') && <div className="place-list-head"><PrintCasePage request={{ page: 'deadlines' }} /></div>}
        </div>
      }
      detail={openId === null ? null : <CaseEntryPage key={openId} id={openId} form={deadlineForm} onChanged={asked.again} onGone={() => { asked.again(); open(null); }} />}
      empty={<EmptyState title={words.pickOne} />}
    />
  );
}
