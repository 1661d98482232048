import { randomInt } from 'node:crypto';
import { Refusal } from '../../../shared/contract/errors';
import { asPrinted } from '../../../shared/text/crockford';
import { appendHistory } from '../record/history/history';
import type { RecordContext } from '../record/record-context';
import { clearPendingCode, pendingCode } from '../record/vault/recovery-confirmation';
import { writeFact } from '../record/vault/vault-facts';

/** The code as printed while it waits to be confirmed, or null. */
export function pendingRecoveryCode(context: RecordContext): { recoveryCode: string | null } {
  return { recoveryCode: pendingCode(context.store)?.join('-') ?? null };
}

const groupsAsked = 2;

/** Which groups of the recovery code she is asked to type: two, picked anew each time, told in order. */
export function askRecoveryCode(context: RecordContext, asked: { groups: number[] }): { groups: number[]; groupCount: number } {
  const groups = pendingCode(context.store);
  if (groups === null) throw new Refusal('not-found');
  const picked = new Set<number>();
  while (picked.size < groupsAsked) picked.add(randomInt(groups.length));
  asked.groups = [...picked].sort((a, b) => a - b);
  return { groups: asked.groups, groupCount: groups.length };
}

export async function confirmRecoveryCode(context: RecordContext, asked: readonly number[], typed: readonly string[]): Promise<{ confirmed: boolean }> {
  const groups = pendingCode(context.store);
  if (groups === null || asked.length === 0) throw new Refusal('not-found');
  const confirmed = asked.length === typed.length && asked.every((group, i) => asPrinted(typed[i] ?? '') === groups[group]);
  if (confirmed) {
    await context.store.transact((transaction) => {
      clearPendingCode(transaction);
      writeFact(transaction, 'recovery-confirmed', 'yes');
      appendHistory(context, transaction, 'recovery-code-confirmed', 'vault', context.store.vaultId, {});
    });
  }
  return { confirmed };
}
