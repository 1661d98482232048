import type { PDFDocument } from '../pdf-library';
import { refsReached } from '../refs-reached';

/** Takes out of a document every object that nothing in it leads to: what was on pages that are gone must not travel with the others. */
export function dropUnreached({ context }: PDFDocument): void {
  const reached = new Set(refsReached([context.trailerInfo.Root, context.trailerInfo.Info], context));
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}
