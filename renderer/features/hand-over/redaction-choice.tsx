import { useEffect, useState } from 'react';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { useAsk } from '../../app/use-ask';
import { Folded } from '../../ui/folded';
import { ListSelect } from '../../ui-record/redaction/list-select';
import { ManageList } from '../../ui-record/redaction/manage-list';
import { Listed } from '../../ui-record/redaction/listed';
import { WordsForm } from '../../ui-record/redaction/words-form';
import type { Choice } from './choice';

/** Which redaction list this copy goes under, and what stands on it. `onChanged`: pages made before hold to what stood on it then. */
export function RedactionChoice({ choice, onChoice, onChanged, things, readOnly }: { choice: Choice; onChoice: (choice: Choice) => void; onChanged: () => void; things: readonly { id: Id; title: string }[]; readOnly: boolean }) {
  const { value, again } = useAsk('redactions.lists', {});
  const [said, setSaid] = useState('');
  const words = messages.redaction;
  const lists = value?.lists ?? [];
  const list = lists.find(({ id }) => id === choice.redactionListId);
  // Made beside the pages, from what was found there: it is not among those that were read.
  const isUnread = value !== null && value !== undefined && choice.redactionListId !== null && list === undefined;
  useEffect(() => { if (isUnread) again(); }, [isUnread, again]);
  const changed = (): void => { again(); onChanged(); };
  if (readOnly && lists.length === 0) return null;
  const nameOf = (id: string): string => things.find((thing) => thing.id === id)?.title || messages.handOver.untitled;
  return (
    <Folded level={2} title={words.title} summary={list?.name ?? words.noList}>
      <div className="stack">
        <p className="small quiet">{words.intro}</p>
        <ListSelect lists={lists} value={list?.id ?? null} canBeNone onChange={(redactionListId) => onChoice({ ...choice, redactionListId })} onMade={(made) => { onChoice({ ...choice, redactionListId: made.id }); again(); }} />
        {list && !readOnly && (
          <>
            <div className="stack-tight">
              <WordsForm listId={list.id} onChanged={(_list, text) => { setSaid(text); changed(); }} />
              <p role="status" className="small">{said}</p>
            </div>
            <Listed list={list} nameOf={nameOf} onChanged={changed} />
            <p className="small quiet">{words.notPlayed}</p>
            <ManageList key={list.id} list={list} onRenamed={again} onRemoved={() => { onChoice({ ...choice, redactionListId: null }); again(); }} />
          </>
        )}
      </div>
    </Folded>
  );
}
