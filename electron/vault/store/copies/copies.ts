import type { VaultKeys } from '../../crypto/vault-keys';
import type { LongWork } from '../long-work';

/** What the store offers for copies of a vault: backups, restoring, moving, joining (docs/FORMAT.md, "Backups"). */

type SqlValue = string | number | Uint8Array | null;

/** Anything that answers queries: an open vault, or the database in a copy. */
export interface Queries {
  all<R extends Record<string, SqlValue>>(sql: string, parameters?: readonly SqlValue[]): R[];
}

/** An evidence file as the record names it. */
export interface NamedEvidence {
  objectName: string;
  key: Uint8Array;
  sizeBytes: number;
  sha256: string;
  /** What she knows it by; for reports. */
  name: string;
}

/** How the record finds all evidence its database names: asked of an open vault, or of the database in a copy. */
export type NameEvidence = (from: Queries) => NamedEvidence[];

/** A point of the chain; the hash in hexadecimal. */
export interface Point {
  sequence: number;
  hash: string;
}

/** How a finished backup is known again although the vault's keys were renewed since. */
export interface WrittenBackup {
  /** The key its objects are named under. */
  namesKey: Uint8Array;
  /** SHA-256 of its root copies, hexadecimal. */
  rootDigest: string;
}

export interface BackupTarget {
  folder: string;
  nameEvidence: NameEvidence;
  /** Whether the record remembers that the vault's history passed this point. */
  isKnown: (point: Point) => boolean;
  /** Notes the point of the backup that is about to be written: should the process be killed then, the record must know it again. */
  remember: (point: Point) => Promise<void>;
  /** What the last finished backup there left; null: none is known of. */
  last: WrittenBackup | null;
  /** A backup was there: when it is gone, none is made before she said so. */
  mustBeThere: boolean;
}

export interface BackedUp {
  /** Evidence files that were copied, and all bytes that were. */
  newFiles: number;
  newBytes: number;
  /** What was there already. */
  keptFiles: number;
  keptBytes: number;
  /** Names of files that are missing or damaged in the vault: those that the backup has from before, and those that it has not. */
  damaged: { kept: string[]; absent: string[] };
  written: WrittenBackup;
}

/** A backup that lies in a folder, and that the record knew nothing of. */
export interface FoundBackup {
  /** What the record asked of the database in it; null: it cannot be read, or is so long that it would be waited for. */
  newestUtc: string | null;
  /** null: it was made under former keys, or neither root verifies. */
  written: WrittenBackup | null;
}

export interface CheckedCopy {
  files: number;
  bytes: number;
  /** Names of files that are missing or damaged in the copy. */
  damaged: string[];
  /** Both headers, both roots, snapshots and journal verify. */
  recordWhole: boolean;
}

/** An open vault's keys and the half of the header they belong to; whoever opens with them zeroes them at the end. */
export interface OwnKeys {
  keys: VaultKeys;
  place: 0 | 1;
}

/** What an open vault can do about copies of itself. */
export interface VaultCopies {
  /** Where the vault itself lies. */
  readonly folder: string;
  /**
   * What lies in a folder: `nothing` of ours, or a `backup` of this vault, perhaps not finished. Refuses `backup-differs` (it went further, or another way),
   * `not-this-vault`, `newer-format`, `same-folder`.
   */
  find: (target: Pick<BackupTarget, 'folder' | 'isKnown' | 'last'>) => Promise<'nothing' | 'backup'>;
  /** Whether a backup of this vault lies in a folder now, whole or damaged: a header, and a root under its keys of now or those it was written with. */
  holds: (target: Pick<BackupTarget, 'folder' | 'last'>) => Promise<boolean>;
  /** What is known of the backup in a folder in which `find` found one; null: none was finished there. `newestUtc` is asked of its database. */
  know: (target: Pick<BackupTarget, 'folder' | 'last'>, newestUtc: (from: Queries) => string | null) => Promise<FoundBackup | null>;
  /** Refuses as `find`, and `read-only`, `place-gone`, `backup-gone`, `already-open`, `disk-full`, `folder-unwritable`, `io-error`, `cancelled`; then the backup before is whole. */
  backUp: (target: BackupTarget, work: LongWork) => Promise<BackedUp>;
  /** Makes sure of an empty folder for a copy that is to be the vault itself. Refuses `same-folder`, `vault-exists`, `folder-unwritable`. */
  claim: (folder: string) => Promise<void>;
  /** Empties a claimed folder again. */
  discard: (folder: string) => Promise<void>;
  /** What opens a copy of the vault that was just made (open-store.ts): for going on there. */
  lendKeys: () => OwnKeys;
  /** Removes the vault's files from the folder it was moved out of; `lives-on`: it was used there since, and stays. */
  leave: (folder: string, leftAt: Point) => Promise<'left' | 'lives-on'>;
  /** Reads every object; changes nothing. Refuses `place-gone`, `no-vault-here`, `not-this-vault`, `tampered` (nothing of its record verifies), `cancelled`. */
  check: (folder: string, nameEvidence: NameEvidence, work: LongWork) => Promise<CheckedCopy>;
}
