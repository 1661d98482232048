import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { HandedCopy } from '../../../shared/model/copy';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';

/** Saves the receipt of one copy, and says what became of it. */
export function SaveReceipt({ copy, icon }: { readonly copy: HandedCopy; readonly icon?: LucideIcon }) {
  const words = messages.recipients;
  const [said, setSaid] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function save(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const result = await ask('copies.saveReceipt', { id: copy.id });
    setBusy(false);
    setSaid(!result.ok ? messages.errors.say(result.error) : result.value.saved ? words.receipt.saved : words.receipt.notSaved);
  }
  return (
    <>
      <div className="row"><Button {...(icon ? { icon } : {})} aria-label={words.receipt.makeNamed(words.copyFor(copy.number, copy.to))} onPress={() => void save()}>{words.receipt.make}</Button></div>
      <p role="status" className="small">{said ?? ''}</p>
    </>
  );
}
