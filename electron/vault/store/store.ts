import type { KdfParameters } from '../../../shared/kdf-parameters';
import type { UtcInstant } from '../../../shared/model/identity';

/** The seam between the record (what is kept) and the store (how it is kept safe). The record knows only this file. */

import type { VaultCopies } from './copies/copies';
import type { LongWork } from './long-work';

export type { BackedUp, BackupTarget, CheckedCopy, FoundBackup, NamedEvidence, NameEvidence, Point, Queries, VaultCopies, WrittenBackup } from './copies/copies';
export type { LongWork } from './long-work';

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
  /** Seals while hashing; bounded memory. On any failure or abort nothing is left behind. `expectedBytes` null: the length is not known ahead. Refuses `disk-full`, `drive-file-limit` (FAT32), `io-error`, `cancelled`. */
  seal(source: AsyncIterable<Uint8Array>, options: { expectedBytes: number | null; signal?: AbortSignal; onProgress?: (doneBytes: number) => void }): Promise<SealedEvidence>;
  open(sealed: Pick<SealedEvidence, 'objectName' | 'key' | 'sizeBytes'>): Promise<EvidenceReader>;
  /** Removes the object's bytes. The caller erases the key in a transaction first. */
  remove(objectName: string): Promise<void>;
  /**
   * Removes evidence this vault sealed but never recorded (the program ended between sealing and the transaction); what is set aside stays. `referenced`
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
  /** Salt and costs with which every secret of this vault is derived. */
  parameters(): KdfParameters;
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

/** How an evidence file was found when it was read whole. */
export type EvidenceFound = 'whole' | 'damaged' | 'missing';

/**
 * Files that hold the record itself and do not lie on the disk as this process wrote or read them: one copy or both of header and root, the
 * current generation's snapshot or journal, or those of the generation kept in reserve.
 */
export type FilesDamage = 'header-copy' | 'both-headers' | 'root-copy' | 'both-roots' | 'record' | 'reserve';

/** Called with each count of bytes verified, and waited for: it lets others go first, and ends the work by throwing. */
export type VerifyingStep = (bytes: number) => Promise<void>;

/** The vault's files as they lie on the disk now, compared with what is known of them. What another compartment owns is never looked at. */
export interface StoredFiles {
  /** Header, root, snapshots and journal; the evidence apart. Refuses `vault-gone`, and what `step` throws. */
  verify(step: VerifyingStep): Promise<FilesDamage[]>;
  /** One evidence file, read whole. Refuses as `verify`. */
  evidence(sealed: Pick<SealedEvidence, 'objectName' | 'key' | 'sizeBytes' | 'sha256'>, step: VerifyingStep): Promise<EvidenceFound>;
  /** Whether the disk says that an evidence file was written to after an instant, or is no longer there. Who sets a file's time back is not noticed. */
  isEvidenceChangedSince(objectName: string, utc: UtcInstant): Promise<boolean>;
  /** Writes anew what was found damaged, from what this process holds of it. Refuses `read-only`, `disk-full`, `io-error`. */
  mend(damage: readonly FilesDamage[]): Promise<void>;
}

/** What the record does in a renewal of all keys; the store knows none of its tables. */
export interface RenewedRecord {
  /** Every sealed file that the record names now, each with its own name for people. */
  evidence(from: Pick<Transaction, 'all'>): (SealedEvidence & { fileName: string })[];
  /** Notes that objects are coming whose names are made with this key, so that they are removed should the renewal never be done; null: none are. */
  noteComing(transaction: Transaction, namesKey: string | null): void;
  /**
   * The record as it stands in the renewed vault: every file as it was sealed anew, by the name it had, and the key of the former names, whose objects
   * are to be removed. Nothing of this is done in the vault as it is.
   */
  renew(transaction: Transaction, files: ReadonlyMap<string, SealedEvidence>, formerNamesKey: string): void;
}

/** Keys are the 32 bytes a secret was derived to; the caller zeroes them. Progress in bytes of evidence sealed anew. */
export interface Renewal extends LongWork {
  /** The key of any way in to this compartment. */
  proof: Uint8Array;
  /** The only ways in to the renewed vault. */
  waysIn: readonly { kind: WayInKind; key: Uint8Array }[];
  record: RenewedRecord;
}

/** A new vault key for the compartment that is open (docs/FORMAT.md, "Renewing"). */
export interface Renewing {
  /**
   * Seals everything anew: evidence first, with files and entries still coming in; then, while saving waits, the database, and last the header. The store
   * goes on with the new keys. Cancelled, refused or killed at any moment, the vault is the old one or the new one, whole. Refuses `wrong-secret` (`proof`
   * opens nothing here), `same-secret` (a new way in opens the vault already), `cannot-renew` (a file is damaged; named), `cancelled`, `read-only`,
   * `disk-full`, `folder-unwritable`, `io-error`, `vault-gone`, `already-open`.
   */
  renew(renewal: Renewal): Promise<void>;
  /** A file of this vault sealed anew, under its present keys, its bytes compared with the digest recorded for them. Refuses `tampered`, and as `EvidenceStore.seal`. */
  resealed(sealed: SealedEvidence): Promise<SealedEvidence>;
  /** Whether an object's name was made with a names key, hexadecimal. */
  isNamedWith(namesKey: string, objectName: string): boolean;
  /**
   * Removes what lies in the vault under names made with a key that is not its own: what a renewal left. False: not all could be removed, or the two
   * copies of the header do not agree yet which vault this is, or a file is on its way in; then it is for the next opening.
   */
  removeNamedWith(namesKey: string, keep: ReadonlySet<string>): Promise<boolean>;
}

/** What a transaction changes: anything, or only what the program notes of its own work. */
export type Changed = 'record' | 'notes';

export interface VaultStore {
  readonly vaultId: string;
  readonly readOnly: boolean;
  /**
   * BEGIN, work, append to the journal, fdatasync, COMMIT; resolves only when safe on the disk. Transactions run one after
   * another. If `work` throws, nothing has changed. Refuses `read-only`, `disk-full`, `io-error`. `notes`: what the program does by itself, such as
   * how far a paper is read; `changes('record')` stays then.
   */
  transact<T>(work: (transaction: Transaction) => T, changed?: Changed): Promise<T>;
  /** Of a vault that may only be read, and of no other: changes what is read of it, until it is closed. Nothing of it reaches the disk. */
  changeInMemory<T>(work: (transaction: Transaction) => T): T;
  /** Reads see every acknowledged transaction. */
  all<R extends Row = Row>(sql: string, parameters?: readonly SqlValue[]): R[];
  /**
   * Another number whenever reads may answer otherwise than before: when a transaction's work is applied (it can be read before it is
   * acknowledged), and again when that work is taken back. What was worked out from reads holds as long as it stays. `record`: reads of anything
   * but what is only ever changed as `notes`.
   */
  changes(of?: 'anything' | 'record'): number;
  readonly evidence: EvidenceStore;
  readonly files: StoredFiles;
  readonly waysIn: WaysIn;
  readonly renewing: Renewing;
  readonly copies: VaultCopies;
  /** Journal position: number of acknowledged records and the chain hash, for rollback marks. */
  mark(): { sequence: number; hash: string };
  /** The same, sealed, to be kept outside the vault; `half`: of the header. The same bytes while nothing is new. */
  sealedMark(): { half: 0 | 1; sealed: Uint8Array };
  snapshot(): Promise<void>;
  /** Says that much is about to be saved in many transactions: until the returned end is called, the journal may grow longer between snapshots. Nothing is saved less surely. `databaseBytes`: about how much the database will grow, where that is known. */
  expectMuch(databaseBytes?: number): () => void;
  /**
   * Deleting for good: after erasing rows, rewrites a fresh snapshot and drops every older segment and snapshot, and all that is set aside.
   * @param erased `before-opening`: what this opening found of a newer record, which was made since, stays set aside
   */
  purge(erased?: 'now' | 'before-opening'): Promise<void>;
  /** Snapshot, release the lock, zero every key. */
  close(): Promise<void>;
}
