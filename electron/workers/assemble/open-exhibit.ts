import type { ExhibitRefusal } from '../../../shared/assemble-protocol';
import { flattenForm } from './flatten-form';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFObject, PDFRef, PDFStream } from './pdf-library';
import { mostPages, type Pdfium } from './pdfium';
import { scrub } from './scrub';

export interface OpenedExhibit {
  readonly document: PDFDocument;
  /** What the document was read from. */
  readonly bytes: Uint8Array;
  readonly freeMargins: readonly boolean[] | null;
  readonly isRepaired: boolean;
  /** How many pages the file says it has, by whichever reader found more: those beyond the document's are lost. */
  readonly claimedPages: number;
}

/**
 * Ways to read an exhibit's PDF, best first: as it is; rewritten by PDFium. Each gives a document already cleaned of what acts. The caller tries the
 * next when copying out of one fails.
 */
export async function* readingsOf(bytes: Uint8Array, pdfium: Pdfium): AsyncGenerator<OpenedExhibit | ExhibitRefusal> {
  const direct = await load(bytes);
  const margins = marginsOf(bytes, pdfium);
  const claimed = Math.max(direct instanceof PDFDocument ? saysItHas(direct) : 0, margins?.length ?? 0);
  if (direct instanceof PDFDocument) yield { document: direct, bytes, freeMargins: margins, isRepaired: false, claimedPages: Math.max(claimed, direct.getPageCount()) };
  let rewritten: Uint8Array | 'locked' | null = null;
  try {
    rewritten = pdfium.rewrite(bytes);
  } catch {
    rewritten = null;
  }
  if (rewritten === 'locked') yield 'locked-with-password';
  else if (rewritten === null) yield direct === 'locked' ? 'locked-with-password' : 'damaged';
  else {
    const again = await load(rewritten);
    if (again instanceof PDFDocument) yield { document: again, bytes: rewritten, freeMargins: marginsOf(rewritten, pdfium), isRepaired: true, claimedPages: Math.max(claimed, again.getPageCount()) };
    else yield again === 'empty' ? 'empty' : 'damaged';
  }
}

async function load(bytes: Uint8Array): Promise<PDFDocument | 'locked' | 'empty' | 'damaged'> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false, warnOnInvalidObjects: false, parseSpeed: Number.POSITIVE_INFINITY, password: '' });
    if (document.getPageCount() === 0) return 'empty';
    if (document.getPageCount() > mostPages) return 'damaged';
    scrub(document);
    flattenForm(document);
    return pagesAreWhole(document) ? document : 'damaged';
  } catch (error) {
    return error instanceof Error && /password|encrypt/i.test(`${error.name} ${error.message}`) ? 'locked' : 'damaged';
  }
}

/** Whether everything a page draws with is there. A file cut short often loads, with pages whose words or faces are missing. */
function pagesAreWhole(document: PDFDocument): boolean {
  const seen = new Set<PDFObject>();
  const stack: PDFObject[] = document.getPages().flatMap(({ node }) => [node.get(PDFName.of('Contents')), node.Resources()].filter((object) => object !== undefined));
  for (let object = stack.pop(); object !== undefined; object = stack.pop()) {
    const value = object instanceof PDFRef ? document.context.lookup(object) : object;
    if (value === undefined) return false;
    if (seen.has(value)) continue;
    seen.add(value);
    if (value instanceof PDFArray) stack.push(...value.asArray());
    else if (value instanceof PDFDict) stack.push(...value.values());
    else if (value instanceof PDFStream) stack.push(...value.dict.values());
  }
  return true;
}

/** The count written in the file's own list of pages; what is damaged is passed over without a word when pages are read. 0 when it says none that can be. */
function saysItHas(document: PDFDocument): number {
  const count = document.catalog.Pages().lookup(PDFName.of('Count'));
  const said = count instanceof PDFNumber ? count.asNumber() : 0;
  return Number.isSafeInteger(said) && said > 0 && said <= mostPages ? said : 0;
}

function marginsOf(bytes: Uint8Array, pdfium: Pdfium): boolean[] | null {
  try {
    return pdfium.freeMargins(bytes);
  } catch {
    return null;
  }
}
