import type { CallOutput } from '../../../../shared/contract';
import type { UtcInstant } from '../../../../shared/model/identity';
import type { Transaction } from '../../store/store';
import { historyHead } from '../history/history';
import type { RecordContext } from '../record-context';
import { countOf, type Queries } from '../rows';
import { sealCode } from '../history/seal-code';

type FactName = 'created-utc' | 'example' | 'recovery-confirmed';

export function readFact(from: Queries, name: FactName): string | null {
  return from.all<{ value: string }>(`SELECT value FROM setting WHERE name = ?`, [name])[0]?.value ?? null;
}

export function writeFact(transaction: Transaction, name: FactName, value: string): void {
  transaction.run(`INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, [name, value]);
}

export function isExample(from: Queries): boolean {
  return readFact(from, 'example') === 'yes';
}

export function isRecoveryCodeConfirmed(from: Queries): boolean {
  return readFact(from, 'recovery-confirmed') === 'yes';
}

export function vaultFacts(context: RecordContext): CallOutput<'vault.facts'> {
  const { store } = context;
  const head = historyHead(store);
  const createdUtc: UtcInstant = readFact(store, 'created-utc') ?? context.now();
  const [bytes] = store.all<{ total: number | null }>(`SELECT sum(size_bytes) AS total FROM document WHERE status = 'kept'`);
  return {
    vaultId: store.vaultId, createdUtc, example: isExample(store), readOnly: store.readOnly, recoveryCodeConfirmed: isRecoveryCodeConfirmed(store),
    historySequence: head.sequence, sealCode: sealCode(store.vaultId, head),
    incidentCount: countOf(store, `incident WHERE status <> 'erased'`), documentCount: countOf(store, `document WHERE status = 'kept'`),
    messageCount: store.all<{ total: number | null }>(`SELECT sum(message_count) AS total FROM conversation WHERE ready = 1`)[0]?.total ?? 0,
    evidenceBytes: bytes?.total ?? 0,
  };
}
