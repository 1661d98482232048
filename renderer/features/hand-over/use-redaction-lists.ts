import { useEffect } from 'react';
import type { Id } from '../../../shared/model/identity';
import type { RedactionList } from '../../../shared/model/redaction';
import { useAsk } from '../../app/use-ask';

/** The redaction lists, asked for once for all that shows them. */
export interface RedactionLists {
  /** null before they came. */
  readonly lists: readonly RedactionList[] | null;
  readonly again: () => void;
}

/** `chosenId`: of the list that is used, which may have been made since these were read: beside the pages, from what was found there. */
export function useRedactionLists(chosenId: Id | null): RedactionLists {
  const { value, again } = useAsk('redactions.lists', {});
  const lists = value?.lists ?? null;
  const isUnread = lists !== null && chosenId !== null && lists.every(({ id }) => id !== chosenId);
  useEffect(() => { if (isUnread) again(); }, [isUnread, again]);
  return { lists, again };
}
