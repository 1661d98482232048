/** The seam between the record (what is kept) and the store (how it is kept safe). The record knows only this file. */

export type SqlValue = string | number | Uint8Array | null;
export type Row = Record<string, SqlValue>;

/** Inside one transaction. Statements must be deterministic: no random(), no 'now' (they are replayed from the journal). */
export interface Transaction {
  run(sql: string, parameters?: readonly SqlValue[]): void;
  all<R extends Row = Row>(sql: string, parameters?: readonly SqlValue[]): R[];
}

/** A sealed evidence file: all that is needed to read it again. Kept in the database by the record. */
export interface SealedEvidence {
  /** 128-bit name of the object, hexadecimal. */
  objectName: string;
  /** Its own random key, 32 bytes. Destroying every copy of it destroys the file. */
  key: Uint8Array;
  sizeBytes: number;
  /** SHA-256 of the plain bytes, lower-case hexadecimal. */
  sha256: string;
  /** HMAC-SHA-256 of the digest under a vault key: finds duplicates without revealing which known file is held. */
  duplicateTag: string;
}

export interface EvidenceReader {
  readonly sizeBytes: number;
  /** Plain bytes [start, end); every chunk touched is verified. Refuses `tampered`. */
  read(start: number, end: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface EvidenceStore {
  /** Seals while hashing; bounded memory. On any failure or abort nothing is left behind. `expectedBytes` null: the length is not known ahead. Refuses `disk-full`, `io-error`, `cancelled`. */
  seal(source: AsyncIterable<Uint8Array>, options: { expectedBytes: number | null; signal?: AbortSignal; onProgress?: (doneBytes: number) => void }): Promise<SealedEvidence>;
  open(sealed: Pick<SealedEvidence, 'objectName' | 'key' | 'sizeBytes'>): Promise<EvidenceReader>;
  /** Removes the object's bytes. The caller erases the key in a transaction first. */
  remove(objectName: string): Promise<void>;
  /**
   * Removes evidence this vault sealed but never recorded (the program ended between sealing and the transaction). `referenced`
   * must hold every object name in the database. Returns how many were removed. Call once after opening; never while sealing.
   */
  sweep(referenced: ReadonlySet<string>): Promise<number>;
}

export interface VaultStore {
  readonly vaultId: string;
  readonly readOnly: boolean;
  /**
   * BEGIN, work, append to the journal, fdatasync, COMMIT; resolves only when safe on the disk. Transactions run one after
   * another. If `work` throws, nothing has changed. Refuses `read-only`, `disk-full`, `io-error`.
   */
  transact<T>(work: (transaction: Transaction) => T): Promise<T>;
  /** Reads see every acknowledged transaction. */
  all<R extends Row = Row>(sql: string, parameters?: readonly SqlValue[]): R[];
  /**
   * Another number whenever reads may answer otherwise than before: when a transaction's work is applied (it can be read before it is
   * acknowledged), and again when that work is taken back. What was worked out from reads holds as long as it stays.
   */
  changes(): number;
  readonly evidence: EvidenceStore;
  /** Journal position: number of acknowledged records and the chain hash, for rollback marks. */
  mark(): { sequence: number; hash: string };
  snapshot(): Promise<void>;
  /** Deleting for good: after erasing rows, rewrites a fresh snapshot and drops every older segment and snapshot. */
  purge(): Promise<void>;
  /** Snapshot, release the lock, zero every key. */
  close(): Promise<void>;
}
