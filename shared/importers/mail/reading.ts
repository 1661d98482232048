import type { SourceFile } from '../source';
import type { MailSourcePart } from './parts';

/** How one of her files keeps mail. */
export type MailSourceKind = 'eml' | 'mbox' | 'msg';

/**
 * Reads one kind of file that holds mail. Pure, as `Importer` (../reading.ts) is: the same on every machine and in every zone, one message in memory at a time, nothing fetched, nothing run. What is not understood becomes a
 * part or a finding that says so; it throws nothing but what `SourceFile` throws.
 */
export interface MailImporter {
  readonly kind: MailSourceKind;
  /** Told from the first 256 KiB, never from the name. At most one may say so of any file. */
  recognises(head: Uint8Array): boolean;
  /** Asked after `recognises`, of files whose beginning cannot settle it; null where it always does. */
  readonly confirms: ((file: SourceFile) => Promise<boolean>) | null;
  /** In the file's order. Ids are unique within this reading. */
  read(file: SourceFile): AsyncGenerator<MailSourcePart>;
}
