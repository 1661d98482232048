import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { Id } from '../../../shared/model/identity';
import type { RedactionList } from '../../../shared/model/redaction';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';

const none = 'none';
const another = 'another';

/** Which list: one there is, none, or a new one that is given its name here. */
export function ListSelect({ lists, value, canBeNone, onChange, onMade }: { lists: readonly RedactionList[]; value: Id | null; canBeNone: boolean; onChange: (id: Id | null) => void; onMade: (list: RedactionList) => void }) {
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const [complaint, setComplaint] = useState<string | null>(null);
  // Pressed twice, it is one list all the same.
  const isMaking = useRef(false);
  const words = messages.redaction;
  const options = [
    ...(canBeNone ? [{ value: none, label: words.noList }] : []),
    ...lists.map((list) => ({ value: list.id, label: list.name, hint: words.listSummary(list.words.length, list.areas.length) })),
    { value: another, label: words.newList },
  ];
  async function make(): Promise<void> {
    if (name.trim() === '') return setComplaint(words.nameNeeded);
    if (isMaking.current) return;
    isMaking.current = true;
    const result = await ask('redactions.makeList', { name });
    isMaking.current = false;
    setComplaint(result.ok ? null : messages.errors.say(result.error));
    if (!result.ok) return;
    setNaming(false);
    setName('');
    onMade(result.value);
  }
  return (
    <div className="stack-tight">
      <Select label={words.list} options={options} value={isNaming ? another : (value ?? (canBeNone ? none : null))} onChange={(chosen) => { setNaming(chosen === another); if (chosen !== another) onChange(chosen === none ? null : chosen); }} />
      {isNaming && (
        <form className="stack-tight" onSubmit={(event) => { event.preventDefault(); void make(); }}>
          <TextField label={words.newListName} hint={words.newListHint} value={name} onChange={(typed) => { setName(typed); setComplaint(null); }} maxLength={120} error={complaint} autoFocus />
          <div><Button type="submit" icon={Plus}>{words.makeList}</Button></div>
        </form>
      )}
    </div>
  );
}
