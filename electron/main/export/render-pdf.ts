import type { Damage } from '../../../shared/assemble-protocol';
import type { Rendition } from '../../../shared/layouts/rendition';
import type { AssemblerHost } from './assembler-host';
import type { DrawnPages, drawPages, PageReaderFiles } from '../sandboxed/page-pictures';

export interface RenderPdfWith { readonly assembler: Pick<AssemblerHost, 'ask'>; readonly drawPages: typeof drawPages; readonly files: PageReaderFiles; readonly signal: AbortSignal }

/**
 * A PDF exhibit's pages, into the assembler as `part`, by the way that gives most of them: the file itself; a copy that PDFium repaired; pictures drawn by pdf.js
 * (docs/decisions/0031-the-printed-pages.md). What is lost or was drawn is in `damage`; a file without a readable page is `missing`.
 */
export async function renderPdf(part: string, bytes: Uint8Array<ArrayBuffer>, { assembler, drawPages, files, signal }: RenderPdfWith): Promise<Rendition> {
  const answer = await assembler.ask({ ask: 'add-exhibit', part, bytes, shortToo: false }, 'pages', 'short', 'refused');
  if (answer.gave === 'pages') return { kind: 'pages', pageCount: answer.pageCount, damage: answer.damage };
  if (answer.gave === 'refused' && answer.reason === 'locked-with-password') return { kind: 'missing', reason: answer.reason };
  const drawn = await drawPages(bytes, files, signal);
  if (drawn !== null && drawn.pages.length > (answer.gave === 'short' ? answer.readablePages : 0)) {
    const { pageCount } = await assembler.ask({ ask: 'add-drawn', part, pages: [...drawn.pages] }, 'pages');
    return { kind: 'pages', pageCount, damage: damageOf(drawn) };
  }
  if (answer.gave === 'refused') return { kind: 'missing', reason: answer.reason };
  const short = await assembler.ask({ ask: 'add-exhibit', part, bytes, shortToo: true }, 'pages', 'refused');
  return short.gave === 'pages' ? { kind: 'pages', pageCount: short.pageCount, damage: short.damage } : { kind: 'missing', reason: short.reason };
}

function damageOf({ notDrawn }: DrawnPages): Damage {
  return { how: 'pictures', lostPages: notDrawn.length, lostNumbers: [...notDrawn], partlyRead: [] };
}
