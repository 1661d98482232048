import type { Damage, ExhibitRedaction } from '../../../shared/assemble-protocol';
import type { Rendition } from '../../../shared/layouts/rendition';
import type { AssemblerHost } from './assembler-host';
import type { DrawnPages, drawPages, PageReaderFiles } from '../sandboxed/page-pictures';

export interface RenderPdfWith { readonly assembler: Pick<AssemblerHost, 'ask'>; readonly drawPages: typeof drawPages; readonly files: PageReaderFiles; readonly redact: ExhibitRedaction; readonly signal: AbortSignal }

/**
 * A PDF exhibit's pages, into the assembler as `part`, by the way that gives most of them: the file itself; a copy that PDFium repaired; pictures drawn by pdf.js
 * (docs/decisions/0031-the-printed-pages.md). What is lost or was drawn is in `damage`; a file without a readable page is `missing`.
 */
export async function renderPdf(part: string, bytes: Uint8Array<ArrayBuffer>, { assembler, drawPages, files, redact, signal }: RenderPdfWith): Promise<Rendition> {
  const answer = await assembler.ask({ ask: 'add-exhibit', part, bytes, shortToo: false, redact }, 'pages', 'found-redactions', 'short', 'refused');
  if (answer.gave === 'found-redactions') return { kind: 'missing', reason: 'redactions-not-applied', onPages: answer.pages };
  if (answer.gave === 'pages') return { kind: 'pages', pageCount: answer.pageCount, damage: answer.damage, redactedPages: answer.redactedPages };
  if (answer.gave === 'refused' && answer.reason === 'locked-with-password') return { kind: 'missing', reason: answer.reason };
  // Pictures of its pages would show what is to be taken out, and nobody knows where.
  const canDraw = redact.words.length + redact.areas.length === 0;
  const drawn = canDraw ? await drawPages(bytes, files, signal) : null;
  if (drawn !== null && drawn.pages.length > (answer.gave === 'short' ? answer.readablePages : 0)) {
    const { pageCount } = await assembler.ask({ ask: 'add-drawn', part, pages: [...drawn.pages] }, 'pages');
    return { kind: 'pages', pageCount, damage: damageOf(drawn), redactedPages: 0 };
  }
  if (answer.gave === 'refused') return { kind: 'missing', reason: canDraw ? answer.reason : 'cannot-redact' };
  const short = await assembler.ask({ ask: 'add-exhibit', part, bytes, shortToo: true, redact }, 'pages', 'found-redactions', 'refused');
  if (short.gave === 'found-redactions') return { kind: 'missing', reason: 'redactions-not-applied', onPages: short.pages };
  return short.gave === 'pages' ? { kind: 'pages', pageCount: short.pageCount, damage: short.damage, redactedPages: short.redactedPages } : { kind: 'missing', reason: short.reason };
}

function damageOf({ notDrawn }: DrawnPages): Damage {
  return { how: 'pictures', lostPages: notDrawn.length, lostNumbers: [...notDrawn], partlyRead: [] };
}
