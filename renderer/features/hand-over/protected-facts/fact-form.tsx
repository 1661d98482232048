import { useEffect, useRef, useState } from 'react';
import type { ProtectedFact, ProtectedFactKind, ProtectedFactSaid } from '../../../../shared/model/protected-fact';
import { messages } from '../../../../shared/messages/en-gb';
import { Button } from '../../../ui/button';
import { focusFirstError } from '../../../ui/focus-first-error';
import { Notice } from '../../../ui/notice';
import { Select } from '../../../ui/select';
import { TextArea, TextField } from '../../../ui/text-field';

const kinds = (Object.keys(messages.sweep.facts.kinds) as ProtectedFactKind[]).map((value) => ({ value, label: messages.sweep.facts.kinds[value] }));

export interface FactFormProps {
  /** null: a new one. */
  fact: ProtectedFact | null;
  /** Gives what to say when it was refused, else null. */
  onSave: (said: ProtectedFactSaid) => Promise<string | null>;
  onClose: () => void;
  /** Whether something is typed that is not saved. */
  onTyped: (isTyped: boolean) => void;
}

/** One thing that must never be in what she hands over. Saved by its button: until then nothing is looked for. */
export function FactForm({ fact, onSave, onClose, onTyped }: FactFormProps) {
  const words = messages.sweep.facts;
  const [kind, setKind] = useState<ProtectedFactKind | null>(fact?.kind ?? null);
  const [text, setText] = useState(fact?.text ?? '');
  const alsoBefore = fact?.alsoWritten.join('\n') ?? '';
  const [also, setAlso] = useState(alsoBefore);
  const [isMissing, setMissing] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const isTyped = text.trim() !== (fact?.text ?? '') || also.trim() !== alsoBefore;
  useEffect(() => {
    onTyped(isTyped);
    return () => onTyped(false);
  }, [isTyped, onTyped]);
  async function save(): Promise<void> {
    setMissing(kind === null || text.trim() === '');
    if (kind === null || text.trim() === '') {
      focusFirstError(form.current);
      return;
    }
    const alsoWritten = [...new Set(also.split('\n').map((line) => line.trim().slice(0, 500)).filter((line) => line !== ''))].slice(0, 20);
    setRefusal(await onSave({ kind, text: text.trim(), alsoWritten }));
  }
  return (
    <div ref={form} className="stack-tight fact-form">
      <Select label={words.kind} options={kinds} value={kind} onChange={setKind} error={isMissing && kind === null ? words.kindNeeded : null} />
      <TextField label={words.text} hint={kind === 'address' ? words.textHint : undefined} value={text} onChange={setText} maxLength={500} autoComplete="off" error={isMissing && text.trim() === '' ? words.needed : null} />
      <TextArea label={words.alsoWritten} hint={words.alsoWrittenHint} value={also} onChange={setAlso} />
      {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
      <div className="row"><Button tone="primary" onPress={() => void save()}>{fact === null ? words.add : words.save}</Button><Button tone="quiet" onPress={onClose}>{words.cancel}</Button></div>
    </div>
  );
}
