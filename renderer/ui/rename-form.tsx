import { useState, type ReactNode } from 'react';
import { messages } from '../../shared/messages/en-gb';
import { Button } from './button';
import { TextField } from './text-field';

export interface RenameFormProps {
  readonly label: string;
  readonly name: string;
  readonly maxLength: number;
  /** What is said where nothing is left of the name. */
  readonly needed: string;
  /** Gets the name without blanks at its ends; why it cannot be had, or null once it is. */
  readonly onRename: (name: string) => Promise<string | null>;
  readonly onCancel: () => void;
  /** What the button says, by the name as it is typed. */
  readonly save: (name: string) => string;
  /** What follows from the name as it is typed, under the field. */
  readonly about?: (name: string) => ReactNode;
}

/** Another name for something of hers, where its name stood. Whoever shows it takes Escape. */
export function RenameForm({ label, name: was, maxLength, needed, onRename, onCancel, save, about }: RenameFormProps) {
  const [name, setName] = useState(was);
  const [refusal, setRefusal] = useState<string | null>(null);
  async function rename(): Promise<void> {
    setRefusal(name.trim() === '' ? needed : await onRename(name.trim()));
  }
  return (
    <form className="stack-tight" onSubmit={(event) => { event.preventDefault(); void rename(); }}>
      <TextField label={label} value={name} onChange={(typed) => { setName(typed); setRefusal(null); }} maxLength={maxLength} error={refusal} autoFocus autoComplete="off" />
      {about?.(name.trim())}
      <div className="row"><Button type="submit">{save(name.trim())}</Button><Button tone="quiet" onPress={onCancel}>{messages.ui.cancel}</Button></div>
    </form>
  );
}
