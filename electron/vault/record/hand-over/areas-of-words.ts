import type { DocumentPage, WordBox } from '../../../../shared/model/document-page';
import type { Id } from '../../../../shared/model/identity';
import type { AreaToBlackOut } from '../../../../shared/model/redaction';
import type { FoundWords, WordFinder } from '../../../../shared/redaction/find-words';
import { pagesOf } from '../documents/document-pages';
import { readingsOf } from '../documents/document-readings';
import { getDocument } from '../documents/documents';
import type { Queries } from '../rows';

const pagesAtOnce = 50;
/** A machine's boxes are tight about the letters; so much of a box's height is added on every side. */
const roomShare = 0.25;

/**
 * Where a machine read the words off the pictures of a document. Where they stand in a page's text and not in a place that the machine named (she put its reading right), the whole page is covered: it is on there somewhere.
 */
export function areasOfWords(from: Queries, documentId: Id, find: WordFinder): AreaToBlackOut[] {
  const areas: AreaToBlackOut[] = [];
  for (let fromPage = 1; ; ) {
    const { pages, more } = pagesOf(from, documentId, fromPage, pagesAtOnce);
    for (const page of pages) if (page.origin === 'ocr') areas.push(...areasOnPage(page, find));
    const last = pages.at(-1);
    if (!more || last === undefined) return areas;
    fromPage = last.page + 1;
  }
}

function areasOnPage({ documentId, page, text, machineText, boxes }: DocumentPage, find: WordFinder): AreaToBlackOut[] {
  const read = find(machineText ?? text);
  const corrected = machineText === null ? [] : find(text);
  const placed = read.map((found) => ({ found, box: boxAbout(boxes ?? [], found) }));
  const lost = placed.find(({ box }) => box === null)?.found ?? (corrected.length > read.length ? corrected[0] : undefined);
  if (lost !== undefined) return [{ documentId, page, left: 0, top: 0, width: 1, height: 1, reason: lost.reason }];
  return placed.flatMap(({ found, box }) => (box ?? []).map((area) => ({ documentId, page, ...area, reason: found.reason })));
}

/** The boxes that a stretch of the text touches; null where there is none. */
function boxAbout(boxes: readonly WordBox[], { start, end }: FoundWords): Pick<AreaToBlackOut, 'left' | 'top' | 'width' | 'height'>[] | null {
  const touched = boxes.filter((box) => box.start < end && box.end > start);
  return touched.length === 0 ? null : touched.map(withRoom);
}

function withRoom({ left, top, width, height }: WordBox): Pick<AreaToBlackOut, 'left' | 'top' | 'width' | 'height'> {
  const room = height * roomShare;
  const x = Math.min(1, Math.max(0, left - room));
  const y = Math.min(1, Math.max(0, top - room));
  return { left: x, top: y, width: Math.max(0, Math.min(1, left + width + room) - x), height: Math.max(0, Math.min(1, top + height + room) - y) };
}

/** Whether there are pictures in it on which nobody knows the words: a machine has yet to read them, or could not. */
export function isUnread(from: Queries, documentId: Id): boolean {
  const { form, status } = getDocument(from, documentId);
  if (status !== 'kept' || (form !== 'image' && form !== 'pdf')) return false;
  const ocr = readingsOf(from, documentId).find(({ step }) => step === 'ocr');
  return ocr === undefined ? form === 'image' : ocr.state !== 'done';
}
