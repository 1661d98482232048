import type { ReadWord, WordsRead } from '../../../shared/assemble-protocol';
import { readPictureMark } from '../../../shared/layouts/places';
import { keepAnnotations, uriOf } from './annotations';
import { PDFArray, PDFDict, PDFName, PDFOperator, PDFPage, PDFRef } from './pdf-library';
import { isolateContent } from './same-instructions';
import { asSeen, type Box } from './stamp';
import { type Frame, unseenWords } from './unseen-words';

const name = (key: string) => PDFName.of(key);

/** Lays words unseen on an exhibit's own page, as the marked content `mcid`: a paragraph of the tags holds them. */
export function layOnPage(page: PDFPage, words: readonly ReadWord[], glyphless: PDFRef, mcid: number | null): void {
  write(page, asSeen(page), words, glyphless, mcid);
}

/**
 * Lays words unseen on pictures that we printed, where the marks about them stand, and takes the marks away. What the picture is and what was read on it stands in its alternative text; here they are for finding and copying, an artifact.
 */
export function layOnPictures(pages: readonly PDFPage[], read: readonly WordsRead[], glyphless: PDFRef): void {
  const wordsOf = new Map(read.flatMap(({ on, words }) => ('picture' in on ? [[on.picture, { words, turned: on.turned ?? 0 }] as const] : [])));
  for (const page of pages) {
    const found: { frame: Frame; words: readonly ReadWord[] }[] = [];
    keepAnnotations(page.node, (annotation) => {
      const key = annotation === null ? null : pictureMarkOf(annotation);
      const rect = annotation?.lookup(name('Rect'));
      if (key === null) return true;
      if (rect instanceof PDFArray) {
        const { x, y, width, height } = rect.asRectangle();
        const { words, turned } = wordsOf.get(key) ?? { words: [], turned: 0 as const };
        found.push({ words, frame: pictureFrame({ x, y, width, height }, turned) });
      }
      return false;
    });
    for (const { frame, words } of found) write(page, frame, words, glyphless, null);
  }
}

/** The frame of a picture that stands turned by quarters to the right; shares are of the picture as it was. */
function pictureFrame({ x, y, width, height }: Box, turned: 0 | 1 | 2 | 3): Frame {
  switch (turned) {
    case 0: return { turn: 0, width, height, at: (across, up) => ({ x: x + across * width, y: y + up * height }) };
    case 1: return { turn: 270, width: height, height: width, at: (across, up) => ({ x: x + up * width, y: y + (1 - across) * height }) };
    case 2: return { turn: 180, width, height, at: (across, up) => ({ x: x + (1 - across) * width, y: y + (1 - up) * height }) };
    case 3: return { turn: 90, width: height, height: width, at: (across, up) => ({ x: x + (1 - up) * width, y: y + across * height }) };
  }
}

/** The key of the picture an annotation stands about; null when it is no such mark. */
export function pictureMarkOf(annotation: PDFDict): string | null {
  const uri = uriOf(annotation);
  return uri === null ? null : readPictureMark(uri);
}

/** As marked content: of the paragraph `mcid`, or an artifact. */
function write(given: PDFPage, frame: Frame, words: readonly ReadWord[], glyphless: PDFRef, mcid: number | null): void {
  const written = unseenWords(given, frame, words, glyphless);
  if (written.length === 0) return;
  // A PDFPage goes on writing where it wrote before: another has a stream of its own at the end.
  const page = PDFPage.of(given.node, given.ref, given.doc);
  isolateContent(page);
  const opened = mcid === null ? operator('BMC', name('Artifact')) : operator('BDC', name('P'), given.doc.context.obj({ MCID: mcid }) as unknown as PDFName);
  page.pushOperators(opened, ...written, operator('EMC'));
}

const operator = (code: string, ...operands: readonly PDFName[]): PDFOperator => PDFOperator.of(code as never, [...operands] as never);
