import { z } from 'zod';

/** 128 random bits in lower-case hexadecimal: the name of anything in the record. Never derived from content. */
export const Id = z.string().regex(/^[0-9a-f]{32}$/);
export type Id = z.infer<typeof Id>;

/** An instant by this computer's clock: RFC 3339 in UTC with milliseconds, e.g. `2026-05-03T20:04:11.250Z`. */
export const UtcInstant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
export type UtcInstant = z.infer<typeof UtcInstant>;

/** SHA-256 (FIPS 180-4) of a file's original bytes, lower-case hexadecimal. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export type Sha256 = z.infer<typeof Sha256>;

/** What can be pointed at, searched, linked and named in the history. */
export const SubjectKind = z.enum(['incident', 'document', 'conversation', 'excerpt', 'message', 'person', 'export', 'vault', 'tag', 'search', 'mail', 'import', 'case', 'redaction', 'protected-fact', 'recipient', 'copy']);
export type SubjectKind = z.infer<typeof SubjectKind>;
