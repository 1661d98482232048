import { z } from 'zod';

/**
 * Every way a call can be refused: a closed set. The words for people are in shared/messages; the code is what she may
 * quote. No error carries content, a path or a stack. `file` is a file's own name (not its place) where one is concerned.
 */
export const ErrorCode = z.enum([
  // vault
  'wrong-secret', 'no-vault-here', 'vault-exists', 'header-damaged', 'tampered', 'tail-set-aside', 'newer-format', 'older-than-seen',
  'already-open', 'locked', 'read-only', 'disk-full', 'drive-file-limit', 'folder-unwritable', 'io-error', 'vault-gone', 'passphrase-too-weak', 'code-not-matching',
  // shares of a recovery key: from different sets, or not enough of them
  'shares-mixed', 'shares-too-few',
  // backups: the copy there went further or another way; there was one and is none now; the folder is the vault's own; it is on another computer
  'backup-differs', 'backup-gone', 'same-folder', 'not-this-vault', 'busy', 'network-folder',
  // one passphrase for both compartments; a file that is damaged stands in the way of renewing
  'same-secret', 'cannot-renew',
  // record
  'not-found', 'already-recorded', 'in-use', 'reason-needed', 'erased', 'nothing-to-record', 'too-large',
  // files coming in
  'grant-spent', 'file-gone', 'file-unreadable', 'file-changed', 'file-empty', 'not-understood', 'encrypted-file', 'limit-exceeded', 'date-order-needed', 'columns-needed', 'duplicate',
  // going out
  'nothing-chosen', 'pages-outdated', 'cannot-print', 'cannot-sweep', 'sweep-open', 'permission-needed', 'mark-tells', 'cannot-save', 'place-gone', 'copy-differs', 'cannot-show',
  // everything
  'cancelled', 'bad-call', 'unexpected',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

export const CallError = z.object({ code: ErrorCode, file: z.string().max(1024).optional() });
export type CallError = z.infer<typeof CallError>;

/** The result of every call. Expected refusals are values; a bug becomes `unexpected`. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: CallError };

/** Thrown inside a process to leave a call with a code; the router turns it into a Result. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly file: string | undefined;
  constructor(code: ErrorCode, file?: string) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.file = file;
  }
}
