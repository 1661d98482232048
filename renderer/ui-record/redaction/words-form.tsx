import { Plus } from 'lucide-react';
import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { Id } from '../../../shared/model/identity';
import { type RedactionList, type RedactionReason, WordsToTakeOut } from '../../../shared/model/redaction';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choices';
import { TextField } from '../../ui/text-field';
import { ReasonSelect } from './reason-select';

/** Shorter words stand in many others. */
const shortWord = 4;

/** Puts words on a redaction list. `startsWith`: what she had selected. `startsAs`: why, where that is known. `takesFocus`: the words are what she came for, and stand in sight at once. */
export function WordsForm({ listId, startsWith = '', startsAs = 'address', takesFocus = false, onChanged }: { listId: Id; startsWith?: string; startsAs?: RedactionReason; takesFocus?: boolean; onChanged: (list: RedactionList, said: string) => void }) {
  const [typed, setTyped] = useState(startsWith);
  const [reason, setReason] = useState<RedactionReason>(startsAs);
  const [whole, setWhole] = useState<boolean | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);
  const words = messages.redaction;
  const isWholeWord = whole ?? (/^\p{L}+$/u.test(typed.trim()) && typed.trim().length < shortWord);

  async function add(): Promise<void> {
    const given = WordsToTakeOut.safeParse({ words: typed, reason, isWholeWord });
    if (!given.success) return setComplaint(words.wordsNeeded);
    const result = await ask('redactions.addWords', { listId, ...given.data });
    setComplaint(result.ok ? null : messages.errors.say(result.error));
    if (!result.ok) return;
    setTyped('');
    setWhole(null);
    onChanged(result.value, words.wasAdded(words.wordsListed(given.data.words, words.reasons[reason])));
  }
  return (
    <form className="stack-tight" onSubmit={(event) => { event.preventDefault(); void add(); }}>
      <TextField label={words.words} hint={words.wordsHint} value={typed} onChange={(text) => { setTyped(text); setComplaint(null); }} maxLength={500} error={complaint} autoFocus={takesFocus} />
      <ReasonSelect value={reason} onChange={setReason} />
      <Checkbox isSelected={isWholeWord} onChange={setWhole} hint={words.wholeWordHint}>{words.wholeWord}</Checkbox>
      <div><Button type="submit" icon={Plus}>{words.add}</Button></div>
    </form>
  );
}
