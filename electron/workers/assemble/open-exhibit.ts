import type { ExhibitRefusal, LeftOut } from '../../../shared/assemble-protocol';
import { drawEmptyFields } from './draw-empty-fields';
import { flattenForm } from './flatten-form';
import { withFacesReplaced } from './lost-faces';
import { mendContent } from './mend-content';
import { mendStreams } from './mend-streams';
import { lookAtPages, type SeenPages } from './look-at-pages';
import { instructionStreams } from './page-instructions';
import { PDFDocument, PDFInvalidObject, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFStream, howeverDamaged } from './pdf-library';
import { mostPages, type Pdfium } from './pdfium';
import { refsReached } from './refs-reached';
import { scrub } from './scrub';

/** An end of line may be counted to a stream or not; of a locked one, what its lock adds. */
const mostEndBytes = 2;
const mostLockedBytes = 40;

export interface OpenedExhibit {
  readonly document: PDFDocument;
  readonly seen: SeenPages;
  readonly isRepaired: boolean;
  /** How many pages the file says it has, by whichever reader found more: those beyond the document's are lost. */
  readonly claimedPages: number;
  /** Pages (from 1) of which something could not be read. */
  readonly partlyRead: readonly number[];
  /** Pages (from 1) whose letters stand in another face than the file's own, which is lost. */
  readonly facesLost: readonly number[];
  /** What was taken out of it. */
  readonly leftOut: LeftOut;
}

interface Loaded { readonly document: PDFDocument; readonly partlyRead: readonly number[]; readonly leftOut: LeftOut }

/**
 * Ways to read an exhibit's PDF, best first: as it is; rewritten by PDFium; with other faces in place of lost ones. Each gives a document already cleaned of what acts. The caller tries the
 * next when copying out of one fails. `face`: of the letters in form fields that do not say how they look.
 */
export async function* readingsOf(bytes: Uint8Array, pdfium: Pdfium, face: Uint8Array): AsyncGenerator<OpenedExhibit | ExhibitRefusal> {
  const direct = await load(bytes, face);
  const seen = lookAtPages(bytes, typeof direct === 'string' ? null : direct.document, pdfium);
  const claimed = Math.max(typeof direct === 'string' ? 0 : saysItHas(direct.document), seen.freeMargins?.length ?? 0);
  if (typeof direct !== 'string') yield { ...direct, seen, isRepaired: false, facesLost: [], claimedPages: Math.max(claimed, direct.document.getPageCount()) };
  let rewritten: Uint8Array | 'locked' | null = null;
  try {
    rewritten = pdfium.rewrite(bytes);
  } catch {
    rewritten = null;
  }
  if (rewritten === 'locked') yield 'locked-with-password';
  else if (rewritten === null) yield direct === 'locked' ? 'locked-with-password' : 'damaged';
  else {
    const again = await load(rewritten, face);
    if (typeof again === 'string') yield again === 'empty' ? 'empty' : 'damaged';
    else yield { ...again, seen: lookAtPages(rewritten, again.document, pdfium), isRepaired: true, facesLost: [], claimedPages: Math.max(claimed, again.document.getPageCount()), leftOut: typeof direct === 'string' ? again.leftOut : direct.leftOut };
  }
  if (direct !== 'damaged') return;
  const faced = await withFacesReplaced(bytes).catch(() => null);
  if (faced === null) return;
  const third = await load(faced.bytes, face);
  if (typeof third !== 'string') yield { ...third, seen: lookAtPages(faced.bytes, third.document, pdfium), isRepaired: true, facesLost: faced.pages, claimedPages: Math.max(claimed, saysItHas(third.document), third.document.getPageCount()) };
}

async function load(bytes: Uint8Array, face: Uint8Array): Promise<Loaded | 'locked' | 'empty' | 'damaged'> {
  try {
    const document = await PDFDocument.load(bytes, howeverDamaged);
    if (document.getPageCount() === 0) return 'empty';
    if (document.getPageCount() > mostPages || !streamsAreWhole(document)) return 'damaged';
    const notDrawn = await drawEmptyFields(document, face);
    const leftOut = scrub(document);
    flattenForm(document);
    if (!pagesAreWhole(document)) return 'damaged';
    const partlyRead = [...new Set([...mendStreams(document), ...mendContent(document), ...notDrawn])].sort((a, b) => a - b);
    return { document, partlyRead, leftOut };
  } catch (error) {
    return error instanceof Error && /password|encrypt/i.test(`${error.name} ${error.message}`) ? 'locked' : 'damaged';
  }
}

/** Whether no stream is shorter than the file says. Where its length stands in another place, the library takes it to end at the word for its end, which may be one of the words in it. */
function streamsAreWhole(document: PDFDocument): boolean {
  const mostFewer = document.isEncrypted ? mostLockedBytes : mostEndBytes;
  return document.context.enumerateIndirectObjects().every(([, object]) => {
    if (!(object instanceof PDFRawStream) || !(object.dict.get(PDFName.of('Length')) instanceof PDFRef)) return true;
    const length = object.dict.lookup(PDFName.of('Length'));
    return !(length instanceof PDFNumber) || object.contents.length + mostFewer >= length.asNumber();
  });
}

/** Whether everything a page draws with is there and can be read. A file cut short often loads, with pages whose words or faces are missing. */
function pagesAreWhole(document: PDFDocument): boolean {
  if (!document.getPages().every(({ node }) => instructionStreams(node).every((one) => one instanceof PDFStream))) return false;
  const drawnWith = document.getPages().flatMap(({ node }) => [node.get(PDFName.of('Contents')), node.Resources()]);
  for (const ref of refsReached(drawnWith, document.context)) {
    const object = document.context.lookup(ref);
    if (object === undefined || object instanceof PDFInvalidObject) return false;
  }
  return true;
}

/** The count written in the file's own list of pages; what is damaged is passed over without a word when pages are read. 0 when it says none that can be. */
function saysItHas(document: PDFDocument): number {
  const count = document.catalog.Pages().lookup(PDFName.of('Count'));
  const said = count instanceof PDFNumber ? count.asNumber() : 0;
  return Number.isSafeInteger(said) && said > 0 && said <= mostPages ? said : 0;
}
