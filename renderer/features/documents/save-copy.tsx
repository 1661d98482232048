import { FileDown } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import { messages } from '../../../shared/messages/en-gb';
import type { Id } from '../../../shared/model/identity';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

/** Gives the original out as a file, for whoever compares it with the hash. */
export function SaveCopy({ id, tellsPlace }: { id: Id; /** The file says where it was made. */ tellsPlace: boolean }) {
  const [state, setState] = useState<'ready' | 'saving' | 'saved'>('ready');
  const [refused, setRefused] = useState<CallError | null>(null);
  const isSaving = useRef(false);
  const words = messages.documents.detail;
  async function save(): Promise<void> {
    // One dialog at a time. Not by disabling the button: that would take the keyboard's place away.
    if (isSaving.current) return;
    isSaving.current = true;
    setState('saving');
    setRefused(null);
    const result = await ask('documents.saveCopy', { id });
    isSaving.current = false;
    setState(result.ok && result.value.saved ? 'saved' : 'ready');
    setRefused(result.ok ? null : result.error);
  }
  return (
    <section className="stack-tight" aria-label={words.saveCopy}>
      <div className="row"><Button icon={FileDown} onPress={() => void save()}>{words.saveCopy}</Button></div>
      <p className="small quiet">{words.saveCopyHint}</p>
      {tellsPlace && <Notice tone="needs-you">{words.saveCopyPlace}</Notice>}
      <p className="small" role="status">{state === 'saving' ? words.savingCopy : state === 'saved' ? words.copySaved : ''}</p>
      {refused && <Notice tone="needs-you" announce>{messages.errors.say(refused)}</Notice>}
    </section>
  );
}
