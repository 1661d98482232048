import { nothingLeftOut, type AssemblerAnswer, type Damage, type ExhibitRedaction, type PagesWanted } from '../../../shared/assemble-protocol';
import type { Rendition } from '../../../shared/layouts/rendition';
import { pagesThatGo } from '../../../shared/model/exhibit-said';
import type { AssemblerHost } from './assembler-host';
import type { DrawnPages } from '../sandboxed/page-pictures';
import type { BegunDrawing } from './drawing-ahead';

export interface RenderPdfWith { readonly assembler: Pick<AssemblerHost, 'ask'>; /** Begins to draw the file's pages, if there are more than the `readable` ones. */ readonly draw: (bytes: Uint8Array<ArrayBuffer>, readable: number) => BegunDrawing<DrawnPages | null>; readonly redact: ExhibitRedaction; readonly wanted: PagesWanted }

/** The first half is done; `heldBytes`: what of the file stays in memory until `finish` is asked, which does the rest. */
export interface BegunPdf { readonly heldBytes: number; finish(): Promise<Rendition> }

/**
 * A PDF exhibit's pages, into the assembler as `part`, by the way that gives most of them: the file itself; a copy that PDFium repaired; pictures drawn by pdf.js
 * (docs/decisions/0031-the-printed-pages.md). What is lost or was drawn is in `damage`; a file without a readable page, or of which not surely those pages go that are wanted, is `missing`.
 * In two halves, so that other files can be looked at while this one is drawn.
 */
export async function beginPdf(part: string, bytes: Uint8Array<ArrayBuffer>, { assembler, draw, redact, wanted }: RenderPdfWith): Promise<BegunPdf> {
  const known = (rendition: Rendition): BegunPdf => ({ heldBytes: 0, finish: async () => rendition });
  const answer = await assembler.ask({ ask: 'add-exhibit', part, bytes, shortToo: false, redact, wanted }, 'pages', 'found-redactions', 'short', 'refused');
  if (answer.gave === 'found-redactions') return known({ kind: 'missing', reason: 'redactions-not-applied', onPages: answer.pages });
  if (answer.gave === 'pages') return known(pagesOf(answer));
  // What can be read, but not with certainty, is not damaged: pictures of it would say that it is.
  if (answer.gave === 'refused' && (answer.reason === 'locked-with-password' || answer.reason === 'cannot-extract')) return known({ kind: 'missing', reason: answer.reason });
  // Pictures of its pages would show what is to be taken out, and nobody knows where.
  const canDraw = redact.words.length + redact.areas.length === 0;
  const readable = answer.gave === 'short' ? answer.readablePages : 0;
  // Of as many pages words are better than pictures; but of pictures it is known which pages they are, and some can be chosen.
  const enough = wanted.extract === null ? readable : Math.max(0, readable - 1);
  const drawing = canDraw ? draw(bytes, enough) : null;
  return {
    heldBytes: bytes.length,
    async finish() {
      const drawn = (await drawing?.take()) ?? null;
      if (drawn !== null && drawn.pages.length > enough) return addDrawn(part, drawn, wanted, assembler);
      if (answer.gave === 'refused') return { kind: 'missing', reason: canDraw ? answer.reason : 'cannot-redact' };
      const short = await assembler.ask({ ask: 'add-exhibit', part, bytes, shortToo: true, redact, wanted }, 'pages', 'found-redactions', 'refused');
      if (short.gave === 'found-redactions') return { kind: 'missing', reason: 'redactions-not-applied', onPages: short.pages };
      return short.gave === 'pages' ? pagesOf(short) : { kind: 'missing', reason: short.reason };
    },
  };
}

/** Where pages are lost, nobody knows which: none can be chosen by its number. */
function pagesOf({ pageCount, damage, redactedPages, leftOut, filePages, drawnToKeep }: Extract<AssemblerAnswer, { gave: 'pages' }>): Rendition {
  return { kind: 'pages', pageCount, damage, redactedPages, leftOut, filePages: damage !== null && damage.lostPages > 0 ? null : (filePages ?? null), ...(drawnToKeep === undefined ? {} : { drawnToKeep }) };
}

async function addDrawn(part: string, { pages, notDrawn }: DrawnPages, wanted: PagesWanted, assembler: RenderPdfWith['assembler']): Promise<Rendition> {
  const filePages = pages.length + notDrawn.length;
  if (wanted.extract !== null && wanted.extract.of !== filePages) return { kind: 'missing', reason: 'cannot-extract' };
  const going = new Set(pagesThatGo(wanted) ?? Array.from({ length: filePages }, (_, index) => index + 1));
  const lost = new Set(notDrawn);
  // Those that were drawn, in order, by the file's own numbers.
  const numbers = Array.from({ length: filePages }, (_, index) => index + 1).filter((page) => !lost.has(page));
  const here = numbers.flatMap((page, index) => { const drawn = pages[index]; return drawn === undefined || !going.has(page) ? [] : [{ page, drawn }]; });
  if (here.length === 0) return { kind: 'missing', reason: 'damaged' };
  const turns = wanted.turns.flatMap(({ page, quarters }) => { const at = here.findIndex((one) => one.page === page); return at < 0 ? [] : [{ page: at + 1, quarters }]; });
  const { pageCount } = await assembler.ask({ ask: 'add-drawn', part, pages: here.map(({ drawn }) => drawn), turns }, 'pages');
  return { kind: 'pages', pageCount, damage: damageOf(notDrawn.filter((page) => going.has(page))), redactedPages: 0, leftOut: nothingLeftOut, filePages };
}

function damageOf(notDrawn: readonly number[]): Damage {
  return { how: 'pictures', lostPages: notDrawn.length, lostNumbers: [...notDrawn], partlyRead: [], facesLost: [] };
}
