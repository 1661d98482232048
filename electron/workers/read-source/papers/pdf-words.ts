import { asClaim, hostOf, mostNames } from '../../../../shared/importers/papers/paper-found';
import type { PaperDetails, PaperFinding } from '../../../../shared/model/paper-details';
import type { PageRead } from '../../../../shared/vault-protocol/reading-calls';
import type { RangedDocument } from '../ranged-document';
import { failed, filePage, noDetails } from './paper-pages';
import type { PaperEnd, PaperJob, TakePages } from './paper-reading';
import { PdfiumDocument } from './pdfium-document';

const mostBytes = 512 * 1024 * 1024;
const mostPages = 20_000;
/** Words of the whole file, in UTF-16 units. */
const mostUnits = 32_000_000;
const pagesTogether = 20;
const unitsTogether = 200_000;
const claimed = [['Title', 'title'], ['Subject', 'subject'], ['Author', 'author'], ['Keywords', 'keywords'], ['Creator', 'made-with'], ['Producer', 'made-with'], ['CreationDate', 'created'], ['ModDate', 'changed']] as const;

/**
 * The words of a PDF, page by page, in the order in which they are read (PDFium gives Arabic as it is written, not as it is drawn), with what its notes and filled-in fields say; and what it holds that acts. Held whole: a file over
 * 512 MiB is not read.
 */
export async function readPdf({ fromPage, password, pdfium }: Pick<PaperJob, 'fromPage' | 'password' | 'pdfium'>, document: Pick<RangedDocument, 'sizeBytes' | 'read'>, take: TakePages): Promise<PaperEnd> {
  if (pdfium === null || document.sizeBytes > mostBytes) return failed('too-large');
  const bytes = await document.read(0, document.sizeBytes);
  const pdf = await PdfiumDocument.open(pdfium, bytes, password ?? '');
  if (pdf === 'password') return { ...failed('password'), state: 'needs-her' };
  if (pdf === 'locked' || pdf === 'damaged') return failed(pdf);
  try {
    const found = new PdfFound();
    found.lookAtBytes(bytes);
    const pages = await readPages(pdf, fromPage, found, take);
    if (pdf.isRepaired) found.add('repaired', 1);
    if (pdf.scriptCount > 0) found.add('javascript', pdf.scriptCount);
    if (pdf.hasForm) found.add('form', 1);
    if (pdf.signatureCount > 0) found.add('signature', pdf.signatureCount);
    const embedded = pdf.embedded(mostNames);
    if (embedded.count > 0) found.add('embedded-file', embedded.count, embedded.names);
    const claims = claimed.map(([tag, name]) => ({ name, text: asClaim(pdf.about(tag), 1000), place: `Info/${tag}` })).filter(({ text }) => text !== '');
    const paper: PaperDetails = {
      ...noDetails('pdf'), pageCount: pdf.pageCount, pagesWithoutWords: pages.withoutWords.slice(0, 10_000), wasLocked: pdf.isEncrypted && password !== null, claims, findings: found.findings,
    };
    return { state: 'done', why: '', details: { paper }, ocrToo: pages.withoutWords.length > 0 };
  } finally {
    pdf.close();
  }
}

async function readPages(pdf: PdfiumDocument, fromPage: number, found: PdfFound, take: TakePages): Promise<{ withoutWords: number[] }> {
  const withoutWords: number[] = [];
  const total = Math.min(pdf.pageCount, mostPages);
  let waiting: PageRead[] = [];
  let [units, unitsWaiting] = [0, 0];
  const notRead = Math.max(0, pdf.pageCount - mostPages);
  let unread = notRead;
  for (let number = 1; number <= total; number++) {
    const page = pdf.page(number - 1);
    if (page === null) unread += 1;
    const said = (page?.annotations ?? []).map(({ text }) => text.trim()).filter((text) => text !== '');
    const text = [page?.text ?? '', ...said].join('\n').toWellFormed().replaceAll('\r\n', '\n');
    for (const annotation of page?.annotations ?? []) found.lookAtAction(annotation.action, annotation.address);
    if ((page?.text ?? '').trim() === '') withoutWords.push(number);
    units += text.length;
    if (units > mostUnits) {
      found.add('words-cut', total - number + 1);
      break;
    }
    // What was taken before a lock is only looked at again.
    if (number < fromPage) continue;
    unitsWaiting += text.length;
    if (text.trim() !== '') waiting.push(filePage(number, text));
    if (number - fromPage + 1 < total && waiting.length < pagesTogether && unitsWaiting < unitsTogether && number % 100 !== 0 && number !== total) continue;
    await take(waiting, number, total);
    [waiting, unitsWaiting] = [[], 0];
  }
  if (waiting.length > 0) await take(waiting, total, total);
  if (unread > 0) found.add('pages-not-read', unread);
  return { withoutWords };
}

/** Signs of what acts when another program opens the file, in what of it is not packed. */
const signs: readonly [string, PaperFinding][] = [['/JavaScript', 'javascript'], ['/Launch', 'launch'], ['/SubmitForm', 'submit-form'], ['/ImportData', 'submit-form']];

class PdfFound {
  readonly #counts = new Map<PaperFinding, { count: number; names: Set<string> }>();

  /** The greater of two counts of one thing: it may be seen in two ways. */
  add(finding: PaperFinding, count: number, names: readonly string[] = []): void {
    const known = this.#counts.get(finding) ?? { count: 0, names: new Set<string>() };
    known.count = Math.max(known.count, count);
    for (const name of names) if (known.names.size < mostNames && name.trim() !== '') known.names.add(asClaim(name, 300));
    this.#counts.set(finding, known);
  }

  lookAtAction(action: number, address: string): void {
    if (action === 4) this.add('launch', 1);
    if (action !== 3) return;
    const { count = 0 } = this.#counts.get('link') ?? {};
    this.add('link', count + 1, [hostOf(address)]);
  }

  lookAtBytes(bytes: Uint8Array): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    for (const [sign, finding] of signs) if (buffer.includes(sign, 0, 'latin1')) this.add(finding, 1);
  }

  get findings(): PaperDetails['findings'] {
    return [...this.#counts].map(([finding, { count, names }]) => ({ finding, count, names: [...names] }));
  }
}
