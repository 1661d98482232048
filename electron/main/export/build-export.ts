import type { TaskEvent } from '../../../shared/contract/tasks';
import { documentOf } from '../../../shared/layouts/document';
import { dividersDocument, endDocument, frontDocument, sectionsIn, type SectionThat } from '../../../shared/layouts/export/documents';
import { exhibitPages } from '../../../shared/layouts/export/exhibits';
import { type InFiles, placeholderPage, type NotIncluded, type PageNumbers } from '../../../shared/layouts/export/section';
import { exhibitName } from '../../../shared/layouts/exhibit-name';
import { place } from '../../../shared/layouts/places';
import { laidOutLength } from '../../../shared/layouts/laid-out-length';
import type { RenderedExhibit, Rendition } from '../../../shared/layouts/rendition';
import { sayDamage } from '../../../shared/layouts/say-damage';
import type { CutOrder, PageRun, WordsRead } from '../../../shared/assemble-protocol';
import { pages as words } from '../../../shared/messages/en-gb/pages';
import { pagesLaidOut } from '../../../shared/messages/en-gb/pages-laid-out';
import { pdfOf, type PdfMadeUp } from '../../../shared/outputs/output-sections';
import type { ExportPlan, PlannedExhibit } from '../../../shared/model/export-plan';
import type { MadeForKeeping } from '../../../shared/model/kept';
import { labelOf, type PageNumbering } from '../../../shared/model/page-numbering';
import type { Id } from '../../../shared/model/identity';
import type { AssemblerHost } from './assembler-host';
import { inChunks } from './chunks';
import { bytesInMB, cutIntoFiles } from './cut-into-files';
import { DrawingAhead } from './drawing-ahead';
import { exhibitRedactions, type ExhibitRedactions } from './exhibit-redactions';
import { partsOf, unitsOf } from './file-units';
import { bookmarksOf, numberPages, printedPages, runsAfterFront, type ExhibitPart, type PrintedPart } from './page-order';
import type { ExportFiles, ExportSource } from './ports';
import { PageCounter } from '../sandboxed/page-pictures';
import { PictureWindow } from '../sandboxed/picture-window';
import type { PageToPrint, PrintWindow } from './print-window';
import { withPrinting } from './printing';
import { signalled } from '../work/signalled';
import { beginDrawn, beginPdfExhibit, pdfIn, pictureBytesOf, type BegunExhibit, type Rendered } from './render-exhibits';

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
  /** How many pages the file of an exhibit has, by mark, where it has pages that can be told by their numbers. */
  readonly filePages: ReadonlyMap<string, number>;
  /** Indices [from, to) of the pages that we set ourselves; the others are exhibits' own. */
  readonly printed: readonly { readonly from: number; readonly to: number }[];
  /** The page, counted from 1, of every place in the finished document (shared/layouts/places). */
  readonly pageOf: ReadonlyMap<string, number>;
  /** What is printed on its pages as their numbers. */
  readonly numbering: PageNumbering;
  /** As how many files it leaves; null: it is one. */
  readonly inFiles: CutInFiles | null;
  /** How it was made for keeping; null: it was not asked to be. */
  readonly kept: MadeForKeeping | null;
}

/** A document that is larger than one file may be. `bytesOf`: of each file; `alone`: marks of exhibits each of which is larger by itself, and was not cut. */
export interface CutInFiles { readonly cut: CutOrder; readonly bytesOf: readonly number[]; readonly pagesOf: readonly number[]; readonly alone: readonly string[] }

const frontPart = 'front';
const dividersPart = 'dividers';
/** What is in every file besides its pages: the face that numbers are printed in, particulars, bookmarks. */
const eachBytes = 60_000;

/**
 * Makes the PDF of a plan, in memory: of an output with its exhibits, or of its paper alone. Pictures are drawn afresh, pages printed, everything assembled; each in its own sandboxed or key-less
 * process that ends with this call, however it ends.
 * Refuses `cannot-print`, `cancelled`, and what the vault refuses.
 */
export async function buildExport(plan: ExportPlan, by: BuildWith): Promise<BuiltPages> {
  const drawing = new DrawingAhead(new PictureWindow(by.files));
  const counter = new PageCounter(by.files);
  // What draws ahead is stopped however this ends, not by her alone.
  const ended = new AbortController();
  const stoppable = { ...by, signal: AbortSignal.any([by.signal, ended.signal]) };
  return withPrinting({ ...by, isForKeeping: isForKeeping(plan) }, ({ assembler, printer }) => new ExportBuild(plan, stoppable, { assembler, printer, drawing, counter }).run(), () => {
    ended.abort();
    drawing.end();
    counter.close();
  });
}

/** How far PDFs are read ahead of what is put together: so many exhibits at first and later, and so many bytes of files that wait for it. */
const leastAhead = 16;
const mostAhead = 128;
const mostAheadBytes = 64 * 1024 * 1024;
/** Exhibits begin on pages of their own wherever they are cut, so that the first are printed while the others are drawn. */
const mostExhibitPages = 120;
/** So many parts, and bytes of pictures in them, wait to be printed or to go to the assembler while what follows them is drawn. */
const mostPrintedAhead = 3;
const mostPrintedAheadBytes = 96 * 1024 * 1024;

interface BeingPrinted { readonly part: string; readonly pictureBytes: number; readonly read: readonly WordsRead[]; readonly printed: Promise<Uint8Array<ArrayBuffer>> }
/** The front that is only counted, and what prints the next one. */
interface BegunFront { readonly draft: Promise<Uint8Array<ArrayBuffer>>; print(html: string): Promise<Uint8Array<ArrayBuffer>> }
/** A part that is printed or being printed, by its name; `onlyAt`: as of `PrintedPart`. */
interface ComingPart { readonly part: string; readonly exhibits?: readonly RenderedExhibit[]; readonly onlyAt?: string }

class ExportBuild {
  readonly #plan: ExportPlan;
  readonly #by: BuildWith;
  readonly #assembler: AssemblerHost;
  readonly #printer: PrintWindow;
  readonly #drawing: DrawingAhead;
  readonly #counter: PageCounter;
  /** Parts that are printed, one after another, while what follows them is drawn. */
  readonly #beingPrinted: BeingPrinted[] = [];
  readonly #printed = new Map<string, PrintedPart>();
  readonly #redactions: ExhibitRedactions;
  readonly #made: PdfMadeUp;
  readonly #foundRedactions: BuiltPages['foundRedactions'][number][] = [];
  readonly #filePages = new Map<string, number>();
  #printedPages = 0;
  #drawnToKeep = 0;
  #drawnExhibits = 0;

  constructor(plan: ExportPlan, by: BuildWith, { assembler, printer, drawing, counter }: { readonly assembler: AssemblerHost; readonly printer: PrintWindow; readonly drawing: DrawingAhead; readonly counter: PageCounter }) {
    this.#plan = plan;
    this.#by = by;
    this.#assembler = assembler;
    this.#printer = printer;
    this.#drawing = drawing;
    this.#counter = counter;
    this.#redactions = exhibitRedactions(plan);
    this.#made = pdfOf(plan);
  }

  /** Prints every section in the order of the list: it says what a section holds; here is only how each kind of it is printed. */
  async run(): Promise<BuiltPages> {
    const coming: ComingPart[] = [];
    const notIncluded: NotIncluded[] = [];
    const sections = sectionsIn(this.#made, { plan: this.#plan, notIncluded });
    const rendering = this.#render(sections.flatMap((section) => (section.stands === 'exhibits' ? section.exhibits(this.#plan) : [])));
    const dividers = dividersDocument(this.#made, { plan: this.#plan, notIncluded });
    if (dividers !== null) await this.#print(dividersPart, dividers);
    for (const [index, section] of sections.entries()) {
      if (section.stands === 'divider') coming.push({ part: dividersPart, onlyAt: section.place });
      else if (section.stands === 'body') coming.push(...await this.#printBody(section, `section ${index}`, notIncluded));
      else if (section.stands === 'exhibits') coming.push(...await this.#printExhibits(section, `section ${index}`, notIncluded, rendering));
    }
    const rendered = coming.flatMap(({ exhibits }) => exhibits ?? []);
    const end = endDocument(this.#made, { plan: this.#plan, rendered, notIncluded });
    if (end !== null) coming.push(await this.#print('end', end));
    // While the last parts are still being printed.
    const front = this.#beginFront(notIncluded);
    while (this.#beingPrinted.length > 0) await this.#addFirstPrinted();
    const parts = coming.map(({ part, exhibits, onlyAt }): PrintedPart | ExhibitPart => {
      const printed = this.#printed.get(part);
      if (printed === undefined) throw new Error('a part was not printed');
      return exhibits !== undefined ? { ...printed, exhibits } : onlyAt !== undefined ? { ...printed, onlyAt } : printed;
    });
    return this.#assemble(parts, notIncluded, front);
  }

  async #printBody(section: SectionThat<'body'>, name: string, notIncluded: readonly NotIncluded[]): Promise<ComingPart[]> {
    const parts: ComingPart[] = [];
    for (const body of section.parts(this.#plan, inChunks, notIncluded)) parts.push(await this.#print(`${name} ${parts.length}`, documentOf(section.name, body)));
    return parts;
  }

  /**
   * Every exhibit in order, each begun well before it is its turn, so that things are drawn while others are printed: what the assembler has no part in at once, PDFs at first not far ahead, so that the first part can soon be printed.
   * How far ahead depends on the files alone: what the assembler is asked, and in which order, must not hang on what is drawn first.
   */
  async *#render(exhibits: readonly PlannedExhibit[]): AsyncGenerator<Rendered> {
    const by = { source: this.#by.source, redactions: this.#redactions, drawing: this.#drawing, counter: this.#counter, assembler: this.#assembler, files: this.#by.files, signal: this.#by.signal };
    const begins = exhibits.map((exhibit, at): (() => BegunExhibit | Promise<BegunExhibit>) => {
      const pdf = pdfIn(exhibit);
      if (pdf !== null) return () => beginPdfExhibit(exhibit, pdf, at, by);
      const drawn = beginDrawn(exhibit, at, by);
      return () => drawn;
    });
    const begun: BegunExhibit[] = [];
    let next = 0;
    const hasRoom = () => begun.length === 0 || (begun.length < Math.min(mostAhead, leastAhead + next - begun.length) && begun.reduce((sum, { heldBytes }) => sum + heldBytes, 0) < mostAheadBytes);
    for (;;) {
      for (let begin = begins[next]; begin !== undefined && hasRoom(); begin = begins[++next]) begun.push(await begin());
      const first = begun.shift();
      if (first === undefined) return;
      this.#by.progress('pictures', this.#drawnExhibits++, this.#plan.exhibits.length, 'items');
      yield await first.finish();
    }
  }

  /** `notIncluded`: what cannot be printed is added to it. `rendering`: gives the exhibits of this section next. */
  async #printExhibits(section: SectionThat<'exhibits'>, name: string, notIncluded: NotIncluded[], rendering: AsyncGenerator<Rendered>): Promise<ComingPart[]> {
    const parts: ComingPart[] = [];
    // Where the entries stand on no page of their own, nothing leads to them.
    const entryNumbers = this.#made.entriesStandHere ? new Map(this.#plan.entries.map((entry) => [entry.id, entry.number])) : null;
    let waiting: Rendered[] = [];
    const print = async (ready: readonly Rendered[]) => {
      const jpegs = new Map(ready.flatMap((one) => [...one.jpegs]));
      const { part } = await this.#print(`${name} ${parts.length}`, exhibitPages(ready, entryNumbers, parts.length === 0 && section.opening(), section.allowedBy), jpegs, ready.flatMap((one) => [...one.read]));
      // The pictures are in the pages soon; only what the closing pages name is kept.
      parts.push({ part, exhibits: ready.map(({ exhibit, rendition }) => ({ exhibit, rendition })) });
    };
    for (const exhibit of section.exhibits(this.#plan)) {
      const one: Rendered | undefined = (await rendering.next()).value;
      if (one?.exhibit.mark !== exhibit.mark) throw new Error('another exhibit than the one whose turn it is');
      if (one.rendition.kind === 'pages') this.#drawnToKeep += one.rendition.drawnToKeep?.length ?? 0;
      const filePages = filePagesOf(one.rendition);
      if (filePages !== null) this.#filePages.set(exhibit.mark, filePages);
      const reason = whyNotWhole(one.rendition);
      if (one.rendition.kind === 'missing' && one.rendition.onPages !== undefined && exhibit.thing.kind === 'document') this.#foundRedactions.push({ documentId: exhibit.thing.document.id, mark: exhibit.mark, onPages: one.rendition.onPages });
      if (reason !== null) notIncluded.push({ mark: exhibit.mark, name: exhibit.thing.kind === 'document' ? exhibit.thing.document.originalName : exhibitName(exhibit), reason });
      const [ready] = inChunks([...waiting, one], weightOf, mostExhibitPages);
      if (ready !== undefined && ready.length < waiting.length + 1) {
        await print(ready);
        waiting = [one];
      } else waiting.push(one);
    }
    if (waiting.length > 0) await print(waiting);
    return parts;
  }

  async #assemble(parts: readonly (PrintedPart | ExhibitPart)[], notIncluded: readonly NotIncluded[], begun: BegunFront): Promise<BuiltPages> {
    const runs = runsAfterFront(parts);
    const { front, numbers, labels, numbering, pageCount, files } = await this.#printFront(runs, parts, notIncluded, begun);
    this.#by.progress('assembling', 0, pageCount, 'pages');
    const finished = await this.#assembler.ask({
      ask: 'finish',
      order: {
        title: this.#made.title, preparedUtc: this.#plan.preparedUtc, frontPart,
        runs: [{ part: frontPart, from: 0, to: front.pageCount, exhibitMark: '' }, ...runs],
        bookmarks: bookmarksOf(sectionsIn(this.#made, { plan: this.#plan, notIncluded }), this.#plan, labels), pageNumbers: [...numbers], numbering,
      },
    }, 'document');
    this.#by.progress('assembling', finished.pageCount, finished.pageCount, 'pages');
    const inFiles = files === null ? null : await this.#weighFiles(finished.bytes, { title: this.#made.title, repeated: files.repeated, parts: files.parts, numbering }, numbers);
    return { inFiles, kept: finished.keptFaults === undefined ? null : { faults: finished.keptFaults, drawnPages: this.#drawnToKeep }, bytes: finished.bytes, pageCount: finished.pageCount, notIncluded, foundRedactions: this.#foundRedactions, filePages: this.#filePages, printed: printedPages([{ part: frontPart, from: 0, to: front.pageCount }, ...runs]), pageOf: numbers, numbering };
  }

  #front(pageNumbers: PageNumbers, pageCount: number, notIncluded: readonly NotIncluded[], files?: InFiles): string {
    return frontDocument(this.#made, { plan: this.#plan, pageNumbers, pageCount, ...(files === undefined ? {} : { files }) }, notIncluded);
  }

  /** Prints it with stand-in numbers, and meanwhile opens a window for the one that comes after. */
  #beginFront(notIncluded: readonly NotIncluded[]): BegunFront {
    const likely = this.#front(standIns, placeholderPage, notIncluded);
    const next = signalled<string>();
    // How large it is tells how much fits into each of several files.
    const draft = this.#printInTurn({ html: likely, isDraft: (this.#plan.fileMB ?? null) === null });
    let opened: Promise<Uint8Array<ArrayBuffer>> | null = this.#printInTurn({ html: { likely, comes: next.come } });
    return {
      draft,
      print: (html) => {
        const printed = opened ?? this.#printInTurn({ html });
        if (opened !== null) next.say(html);
        opened = null;
        return printed;
      },
    };
  }

  /**
   * The front was printed with stand-in numbers to count its pages and find its own places; it is printed with the real ones: and again where these moved something, for a shorter number may give a line to what stands beside it. What is kept is printed with the numbers of its own pages.
   * Where it is too large for one file, the front says which part of it a document is in.
   */
  async #printFront(runs: readonly PageRun[], parts: readonly PrintedPart[], notIncluded: readonly NotIncluded[], begun: BegunFront): Promise<{ front: PrintedPart; numbers: Map<string, number>; labels: PageNumbers; numbering: PageNumbering; pageCount: number; files: { repeated: number; parts: { from: number; to: number }[] } | null }> {
    const count = (bytes: Uint8Array<ArrayBuffer>) => this.#assembler.ask({ ask: 'count', bytes }, 'pages');
    const inOne = await begun.draft;
    const starts = await this.#divide(runs, inOne.length);
    const standIn = String(placeholderPage);
    let counted = await count(starts === null ? inOne : await begun.print(this.#front(standIns, placeholderPage, notIncluded, { pages: starts.map(() => ({ first: standIn, last: standIn })), partOf: () => starts.length })));
    for (let printedBefore = 0; printedBefore < mostPrintings; printedBefore += 1) {
      const { numbers, pageCount } = numberPages(runs, parts, counted.pageCount);
      for (const { place: at, pageIndex } of counted.places) numbers.set(at, pageIndex + 1);
      const numbering = this.#made.numbering(numbers);
      const labels = new Map([...numbers].map(([at, page]) => [at, labelOf(numbering, page - 1)]));
      const repeated = (numbers.get(this.#made.repeatsTo ?? '') ?? 1) - 1;
      const files = starts === null ? null : { repeated, parts: partsOf(unitsOf(runs), starts, counted.pageCount, repeated) };
      const bytes = await begun.print(this.#front(labels, pageCount, notIncluded, files === null ? undefined : inFilesOf(files.parts, numbers, numbering)));
      const found = await count(bytes);
      if (standAlike(found, counted)) return { front: await this.#add(frontPart, bytes, []), numbers, labels, numbering, pageCount, files };
      counted = found;
    }
    throw new Error('the contents do not come to rest');
  }

  /** Of each file the first of the units (file-units.ts); null where all goes into one, or may. */
  async #divide(runs: readonly PageRun[], frontBytes: number): Promise<readonly number[] | null> {
    const mostMB = this.#plan.fileMB ?? null;
    if (mostMB === null || this.#made.repeatsTo === null) return null;
    const units = unitsOf(runs).map((unit) => ({ runs: unit.map(({ part, from, to }) => ({ part, from, to })) }));
    const { starts } = await this.#assembler.ask({ ask: 'divide', units, mostBytes: mostMB * bytesInMB, eachBytes: eachBytes + frontBytes }, 'divided');
    return starts.length < 2 ? null : starts;
  }

  /** Cuts it as it will be cut when it is saved, in a process of its own, to say how large each file is. */
  async #weighFiles(bytes: Uint8Array, cut: CutOrder, pageOf: ReadonlyMap<string, number>): Promise<CutInFiles> {
    const most = (this.#plan.fileMB ?? 0) * bytesInMB;
    const made = await cutIntoFiles(bytes, cut, this.#by);
    const marksIn = ({ from, to }: CutOrder['parts'][number]): string[] => this.#plan.exhibits.filter(({ mark }) => { const page = pageOf.get(place.exhibit(mark)); return page !== undefined && page > from && page <= to; }).map(({ mark }) => mark);
    return { cut, bytesOf: made.map((file) => file.bytes.length), pagesOf: made.map((file) => file.pageCount), alone: made.flatMap((file, index) => { const own = cut.parts[index]; return own === undefined || file.bytes.length <= most ? [] : marksIn(own); }) };
  }

  /** Begins to print a part; which of those before it are added to the assembler first depends on how many they are alone, and they are added in the order of the document. */
  async #print(part: string, html: string, jpegs: ReadonlyMap<string, Uint8Array> = new Map(), read: readonly WordsRead[] = []): Promise<ComingPart> {
    const pictureBytes = pictureBytesOf(jpegs);
    const isFull = () => this.#beingPrinted.length >= mostPrintedAhead || (this.#beingPrinted.length > 0 && this.#beingPrinted.reduce((sum, one) => sum + one.pictureBytes, pictureBytes) > mostPrintedAheadBytes);
    while (isFull()) await this.#addFirstPrinted();
    this.#beingPrinted.push({ part, pictureBytes, read, printed: this.#printInTurn({ html, pictures: jpegs }) });
    return { part };
  }

  /** In the order in which they are asked for. */
  #printInTurn(page: PageToPrint): Promise<Uint8Array<ArrayBuffer>> {
    const printed = this.#printer.print(page, this.#by.signal);
    // It is awaited in its turn; something before it may be refused first.
    printed.catch(() => undefined);
    return printed;
  }

  async #addFirstPrinted(): Promise<void> {
    const first = this.#beingPrinted.shift();
    if (first === undefined) return;
    const { part, read, printed } = first;
    this.#by.progress('printing', this.#printedPages, 0, 'pages');
    await this.#add(part, await printed, read);
  }

  async #add(part: string, bytes: Uint8Array<ArrayBuffer>, read: readonly WordsRead[]): Promise<PrintedPart> {
    const { pageCount, places } = await this.#assembler.ask({ ask: 'add-printed', part, bytes }, 'pages');
    if (read.length > 0) await this.#assembler.ask({ ask: 'lay-words', part, read: [...read] }, 'ready');
    this.#printedPages += pageCount;
    this.#by.progress('printing', this.#printedPages, 0, 'pages');
    const added = { part, pageCount, places };
    this.#printed.set(part, added);
    return added;
  }
}

/** For every place the same number, before any is known. */
const standIns: PageNumbers = { get: () => String(placeholderPage) };

/** Only a PDF can be. */
function isForKeeping({ making }: ExportPlan): boolean {
  return making.forKeeping === true && making.format === 'pdf';
}

/** Whether two printings of the front have as many pages and each place on the same one. */
function standAlike(one: Pick<PrintedPart, 'pageCount' | 'places'>, other: Pick<PrintedPart, 'pageCount' | 'places'>): boolean {
  const pageOf = new Map(other.places.map(({ place: at, pageIndex }) => [at, pageIndex]));
  return one.pageCount === other.pageCount && one.places.length === other.places.length && one.places.every(({ place: at, pageIndex }) => pageOf.get(at) === pageIndex);
}

/** What the front says of the files. */
function inFilesOf(parts: readonly { readonly from: number; readonly to: number }[], pageOf: ReadonlyMap<string, number>, numbering: PageNumbering): InFiles {
  return {
    // The first begins with the cover, as all of them do.
    pages: parts.map(({ from, to }, index) => ({ first: labelOf(numbering, index === 0 ? 0 : from), last: labelOf(numbering, to - 1) })),
    partOf: (at) => Math.max(0, parts.findIndex(({ to }) => (pageOf.get(at) ?? 0) <= to)) + 1,
  };
}

function filePagesOf(rendition: Rendition): number | null {
  return rendition.kind === 'pages' ? rendition.filePages : rendition.kind === 'picture' ? rendition.pageCount : null;
}

/** Why nothing, or not everything, of an exhibit is in the document; null when all of it is. */
function whyNotWhole(rendition: Rendition): string | null {
  if (rendition.kind === 'missing') return words.notIncluded.reasons[rendition.reason];
  if (rendition.kind === 'laid-out') return rendition.file.laidOut.isCut ? pagesLaidOut.cut : null;
  if (rendition.kind !== 'pages' || rendition.damage === null) return null;
  const { how, lostPages, partlyRead, facesLost } = rendition.damage;
  return how === 'pictures' || lostPages > 0 || partlyRead.length + facesLost.length > 0 ? sayDamage(rendition.damage) : null;
}

/** Of a front until its numbers stand still; two are usual. */
const mostPrintings = 5;

const charactersOnPage = 2600;
const messagesOnPage = 9;

function weightOf({ exhibit, rendition, jpegs }: Rendered) {
  const pictureBytes = pictureBytesOf(jpegs);
  const text = rendition.kind === 'text' ? rendition.text.length / charactersOnPage : 0;
  const messages = exhibit.thing.kind === 'excerpt' ? exhibit.thing.messages.length / messagesOnPage : 0;
  const pictures = rendition.kind === 'picture' ? rendition.pictures.length : 0;
  const laidOut = rendition.kind === 'laid-out' ? rendition.file : rendition.kind === 'mail' && typeof rendition.asHtml === 'object' ? rendition.asHtml : null;
  const mail = exhibit.thing.kind === 'mail' ? (exhibit.thing.mail.text.length + exhibit.thing.mail.headers.reduce((sum, { raw }) => sum + raw.length, 0)) / charactersOnPage : 0;
  return { pages: 2 + text + messages + pictures + mail + (laidOut === null ? 0 : laidOutLength(laidOut.laidOut) / charactersOnPage), pictureBytes };
}
