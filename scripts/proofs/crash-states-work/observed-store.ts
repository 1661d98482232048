import type { Transaction, VaultStore } from '../../../electron/vault/store/store';
import { recordDigest, type RecordDigest } from './record-digest';

export interface Observer {
  /** A transaction is applied and about to go to the disk: what the record would hold with it. */
  underWay(sequence: number, digest: RecordDigest): void;
  /** It was acknowledged. */
  acknowledged(sequence: number, digest: () => RecordDigest): Promise<void>;
}

/** A store that tells of every transaction; otherwise the store itself. */
export function observed(store: VaultStore, observer: Observer): VaultStore {
  return {
    get vaultId() { return store.vaultId; },
    get readOnly() { return store.readOnly; },
    get evidence() { return store.evidence; },
    get files() { return store.files; },
    get copies() { return store.copies; },
    get waysIn() { return store.waysIn; },
    get renewing() { return store.renewing; },
    async transact<T>(work: (transaction: Transaction) => T): Promise<T> {
      let sequence = 0;
      const result = await store.transact((transaction) => {
        const done = work(transaction);
        sequence = store.mark().sequence + 1;
        observer.underWay(sequence, recordDigest(transaction, 'inside a transaction'));
        return done;
      });
      // One that changed nothing is no transaction.
      if (store.mark().sequence === sequence) await observer.acknowledged(sequence, () => recordDigest(store, 'between transactions'));
      return result;
    },
    all: (sql, parameters) => store.all(sql, parameters),
    changes: () => store.changes(),
    mark: () => store.mark(),
    sealedMark: () => store.sealedMark(),
    snapshot: () => store.snapshot(),
    purge: () => store.purge(),
    close: () => store.close(),
  };
}
