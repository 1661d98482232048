import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { Choice } from './choice';
import type { RedactionLists } from './use-redaction-lists';

/** Beside pages from which nothing was taken out, though there are lists with something on them: which, and the way to use one. */
export function ListNotUsed({ redactions, choice, onChoice }: { readonly redactions: RedactionLists; readonly choice: Choice; readonly onChoice: (choice: Choice) => void }) {
  const lists = (redactions.lists ?? []).filter(({ words, areas }) => words.length + areas.length > 0);
  const words = messages.redaction;
  if (choice.redactionListId !== null || lists.length === 0) return null;
  return (
    <Notice title={words.notUsedTitle}>
      <p className="small">{words.notUsed(lists.length)}</p>
      <div className="row">{lists.slice(0, 5).map(({ id, name }) => <Button key={id} tone="quiet" onPress={() => onChoice({ ...choice, redactionListId: id })}>{words.useList(name)}</Button>)}</div>
    </Notice>
  );
}
