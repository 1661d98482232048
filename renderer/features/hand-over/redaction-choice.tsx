import { useEffect, useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { Folded } from '../../ui/folded';
import { ListSelect } from '../../ui-record/redaction/list-select';
import { ManageList } from '../../ui-record/redaction/manage-list';
import { Listed } from '../../ui-record/redaction/listed';
import { WordsForm } from '../../ui-record/redaction/words-form';
import type { WordsWaiting } from '../../ui-record/redaction/words-waiting';
import type { Choice } from './choice';
import { useDocumentNames } from './use-document-names';
import type { RedactionLists } from './use-redaction-lists';

/** Which redaction list this copy goes under, and what stands on it. `onChanged`: pages made before hold to what stood on it then. `waiting`: words that she typed and did not add. */
export function RedactionChoice({ redactions: { lists: known, again }, choice, onChoice, onChanged, waiting, readOnly }: { redactions: RedactionLists; choice: Choice; onChoice: (choice: Choice) => void; onChanged: () => void; waiting: WordsWaiting; readOnly: boolean }) {
  const [said, setSaid] = useState('');
  const [isOpen, setOpen] = useState(false);
  const words = messages.redaction;
  // Asked of what is in it, it stays open once that is answered.
  useEffect(() => {
    if (waiting.asked > 0) setOpen(true);
  }, [waiting.asked]);
  const lists = known ?? [];
  const list = lists.find(({ id }) => id === choice.redactionListId);
  const names = useDocumentNames(list?.areas.map(({ documentId }) => documentId) ?? []);
  const changed = (): void => { again(); onChanged(); };
  if (readOnly && lists.length === 0) return null;
  return (
    <Folded level={2} title={words.title} summary={list?.name ?? words.noList} open={{ is: isOpen || waiting.asked > 0, set: setOpen }}>
      <div className="stack">
        <p className="small quiet">{words.intro}</p>
        <ListSelect lists={lists} value={list?.id ?? null} canBeNone onChange={(redactionListId) => onChoice({ ...choice, redactionListId })} onMade={(made) => { onChoice({ ...choice, redactionListId: made.id }); again(); }} />
        {list && !readOnly && (
          <>
            <div className="stack-tight">
              <WordsForm listId={list.id} waiting={waiting} onChanged={(_list, text) => { setSaid(text); changed(); }} />
              <p role="status" className="small">{said}</p>
            </div>
            <Listed list={list} nameOf={(id) => names.get(id) ?? messages.handOver.untitled} onChanged={changed} />
            <p className="small quiet">{words.notPlayed}</p>
            <ManageList key={list.id} list={list} onRenamed={again} onRemoved={() => { onChoice({ ...choice, redactionListId: null }); again(); }} />
          </>
        )}
      </div>
    </Folded>
  );
}
