import type { z } from 'zod';
import { Refusal } from '../../../shared/contract/errors';
import type { VaultCalls } from '../../../shared/vault-protocol/vault-calls';
import { noteUnknownSlots } from '../record/vault/first-page';
import type { LongWork } from '../store/store';
import type { RecordContext } from '../record/record-context';
import { noteRenewalTold, renewedRecord, settleRenewals } from '../record/vault/renewal';
import { leaving } from './document-work';
import { noteRefused } from './note-refused';
import { zeroing } from './zeroing';

type RenewKeys = z.infer<VaultCalls['waysIn.renew']['input']>;

/** Seals everything of the open vault anew under a new key, and takes away what was before. The keys given are zeroed. */
export async function renewKeys(context: RecordContext, { proof, passphraseKey, recoveryKey, recoveryPrinted }: Omit<RenewKeys, 'taskId'>, work: LongWork): Promise<void> {
  const { store } = context;
  await zeroing([proof, passphraseKey, recoveryKey], () => noteRefused(context, () => store.renewing.renew({
    ...work, proof, record: renewedRecord(context, recoveryPrinted),
    waysIn: [{ kind: 'passphrase', key: passphraseKey }, { kind: 'recovery-code', key: recoveryKey }],
  }))).catch(async (error: unknown) => {
    // Cut short because she leaves, it is told at the next opening; otherwise this answer tells her.
    if (work.signal.reason !== leaving) await store.transact(noteRenewalTold).catch(laterWhenRefused);
    throw error;
  });
  await store.transact((transaction) => noteUnknownSlots(context, transaction)).catch(laterWhenRefused);
  await settleRenewals(context).catch(laterWhenRefused);
}

/** The keys are renewed, and that is what she must hear; what could not be taken away goes at the next opening. */
function laterWhenRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
