import { FolderOutput } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { BagChoice } from '../../../shared/model/bag';
import type { Handing } from '../../../shared/model/copy';
import type { ExportRecord } from '../../../shared/model/export';
import type { Id } from '../../../shared/model/identity';
import { useAsk } from '../../app/use-ask';
import { useTask } from '../../app/use-task';
import { Button } from '../../ui/button';
import { RadioGroup } from '../../ui/choices';
import { focusFirstError } from '../../ui/focus-first-error';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/page';
import { ProgressLine } from '../../ui/progress-line';
import { CopySaved } from '../../ui-record/recipients/copy-saved';
import { FilesOfBag } from './files-of-bag';
import './bag-panel.css';

/** Saves an evidence bag around the pages that stand here. Originals go only when she says so, with what they say of themselves before her eyes. */
export function BagPanel({ exportId, handing, onSaved }: { readonly exportId: Id; /** For whom; null: for nobody yet. */ readonly handing: Handing | null; readonly onSaved: (record: ExportRecord) => void }) {
  const words = messages.handOverBag;
  const outlook = useAsk('exports.bagOutlook', { exportId });
  const saving = useTask('bag-saved');
  const panel = useRef<HTMLElement>(null);
  const [said, setChoice] = useState<BagChoice>({ form: 'folder', originals: false, wholeSources: false });
  const isShut = handing !== null && handing.protection !== 'none';
  const choice: BagChoice = isShut ? { ...said, form: 'zip' } : said;
  const [hasAgreed, setAgreed] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const record = saving.value?.record ?? null;
  const isRunning = saving.running !== null;
  useEffect(() => {
    if (isRunning) panel.current?.querySelector<HTMLElement>('.progress-line button')?.focus();
    else if (record) panel.current?.querySelector<HTMLElement>('[data-saved]')?.focus();
  }, [isRunning, record]);

  if (outlook.error) return <Notice tone="needs-you">{messages.errors.say(outlook.error)}</Notice>;
  if (!outlook.value) return <p className="quiet" role="status">{messages.ui.working}</p>;
  const mustAgree = choice.originals && (outlook.value.positions.length > 0 || outlook.value.deviceCount > 0);

  async function save(): Promise<void> {
    if (mustAgree && !hasAgreed) {
      setMissing(true);
      focusFirstError(panel.current);
      return;
    }
    const saved = await saving.start('exports.saveBag', { exportId, choice, handing });
    if (saved?.record) onSaved(saved.record);
  }
  return (
    <section ref={panel} className="bag-panel stack" aria-label={words.title}>
      <h3>{words.title}</h3>
      {saving.running ? <ProgressLine label={words.saving} fraction={saving.running.fraction} figure={saving.running.figure} onCancel={saving.cancel} /> : record?.bag ? (
        <>
          {saving.value?.handedOver.copy && <CopySaved copy={saving.value.handedOver.copy} passphrase={saving.value.handedOver.passphrase} />}
          <div tabIndex={-1} data-saved><Notice announce title={isShut ? words.savedShut(record.fileName) : words.saved(record.fileName)}>{words.savedWords(record.bag.fileCount, record.bag.leftOutCount)}</Notice></div>
          <Facts facts={[{ name: words.own, value: <span className="hash">{record.bag.bagSha256}</span> }]} />
          <p className="small quiet measure">{words.ownHint}</p>
          <div className="row"><Button tone="quiet" onPress={saving.forget}>{words.again}</Button></div>
        </>
      ) : (
        <>
          <p className="quiet measure">{words.intro}</p>
          <FilesOfBag outlook={outlook.value} choice={choice} onChoice={(next) => { setChoice(next); setMissing(false); }} mustAgree={mustAgree} hasAgreed={hasAgreed} isMissing={isMissing} onAgreed={(is) => { setAgreed(is); setMissing(false); }} />
          {isShut ? <p className="small quiet">{messages.recipients.shut.needsZip}</p> : <RadioGroup across label={words.form} options={(['folder', 'zip'] as const).map((form) => ({ value: form, ...words.forms[form] }))} value={choice.form} onChange={(form) => setChoice({ ...choice, form })} />}
          {saving.error && <Notice tone={saving.error.code === 'cancelled' ? 'plain' : 'needs-you'} announce>{saving.error.code === 'cancelled' ? words.stopped : messages.errors.say(saving.error)}</Notice>}
          {saving.value && <p role="status">{words.notSaved}</p>}
          <div className="row"><Button tone="primary" icon={FolderOutput} onPress={() => void save()}>{words.save}</Button></div>
        </>
      )}
    </section>
  );
}
