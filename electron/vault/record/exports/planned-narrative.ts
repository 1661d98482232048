import type { PlannedNarrative } from '../../../../shared/model/export-plan';
import { isHeading, piecesOf, type Citation } from '../../../../shared/model/case/narrative';
import type { Id } from '../../../../shared/model/identity';
import { Refusal } from '../../../../shared/contract/errors';
import { getCaseEntry } from '../case/case-entries';
import type { Queries } from '../rows';
import type { ToldAs } from './told-thing';

type Where = Pick<ToldAs, 'markOf' | 'numberOf'>;
type Piece = PlannedNarrative['paragraphs'][number]['pieces'][number];

/** A story as it stands in the record, what it points at said by the marks and numbers of this document. Refuses `not-found` of what is no recorded narrative. */
export function plannedNarrative(from: Queries, id: Id, where: Where): PlannedNarrative {
  const { status, content } = getCaseEntry(from, id);
  if (status !== 'recorded' || content.kind !== 'narrative') throw new Refusal('not-found');
  return {
    title: content.title.trim(),
    paragraphs: content.paragraphs.filter(({ text }) => text.trim() !== '').map((paragraph) => ({
      form: isHeading(paragraph) ? 'heading' as const : 'text' as const,
      pieces: piecesOf(paragraph).map((piece): Piece => (typeof piece === 'string' ? { is: 'words', words: piece } : pointsAt(piece, where))),
    })),
  };
}

function pointsAt(citation: Citation, { markOf, numberOf }: Where): Piece {
  switch (citation.kind) {
    case 'incident': return entry(numberOf(citation.incidentId));
    case 'case': return entry(numberOf(citation.entryId));
    case 'document': return exhibit(markOf({ kind: 'document', id: citation.documentId }));
    case 'excerpt': return exhibit(markOf({ kind: 'excerpt', id: citation.excerptId }));
    case 'mail': return exhibit(markOf({ kind: 'mail', id: citation.mailId }));
  }
}

const entry = (entryNumber: number | null): Piece => (entryNumber === null ? { is: 'elsewhere' } : { is: 'entry', entryNumber });
const exhibit = (mark: string | null): Piece => (mark === null ? { is: 'elsewhere' } : { is: 'mark', mark });
