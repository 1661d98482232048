import type { CallInput, CallNameAt, CallOutput } from '../../../shared/contract';
import { forgetPassphrase, listCopies, passphraseOf } from '../record/hand-over/copies';
import { givenThings } from '../record/hand-over/given-things';
import { addRecipient, amendRecipient, listRecipients, removeRecipient } from '../record/hand-over/recipients';
import type { RecordContext } from '../record/record-context';

type HandedCopyCallName = Extract<CallNameAt<'vault'>, `recipients.${string}` | `copies.${string}`>;

/** The window's calls about recipients and the copies they had. */
export const handedCopyAnswers: { readonly [N in HandedCopyCallName]: (context: RecordContext, input: CallInput<N>) => CallOutput<N> | Promise<CallOutput<N>> } = {
  'recipients.list': ({ store }) => ({ recipients: listRecipients(store) }),
  'recipients.add': (context, said) => addRecipient(context, said),
  'recipients.amend': (context, { id, ...said }) => amendRecipient(context, id, said),
  'recipients.remove': async (context, { id }) => {
    await removeRecipient(context, id);
    return {};
  },
  'copies.list': ({ store }) => ({ copies: listCopies(store) }),
  'copies.passphrase': ({ store }, { id }) => ({ passphrase: passphraseOf(store, id) }),
  'copies.forgetPassphrase': (context, { id }) => forgetPassphrase(context, id),
  'copies.given': ({ store }) => ({ given: givenThings(store) }),
};
