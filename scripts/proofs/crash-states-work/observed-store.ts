import type { RenewedRecord, Transaction, VaultStore, WayInNote, WaysIn } from '../../../electron/vault/store/store';
import { recordDigest, type RecordDigest } from './record-digest';

export interface Observer {
  /** A transaction is applied and about to go to the disk: what the record would hold with it. */
  underWay(sequence: number, digest: RecordDigest): void;
  /** It was acknowledged. */
  acknowledged(sequence: number, digest: () => RecordDigest): Promise<void>;
  /** It was acknowledged, in the middle of something that goes on. */
  promise?(sequence: number): void;
}

/** A store that tells of every transaction; otherwise the store itself. */
export function observed(store: VaultStore, observer: Observer): VaultStore {
  const tell = (transaction: Transaction): void => observer.underWay(store.mark().sequence + 1, recordDigest(transaction, 'inside a transaction'));
  return {
    get vaultId() { return store.vaultId; },
    get readOnly() { return store.readOnly; },
    get evidence() { return store.evidence; },
    get files() { return store.files; },
    expectMuch: (databaseBytes) => store.expectMuch(databaseBytes),
    get copies() { return store.copies; },
    get waysIn() {
      const { waysIn } = store;
      const told = (note: WayInNote): WayInNote => ({
        before(transaction, slotDigest) {
          note.before(transaction, slotDigest);
          tell(transaction);
        },
        after(transaction) {
          observer.promise?.(store.mark().sequence);
          note.after(transaction);
          tell(transaction);
        },
      });
      return { ...waysIn, set: (kind, key, proof, note) => waysIn.set(kind, key, proof, told(note)), remove: (kind, proof, note) => waysIn.remove(kind, proof, told(note)) } satisfies WaysIn;
    },
    get renewing() {
      const { renewing } = store;
      const told = (record: RenewedRecord): RenewedRecord => ({
        evidence: (from) => record.evidence(from),
        noteComing(transaction, namesKey) {
          if (namesKey === null) observer.promise?.(store.mark().sequence);
          record.noteComing(transaction, namesKey);
          tell(transaction);
        },
        renew(transaction, files, formerNamesKey) {
          observer.promise?.(store.mark().sequence);
          record.renew(transaction, files, formerNamesKey);
          // The renewed vault stands at the same point of the chain.
          observer.underWay(store.mark().sequence, recordDigest(transaction, 'inside a transaction'));
        },
      });
      return {
        renew: (renewal) => renewing.renew({ ...renewal, record: told(renewal.record) }), resealed: (sealed) => renewing.resealed(sealed),
        isNamedWith: (namesKey, name) => renewing.isNamedWith(namesKey, name), removeNamedWith: (namesKey, keep) => renewing.removeNamedWith(namesKey, keep),
      };
    },
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
    changeInMemory: (work) => store.changeInMemory(work),
    all: (sql, parameters) => store.all(sql, parameters),
    changes: () => store.changes(),
    mark: () => store.mark(),
    sealedMark: () => store.sealedMark(),
    snapshot: () => store.snapshot(),
    purge: (erased) => store.purge(erased),
    close: () => store.close(),
  };
}
