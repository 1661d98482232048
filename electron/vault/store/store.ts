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

/** The kinds of secret that open a vault: one slot of the header for each (docs/FORMAT.md, "Header"). */
export type WayInKind = 'passphrase' | 'recovery-code' | 'key-file' | 'shared-key';

/** What the record notes of a change of a way in: before the header is written, and after. */
export interface WayInNote {
  /** `slotDigest`: what `WaysIn.slotDigest` will be once the header is written. When it throws, nothing has changed. */
  before(transaction: Transaction, slotDigest: string): void;
  /** The header is written. A process killed before this leaves the record to find out at the next opening, by the digest. */
  after(transaction: Transaction): void;
}

/** The ways into the compartment that is open. Keys are the 32 bytes a secret was derived to; the caller zeroes them. */
export interface WaysIn {
  /** Which of this compartment's ways in a secret opens; null: none. */
  opens(key: Uint8Array): WayInKind | null;
  /** SHA-256 of a kind's slot as it stands in the header, used or not, lower-case hexadecimal. */
  slotDigest(kind: WayInKind): string;
  /**
   * Makes a way in, in place of the one of its kind. `proof` is the key of any way in to this compartment. Resolves when both copies of the header are on the disk; a
   * process killed before that leaves the old way in or the new one, whole. Refuses `wrong-secret` (`proof` opens nothing here), `same-secret` (`key` opens
   * the vault already), `read-only`, `vault-gone`, `already-open`, `disk-full`, `folder-unwritable`, `io-error`; then the old way in still holds.
   */
  set(kind: WayInKind, key: Uint8Array, proof: Uint8Array, note: WayInNote): Promise<void>;
  /** Ends a way in: random bytes take its place. Refuses as `set`. */
  remove(kind: Exclude<WayInKind, 'passphrase'>, proof: Uint8Array, note: WayInNote): Promise<void>;
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
  readonly waysIn: WaysIn;
  /** Journal position: number of acknowledged records and the chain hash, for rollback marks. */
  mark(): { sequence: number; hash: string };
  /** The same, sealed, to be kept outside the vault; `half`: of the header. The same bytes while nothing is new. */
  sealedMark(): { half: 0 | 1; sealed: Uint8Array };
  snapshot(): Promise<void>;
  /** Deleting for good: after erasing rows, rewrites a fresh snapshot and drops every older segment and snapshot. */
  purge(): Promise<void>;
  /** Snapshot, release the lock, zero every key. */
  close(): Promise<void>;
}
