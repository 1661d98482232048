import { useRef, useState } from 'react';
import { messages } from '../../../../shared/messages/en-gb';
import { asInRecord, type ExhibitInCopy, saysSomething } from '../../../../shared/model/exhibit-said';
import type { BuiltExport } from '../../../../shared/model/export';
import { Button } from '../../../ui/button';
import { focusFirstError } from '../../../ui/focus-first-error';
import { Select } from '../../../ui/select';
import { TextField } from '../../../ui/text-field';
import { fieldsOf, type InCopyTrouble, quartersOf, readFields, type Way, wayOfPicture, ways } from './in-copy-fields';

export interface InCopyFormProps {
  readonly exhibit: BuiltExport['exhibits'][number];
  readonly inCopy: ExhibitInCopy;
  /** On which page here a page of the file stands, as printed; null where that is not known. */
  readonly standsOn: { readonly ofFile: number; readonly here: string } | null;
  readonly onKeep: (inCopy: ExhibitInCopy) => void;
  readonly onClose: () => void;
}

/** Title, pages and turns of one exhibit in this copy; used by its button. */
export function InCopyForm({ exhibit: { kind, mark, ownName, filePages: found }, inCopy, standsOn, onKeep, onClose }: InCopyFormProps) {
  const words = messages.exhibitInCopy;
  // Where not one page is here, it is by what she said before that it can be put right.
  const filePages = found ?? inCopy.extract?.of ?? null;
  const [fields, setFields] = useState(fieldsOf(inCopy));
  const [trouble, setTrouble] = useState<InCopyTrouble | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const put = (change: Partial<typeof fields>): void => { setFields({ ...fields, ...change }); setTrouble(null); };

  function keep(): void {
    const read = readFields(fields, filePages);
    if ('said' in read) return onKeep(read.said);
    setTrouble(read.trouble);
    focusFirstError(form.current);
  }
  function errorAt(field: InCopyTrouble['field']): string | null {
    if (trouble === null || trouble.field !== field || filePages === null) return null;
    return trouble.is === 'unread' ? words.pagesNeeded(filePages) : words.turnedTwice(trouble.is.twice);
  }
  const pictureTurns = [{ value: 'none' as const, label: words.turned[0] }, ...ways.map((value) => ({ value, label: words.turned[quartersOf[value]] }))];
  const turnPicture = (to: Way | 'none'): void => put({ right: '', over: '', left: '', ...(to === 'none' ? {} : { [to]: '1' }) });
  return (
    <div ref={form} role="group" aria-label={words.of(`${mark} ${ownName}`)} className="stack-tight fact-form" onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) { event.stopPropagation(); onClose(); } }}>
      <p className="small quiet">{words.words}</p>
      <TextField autoFocus label={words.title} hint={kind === 'document' ? words.titleHint(ownName) : words.titleHintNoFile(ownName)} value={fields.title} onChange={(title) => put({ title })} maxLength={300} autoComplete="off" />
      {filePages !== null && filePages > 1 && <TextField label={words.pages} hint={words.pagesHint(filePages)} value={fields.pages} onChange={(pages) => put({ pages })} maxLength={400} autoComplete="off" error={errorAt('pages')} />}
      {filePages === 1 && <Select label={words.turn} options={pictureTurns} value={wayOfPicture(fields) ?? 'none'} onChange={turnPicture} />}
      {filePages !== null && filePages > 1 && (
        <div role="group" aria-label={words.turnPages} className="stack-tight">
          <p><strong>{words.turnPages}</strong></p>
          <p className="small quiet">{words.turnPagesHint(filePages)}{standsOn !== null && ` ${words.standsOn(standsOn.ofFile, standsOn.here)}`}</p>
          {ways.map((way) => <TextField key={way} label={words.turned[quartersOf[way]]} value={fields[way]} onChange={(value) => put({ [way]: value })} maxLength={400} autoComplete="off" error={errorAt(way)} />)}
        </div>
      )}
      <div className="row">
        <Button tone="primary" onPress={keep}>{words.keep}</Button>
        {saysSomething(inCopy) && <Button onPress={() => onKeep(asInRecord)}>{words.asInRecord}</Button>}
        <Button tone="quiet" onPress={onClose}>{words.cancel}</Button>
      </div>
    </div>
  );
}
