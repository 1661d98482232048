import { Check } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { Document } from '../../../shared/model/document';
import type { Id } from '../../../shared/model/identity';
import type { PageArea, RedactionList, RedactionReason } from '../../../shared/model/redaction';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { ask } from '../../app/bridge';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Folded } from '../../ui/folded';
import { Listed } from './listed';
import { ListSelect } from './list-select';
import { ReasonSelect } from './reason-select';
import { WordsForm } from './words-form';
import { useWordsWaiting } from './words-waiting';
import { BlackOutProvider } from '../../ui-viewer/black-out';
import './redact-document.css';

/** The document with what is taken out of copies of it: parts of its pages, drawn on them, and words. Nothing of it touches the document. `startsWith`: what she had selected in it; `startsAs`: why it is taken out, where that is known. */
export function RedactDocument({ document, startsWith, startsAs = 'address', listId: given = null, onChanged, onDone, children }: { document: Document; startsWith: string; startsAs?: RedactionReason; /** The list that is meant, where one is chosen already. */ listId?: Id | null; /** Something went on the list, or off it. */ onChanged?: (listId: Id) => void; onDone: () => void; children: ReactNode }) {
  const asked = useAsk('redactions.lists', {});
  const [listId, setListId] = useState<Id | null>(given);
  const [reason, setReason] = useState<RedactionReason>(startsAs);
  const [said, setSaid] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [hasChanged, setChanged] = useState(false);
  const [isListOpen, setListOpen] = useState(startsWith !== '');
  const waiting = useWordsWaiting(startsWith);
  const words = messages.redaction;
  const lists = asked.value?.lists ?? [];
  const list = lists.find(({ id }) => id === listId) ?? (lists.length === 1 ? lists[0] : undefined);
  const { again } = asked;
  const chosenId = list?.id ?? null;
  const name = showHidden(document.title || document.originalName);
  const changed = (text: string) => ({ id }: RedactionList): void => { setSaid(text); setChanged(true); again(); onChanged?.(id); };

  const blacking = useMemo(() => ({
    areas: list?.areas.filter(({ documentId }) => documentId === document.id) ?? [],
    onArea: (page: number, area: PageArea): void => {
      if (chosenId === null) return setRefusal(words.chooseListFirst);
      void ask('redactions.addArea', { listId: chosenId, documentId: document.id, page, ...area, reason }).then((result) => {
        setRefusal(result.ok ? null : messages.errors.say(result.error));
        if (!result.ok) return;
        setChanged(true);
        again();
        onChanged?.(chosenId);
      });
    },
  }), [list, chosenId, document.id, reason, again, onChanged, words]);
  const mayLeave = (how: 'press' | 'key'): boolean => {
    if (!list || waiting.mayLeave(how, hasChanged)) return true;
    setListOpen(true);
    return false;
  };
  const isPlayed = document.form === 'audio' || document.form === 'video' || document.form === 'other';
  return (
    // The dialog around it is left by Esc, which would let go of what she typed.
    <div className="redact-document" onKeyDown={(event) => { if (event.key === 'Escape' && !mayLeave('key')) event.stopPropagation(); }}>
      <div className="redact-document-bar">
        <ListSelect lists={lists} value={chosenId} canBeNone={false} onChange={setListId} onMade={(made) => { setListId(made.id); again(); }} />
        <ReasonSelect value={reason} onChange={setReason} />
        <div className="row"><Button tone="primary" icon={Check} onPress={() => { if (mayLeave('press')) onDone(); }}>{words.blackOutDone}</Button></div>
        <p className="small measure">{words.stays} {isPlayed ? words.notPlayed : words.blackOutHow}</p>
        {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
        <p role="status" className="small">{said}</p>
        {list && (
          <Folded level={2} title={words.listed} summary={words.listSummary(list.words.length, blacking.areas.length)} open={{ is: isListOpen, set: setListOpen }}>
            <WordsForm listId={list.id} waiting={waiting} startsAs={startsAs} onChanged={(next, text) => changed(text)(next)} />
            <Listed list={list} nameOf={(id) => (id === document.id ? name : null)} onChanged={changed('')} />
          </Folded>
        )}
      </div>
      <div className="redact-document-thing"><BlackOutProvider value={blacking}>{children}</BlackOutProvider></div>
    </div>
  );
}
