import { FolderOutput } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import { messages } from '../../../shared/messages/en-gb';
import type { BagChoice, BagSwept } from '../../../shared/model/bag';
import type { Handing } from '../../../shared/model/copy';
import type { ExportRecord } from '../../../shared/model/export';
import type { Id } from '../../../shared/model/identity';
import { useAskBeforeLeaving, useLeaving } from '../../app/ask-before-leaving';
import { useAsk } from '../../app/use-ask';
import { useTask } from '../../app/use-task';
import { Button } from '../../ui/button';
import { RadioGroup } from '../../ui/choices';
import { focusFirstError } from '../../ui/focus-first-error';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/page';
import { ProgressLine } from '../../ui/progress-line';
import { tellsOnce } from '../../ui-record/recipients/tells-once';
import { CopySaved } from '../../ui-record/recipients/copy-saved';
import { BagFindings, isSettled, LeftOutFiles, type LeftOut } from './bag-findings';
import { FilesOfBag } from './files-of-bag';
import './bag-panel.css';

/** Saves an evidence bag around the pages that stand here. Originals go only when she says so, with what they say of themselves before her eyes. */
export function BagPanel({ exportId, handing, onSaved, onRefused }: { readonly exportId: Id; /** For whom; null: for nobody yet. */ readonly handing: Handing | null; readonly onSaved: (record: ExportRecord) => void; readonly onRefused: (error: CallError) => void }) {
  const words = messages.handOverBag;
  const outlook = useAsk('exports.bagOutlook', { exportId });
  const saving = useTask('bag-saved');
  const { leave, dialog } = useLeaving();
  const panel = useRef<HTMLElement>(null);
  const sweeping = useTask('bag-swept');
  const [said, setSaid] = useState<Omit<BagChoice, 'leftOut'>>({ form: 'folder', originals: false, wholeSources: false });
  const [leftOut, setLeftOut] = useState<readonly LeftOut[]>([]);
  // null: these very files were not looked through yet.
  const [swept, setSwept] = useState<{ found: BagSwept; isSettled: boolean } | null>(null);
  const isShut = handing !== null && handing.protection !== 'none';
  const choiceWith = (out: readonly LeftOut[]): BagChoice => ({ ...said, form: isShut ? 'zip' : said.form, leftOut: out.map(({ id }) => id) });
  const choice = choiceWith(leftOut);
  const [hasAgreed, setAgreed] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const record = saving.value?.record ?? null;
  const running = sweeping.running ?? saving.running;
  const isRunning = running !== null;
  const found = swept?.found ?? null;
  useEffect(() => {
    if (isRunning) panel.current?.querySelector<HTMLElement>('.progress-line button')?.focus();
    else if (record) panel.current?.querySelector<HTMLElement>('[data-saved]')?.focus();
    else if (found) panel.current?.querySelector<HTMLElement>('[data-found]')?.focus();
  }, [isRunning, record, found]);

  // The words of a bag that is shut come at its end, and are told nowhere else.
  useAskBeforeLeaving(saving.running !== null && handing !== null && tellsOnce(handing) ? messages.recipients.words.leaveSaving : null);
  const refused = saving.error ?? sweeping.error;
  useEffect(() => { if (refused) onRefused(refused); }, [refused, onRefused]);

  if (outlook.error) return <Notice tone="needs-you">{messages.errors.say(outlook.error)}</Notice>;
  if (!outlook.value) return <p className="quiet" role="status">{messages.ui.working}</p>;
  const mustAgree = choice.originals && (outlook.value.positions.length > 0 || outlook.value.deviceCount > 0);

  async function save(): Promise<void> {
    if (mustAgree && !hasAgreed) {
      setMissing(true);
      focusFirstError(panel.current);
      return;
    }
    if (swept === null && !await lookThrough(leftOut)) return;
    const saved = await saving.start('exports.saveBag', { exportId, choice, handing });
    if (saved?.record) onSaved(saved.record);
  }

  /** True: nothing waits for her word. */
  async function lookThrough(out: readonly LeftOut[]): Promise<boolean> {
    setLeftOut(out);
    setSwept(null);
    saving.forget();
    const looked = await sweeping.start('exports.sweepBag', { exportId, choice: choiceWith(out) });
    if (looked === null) return false;
    const isDone = isSettled(looked, new Map(looked.released.map(({ hitId, reason }) => [hitId, reason])));
    setSwept({ found: looked, isSettled: isDone });
    return isDone;
  }

  function choose(next: Omit<BagChoice, 'leftOut'>): void {
    setMissing(false);
    setSaid(next);
    // Another form holds the same files.
    if (next.originals === said.originals && next.wholeSources === said.wholeSources) return;
    setSwept(null);
    setLeftOut([]);
    sweeping.forget();
  }
  return (
    <section ref={panel} className="bag-panel stack" aria-label={words.title}>
      <h3>{words.title}</h3>
      {running ? <ProgressLine label={sweeping.running ? words.looking : words.saving} fraction={running.fraction} figure={running.figure} onCancel={sweeping.running ? sweeping.cancel : saving.cancel} /> : record?.bag ? (
        <>
          {saving.value?.handedOver.copy && <CopySaved copy={saving.value.handedOver.copy} passphrase={saving.value.handedOver.passphrase} />}
          <div tabIndex={-1} data-saved><Notice announce title={isShut ? words.savedShut(record.fileName) : words.saved(record.fileName)}>{words.savedWords(record.bag.fileCount, record.bag.leftOutCount)}</Notice></div>
          <Facts facts={[{ name: words.own, value: <span className="hash">{record.bag.bagSha256}</span> }]} />
          <p className="small quiet measure">{words.ownHint}</p>
          <div className="row"><Button tone="quiet" onPress={() => leave(saving.forget)}>{words.again}</Button></div>
        </>
      ) : (
        <>
          <p className="quiet measure">{words.intro}</p>
          <FilesOfBag outlook={outlook.value} choice={said} onChoice={choose} mustAgree={mustAgree} hasAgreed={hasAgreed} isMissing={isMissing} onAgreed={(is) => { setAgreed(is); setMissing(false); }} />
          {isShut ? <p className="small quiet">{messages.recipients.shut.needsZip}</p> : <RadioGroup across label={words.form} options={(['folder', 'zip'] as const).map((form) => ({ value: form, ...words.forms[form] }))} value={choice.form} onChange={(form) => choose({ ...said, form })} />}
          <LeftOutFiles files={leftOut} onPutBack={(id) => void lookThrough(leftOut.filter((file) => file.id !== id))} />
          {found && <div tabIndex={-1} data-found><BagFindings exportId={exportId} swept={found} onSettled={(is) => setSwept({ found, isSettled: is })} onLeaveOut={(file) => void lookThrough([...leftOut, file])} /></div>}
          {sweeping.error && <Notice tone={sweeping.error.code === 'cancelled' ? 'plain' : 'needs-you'} announce>{sweeping.error.code === 'cancelled' ? words.lookedStopped : messages.errors.say(sweeping.error)}</Notice>}
          {saving.error && <Notice tone={saving.error.code === 'cancelled' ? 'plain' : 'needs-you'} announce>{saving.error.code === 'cancelled' ? words.stopped : messages.errors.say(saving.error)}</Notice>}
          {saving.value && <p role="status">{words.notSaved}</p>}
          {(swept === null || swept.isSettled) && <div className="row"><Button tone="primary" icon={FolderOutput} onPress={() => void save()}>{words.save}</Button></div>}
        </>
      )}
      {dialog}
    </section>
  );
}
