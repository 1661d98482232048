import { BookOpenText } from 'lucide-react';
import { type FocusEvent, type ReactNode, useEffect, useRef, useState } from 'react';
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
import { Folded } from '../../ui/folded';
import { Page, PageHeader } from '../../ui/page';
import { Select } from '../../ui/select';
import { TextArea, TextField } from '../../ui/text-field';
import { emptyWords, hasOfficer, isSame, type PersonWords, savable, wordsOf } from './person-words';

const roles = (Object.keys(personRoleLabels) as PersonRole[]).map((value) => ({ value, label: personRoleLabels[value].label, hint: personRoleLabels[value].explanation }));

/** A new person half typed, kept while the vault is open: going to look something up must not lose it. */
let halfTyped: PersonWords | null = null;

/**
 * One person: name, who they are to her, what they are called elsewhere. `person` null makes a new one, by a button; of
 * somebody known every change is saved when she leaves the field, the page or the vault.
 */
export function PersonForm({ person, isReadOnly, onSaved, below }: { person: Person | null; isReadOnly: boolean; onSaved: (person: Person) => void; /** What else belongs to them. */ below?: ReactNode }) {
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
    const saved = await ask('people.amend', { id, ...whole });
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
    const all = await amend(added.value.id, words);
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
        <TextArea label={texts.aliases} hint={texts.aliasesHint} value={words.aliases} onChange={(aliases) => change({ aliases })} isReadOnly={isReadOnly} />
        {words.role === 'police' ? <OfficerFields words={words} change={change} isReadOnly={isReadOnly} />
          : words.role !== 'organisation' && <Folded level={2} title={texts.officerFolded} startsOpen={hasOfficer(words)}><OfficerFields words={words} change={change} isReadOnly={isReadOnly} /></Folded>}
        {(words.role === 'professional' || words.organisation !== '') && <TextField label={texts.organisation} hint={texts.organisationHint} value={words.organisation} onChange={(organisation) => change({ organisation })} maxLength={300} isReadOnly={isReadOnly} autoComplete="off" />}
        <TextArea label={texts.handles} hint={texts.handlesHint} value={words.handles} onChange={(handles) => change({ handles })} isReadOnly={isReadOnly} />
        <TextArea label={texts.note} value={words.note} onChange={(note) => change({ note })} maxLength={5000} isReadOnly={isReadOnly} />
        {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
        {!person && !isReadOnly && <div className="row"><Button type="submit" tone="primary">{texts.addThem}</Button></div>}
        <p className="small quiet" role="status">{savedAt && texts.saved(messages.dates.clock(savedAt))}</p>
      </form>
      {below}
    </Page>
  );
}

/** What is known of somebody as an officer. */
function OfficerFields({ words, change, isReadOnly }: { words: PersonWords; change: (part: Partial<PersonWords>) => void; isReadOnly: boolean }) {
  const texts = messages.people;
  return (
    <div className="stack">
      <TextField label={texts.force} hint={texts.forceHint} value={words.force} onChange={(force) => change({ force })} maxLength={200} isReadOnly={isReadOnly} autoComplete="off" />
      <TextField label={texts.rank} value={words.rank} onChange={(rank) => change({ rank })} maxLength={100} isReadOnly={isReadOnly} autoComplete="off" />
      <TextField label={texts.collarNumber} hint={texts.collarNumberHint} value={words.collarNumber} onChange={(collarNumber) => change({ collarNumber })} maxLength={50} isReadOnly={isReadOnly} autoComplete="off" />
      <TextField label={texts.unit} hint={texts.unitHint} value={words.unit} onChange={(unit) => change({ unit })} maxLength={200} isReadOnly={isReadOnly} autoComplete="off" />
    </div>
  );
}

/** The way to the entries in which somebody appears. */
function InRecord({ person: { id } }: { person: Person }) {
  const { go } = usePlaces();
  const total = useAsk('chronology.rows', { filter: { ...wholeChronology, personIds: [id] }, offset: 0, limit: 1 }).value?.total ?? 0;
  if (total === 0) return null;
  return <Button tone="quiet" icon={BookOpenText} onPress={() => go({ name: 'chronology', personId: id })}>{messages.people.inRecord(total)}</Button>;
}
