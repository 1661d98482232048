import { Columns2, PenLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CaseEntry, CaseKind } from '../../../shared/model/case/case-entry';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { AskReason } from '../../ui/ask-reason';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Select } from '../../ui/select';
import { EntryHistory } from '../entry/entry-history';
import { PointedAt } from '../pointed-at';
import { RedactButton } from '../redaction/redact-words';
import type { CaseEntryForm } from './case-entry-form';
import type { ContentOf } from './use-case-draft';

export interface CaseReadingProps<K extends CaseKind> {
  entry: CaseEntry;
  form: CaseEntryForm<K>;
  isReadOnly: boolean;
  onAmend: () => void;
  onChanged: (entry: CaseEntry) => void;
}

/** The entry as it stands, with every earlier reading beside it on request. */
export function CaseReading<K extends CaseKind>({ entry, form, isReadOnly, onAmend, onChanged }: CaseReadingProps<K>) {
  const texts = messages.incident;
  const [beside, setBeside] = useState<number | null>(null);
  const [isErasing, setErasing] = useState(false);
  const newest = entry.versions.at(-1);
  const older = beside === null ? undefined : entry.versions.find(({ number }) => number === beside);
  const isAmended = entry.versions.length > 1;
  const content = entry.content as ContentOf<K>;
  const heading = form.title(content) ?? form.name;
  const erase = async (reason: string): Promise<string | null> => {
    const erased = await ask('case.erase', { id: entry.id, reason });
    if (!erased.ok) return messages.errors.say(erased.error);
    onChanged(erased.value);
    return null;
  };
  return (
    <article className={`incident${older ? ' incident-wide' : ''}`} aria-label={heading} data-wants-room={older ? '' : undefined}>
      <div className="incident-top">
        <p className="quiet small">{entry.firstRecordedUtc && texts.recorded(messages.dates.instant(entry.firstRecordedUtc))}{isAmended && newest && <><br />{texts.amendedAt(messages.dates.instant(newest.atUtc))}</>}</p>
        <div className="row">
          {!isReadOnly && <Button icon={PenLine} onPress={onAmend}>{entry.pending ? texts.amendGoOn : texts.amend}</Button>}
          {form.actions?.(entry)}
          {isAmended && <Button icon={Columns2} tone="quiet" onPress={() => setBeside(older ? null : 1)}>{older ? texts.compareStop : texts.compare}</Button>}
        </div>
      </div>
      {entry.pending && <Notice tone="needs-you">{texts.amendWaiting}</Notice>}
      <div className="incident-head">
        <h1 dir="auto" className={heading.length > 80 ? 'heading-small' : undefined}>{heading}</h1>
        {isAmended && newest && newest.reason !== '' && !older && <p className="small measure"><strong>{texts.whyAmended}</strong> <span dir="auto">{newest.reason}</span></p>}
      </div>
      {older && newest ? (
        <div className="versions">
          <section aria-label={texts.version(older.number)}>
            <Select label={texts.original} hideLabel value={String(older.number)} options={entry.versions.slice(0, -1).map(({ number, atUtc }) => ({ value: String(number), label: texts.versionWhen(number, messages.dates.instant(atUtc)) }))} onChange={(number) => setBeside(Number(number))} />
            {form.reading(older.content as ContentOf<K>)}
          </section>
          <section aria-label={texts.now}><h2>{texts.now}</h2>{form.reading(content)}</section>
        </div>
      ) : form.reading(content)}
      {!older && form.below?.(entry)}
      <EntryHistory entry={entry} />
      {!isReadOnly && <div className="row"><RedactButton /><Button tone="quiet" icon={Trash2} onPress={() => setErasing(true)}>{texts.erase}</Button></div>}
      <AskReason title={texts.eraseTitle} reasonLabel={texts.eraseReason} confirmLabel={texts.eraseConfirm} isOpen={isErasing} onClose={() => setErasing(false)} onConfirm={erase} loses><p>{texts.eraseText}</p>{isErasing && <PointedAt kind="case" id={entry.id} />}</AskReason>
    </article>
  );
}
