import { nothingTakenOut, type ExhibitRedaction, type ReadWord } from '../../../shared/assemble-protocol';
import { redactionLabel } from '../../../shared/messages/en-gb/redaction';
import type { ExportPlan } from '../../../shared/model/export-plan';
import type { Id } from '../../../shared/model/identity';
import type { LaidOut } from '../../../shared/model/laid-out';
import type { PictureQuestion } from '../../../shared/picture-protocol';
import { doTouch } from '../../../shared/redaction/do-touch';
import { finderOf } from '../../../shared/redaction/find-words';
import { redactLaidOut } from '../../../shared/redaction/redact-laid-out';
import { redactWords } from '../../../shared/redaction/redact-words';

/** What is taken out of the files of one export. The words of the record are gone from its plan already; those of files are taken out where each is drawn. */
export interface ExhibitRedactions {
  ofPdf(documentId: Id): ExhibitRedaction;
  /** `page` from 1. */
  ofPicture(documentId: Id, page: number): PictureQuestion['black'];
  ofText(text: string): string;
  /** Of a file that is laid out here: without the words, and where there are any, without its pictures. */
  ofLaidOut(laidOut: LaidOut): LaidOut;
  /** Words that a machine read on a page (from 1): those that are left. */
  ofRead(documentId: Id, page: number, words: readonly ReadWord[]): readonly ReadWord[];
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
    ofLaidOut: (laidOut) => (words.length === 0 ? laidOut : redactLaidOut(laidOut, find)),
    ofText: (text) => redactWords(text, find),
    ofRead: (documentId, page, read) => {
      const black = areas.filter((area) => area.documentId === documentId && area.page === page);
      const starts: number[] = [];
      let text = '';
      for (const word of read) {
        starts.push(text.length);
        text += `${word.text} `;
      }
      const found = find(text);
      return read.filter((word, index) => {
        const start = starts[index] ?? 0;
        return !found.some((one) => start < one.end && start + word.text.length > one.start) && !black.some((area) => doTouch(area, word));
      });
    },
  };
}
