import type { z } from 'zod';
import { Refusal } from '../../../shared/contract/errors';
import type { VaultCalls } from '../../../shared/vault-protocol';
import { noteUnknownSlots } from '../record/first-page';
import { appendHistory } from '../record/history';
import type { RecordContext } from '../record/record-context';
import { renewedRecord, settleRenewals } from '../record/renewal';
import type { SealWork } from './document-work';

type RenewKeys = z.infer<VaultCalls['ways.renew']['input']>;

/** Seals everything of the open vault anew under a new key, and takes away what was before. The keys given are zeroed. */
export async function renewKeys(context: RecordContext, { proof, passphraseKey, recoveryKey, recoveryPrinted }: Omit<RenewKeys, 'taskId'>, work: SealWork): Promise<void> {
  const { store } = context;
  try {
    await store.renewing.renew({
      ...work, proof, record: renewedRecord(context, recoveryPrinted),
      waysIn: [{ kind: 'passphrase', key: passphraseKey }, { kind: 'recovery-code', key: recoveryKey }],
    });
  } catch (error) {
    // Whoever tries it on a vault that stands open, and does not know its secret, leaves a trace.
    if (error instanceof Refusal && error.code === 'wrong-secret') {
      await store.transact((transaction) => appendHistory(context, transaction, 'attempt-refused', 'vault', store.vaultId, { atUtc: context.now(), whileOpen: true }));
    }
    throw error;
  } finally {
    for (const key of [proof, passphraseKey, recoveryKey]) key.fill(0);
  }
  await store.transact((transaction) => noteUnknownSlots(context, transaction)).catch(laterWhenRefused);
  await settleRenewals(context).catch(laterWhenRefused);
}

/** The keys are renewed, and that is what she must hear; what could not be taken away goes at the next opening. */
function laterWhenRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
