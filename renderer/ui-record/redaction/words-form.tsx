import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { Id } from '../../../shared/model/identity';
import { type RedactionList, type RedactionReason, WordsToTakeOut } from '../../../shared/model/redaction';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choices';
import { focusFirstError } from '../../ui/focus-first-error';
import { TextField } from '../../ui/text-field';
import { ReasonSelect } from './reason-select';
import type { WordsWaiting } from './words-waiting';

/** Shorter words stand in many others. */
const shortWord = 4;

/** Puts words on a redaction list. `waiting`: what stands in the field and is not on the list. `startsAs`: why, where that is known. `takesFocus`: the words are what she came for, and stand in sight at once. */
export function WordsForm({ listId, waiting: { typed, setTyped, asked }, startsAs = 'address', takesFocus = false, onChanged }: { listId: Id; waiting: WordsWaiting; startsAs?: RedactionReason; takesFocus?: boolean; onChanged: (list: RedactionList, said: string) => void }) {
  const [reason, setReason] = useState<RedactionReason>(startsAs);
  const [whole, setWhole] = useState<boolean | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const words = messages.redaction;
  useEffect(() => {
    if (asked > 0) focusFirstError(form.current);
  }, [asked]);
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
    <form ref={form} className="stack-tight" onSubmit={(event) => { event.preventDefault(); void add(); }}>
      <TextField label={words.words} hint={words.wordsHint} value={typed} onChange={(text) => { setTyped(text); setComplaint(null); }} maxLength={500} error={complaint ?? (asked > 0 ? words.notAdded : null)} autoFocus={takesFocus} />
      <ReasonSelect value={reason} onChange={setReason} />
      <Checkbox isSelected={isWholeWord} onChange={setWhole} hint={words.wholeWordHint}>{words.wholeWord}</Checkbox>
      <div className="row">
        <Button type="submit" icon={Plus}>{words.add}</Button>
        {asked > 0 && <Button tone="quiet" onPress={() => { setTyped(''); setComplaint(null); form.current?.querySelector('input')?.focus(); }}>{words.clear}</Button>}
      </div>
    </form>
  );
}
