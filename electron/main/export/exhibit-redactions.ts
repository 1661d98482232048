import { nothingTakenOut, type ExhibitRedaction } from '../../../shared/assemble-protocol';
import { redactionLabel } from '../../../shared/messages/en-gb/redaction';
import type { ExportPlan } from '../../../shared/model/export-plan';
import type { Id } from '../../../shared/model/identity';
import type { PictureQuestion } from '../../../shared/picture-protocol';
import { finderOf } from '../../../shared/redaction/find-words';
import { redactWords } from '../../../shared/redaction/redact-words';

/** What is taken out of the files of one export. The words of the record are gone from its plan already; those of files are taken out where each is drawn. */
export interface ExhibitRedactions {
  ofPdf(documentId: Id): ExhibitRedaction;
  /** `page` from 1. */
  ofPicture(documentId: Id, page: number): PictureQuestion['black'];
  ofText(text: string): string;
}

export function exhibitRedactions({ redaction, foundRedactions }: Pick<ExportPlan, 'redaction' | 'foundRedactions'>): ExhibitRedactions {
  const areas = redaction?.areas ?? [];
  const words = redaction?.words ?? nothingTakenOut.words;
  const find = finderOf(words);
  return {
    ofPdf: (documentId) => ({
      words, areas: areas.filter((area) => area.documentId === documentId).map(({ documentId: _, ...area }) => area),
      found: foundRedactions.find((one) => one.documentId === documentId)?.decision ?? 'stop',
    }),
    ofPicture: (documentId, page) => areas.filter((area) => area.documentId === documentId && area.page === page).map(({ left, top, width, height, reason }) => ({ left, top, width, height, label: redactionLabel(reason) })),
    ofText: (text) => redactWords(text, find),
  };
}
