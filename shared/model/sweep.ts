import { z } from 'zod';
import { Id } from './identity';

/** Where in a finished file something stands, as a stranger finds it. Words for each: shared/messages/en-gb/sweep.ts. */
export const SweepWhere = z.enum([
  'file-name', 'page', 'page-picture', 'pdf-about', 'pdf-metadata', 'pdf-note', 'pdf-field', 'pdf-bookmark', 'pdf-unseen-text', 'pdf-layer', 'pdf-inside', 'earlier-version', 'attached-file',
  'picture', 'picture-field', 'recording-field', 'text', 'page-source', 'document', 'document-about', 'document-comment', 'document-struck-out', 'document-inside', 'hidden-sheet', 'mail-header', 'mail-text', 'bytes',
]);
export type SweepWhere = z.infer<typeof SweepWhere>;

/** `file`: the path in what is handed over, then the names of files within it (in an archive, attached to a mail or a PDF). `name`: of a field, a header, a sheet; '' where none. `page`: counted from 1. */
export const SweepPlace = z.object({ file: z.array(z.string()).min(1), where: SweepWhere, name: z.string(), page: z.number().int().positive().nullable() });
export type SweepPlace = z.infer<typeof SweepPlace>;

/** What it is: a fact she protects; where something was made (coordinates); with which device; by whom; or a part that could not be looked into, so that nobody can say what is in it. */
export const SweepWhat = z.enum(['fact', 'coordinates', 'device', 'author', 'not-looked-into']);
export type SweepWhat = z.infer<typeof SweepWhat>;

export const SweepHit = z.object({
  /** Of this sweep: `1`, `2`, … */
  id: z.string().max(20),
  what: SweepWhat,
  /** null of what needs no fact. */
  factId: Id.nullable(),
  place: SweepPlace,
  sureness: z.enum(['exact', 'written-otherwise', 'nearly', 'part']).nullable(),
  part: z.enum(['all', 'street', 'house', 'postcode', 'first-name', 'name', 'end-of-number']).nullable(),
  /** What stands there, with a little of what is around it: for her eyes, kept nowhere. */
  shown: z.object({ before: z.string(), found: z.string(), after: z.string() }),
  /** How often, in the same place. */
  count: z.number().int().positive(),
});
export type SweepHit = z.infer<typeof SweepHit>;

export const SweepReport = z.object({
  hits: z.array(SweepHit),
  /** More were found than are listed: nothing can be saved until there are fewer. */
  isCut: z.boolean(),
  factCount: z.number().int().nonnegative(),
  /** Files, those within others counted; stretches of text; pictures that a machine read. */
  files: z.number().int().nonnegative(), texts: z.number().int().nonnegative(), picturesRead: z.number().int().nonnegative(),
});
export type SweepReport = z.infer<typeof SweepReport>;

/** Most hits that are listed. */
export const mostSweepHits = 500;

/** She let something go out all the same: recorded with the export. `factId`: of a fact; its words are not here. `where`: where it stood, `count` how often. */
export const Released = z.object({ what: SweepWhat, factId: Id.nullable(), where: SweepWhere, page: z.number().int().positive().nullable(), count: z.number().int().positive(), reason: z.string().trim().min(1).max(1000) });
export type Released = z.infer<typeof Released>;
