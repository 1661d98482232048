import { useEffect, useState } from 'react';
import { sayDate } from '../../../shared/dates';
import { messages } from '../../../shared/messages/en-gb';
import type { Gap } from '../../../shared/model/case/case-front';
import type { Id } from '../../../shared/model/identity';
import { ask } from '../../app/bridge';
import { usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { LongListBox } from '../../ui/long-list-box';
import { Notice } from '../../ui/notice';
import { EmptyState, PageHeader } from '../../ui/page';
import '../../ui/place-list.css';
import { SplitView } from '../../ui/split-view';
import { UndoLine } from '../../ui/undo-line';
import { GapPage } from './gap-page';

const atOnce = 100;
/** As many as one call gives. */
const atMost = 200;

/** Entries with nothing attached, and what could still be asked for. */
export function GapsScreen() {
  const texts = messages.gaps;
  const { go } = usePlaces();
  const { readOnly } = useProgram();
  const [isSettled, setSettled] = useState(false);
  const [offset, setOffset] = useState(0);
  const [limit, setLimit] = useState(atOnce);
  const [openId, setOpenId] = useState<Id | null>(null);
  const [left, setLeft] = useState<Gap | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const asked = useAsk('case.gaps', { settled: isSettled, offset, limit });
  const { value, again } = asked;
  const open = value?.gaps.find(({ incidentId }) => incidentId === openId) ?? null;
  useEffect(() => { if (value && openId !== null && !open) setOpenId(null); }, [value, openId, open]);
  const say = async (result: ReturnType<typeof ask<'case.settleGap' | 'case.hideGaps'>>): Promise<boolean> => {
    const done = await result;
    setRefused(done.ok ? null : messages.errors.say(done.error));
    if (done.ok) again();
    return done.ok;
  };
  const settle = async (gap: Gap, settles: boolean): Promise<void> => { if (await say(ask('case.settleGap', { incidentId: gap.incidentId, isSettled: settles }))) setLeft(settles ? gap : null); };
  const notices = (refused ?? asked.error) && <Notice tone="needs-you" announce>{refused ?? (asked.error && messages.errors.say(asked.error))}</Notice>;
  if (!value) return notices || null;
  if (value.isHidden) {
    return <EmptyState isWhole title={texts.offTitle} action={!readOnly && <Button onPress={() => void say(ask('case.hideGaps', { isHidden: false }))}>{texts.turnOn}</Button>}><p>{texts.offWords}</p>{notices}</EmptyState>;
  }
  const turnOff = !readOnly && <div className="stack-tight"><div className="row"><Button tone="quiet" onPress={() => void say(ask('case.hideGaps', { isHidden: true })).then((isOff) => { if (isOff) go({ name: 'case', view: 'front' }); })}>{texts.turnOff}</Button></div><p className="quiet small">{texts.turnOffHint}</p></div>;
  const undo = left && <UndoLine text={texts.nothingSaid(nameOf(left))} onUndo={() => void settle(left, false)} />;
  const settledLine = value.settledTotal > 0 && !isSettled && <div className="row"><Button tone="quiet" onPress={() => { setSettled(true); setOffset(0); }}>{texts.settledOnes(value.settledTotal)}</Button></div>;
  if (value.total === 0 && !isSettled) return <EmptyState isWhole title={texts.emptyTitle}><p>{texts.emptyWords}</p>{undo}{settledLine}{turnOff}{notices}</EmptyState>;
  const shown = offset + value.gaps.length;
  const more = (): void => { if (limit < atMost) setLimit(atMost); else setOffset(offset + atMost); };
  return (
    <SplitView
      onBack={() => setOpenId(null)}
      list={
        <div className="place-list">
          <div className="place-list-head"><PageHeader title={texts.title} description={texts.lead} /></div>
          {notices}
          {undo}
          {isSettled && <div className="row"><Button tone="quiet" onPress={() => { setSettled(false); setOffset(0); }}>{texts.backToList}</Button></div>}
          {value.gaps.length > 0 && <div className="place-list-rows"><LongListBox key={`${isSettled} ${offset}`} label={texts.listLabel} openId={openId} onOpen={setOpenId} entries={value.gaps.map((gap) => ({ id: gap.incidentId, title: nameOf(gap), detail: sayDate(gap.happened) }))} /></div>}
          {shown < value.total && <div className="row"><Button tone="quiet" onPress={more}>{texts.more}</Button></div>}
          <div className="place-list-head stack">{settledLine}{turnOff}</div>
        </div>
      }
      detail={open && <GapPage key={open.incidentId} gap={open} name={nameOf(open)} isSettled={isSettled} onSettle={readOnly ? null : (settles) => void settle(open, settles)} />}
      empty={<EmptyState title={texts.pickOne} />}
    />
  );
}

function nameOf({ title, happened }: Gap): string {
  return title || sayDate(happened) || messages.gaps.unnamed;
}
