import { readDocxWords } from '../../../../shared/importers/papers/docx-words';
import { readOpenDocumentWords } from '../../../../shared/importers/papers/open-document-words';
import type { PaperKind } from '../../../../shared/importers/papers/paper-kinds';
import { readWordBinary } from '../../../../shared/importers/papers/word-binary';
import { readXlsxWords } from '../../../../shared/importers/papers/xlsx-words';
import { readRtf } from '../../../../shared/importers/mail/msg/rtf';
import type { RangedDocument } from '../ranged-document';
import { openPackedPaper } from './packed-paper';
import { failed, filePage, noDetails, wordsUnits } from './paper-pages';
import type { PaperEnd, TakePages } from './paper-reading';

const mostBytes = 256 * 1024 * 1024;

/** The words of an office file. It is held whole: one over 256 MiB is not read. */
export async function readOffice(kind: Exclude<PaperKind, 'pdf' | 'text' | 'html' | 'mhtml' | 'csv'>, document: Pick<RangedDocument, 'sizeBytes' | 'read'>, take: TakePages): Promise<PaperEnd> {
  if (document.sizeBytes > mostBytes) return failed('too-large');
  const bytes = await document.read(0, document.sizeBytes);
  switch (kind) {
    case 'rtf': return endOf('rtf', { text: readRtf(bytes, wordsUnits).text.replaceAll('\r\n', '\n') }, take);
    case 'doc': {
      const text = readWordBinary(bytes, wordsUnits);
      if (text === 'locked') return failed('locked');
      // Another kind of compound file (Outlook, Excel 97): kept, and nothing of it is read here.
      return text === null ? { state: 'done', why: '', details: {}, ocrToo: false } : endOf('doc', { text }, take);
    }
    case 'docx': case 'xlsx': case 'odt': case 'ods': break;
  }
  const paper = await openPackedPaper(bytes);
  if (paper === null) return failed('damaged');
  if (kind === 'xlsx') {
    const book = await readXlsxWords(paper, wordsUnits);
    if (book === null) return failed('damaged');
    for (const [number, sheet] of book.sheets.entries()) await take([filePage(number + 1, sheet)], number + 1, book.sheets.length);
    return { state: 'done', why: '', details: { paper: { ...noDetails('xlsx'), pageCount: book.sheets.length, claims: book.claims, findings: book.found.findings } }, ocrToo: false };
  }
  const read = kind === 'docx' ? await readDocxWords(paper, wordsUnits) : await readOpenDocumentWords(paper, wordsUnits);
  if (read === 'locked') return failed('locked');
  return read === null ? failed('damaged') : endOf(kind, { text: read.text, claims: read.claims, findings: read.found.findings }, take);
}

async function endOf(kind: PaperKind, { text, claims = [], findings = [] }: { text: string } & Partial<Pick<ReturnType<typeof noDetails>, 'claims' | 'findings'>>, take: TakePages): Promise<PaperEnd> {
  const isCut = text.length >= wordsUnits;
  await take([filePage(1, text.toWellFormed())], 1, 1);
  return { state: 'done', why: '', details: { paper: { ...noDetails(kind), claims, findings: isCut ? [...findings, { finding: 'words-cut', count: 1, names: [] }] : findings } }, ocrToo: false };
}
