import { BookOpenText } from 'lucide-react';
import { type FocusEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { wholeChronology } from '../../../shared/model/chronology';
import type { Person } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { keepBeforeLock } from '../../app/before-lock';
import { ask } from '../../app/bridge';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Page, PageHeader } from '../../ui/page';
import { PersonFields } from './person-fields';
import { isSame, type PersonWords, savable, wordsOf } from './person-words';

/** One person: name, who they are to her, what they are called elsewhere. Every change is saved when she leaves the field, the page or the vault. */
export function PersonForm({ person, isReadOnly, onSaved, below }: { person: Person; isReadOnly: boolean; onSaved: (person: Person) => void; /** What else belongs to them. */ below?: ReactNode }) {
  const texts = messages.people;
  const [words, setWords] = useState<PersonWords>(() => wordsOf(person));
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
  };
  const save = async (): Promise<void> => {
    if (isReadOnly || isSame(newest.current, kept.current)) return;
    const given = newest.current;
    const whole = savable(given);
    setMissing(whole === null);
    if (whole === null) return;
    const saved = await ask('people.amend', { id: person.id, ...whole });
    setRefusal(saved.ok ? null : messages.errors.say(saved.error));
    if (!saved.ok) return;
    kept.current = given;
    setSavedAt(new Date().toISOString());
    tell.current(saved.value);
  };
  const saving = useRef(save);
  saving.current = save;
  useEffect(() => {
    const release = keepBeforeLock(() => saving.current());
    return () => { release(); void saving.current(); };
  }, []);
  const onBlur = (event: FocusEvent): void => { if (event.target !== event.relatedTarget) void save(); };
  return (
    <Page>
      <PageHeader title={person.name} description={texts.firstRecorded(messages.dates.day(person.firstRecordedUtc))} actions={<InRecord person={person} />} />
      <form className="stack measure" onBlur={onBlur} onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <PersonFields words={words} change={change} isReadOnly={isReadOnly} isMissing={isMissing} onRole={() => void save()} />
        {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
        <p className="small quiet" role="status">{savedAt && texts.saved(messages.dates.clock(savedAt))}</p>
      </form>
      {below}
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
