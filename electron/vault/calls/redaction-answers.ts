import type { CallInput, CallNameAt, CallOutput } from '../../../shared/contract';
import { addArea, addWords, copyList, listRedactionLists, makeList, removeList, renameList, takeOff } from '../record/hand-over/redactions';
import type { RecordContext } from '../record/record-context';

type RedactionCallName = Extract<CallNameAt<'vault'>, `redactions.${string}`>;

/** The window's calls about what is taken out of copies. */
export const redactionAnswers: { readonly [N in RedactionCallName]: (context: RecordContext, input: CallInput<N>) => CallOutput<N> | Promise<CallOutput<N>> } = {
  'redactions.lists': ({ store }) => ({ lists: listRedactionLists(store) }),
  'redactions.makeList': (context, { name }) => makeList(context, name),
  'redactions.copyList': (context, { id, name }) => copyList(context, id, name),
  'redactions.renameList': (context, { id, name }) => renameList(context, id, name),
  'redactions.removeList': async (context, { id }) => {
    await removeList(context, id);
    return {};
  },
  'redactions.addWords': (context, { listId, ...words }) => addWords(context, listId, words),
  'redactions.addArea': (context, { listId, ...area }) => addArea(context, listId, area),
  'redactions.takeOff': (context, { listId, id }) => takeOff(context, listId, id),
};
