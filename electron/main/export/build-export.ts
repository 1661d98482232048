import type { TaskEvent } from '../../../shared/contract/tasks';
import { documentOf } from '../../../shared/layouts/document';
import { endDocument, frontDocument, sectionsIn, type SectionThat } from '../../../shared/layouts/export/documents';
import { exhibitPages } from '../../../shared/layouts/export/exhibits';
import { placeholderPage, type NotIncluded, type PageNumbers } from '../../../shared/layouts/export/section';
import { exhibitName } from '../../../shared/layouts/exhibit-name';
import type { Rendition } from '../../../shared/layouts/rendition';
import { sayDamage } from '../../../shared/layouts/say-damage';
import type { PageRun } from '../../../shared/assemble-protocol';
import { pages as words } from '../../../shared/messages/en-gb/pages';
import { pdfOf, type PdfMadeUp } from '../../../shared/outputs/output-sections';
import { showHidden } from '../../../shared/text/show-hidden';
import type { ExportPlan } from '../../../shared/model/export-plan';
import type { Id } from '../../../shared/model/identity';
import type { AssemblerHost } from './assembler-host';
import { inChunks } from './chunks';
import { exhibitRedactions, type ExhibitRedactions } from './exhibit-redactions';
import { bookmarksOf, numberPages, printedPages, runsAfterFront, type ExhibitPart, type PrintedPart } from './page-order';
import { PictureWindow } from '../sandboxed/picture-window';
import type { ExportFiles, ExportSource } from './ports';
import type { PrintWindow } from './print-window';
import { withPrinting } from './printing';
import { renderExhibit, type Rendered } from './render-exhibits';

export interface BuildWith {
  readonly source: ExportSource;
  readonly files: ExportFiles;
  readonly signal: AbortSignal;
  progress(step: TaskEvent['step'], done: number, total: number, unit: TaskEvent['unit']): void;
}

export interface BuiltPages {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  readonly notIncluded: readonly NotIncluded[];
  /** Files in which somebody covered words that are still there, and the pages of each (from 1): they wait for her word. */
  readonly foundRedactions: readonly { readonly documentId: Id; readonly mark: string; readonly onPages: readonly number[] }[];
  /** Indices [from, to) of the pages that we set ourselves; the others are exhibits' own. */
  readonly printed: readonly { readonly from: number; readonly to: number }[];
  /** The page, counted from 1, of every place in the finished document (shared/layouts/places). */
  readonly pageOf: ReadonlyMap<string, number>;
}

const frontPart = 'front';

/**
 * Makes the PDF of a plan, in memory: of an output with its exhibits, or of its paper alone. Pictures are drawn afresh, pages printed, everything assembled; each in its own sandboxed or key-less
 * process that ends with this call, however it ends.
 * Refuses `cannot-print`, `cancelled`, and what the vault refuses.
 */
export async function buildExport(plan: ExportPlan, by: BuildWith): Promise<BuiltPages> {
  const pictures = new PictureWindow(by.files);
  return withPrinting(by, ({ assembler, printer }) => new ExportBuild(plan, by, assembler, printer, pictures).run(), () => void pictures.close());
}

class ExportBuild {
  readonly #plan: ExportPlan;
  readonly #by: BuildWith;
  readonly #assembler: AssemblerHost;
  readonly #printer: PrintWindow;
  readonly #pictures: PictureWindow;
  readonly #redactions: ExhibitRedactions;
  readonly #made: PdfMadeUp;
  readonly #foundRedactions: BuiltPages['foundRedactions'][number][] = [];
  #printedPages = 0;
  #drawnExhibits = 0;

  constructor(plan: ExportPlan, by: BuildWith, assembler: AssemblerHost, printer: PrintWindow, pictures: PictureWindow) {
    this.#plan = plan;
    this.#by = by;
    this.#assembler = assembler;
    this.#printer = printer;
    this.#pictures = pictures;
    this.#redactions = exhibitRedactions(plan);
    this.#made = pdfOf(plan);
  }

  /** Prints every section in the order of the list: it says what a section holds; here is only how each kind of it is printed. */
  async run(): Promise<BuiltPages> {
    const parts: (PrintedPart | ExhibitPart)[] = [];
    const notIncluded: NotIncluded[] = [];
    for (const section of sectionsIn(this.#made, { plan: this.#plan, notIncluded })) {
      if (section.stands === 'body') parts.push(...await this.#printBody(section));
      else if (section.stands === 'exhibits') parts.push(...await this.#printExhibits(section, notIncluded));
    }
    const rendered = parts.flatMap((part) => ('exhibits' in part ? part.exhibits : []));
    const end = endDocument(this.#made, { plan: this.#plan, rendered, notIncluded });
    if (end !== null) parts.push(await this.#addPrinted('end', end, new Map()));
    return this.#assemble(parts, notIncluded);
  }

  async #printBody(section: SectionThat<'body'>): Promise<PrintedPart[]> {
    const parts: PrintedPart[] = [];
    for (const body of section.parts(this.#plan, inChunks)) parts.push(await this.#addPrinted(`${section.place} ${parts.length}`, documentOf(section.name, body), new Map()));
    return parts;
  }

  /** `notIncluded`: what cannot be printed is added to it. */
  async #printExhibits(section: SectionThat<'exhibits'>, notIncluded: NotIncluded[]): Promise<ExhibitPart[]> {
    const exhibits: ExhibitPart[] = [];
    // Where the entries stand on no page of their own, nothing leads to them.
    const entryNumbers = this.#made.entriesStandHere ? new Map(this.#plan.entries.map((entry) => [entry.id, entry.number])) : null;
    let waiting: Rendered[] = [];
    const print = async (ready: readonly Rendered[]) => {
      const jpegs = new Map(ready.flatMap((one) => [...one.jpegs]));
      const printed = await this.#addPrinted(`${section.place} ${exhibits.length}`, exhibitPages(ready, entryNumbers, exhibits.length === 0 && section.opening()), jpegs);
      // The pictures are in the pages now; only what the closing pages name is kept.
      exhibits.push({ ...printed, exhibits: ready.map(({ exhibit, rendition }) => ({ exhibit, rendition })) });
    };
    for (const exhibit of section.exhibits(this.#plan)) {
      this.#by.progress('pictures', this.#drawnExhibits++, this.#plan.exhibits.length, 'items');
      const one = await renderExhibit(exhibit, { source: this.#by.source, redactions: this.#redactions, pictures: this.#pictures, assembler: this.#assembler, files: this.#by.files, signal: this.#by.signal });
      const reason = whyNotWhole(one.rendition);
      if (one.rendition.kind === 'missing' && one.rendition.onPages !== undefined && exhibit.thing.kind === 'document') this.#foundRedactions.push({ documentId: exhibit.thing.document.id, mark: exhibit.mark, onPages: one.rendition.onPages });
      if (reason !== null) notIncluded.push({ mark: exhibit.mark, name: exhibit.thing.kind === 'document' ? exhibit.thing.document.originalName : exhibitName(exhibit), reason });
      const [ready] = inChunks([...waiting, one], weightOf);
      if (ready !== undefined && ready.length < waiting.length + 1) {
        await print(ready);
        waiting = [one];
      } else waiting.push(one);
    }
    if (waiting.length > 0) await print(waiting);
    return exhibits;
  }

  async #assemble(parts: readonly (PrintedPart | ExhibitPart)[], notIncluded: readonly NotIncluded[]): Promise<BuiltPages> {
    const runs = runsAfterFront(parts);
    const { front, numbers, pageCount } = await this.#printFront(runs, parts, notIncluded);
    this.#by.progress('assembling', 0, pageCount, 'pages');
    const finished = await this.#assembler.ask({
      ask: 'finish',
      order: {
        title: showHidden(this.#made.title), preparedUtc: this.#plan.preparedUtc, frontPart,
        runs: [{ part: frontPart, from: 0, to: front.pageCount, exhibitMark: '' }, ...runs],
        bookmarks: bookmarksOf(sectionsIn(this.#made, { plan: this.#plan, notIncluded }), this.#plan, numbers), pageNumbers: [...numbers],
      },
    }, 'document');
    this.#by.progress('assembling', finished.pageCount, finished.pageCount, 'pages');
    return { bytes: finished.bytes, pageCount: finished.pageCount, notIncluded, foundRedactions: this.#foundRedactions, printed: printedPages([{ part: frontPart, from: 0, to: front.pageCount }, ...runs]), pageOf: numbers };
  }

  /** Prints the front with stand-in numbers to count its pages and find its own tables, then with the real ones; both must come out alike. */
  async #printFront(runs: readonly PageRun[], parts: readonly PrintedPart[], notIncluded: readonly NotIncluded[]): Promise<{ front: PrintedPart; numbers: Map<string, number>; pageCount: number }> {
    const html = (pageNumbers: PageNumbers, pageCount: number) => frontDocument(this.#made, { plan: this.#plan, pageNumbers, pageCount }, notIncluded);
    const ownPlaces = sectionsIn(this.#made, { plan: this.#plan, notIncluded }).flatMap((section) => (section.stands === 'front' && section.place !== null ? [section.place] : []));
    const known = [...parts.flatMap((part) => part.places.map(({ place: at }) => at)), ...ownPlaces];
    const draft = await this.#printer.print(html(new Map(known.map((at) => [at, placeholderPage])), placeholderPage), new Map(), this.#by.signal);
    const counted = await this.#assembler.ask({ ask: 'count', bytes: draft }, 'pages');
    const { numbers, pageCount } = numberPages(runs, parts, counted.pageCount);
    for (const { place: at, pageIndex } of counted.places) numbers.set(at, pageIndex + 1);
    const front = await this.#addPrinted(frontPart, html(numbers, pageCount), new Map());
    if (front.pageCount !== counted.pageCount) throw new Error('the contents grew when their numbers were put in');
    return { front, numbers, pageCount };
  }

  async #addPrinted(part: string, html: string, jpegs: ReadonlyMap<string, Uint8Array>): Promise<PrintedPart> {
    this.#by.progress('printing', this.#printedPages, 0, 'pages');
    const bytes = await this.#printer.print(html, jpegs, this.#by.signal);
    const { pageCount, places } = await this.#assembler.ask({ ask: 'add-printed', part, bytes }, 'pages');
    this.#printedPages += pageCount;
    this.#by.progress('printing', this.#printedPages, 0, 'pages');
    return { part, pageCount, places };
  }
}

/** Why nothing, or not everything, of an exhibit is in the document; null when all of it is. */
function whyNotWhole(rendition: Rendition): string | null {
  if (rendition.kind === 'missing') return words.notIncluded.reasons[rendition.reason];
  if (rendition.kind !== 'pages' || rendition.damage === null) return null;
  const { how, lostPages, partlyRead } = rendition.damage;
  return how === 'pictures' || lostPages > 0 || partlyRead.length > 0 ? sayDamage(rendition.damage) : null;
}

const charactersOnPage = 2600;
const messagesOnPage = 9;

function weightOf({ exhibit, rendition, jpegs }: Rendered) {
  const pictureBytes = [...jpegs.values()].reduce((sum, jpeg) => sum + jpeg.length, 0);
  const text = rendition.kind === 'text' ? rendition.text.length / charactersOnPage : 0;
  const messages = exhibit.thing.kind === 'excerpt' ? exhibit.thing.messages.length / messagesOnPage : 0;
  const pictures = rendition.kind === 'picture' ? rendition.pictures.length : 0;
  const mail = exhibit.thing.kind === 'mail' ? (exhibit.thing.mail.text.length + exhibit.thing.mail.headers.reduce((sum, { raw }) => sum + raw.length, 0)) / charactersOnPage : 0;
  return { pages: 2 + text + messages + pictures + mail, pictureBytes };
}
