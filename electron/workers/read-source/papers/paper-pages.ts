import type { PaperEnd } from './paper-reading';
import type { PaperDetails } from '../../../../shared/model/paper-details';
import type { PageRead } from '../../../../shared/vault-protocol/reading-calls';

/** Most words kept of one page, and of what has no pages, in UTF-16 units. */
export const wordsUnits = 4_000_000;

/** A page whose words the file itself holds. */
export function filePage(page: number, text: string): PageRead {
  return { page, origin: 'file', text, boxes: null, language: '', confidence: null };
}

/** A paper that says nothing of itself. */
export function noDetails(kind: PaperDetails['kind']): PaperDetails {
  return { kind, pageCount: null, pagesWithoutWords: [], wasLocked: false, charset: '', claims: [], findings: [] };
}

/** Nothing came of it. */
export function failed(why: 'too-large' | 'damaged' | 'locked' | 'password'): PaperEnd {
  return { state: 'failed', why, details: {}, ocrToo: false };
}
