import * as fontkit from 'fontkit';
import { nothingTakenOut, type AssemblerAnswer, type DrawnPage, type ExhibitRedaction, type ExhibitRefusal, type FinishOrder } from '../../../shared/assemble-protocol';
import { importDocument, type ImportInto } from './import-document';
import { Layers } from './layers';
import { dropSlivers, lead, placeLinks, writeOutline, writePageLabels, type FoundPlace } from './navigation';
import { readingsOf, type OpenedExhibit } from './open-exhibit';
import { PDFDocument, PDFName, PDFPage, type PDFFont, type PDFRef } from './pdf-library';
import { Pdfium } from './pdfium';
import { dropRedactMarks, foundRedactions } from './redact/found-redactions';
import { embedGlyphless } from './redact/glyphless-font';
import { redactExhibit, type ReplacedPage } from './redact/redact-exhibit';
import { makeReplacedPage } from './redact/replaced-page';
import { exhibitPage, lengthen, ownPage, stamp } from './stamp';
import { tellEmoji } from './told-characters';
import { StructureTree } from './structure-tree';
import { pagesPartlyRead } from './unread-content';

interface Part { readonly pages: readonly PDFPage[]; readonly isExhibit: boolean }
type Pages = Extract<AssemblerAnswer, { gave: 'pages' }>;
type Found = Extract<AssemblerAnswer, { gave: 'found-redactions' }>;
type Short = Extract<AssemblerAnswer, { gave: 'short' }>;
type Refused = Extract<AssemblerAnswer, { gave: 'refused' }>;

/** One export being put together in memory. Throws on what would be a fault of ours; an exhibit that cannot be read is an answer. */
export class Assembly {
  readonly #target: PDFDocument;
  readonly #into: ImportInto;
  readonly #font: PDFFont;
  readonly #pdfium: Pdfium;
  readonly #parts = new Map<string, Part>();
  readonly #places = new Map<string, FoundPlace>();
  #glyphless: PDFRef | null = null;

  private constructor(target: PDFDocument, font: PDFFont, pdfium: Pdfium) {
    this.#target = target;
    this.#font = font;
    this.#pdfium = pdfium;
    this.#into = { target, structure: new StructureTree(target), layers: new Layers(target) };
  }

  static async begin(pdfiumWasm: Uint8Array, stampFont: Uint8Array): Promise<Assembly> {
    const target = await PDFDocument.create({ updateMetadata: false });
    target.registerFontkit(fontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0]);
    const font = await target.embedFont(stampFont, { subset: true });
    return new Assembly(target, font, await Pdfium.start(pdfiumWasm));
  }

  async count(bytes: Uint8Array): Promise<Pages> {
    const pages = (await PDFDocument.load(bytes, { updateMetadata: false })).getPages();
    dropSlivers(pages);
    return { gave: 'pages', pageCount: pages.length, places: placeLinks(pages).filter((link) => link.does === 'mark').map((link) => ({ place: link.place, pageIndex: pages.indexOf(link.page) })), damage: null, redactedPages: 0 };
  }

  async addPrinted(part: string, bytes: Uint8Array): Promise<Pages> {
    const source = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
    dropSlivers(source.getPages());
    const pages = importDocument(source, part, this.#into);
    tellEmoji(this.#target, pages);
    this.#keep(part, { pages, isExhibit: false });
    const places: Pages['places'] = [];
    for (const link of placeLinks(pages)) {
      if (link.does !== 'mark' || this.#places.has(link.place)) continue;
      this.#places.set(link.place, { page: link.page, top: link.top });
      places.push({ place: link.place, pageIndex: pages.indexOf(link.page) });
    }
    return { gave: 'pages', pageCount: pages.length, places, damage: null, redactedPages: 0 };
  }

  /** The best reading that has every page the file says it has. Failing that, `short`; with `shortToo`, the reading with most pages. */
  async addExhibit(part: string, bytes: Uint8Array, shortToo: boolean, redact: ExhibitRedaction = nothingTakenOut): Promise<Pages | Found | Short | Refused> {
    const short: OpenedExhibit[] = [];
    let reason: ExhibitRefusal = 'damaged';
    for await (const reading of readingsOf(bytes, this.#pdfium)) {
      if (typeof reading === 'string') reason = reason === 'cannot-redact' ? reason : reading;
      else if (reading.document.getPageCount() < reading.claimedPages) short.push(reading);
      else {
        const kept = await this.#keepExhibit(part, reading, redact);
        if (kept === 'cannot-redact') reason = kept;
        else if (kept !== null) return kept;
      }
    }
    short.sort((a, b) => b.document.getPageCount() - a.document.getPageCount());
    const [best] = short;
    if (best !== undefined && !shortToo) return { gave: 'short', readablePages: best.document.getPageCount(), claimedPages: best.claimedPages };
    for (const reading of short) {
      // Which of its pages are lost nobody knows: an area would be blacked out on another page than hers.
      const kept = redact.areas.length > 0 ? 'cannot-redact' : await this.#keepExhibit(part, reading, redact);
      if (kept === 'cannot-redact') reason = kept;
      else if (kept !== null) return kept;
    }
    return { gave: 'refused', reason };
  }

  /** Pages of a damaged exhibit, drawn: each its picture at the page's own size, and the strip for the stamp. */
  async addDrawn(part: string, drawn: readonly DrawnPage[]): Promise<Pages> {
    const pages: PDFPage[] = [];
    for (const { jpeg, widthPt: width, heightPt: height } of drawn) {
      const page = PDFPage.create(this.#target);
      page.setSize(width, height);
      page.drawImage(await this.#target.embedJpg(jpeg), { x: 0, y: 0, width, height });
      lengthen(page);
      pages.push(page);
    }
    this.#keep(part, { pages, isExhibit: true });
    return { gave: 'pages', pageCount: pages.length, places: [], damage: null, redactedPages: 0 };
  }

  /** null when copying found damage that loading had not: the next way of reading it is to be tried. */
  async #keepExhibit(part: string, { document, bytes, freeMargins, isRepaired, claimedPages }: OpenedExhibit, redact: ExhibitRedaction): Promise<Pages | Found | 'cannot-redact' | null> {
    try {
      const found = redact.found === 'as-it-is' ? [] : foundRedactions(document, bytes, this.#pdfium);
      if (redact.found === 'stop' && found.length > 0) return { gave: 'found-redactions', pages: [...new Set(found.map(({ page }) => page))] };
      dropRedactMarks(document);
      const partlyRead = pagesPartlyRead(document);
      const areas = [...redact.areas, ...found.map(({ page, area }) => ({ page, ...area, reason: 'covered-before' as const }))];
      const redacted = redact.words.length + areas.length === 0 ? { document, pageCount: document.getPageCount(), replaced: new Map<number, ReplacedPage>() } : await redactExhibit(document, { words: redact.words, areas }, this.#pdfium);
      if (redacted === null) return 'cannot-redact';
      const { pageCount, replaced } = redacted;
      const copied = pageCount === replaced.size ? [] : importDocument(redacted.document, part, this.#into);
      const pages = Array.from({ length: pageCount }, (_, index) => {
        const instead = replaced.get(index);
        const page = instead === undefined ? copied.shift() : makeReplacedPage(this.#target, instead, this.#font, (this.#glyphless ??= embedGlyphless(this.#target)));
        if (page === undefined) throw new RangeError('a page went missing');
        if (instead !== undefined || freeMargins?.[index] !== true) lengthen(page);
        return page;
      });
      this.#keep(part, { pages, isExhibit: true });
      const lostPages = claimedPages - pages.length;
      const isSound = !isRepaired && lostPages === 0 && partlyRead.length === 0;
      return { gave: 'pages', pageCount: pages.length, places: [], damage: isSound ? null : { how: isRepaired ? 'repaired' : 'own', lostPages, lostNumbers: [], partlyRead }, redactedPages: replaced.size };
    } catch {
      return redact.words.length + redact.areas.length > 0 ? 'cannot-redact' : null;
    }
  }

  async finish(order: FinishOrder): Promise<{ bytes: Uint8Array<ArrayBuffer>; pageCount: number }> {
    const pageCount = this.#layOut(order);
    this.#checkNumbers(order);
    this.#join(order);
    writeOutline(this.#target, order.bookmarks, (place) => this.#find(place));
    writePageLabels(this.#target);
    this.#into.structure.finish([...new Set(order.runs.map((run) => run.part))]);
    this.#into.layers.finish();
    this.#describe(order);
    const bytes = await this.#target.save({ addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Number.POSITIVE_INFINITY });
    return { bytes: bytes as Uint8Array<ArrayBuffer>, pageCount };
  }

  #keep(part: string, kept: Part): void {
    if (this.#parts.has(part)) throw new Error('a part came twice');
    this.#parts.set(part, kept);
  }

  #layOut({ runs }: FinishOrder): number {
    const pageCount = runs.reduce((sum, run) => sum + run.to - run.from, 0);
    let number = 0;
    for (const run of runs) {
      const part = this.#parts.get(run.part);
      if (part === undefined || run.to > part.pages.length) throw new RangeError('a run asks for pages that are not there');
      for (const page of part.pages.slice(run.from, run.to)) {
        number += 1;
        this.#target.addPage(page);
        page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
        stamp(page, this.#font, part.isExhibit ? exhibitPage : ownPage, `Page ${number} of ${pageCount}`, run.exhibitMark);
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

  #join({ frontPart }: FinishOrder): void {
    const links = [...this.#parts.values()].filter((part) => !part.isExhibit).flatMap((part) => placeLinks(part.pages));
    const rows = new Map<string, FoundPlace>();
    for (const link of placeLinks(this.#parts.get(frontPart)?.pages ?? [])) if (link.does === 'point' && !rows.has(link.place)) rows.set(link.place, link);
    const numberOf = new Map(this.#target.getPages().map((page, index) => [page.ref, index + 1]));
    for (const link of links) {
      const to = link.does === 'point' ? this.#find(link.place) : (rows.get(link.place) ?? this.#find('contents'));
      lead(this.#target, link, to, `${link.does === 'point' ? 'Go to' : 'Back to'} page ${numberOf.get(to.page.ref) ?? ''}`);
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

