import { getDocument } from '../documents/documents';
import { countOf } from '../rows';
import type { ToldThing } from './told-thing';

/** A document that stands by itself is its own exhibit. */
export const toldDocument: ToldThing = {
  mayGo: (from, id) => countOf(from, `document WHERE id = ? AND status = 'kept'`, [id]) > 0,
  evidence: (_, id) => [{ kind: 'document', id }],
  plan: (from, id, { number, exhibitMarks }) => {
    const { happened, happenedSpan, title, originalName, addedUtc } = getDocument(from, id);
    return { subject: 'document', id, number, exhibitMarks, happened, span: happenedSpan, title: title || originalName, firstRecordedUtc: addedUtc };
  },
};
