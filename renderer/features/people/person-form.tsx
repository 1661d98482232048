import { BookOpenText } from 'lucide-react';
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { wholeChronology } from '../../../shared/model/chronology';
import type { Person, PersonRole } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { personRoleLabels } from '../../../shared/picklists';
import { keepBeforeLock } from '../../app/before-lock';
import { ask } from '../../app/bridge';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Page, PageHeader } from '../../ui/page';
import { Select } from '../../ui/select';
import { TextArea, TextField } from '../../ui/text-field';
import { handlesOf } from './handles-text';
import { emptyWords, isSame, type PersonWords, savable, wordsOf } from './person-words';

const roles = (Object.keys(personRoleLabels) as PersonRole[]).map((value) => ({ value, label: personRoleLabels[value].label, hint: personRoleLabels[value].explanation }));

/** A new person half typed, kept while the vault is open: going to look something up must not lose it. */
let halfTyped: PersonWords | null = null;

/**
 * One person: name, who they are to her, what they are called elsewhere. `person` null makes a new one, by a button; of
 * somebody known every change is saved when she leaves the field, the page or the vault.
 */
export function PersonForm({ person, isReadOnly, onSaved }: { person: Person | null; isReadOnly: boolean; onSaved: (person: Person) => void }) {
  const texts = messages.people;
  const [words, setWords] = useState<PersonWords>(() => (person ? wordsOf(person) : halfTyped ?? emptyWords));
  const [isMissing, setMissing] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const newest = useRef(words);
  const kept = useRef(words);
  const tell = useRef(onSaved);
  tell.current = onSaved;
  const change = (part: Partial<PersonWords>): void => {
    newest.current = { ...newest.current, ...part };
    setWords(newest.current);
    if (!person) halfTyped = newest.current;
  };

  const amend = async (id: string, given: PersonWords): Promise<Person | null> => {
    const whole = savable(given);
    if (!whole) { setMissing(true); return null; }
    setMissing(false);
    const saved = await ask('people.amend', { id, name: whole.name, role: whole.role, handles: handlesOf(whole.handles), note: whole.note });
    setRefusal(saved.ok ? null : messages.errors.say(saved.error));
    if (!saved.ok) return null;
    kept.current = given;
    setSavedAt(new Date().toISOString());
    return saved.value;
  };
  const save = async (): Promise<void> => {
    if (!person || isReadOnly || isSame(newest.current, kept.current)) return;
    const saved = await amend(person.id, newest.current);
    if (saved) tell.current(saved);
  };
  const saving = useRef(save);
  saving.current = save;
  useEffect(() => {
    const release = keepBeforeLock(() => saving.current());
    return () => { release(); void saving.current(); };
  }, []);

  const add = async (): Promise<void> => {
    const whole = savable(words);
    if (!whole) { setMissing(true); return; }
    const added = await ask('people.add', { name: whole.name, role: whole.role });
    if (!added.ok) { setRefusal(messages.errors.say(added.error)); return; }
    const all = whole.handles.trim() !== '' || whole.note !== '' ? await amend(added.value.id, words) : added.value;
    if (!all) return;
    halfTyped = null;
    onSaved(all);
  };
  const onBlur = (event: FocusEvent): void => { if (event.target !== event.relatedTarget) void save(); };
  return (
    <Page>
      <PageHeader title={person?.name ?? texts.newTitle} description={person ? texts.firstRecorded(messages.dates.day(person.firstRecordedUtc)) : undefined} actions={person && <InRecord person={person} />} />
      <form className="stack measure" onBlur={onBlur} onSubmit={(event) => { event.preventDefault(); void (person ? save() : add()); }}>
        <TextField label={texts.name} hint={texts.nameHint} value={words.name} onChange={(name) => change({ name })} maxLength={200} isReadOnly={isReadOnly} error={isMissing && words.name.trim() === '' ? texts.nameNeeded : null} autoFocus={!person} />
        <Select label={texts.role} options={roles} value={words.role} onChange={(role) => { change({ role }); void save(); }} error={isMissing && words.role === null ? texts.roleNeeded : null} />
        <TextArea label={texts.handles} hint={texts.handlesHint} value={words.handles} onChange={(handles) => change({ handles })} isReadOnly={isReadOnly} />
        <TextArea label={texts.note} value={words.note} onChange={(note) => change({ note })} maxLength={5000} isReadOnly={isReadOnly} />
        {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
        {!person && !isReadOnly && <div className="row"><Button type="submit" tone="primary">{texts.addThem}</Button></div>}
        <p className="small quiet" role="status">{savedAt && texts.saved(messages.dates.clock(savedAt))}</p>
      </form>
    </Page>
  );
}

/** The way to the entries in which somebody appears. */
function InRecord({ person: { id } }: { person: Person }) {
  const { go } = usePlaces();
  const total = useAsk('chronology.rows', { filter: { ...wholeChronology, personIds: [id] }, offset: 0, limit: 1 }).value?.total ?? 0;
  if (total === 0) return null;
  return <Button tone="quiet" icon={BookOpenText} onPress={() => go({ name: 'chronology', personId: id })}>{messages.people.inRecord(total)}</Button>;
}
