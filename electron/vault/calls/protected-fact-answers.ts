import type { CallInput, CallNameAt, CallOutput } from '../../../shared/contract';
import { offerProtectedFacts } from '../record/hand-over/protected-fact-offers';
import { addProtectedFact, amendProtectedFact, listProtectedFacts, removeProtectedFact } from '../record/hand-over/protected-facts';
import type { RecordContext } from '../record/record-context';

type ProtectedFactCallName = Extract<CallNameAt<'vault'>, `protectedFacts.${string}`>;

/** The window's calls about what must never be in what she hands over. */
export const protectedFactAnswers: { readonly [N in ProtectedFactCallName]: (context: RecordContext, input: CallInput<N>) => CallOutput<N> | Promise<CallOutput<N>> } = {
  'protectedFacts.list': ({ store }) => ({ facts: listProtectedFacts(store) }),
  'protectedFacts.offers': ({ store }) => ({ offers: offerProtectedFacts(store) }),
  'protectedFacts.add': (context, said) => addProtectedFact(context, said),
  'protectedFacts.amend': (context, { id, ...said }) => amendProtectedFact(context, id, said),
  'protectedFacts.remove': async (context, { id }) => {
    await removeProtectedFact(context, id);
    return {};
  },
};
