import { useState } from 'react';
import type { Document } from '../../../shared/model/document';
import { sayDate } from '../../../shared/dates';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { DatedField } from '../../ui/dated-field';
import { Notice } from '../../ui/notice';
import { TextArea, TextField } from '../../ui/text-field';
import { datedFromPicture } from './picture-date';

/** Her words about a document: name, date and how it is known, note. Kept with every change in the history. */
export function DocumentWords({ document, onChanged }: { document: Document; onChanged: (document: Document) => void }) {
  const [title, setTitle] = useState(document.title);
  const [happened, setHappened] = useState(document.happened);
  const [note, setNote] = useState(document.note);
  const [state, setState] = useState<'still' | 'saved' | 'busy'>('still');
  const [refusal, setRefusal] = useState<string | null>(null);
  const words = messages.documents.detail;
  const offered = document.picture && happened.typed === '' ? datedFromPicture(document.picture.takenAsWritten) : null;
  const isChanged = title !== document.title || note !== document.note || JSON.stringify(happened) !== JSON.stringify(document.happened);
  async function save(): Promise<void> {
    setState('busy');
    const result = await ask('documents.amend', { id: document.id, title: title.trim(), happened, note });
    setState(result.ok ? 'saved' : 'still');
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (result.ok) { setTitle(result.value.title); setNote(result.value.note); setHappened(result.value.happened); onChanged(result.value); }
  }
  return (
    <section className="stack" aria-label={words.whatYouSay}>
      <h2>{words.whatYouSay}</h2>
      <TextField label={words.titleLabel} value={title} onChange={setTitle} maxLength={300} />
      <DatedField label={words.happenedLabel} hint={words.happenedHint} value={happened} onChange={setHappened} />
      {offered && <Notice actions={<Button onPress={() => setHappened(offered)}>{words.takenUse}</Button>}>{words.takenOffer(sayDate(offered))}</Notice>}
      <TextArea label={words.noteLabel} hint={words.noteHint} value={note} onChange={setNote} maxLength={200_000} />
      {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
      <div className="row">
        <Button isDisabled={!isChanged || state === 'busy'} onPress={() => void save()}>{words.save}</Button>
        <span role="status" className="small quiet">{state === 'saved' && !isChanged ? words.saved : ''}</span>
      </div>
    </section>
  );
}
