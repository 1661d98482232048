import { Refusal } from '../../../shared/contract/errors';
import { appendHistory } from '../record/history/history';
import type { RecordContext } from '../record/record-context';

/** Whoever tries to change the ways in of a vault that stands open, and does not know its secret, leaves a trace. Throws what `work` throws. */
export async function noteRefused(context: RecordContext, work: (context: RecordContext) => Promise<void>): Promise<void> {
  try {
    await work(context);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'wrong-secret') {
      await context.store.transact((transaction) => appendHistory(context, transaction, 'attempt-refused', 'vault', context.store.vaultId, { atUtc: context.now(), whileOpen: true }));
    }
    throw error;
  }
}
