import { useState } from 'react';
import type { Person, PersonRole } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { personRoleLabels } from '../../../shared/picklists';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Page, PageHeader } from '../../ui/page';
import { Select } from '../../ui/select';
import { TextArea, TextField } from '../../ui/text-field';
import { handlesOf } from './handles-text';

const roles = (Object.keys(personRoleLabels) as PersonRole[]).map((value) => ({ value, label: personRoleLabels[value].label, hint: personRoleLabels[value].explanation }));

/** One person: name, who they are to her, what they are called elsewhere. `person` null makes a new one. */
export function PersonForm({ person, isReadOnly, onSaved }: { person: Person | null; isReadOnly: boolean; onSaved: (person: Person) => void }) {
  const [name, setName] = useState(person?.name ?? '');
  const [role, setRole] = useState<PersonRole | null>(person?.role ?? null);
  const [handles, setHandles] = useState(person?.handles.join('\n') ?? '');
  const [note, setNote] = useState(person?.note ?? '');
  const [missing, setMissing] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isSaved, setSaved] = useState(false);
  const words = messages.people;
  const change = <T,>(set: (value: T) => void) => (value: T): void => { set(value); setSaved(false); };

  async function save(): Promise<void> {
    if (name.trim() === '' || role === null) { setMissing(true); return; }
    setMissing(false);
    const added = person ? null : await ask('people.add', { name: name.trim(), role });
    if (added && !added.ok) { setRefusal(messages.errors.say(added.error)); return; }
    const id = person?.id ?? (added?.ok ? added.value.id : '');
    const isMore = handles.trim() !== '' || note.trim() !== '';
    const result = person || isMore ? await ask('people.amend', { id, name: name.trim(), role, handles: handlesOf(handles), note: note.trim() }) : added;
    if (!result) return;
    if (!result.ok) { setRefusal(messages.errors.say(result.error)); return; }
    setRefusal(null);
    setSaved(true);
    onSaved(result.value);
  }
  return (
    <Page>
      <PageHeader title={person?.name ?? words.newTitle} description={person ? words.firstRecorded(messages.dates.day(person.firstRecordedUtc)) : undefined} />
      <form className="stack measure" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <TextField label={words.name} hint={words.nameHint} value={name} onChange={change(setName)} maxLength={200} isReadOnly={isReadOnly} error={missing && name.trim() === '' ? words.nameNeeded : null} autoFocus={!person} />
        <Select label={words.role} options={roles} value={role} onChange={change(setRole)} error={missing && role === null ? words.roleNeeded : null} />
        <TextArea label={words.handles} hint={words.handlesHint} value={handles} onChange={change(setHandles)} isReadOnly={isReadOnly} />
        <TextArea label={words.note} value={note} onChange={change(setNote)} maxLength={5000} isReadOnly={isReadOnly} />
        {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
        {!isReadOnly && <div className="row"><Button type="submit" tone="primary">{person ? words.save : words.addThem}</Button><span className="small quiet" role="status">{isSaved ? words.saved : ''}</span></div>}
      </form>
    </Page>
  );
}
