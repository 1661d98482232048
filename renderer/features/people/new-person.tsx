import { useState } from 'react';
import type { Person } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Page, PageHeader } from '../../ui/page';
import { SavedLine } from '../../ui-record/entry/saved-line';
import { useKeptWords } from '../../ui-record/entry/use-kept-words';
import { PersonFields } from './person-fields';
import { emptyWords, isSame, type PersonWords, savable } from './person-words';

interface NewPersonProps { onAdded: (person: Person) => void; onLetGo: () => void }

/** Somebody new. What she types is kept as she types it, through a lock, until she adds them or lets it go. */
export function NewPerson(props: NewPersonProps) {
  const { value, error } = useAsk('people.halfWritten', {});
  if (error) return <Page><Notice tone="needs-you" announce>{messages.errors.say(error)}</Notice></Page>;
  return value && <Writing {...props} first={value.words ?? emptyWords} />;
}

/** Fields that say nothing are nobody, not somebody half written. */
const keep = (words: PersonWords): ReturnType<typeof ask<'people.saveHalfWritten'>> => ask('people.saveHalfWritten', { words: isSame(words, emptyWords) ? null : words });

function Writing({ first, onAdded, onLetGo }: NewPersonProps & { first: PersonWords }) {
  const texts = messages.people;
  const { content: words, change, state, flush, forget } = useKeptWords(() => first, keep);
  const [isMissing, setMissing] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  const add = async (): Promise<void> => {
    const whole = savable(words);
    setMissing(whole === null);
    if (whole === null) return;
    const added = await ask('people.add', { name: whole.name, role: whole.role });
    const all = added.ok ? await ask('people.amend', { id: added.value.id, ...whole }) : added;
    if (!all.ok) { setRefusal(messages.errors.say(all.error)); return; }
    await letGo();
    onAdded(all.value);
  };
  const letGo = async (): Promise<void> => {
    // What is on its way goes first, so that nothing is written again behind it.
    await flush();
    forget();
    await ask('people.saveHalfWritten', { words: null });
  };
  return (
    <Page>
      <PageHeader title={texts.newTitle} />
      <form className="stack measure" onBlur={() => void flush()} onSubmit={(event) => { event.preventDefault(); void add(); }}>
        <PersonFields words={words} change={change} isReadOnly={false} isMissing={isMissing} autoFocus />
        {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
        <div className="row"><Button type="submit" tone="primary">{texts.addThem}</Button><Button tone="quiet" onPress={() => void letGo().then(onLetGo)}>{messages.caseEntry.letGo}</Button></div>
        <SavedLine state={state} />
      </form>
    </Page>
  );
}
