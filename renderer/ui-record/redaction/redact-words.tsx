import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { Id } from '../../../shared/model/identity';
import type { RedactionReason } from '../../../shared/model/redaction';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Folded } from '../../ui/folded';
import { ListSelect } from './list-select';
import { Listed } from './listed';
import { WordsForm } from './words-form';
import { useWordsWaiting } from './words-waiting';

const mostWords = 500;

/** Puts words on a redaction list, over the page on which they stand: she is there again when it closes. `listId`: the list that is meant, where one is chosen already. `onDone`: with the list that words were put on or taken off; null: none was changed. */
export function RedactWords({ startsWith, startsAs, listId, onDone }: { readonly startsWith: string; readonly startsAs?: RedactionReason; readonly listId: Id | null; readonly onDone: (changedId: Id | null) => void }) {
  const { value, again } = useAsk('redactions.lists', {});
  const [chosenId, setChosenId] = useState(listId);
  const [changedId, setChangedId] = useState<Id | null>(null);
  const [said, setSaid] = useState('');
  const words = messages.redaction;
  const lists = value?.lists ?? [];
  const list = lists.find(({ id }) => id === chosenId) ?? (lists.length === 1 ? lists[0] : undefined);
  const waiting = useWordsWaiting(startsWith);
  const leave = (how: 'press' | 'key'): void => {
    if (!list || waiting.mayLeave(how, changedId !== null)) onDone(changedId);
  };
  return (
    <Dialog title={words.blackOut} isOpen onClose={() => leave('key')} width="wide" actions={<Button tone={changedId === null ? 'plain' : 'primary'} onPress={() => leave('press')}>{words.blackOutDone}</Button>}>
      <div className="stack">
        <p className="small measure">{words.stays}</p>
        {value && <ListSelect lists={lists} value={list?.id ?? null} canBeNone={false} onChange={setChosenId} onMade={(made) => { setChosenId(made.id); again(); }} />}
        {list && <WordsForm key={list.id} takesFocus listId={list.id} waiting={waiting} {...(startsAs === undefined ? {} : { startsAs })} onChanged={(_list, text) => { setSaid(text); setChangedId(list.id); again(); }} />}
        <p role="status" className="small">{said}</p>
        {list && list.words.length > 0 && (
          <Folded level={3} title={words.listed} summary={words.listSummary(list.words.length, list.areas.length)}>
            <Listed list={list} nameOf={() => null} onChanged={() => { setChangedId(list.id); again(); }} />
          </Folded>
        )}
      </div>
    </Dialog>
  );
}

/** What she had selected; else what is given, where it is short enough to be words and no page. */
function selectedOr(given: string): string {
  const selected = (window.getSelection()?.toString() ?? '').trim();
  return (selected === '' ? given.trim() : selected).slice(0, mostWords);
}

/** The way there from an entry, a message or a mail. `words`: what is offered where nothing is selected; '' for nothing. */
export function RedactButton({ words = '' }: { readonly words?: string }) {
  const [startsWith, setStartsWith] = useState<string | null>(null);
  return (
    <>
      <Button icon={EyeOff} onPress={() => setStartsWith(selectedOr(words))}>{messages.redaction.blackOut}</Button>
      {startsWith !== null && <RedactWords startsWith={startsWith} listId={null} onDone={() => setStartsWith(null)} />}
    </>
  );
}
