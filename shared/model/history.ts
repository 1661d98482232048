import { z } from 'zod';
import { Id, SubjectKind, UtcInstant } from './identity';

/** What can happen to the record; the audit trail's own words. */
export const HistoryKind = z.enum([
  'vault-created', 'vault-opened', 'attempt-refused', 'recovery-code-confirmed',
  'passphrase-changed', 'recovery-code-made', 'key-file-made', 'shares-made', 'way-in-removed', 'keys-renewed',
  'backup-place-added', 'backup-place-forgotten', 'backup-made', 'backup-checked', 'vault-restored', 'vault-moved', 'vault-merged', 'vault-checked', 'search-rebuilt', 'search-kept', 'search-renamed', 'search-removed',
  'incident-begun', 'incident-recorded', 'incident-amended', 'incident-erased',
  'person-recorded', 'person-amended', 'people-merged', 'people-parted', 'person-erased',
  'case-recorded', 'case-amended', 'case-erased', 'gap-settled', 'gap-opened', 'gaps-hidden', 'gaps-shown',
  'document-added', 'document-amended', 'document-erased', 'original-saved', 'page-corrected',
  'conversation-imported', 'conversation-amended', 'conversations-grouped', 'conversation-ungrouped', 'excerpt-marked', 'excerpt-amended', 'excerpt-removed',
  'inbox-decided', 'tag-put', 'tag-taken', 'tag-renamed', 'tag-ended',
  'mail-imported', 'locations-imported',
  'protected-fact-added', 'protected-fact-amended', 'protected-fact-removed',
  'link-made', 'link-removed', 'put-aside', 'taken-back', 'exhibit-mark-issued', 'exported',
  'recipient-added', 'recipient-amended', 'recipient-removed', 'copy-handed', 'copy-passphrase-forgotten',
  'redaction-list-made', 'redaction-list-renamed', 'redaction-list-removed', 'redaction-added', 'redaction-removed',
]);
export type HistoryKind = z.infer<typeof HistoryKind>;

/**
 * One link of the history chain (docs/FORMAT.md, "History").
 * `payloadDigest` is SHA-256 of the payload's canonical JSON (RFC 8785); `hash` is SHA-256 over the fields and the hash
 * before, so a payload can be erased (null) and the chain still verifies. docs/FORMAT.md gives the bytes.
 */
export const HistoryEntry = z.object({
  sequence: z.number().int().positive(),
  atUtc: UtcInstant,
  kind: HistoryKind,
  subjectKind: SubjectKind,
  subjectId: Id,
  payload: z.string().nullable(),
  payloadDigest: z.string().regex(/^[0-9a-f]{64}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;
