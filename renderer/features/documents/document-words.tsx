import type { Document } from '../../../shared/model/document';
import { sayDate } from '../../../shared/dates';
import type { ScreenDayOffer } from '../../../shared/dates/screen-days';
import type { DocumentDetails } from '../../../shared/model/document-details';
import { messages } from '../../../shared/messages/en-gb';
import { DatedField } from '../../ui/dated-field';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/page';
import { TextArea, TextField } from '../../ui/text-field';
import { DateOffers } from './date-offer';
import { ScreenDayQuestion } from './screen-day-question';
import { useDocumentWords } from './use-document-words';

/** Her words about a document: name, date and how it is known, note. Kept as she goes, every change in the history. */
export function DocumentWords({ document, details, screenDays, onChanged }: { document: Document; details: DocumentDetails; screenDays: readonly ScreenDayOffer[]; onChanged: () => void }) {
  const { words: { title, happened, note }, change, leaveField, state } = useDocumentWords(document, onChanged);
  const words = messages.documents.detail;
  return (
    <section className="stack" aria-label={words.whatYouSay} onBlur={leaveField}>
      <h2>{words.whatYouSay}</h2>
      <TextField label={words.titleLabel} value={title} onChange={(typed) => change({ title: typed })} maxLength={300} />
      <DatedField label={words.happenedLabel} hint={words.happenedHint} value={happened} onChange={(dated) => change({ happened: dated })} />
      {happened.typed === '' && <DateOffers document={document} times={(details.picture ?? details.recording)?.times ?? []} onUse={(dated) => change({ happened: dated })} />}
      {happened.typed === '' && <ScreenDayQuestion found={screenDays} onUse={(dated) => change({ happened: dated })} />}
      <TextArea label={words.noteLabel} hint={words.noteHint} value={note} onChange={(typed) => change({ note: typed })} maxLength={200_000} />
      {state.kind === 'refused' && <Notice tone="loss" announce title={words.notSaved}>{messages.errors.say(state.error)}</Notice>}
      <p role="status" className="small quiet document-saved">{state.kind === 'saved' ? words.saved(messages.dates.clock(state.atUtc)) : ''}</p>
    </section>
  );
}

/** The same to read, in a vault that cannot be changed. */
export function DocumentWordsReading({ document: { title, happened, note } }: { document: Document }) {
  const words = messages.documents.detail;
  return (
    <section className="stack-tight" aria-label={words.whatYouSay}>
      <h2>{words.whatYouSay}</h2>
      <Facts facts={[
        { name: words.titleLabel, value: title || words.notSaid },
        { name: words.happenedLabel, value: happened.typed === '' ? words.notSaid : sayDate(happened) },
        { name: words.noteLabel, value: note ? <span className="account-text">{note}</span> : words.notSaid },
      ]} />
    </section>
  );
}
