import * as fontkit from 'fontkit';
import { nothingLeftOut, nothingTakenOut, wholeFile, type AssemblerAnswer, type AssemblerRequest, type DrawnPage, type ExhibitRedaction, type ExhibitRefusal, type FinishOrder, type PagesWanted, type WordsRead } from '../../../shared/assemble-protocol';
import { fromFirstPage, labelOf } from '../../../shared/model/page-numbering';
import { pages } from '../../../shared/messages/en-gb/pages';
import { type PageTurn, pagesThatGo, turnOf } from '../../../shared/model/exhibit-said';
import { extractPages } from './extract-pages';
import { importDocument, type ImportInto } from './import-document';
import { Layers } from './layers';
import { dropSlivers, lead, placeLinks, writeOutline, writePageLabels, type FoundPlace } from './navigation';
import { divide } from './parts/divide';
import { readingsOf, type OpenedExhibit } from './open-exhibit';
import { PDFDocument, PDFName, PDFPage, type PDFFont, type PDFRef, asItIs } from './pdf-library';
import { Pdfium } from './pdfium';
import { dropRedactMarks } from './redact/found-redactions';
import { embedGlyphless } from './redact/glyphless-font';
import { redactExhibit, type ReplacedPage } from './redact/redact-exhibit';
import { makeReplacedPage, sayReplaced } from './redact/replaced-page';
import { exhibitPage, lengthen, ownPage, stamp, turnPage } from './stamp';
import { tellEmoji } from './told-characters';
import { markArtifacts } from './tags/mark-artifacts';
import { writeMetadata } from './metadata';
import { StructureTree } from './tags/structure-tree';
import { tidyTags } from './tags/tidy-tags';
import { claimKept } from './pdfa/claim';
import { drawOddPages } from './pdfa/draw-odd-pages';
import { layOnPage, layOnPictures } from './read-words';
import type { KeptFault } from '../../../shared/model/kept';

interface Part { readonly pages: readonly PDFPage[]; readonly isExhibit: boolean }
type Pages = Extract<AssemblerAnswer, { gave: 'pages' }>;
type Found = Extract<AssemblerAnswer, { gave: 'found-redactions' }>;
type Short = Extract<AssemblerAnswer, { gave: 'short' }>;
type Refused = Extract<AssemblerAnswer, { gave: 'refused' }>;

async function readPrinted(bytes: Uint8Array): Promise<PDFDocument> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
  dropSlivers(source.getPages());
  return source;
}

/** One export being put together in memory. Throws on what would be a fault of ours; an exhibit that cannot be read is an answer. */
export class Assembly {
  readonly #target: PDFDocument;
  readonly #into: ImportInto;
  readonly #font: PDFFont;
  readonly #pdfium: Pdfium;
  readonly #face: Uint8Array;
  readonly #isForKeeping: boolean;
  readonly #parts = new Map<string, Part>();
  readonly #places = new Map<string, FoundPlace>();
  #glyphless: PDFRef | null = null;
  /** What was counted last, which is often what comes next. */
  #counted: { readonly bytes: Uint8Array; readonly source: PDFDocument } | null = null;

  private constructor(target: PDFDocument, font: PDFFont, face: Uint8Array, pdfium: Pdfium, isForKeeping: boolean) {
    this.#face = face;
    this.#isForKeeping = isForKeeping;
    this.#target = target;
    this.#font = font;
    this.#pdfium = pdfium;
    this.#into = { target, structure: new StructureTree(target), layers: new Layers(target) };
  }

  /** `isForKeeping`: every page keeps to PDF/A-2b, and the finished document says so if nothing is against it. */
  static async begin(pdfiumWasm: Uint8Array, stampFont: Uint8Array, isForKeeping = false): Promise<Assembly> {
    const target = await PDFDocument.create({ updateMetadata: false });
    target.registerFontkit(fontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0]);
    const font = await target.embedFont(stampFont, { subset: true });
    return new Assembly(target, font, stampFont, await Pdfium.start(pdfiumWasm), isForKeeping);
  }

  async count(bytes: Uint8Array): Promise<Pages> {
    const source = await readPrinted(bytes);
    this.#counted = { bytes, source };
    const pages = source.getPages();
    return { gave: 'pages', pageCount: pages.length, places: [...placesOn(pages)].map(([place, { page }]) => ({ place, pageIndex: pages.indexOf(page) })), damage: null, redactedPages: 0, leftOut: nothingLeftOut };
  }

  async addPrinted(part: string, bytes: Uint8Array): Promise<Pages> {
    const counted = this.#counted;
    this.#counted = null;
    const source = counted !== null && Buffer.compare(counted.bytes, bytes) === 0 ? counted.source : await readPrinted(bytes);
    tidyTags(source);
    for (const page of source.getPages()) markArtifacts(page, 'are-none');
    const pages = importDocument(source, part, this.#into);
    tellEmoji(this.#target, pages);
    this.#keep(part, { pages, isExhibit: false });
    const places: Pages['places'] = [];
    for (const [place, found] of placesOn(pages)) {
      if (this.#places.has(place)) continue;
      this.#places.set(place, found);
      places.push({ place, pageIndex: pages.indexOf(found.page) });
    }
    return { gave: 'pages', pageCount: pages.length, places, damage: null, redactedPages: 0, leftOut: nothingLeftOut };
  }

  /** The best reading that has every page the file says it has. Failing that, `short`; with `shortToo`, the reading with most pages. `redact` and the answer count the pages of the file, whichever of them are wanted. */
  async addExhibit(part: string, bytes: Uint8Array, shortToo: boolean, redact: ExhibitRedaction = nothingTakenOut, wanted: PagesWanted = wholeFile): Promise<Pages | Found | Short | Refused> {
    const short: OpenedExhibit[] = [];
    let reason: ExhibitRefusal = 'damaged';
    for await (const reading of readingsOf(bytes, this.#pdfium, this.#face)) {
      if (typeof reading === 'string') reason = isUncertain(reason) ? reason : reading;
      else if (reading.document.getPageCount() < reading.claimedPages) short.push(reading);
      else {
        const kept = await this.#keepExhibit(part, reading, redact, wanted);
        if (isUncertain(kept)) reason = kept;
        else if (kept !== null) return kept;
      }
    }
    short.sort((a, b) => b.document.getPageCount() - a.document.getPageCount());
    const [best] = short;
    if (best !== undefined && !shortToo) return { gave: 'short', readablePages: best.document.getPageCount(), claimedPages: best.claimedPages };
    for (const reading of short) {
      // Which of its pages are lost nobody knows: an area would be blacked out on another page than hers, and other pages would go than she chose.
      const kept = redact.areas.length > 0 ? 'cannot-redact' : wanted.extract !== null ? 'cannot-extract' : await this.#keepExhibit(part, reading, redact, wholeFile);
      if (isUncertain(kept)) reason = kept;
      else if (kept !== null) return kept;
    }
    return { gave: 'refused', reason };
  }

  /** Pages of a damaged exhibit, drawn: each its picture at the page's own size, and the strip for the stamp. */
  async addDrawn(part: string, drawn: readonly DrawnPage[], turns: readonly PageTurn[] = []): Promise<Pages> {
    const pages: PDFPage[] = [];
    for (const { jpeg, widthPt: width, heightPt: height } of drawn) {
      const page = PDFPage.create(this.#target);
      page.setSize(width, height);
      page.drawImage(await this.#target.embedJpg(jpeg), { x: 0, y: 0, width, height });
      pages.push(page);
    }
    this.#into.structure.tag(part, pages);
    for (const { page, quarters } of turns) {
      const turned = pages[page - 1];
      if (turned !== undefined) turnPage(turned, quarters);
    }
    for (const page of pages) lengthen(page);
    this.#keep(part, { pages, isExhibit: true });
    return { gave: 'pages', pageCount: pages.length, places: [], damage: null, redactedPages: 0, leftOut: nothingLeftOut };
  }

  /** null when copying found damage that loading had not: the next way of reading it is to be tried. Of an extract the names of attached files, which are of the whole file, are not told. */
  async #keepExhibit(part: string, { document, seen, isRepaired, claimedPages, partlyRead, facesLost, leftOut }: OpenedExhibit, redact: ExhibitRedaction, wanted: PagesWanted): Promise<Pages | Found | 'cannot-redact' | 'cannot-extract' | null> {
    // What such letters say is not certain: words would not be found among them.
    if (facesLost.length > 0 && redact.words.length + redact.areas.length > 0) return 'cannot-redact';
    try {
      const filePages = document.getPageCount();
      if (wanted.extract !== null && wanted.extract.of !== filePages) return 'cannot-extract';
      // Pages of the file, in the order in which they go.
      const going = pagesThatGo(wanted) ?? Array.from({ length: filePages }, (_, index) => index + 1);
      if (redact.found !== 'as-it-is' && seen.found === null) throw new Error('nobody knows what is covered');
      const found = redact.found === 'as-it-is' ? [] : (seen.found ?? []).filter(({ page }) => going.includes(page));
      if (redact.found === 'stop' && found.length > 0) return { gave: 'found-redactions', pages: [...new Set(found.map(({ page }) => page))] };
      dropRedactMarks(document);
      const chosen = wanted.extract === null ? document : await extractPages(document, going);
      if (chosen === null) return 'cannot-extract';
      const areas = [...redact.areas, ...found.map(({ page, area }) => ({ page, ...area, reason: 'covered-before' as const }))].flatMap((area) => { const at = going.indexOf(area.page); return at < 0 ? [] : [{ ...area, page: at + 1 }]; });
      const redacted = redact.words.length + areas.length === 0 ? { document: chosen, pageCount: chosen.getPageCount(), replaced: new Map<number, ReplacedPage>() } : await redactExhibit(chosen, { words: redact.words, areas }, this.#pdfium);
      if (redacted === null) return 'cannot-redact';
      const { pageCount, replaced: blackened } = redacted;
      const kept = this.#isForKeeping && pageCount > blackened.size ? await drawOddPages(redacted.document, this.#pdfium) : { document: redacted.document, pageCount: pageCount - blackened.size, drawn: new Map<number, ReplacedPage>(), notesGone: 0 };
      if (kept === null) throw new Error('a page cannot be drawn');
      const drawn = amongAll(kept.drawn, pageCount, blackened);
      const replaced = new Map([...blackened, ...drawn]);
      const copied = pageCount === replaced.size ? [] : importDocument(kept.document, part, this.#into);
      const made = Array.from({ length: pageCount }, (_, index) => {
        const instead = replaced.get(index);
        const page = instead === undefined ? copied.shift() : makeReplacedPage(this.#target, instead, this.#font, (this.#glyphless ??= embedGlyphless(this.#target)));
        if (page === undefined) throw new RangeError('a page went missing');
        return page;
      });
      for (const page of made) if (page.node.has(PDFName.of('StructParents'))) markArtifacts(page, 'stay');
      this.#into.structure.tag(part, made, new Map([...replaced].map(([index, instead]) => [index, { says: drawn.has(index) ? pages.alternative.drawnToKeep : sayReplaced(instead), hasWords: instead.words.length > 0 }])));
      for (const [index, page] of made.entries()) {
        const ofFile = going[index] ?? 0;
        const quarters = turnOf(wanted, ofFile);
        if (quarters !== 0) turnPage(page, quarters);
        // Which margin is free is known of the file's own lower edge alone.
        if (replaced.has(index) || quarters !== 0 || seen.freeMargins?.[ofFile - 1] !== true) lengthen(page);
      }
      this.#keep(part, { pages: made, isExhibit: true });
      const lostPages = claimedPages - filePages;
      const partly = partlyRead.filter((page) => going.includes(page));
      const faces = facesLost.filter((page) => going.includes(page));
      const isSound = !isRepaired && lostPages === 0 && partly.length === 0;
      return { gave: 'pages', pageCount: made.length, places: [], damage: isSound ? null : { how: isRepaired ? 'repaired' : 'own', lostPages, lostNumbers: [], partlyRead: partly, facesLost: faces }, redactedPages: blackened.size, filePages: claimedPages, leftOut: { ...leftOut, ...(wanted.extract === null ? {} : { attached: [] }), ...(kept.notesGone === 0 ? {} : { notes: kept.notesGone }) }, ...(drawn.size === 0 ? {} : { drawnToKeep: [...drawn.keys()].sort((a, b) => a - b).map((index) => going[index] ?? index + 1) }) };
    } catch {
      return redact.words.length + redact.areas.length > 0 ? 'cannot-redact' : null;
    }
  }

  /** Words that a machine read off a part's pages or pictures, unseen on them. A page that has words of its own gets none. */
  layWords(part: string, read: readonly WordsRead[]): void {
    const kept = this.#parts.get(part);
    if (kept === undefined) throw new RangeError('words for a part that is not there');
    const glyphless = (this.#glyphless ??= embedGlyphless(this.#target));
    if (!kept.isExhibit) return layOnPictures(kept.pages, read, glyphless);
    for (const { on, words } of read) {
      const page = 'page' in on ? kept.pages[on.page - 1] : undefined;
      if (page !== undefined && words.length > 0) layOnPage(page, words, glyphless, this.#into.structure.addWords(page, pages.alternative.readPage('page' in on ? on.page : 1, kept.pages.length)));
    }
  }

  /** How the units would lie in several files; nothing is changed. */
  divide({ units, mostBytes, eachBytes }: Extract<AssemblerRequest, { ask: 'divide' }>): Extract<AssemblerAnswer, { gave: 'divided' }> {
    const all = new Set([...this.#parts.values()].flatMap(({ pages }) => pages.map(({ ref }) => ref)));
    const pagesOf = units.map(({ runs }) => runs.flatMap(({ part, from, to }) => this.#parts.get(part)?.pages.slice(from, to) ?? []));
    return { gave: 'divided', starts: divide(this.#target.context, pagesOf, all, { mostBytes, eachBytes }) };
  }

  async finish(order: FinishOrder): Promise<{ bytes: Uint8Array<ArrayBuffer>; pageCount: number; keptFaults?: KeptFault[] }> {
    const pageCount = this.#layOut(order);
    this.#checkNumbers(order);
    this.#join(order);
    writeOutline(this.#target, order.bookmarks, (place) => this.#find(place));
    writePageLabels(this.#target, order.numbering ?? fromFirstPage);
    const parts = order.runs.map((run) => run.part);
    this.#into.structure.finish([...new Set(parts)], new Set(parts.filter((part, index) => parts.indexOf(part) !== index)));
    this.#into.layers.finish();
    this.#describe(order);
    const keptFaults = this.#isForKeeping ? await claimKept(this.#target) : null;
    if (keptFaults === null) writeMetadata(this.#target, false);
    const bytes = await this.#target.save(asItIs);
    return { bytes: bytes as Uint8Array<ArrayBuffer>, pageCount, ...(keptFaults === null ? {} : { keptFaults }) };
  }

  #keep(part: string, kept: Part): void {
    if (this.#parts.has(part)) throw new Error('a part came twice');
    this.#parts.set(part, kept);
  }

  #layOut({ runs, numbering = fromFirstPage }: FinishOrder): number {
    const pageCount = runs.reduce((sum, run) => sum + run.to - run.from, 0);
    let index = 0;
    for (const run of runs) {
      const part = this.#parts.get(run.part);
      if (part === undefined || run.to > part.pages.length) throw new RangeError('a run asks for pages that are not there');
      for (const page of part.pages.slice(run.from, run.to)) {
        const label = labelOf(numbering, index);
        index += 1;
        this.#target.addPage(page);
        page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
        stamp(page, this.#font, part.isExhibit ? exhibitPage : ownPage, numbering.stamp === 'number' ? label : `Page ${label} of ${pageCount}`, run.exhibitMark);
      }
    }
    const printed = [...this.#parts.values()].reduce((sum, part) => sum + part.pages.length, 0);
    if (printed !== pageCount) throw new RangeError('a page was left out');
    return pageCount;
  }

  /** The numbers printed in the contents are those of the pages, or nothing leaves. */
  #checkNumbers({ pageNumbers }: FinishOrder): void {
    const numberOf = new Map(this.#target.getPages().map((page, index) => [page.ref, index + 1]));
    for (const [place, expected] of pageNumbers) {
      if (numberOf.get(this.#find(place).page.ref) !== expected) throw new Error('a printed page number is not the page');
    }
  }

  #join({ frontPart, numbering = fromFirstPage }: FinishOrder): void {
    const links = [...this.#parts.values()].filter((part) => !part.isExhibit).flatMap((part) => placeLinks(part.pages));
    const rows = new Map<string, FoundPlace>();
    for (const link of placeLinks(this.#parts.get(frontPart)?.pages ?? [])) if (link.does === 'point' && !rows.has(link.place)) rows.set(link.place, link);
    const labels = new Map(this.#target.getPages().map((page, index) => [page.ref, labelOf(numbering, index)]));
    for (const link of links) {
      const to = link.does === 'point' ? this.#find(link.place) : (rows.get(link.place) ?? this.#find('contents'));
      lead(this.#target, link, to, `${link.does === 'point' ? 'Go to' : 'Back to'} page ${labels.get(to.page.ref) ?? ''}`);
    }
  }

  #find(place: string): FoundPlace {
    const found = this.#places.get(place);
    if (found === undefined) throw new Error('a link leads to a place that is not there');
    return found;
  }

  #describe({ title, preparedUtc }: FinishOrder): void {
    const document = this.#target;
    document.setTitle(title, { showInWindowTitleBar: true });
    document.setLanguage('en-GB');
    document.setCreator('Tidemark');
    document.setProducer('Tidemark');
    const at = new Date(preparedUtc);
    document.setCreationDate(at);
    document.setModificationDate(at);
    const first = document.getPages()[0];
    if (first === undefined) return;
    // Opens at 100 % on its first page, as court bundles are to.
    document.catalog.set(PDFName.of('OpenAction'), document.context.obj([first.ref, 'XYZ', null, null, 1]));
  }
}

/** What was told of the pages that are left once others were replaced, by their index among all. */
function amongAll(told: ReadonlyMap<number, ReplacedPage>, pageCount: number, gone: ReadonlyMap<number, ReplacedPage>): Map<number, ReplacedPage> {
  const left = Array.from({ length: pageCount }, (_, index) => index).filter((index) => !gone.has(index));
  return new Map([...told].map(([index, page]) => [left[index] ?? index, page]));
}

/** Where each place begins: a long heading is marked on each of its lines, and these may go over the end of a page. */
function placesOn(pages: readonly PDFPage[]): Map<string, FoundPlace> {
  const found = new Map<string, FoundPlace>();
  for (const { does, place, page, top } of placeLinks(pages)) if (does === 'mark' && !found.has(place)) found.set(place, { page, top });
  return found;
}

/** Whether the file can be read, but not so well that what is to stay out of the copy surely does. */
function isUncertain(answer: unknown): answer is 'cannot-redact' | 'cannot-extract' {
  return answer === 'cannot-redact' || answer === 'cannot-extract';
}
