import { Pause, ShieldCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { CheckUnderWay } from '../../../shared/contract/check-calls';
import type { CallOutput } from '../../../shared/contract';
import type { CallError } from '../../../shared/contract/errors';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import type { Asked } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { ProgressLine } from '../../ui/progress-line';
import { sayBytes } from '../../ui/say-bytes';
import { vaultSections } from './vault-facts';
import { CheckOutcome, DamagedDocuments } from './check-findings';
import './check.css';

const lookEveryMs = 400;

export interface CheckSectionProps {
  readonly asked: Asked<CallOutput<'check.state'>>;
  /** Everything is being renewed: until then no check reads. */
  readonly isRenewing: boolean;
  /** The history has one step more. */
  readonly onEnded: () => void;
}

/** "Check my vault": begin, watch, pause and go on; what the newest check found. */
export function CheckSection({ asked: { value, error, again }, isRenewing, onEnded }: CheckSectionProps) {
  const texts = messages.check;
  const [refused, setRefused] = useState<CallError | null>(null);
  const [watched, setWatched] = useState(false);
  const wasRunning = useRef(false);
  const underWay = value?.underWay ?? null;
  const isRunning = underWay?.isRunning === true;

  // It goes on by itself once everything is renewed.
  useEffect(again, [isRenewing, again]);
  useEffect(() => {
    if (!isRunning) return undefined;
    setWatched(true);
    const timer = setInterval(again, lookEveryMs);
    return () => clearInterval(timer);
  }, [isRunning, again]);
  useEffect(() => {
    if (wasRunning.current && !isRunning) onEnded();
    wasRunning.current = isRunning;
  }, [isRunning, onEnded]);

  const run = async (): Promise<void> => {
    const answer = await ask('check.run', {});
    setRefused(answer.ok ? null : answer.error);
    again();
  };
  const pause = async (): Promise<void> => {
    await ask('check.pause', {});
    again();
  };

  const shown = refused ?? error;
  return (
    <Section title={texts.title} description={texts.lead} id={vaultSections.check}>
      {value?.last && !underWay && <CheckOutcome result={value.last} isNew={watched} />}
      {underWay && <UnderWay check={underWay} isRenewing={isRenewing} onPause={() => void pause()} onGoOn={() => void run()} />}
      {value && !underWay && (isRenewing ? <p className="quiet">{texts.notYet}</p> : <div className="row"><Button icon={ShieldCheck} onPress={() => void run()}>{value.last ? texts.beginAgain : texts.begin}</Button></div>)}
      {shown && <Notice tone="needs-you" announce>{texts.stopped(shown.code) ?? messages.errors.say(shown)}</Notice>}
    </Section>
  );
}

function UnderWay({ check, isRenewing, onPause, onGoOn }: { readonly check: CheckUnderWay; readonly isRenewing: boolean; readonly onPause: () => void; readonly onGoOn: () => void }) {
  const texts = messages.check;
  const { filesDone, filesTotal, bytesDone, bytesTotal, isRunning, stopped, findings } = check;
  const figure = texts.figure(filesDone, filesTotal, sayBytes(bytesDone), sayBytes(bytesTotal));
  const isAtTheRecord = filesDone === filesTotal;
  return (
    <div className="stack">
      <ProgressLine label={!isRunning ? texts.paused : isAtTheRecord ? texts.recordNext : texts.running} fraction={bytesTotal === 0 ? null : bytesDone / bytesTotal} figure={figure} />
      {!isRunning && (stopped ? <Notice tone="needs-you" announce>{texts.stopped(stopped.code) ?? messages.errors.say(stopped)}</Notice> : <p className="quiet">{isRenewing ? texts.waits : texts.pausedHint}</p>)}
      {findings.length > 0 && <Notice tone="loss" title={texts.soFar}><DamagedDocuments findings={findings} /></Notice>}
      {(isRunning || !isRenewing) && <div className="row">{isRunning ? <Button icon={Pause} onPress={onPause}>{texts.pause}</Button> : <Button icon={ShieldCheck} onPress={onGoOn}>{texts.goOn}</Button>}</div>}
    </div>
  );
}
