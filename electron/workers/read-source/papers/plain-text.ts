import type { PaperDetails } from '../../../../shared/model/paper-details';
import type { RangedDocument } from '../ranged-document';
import type { PaperEnd, PaperJob, TakePages } from './paper-reading';
import { filePage, noDetails, wordsUnits } from './paper-pages';

/** So much of a text file is read: more than `wordsUnits` in every encoding. */
const textBytes = 4 * wordsUnits;

/** The words of a text file, in the charset that was told from its bytes. What cannot be read becomes U+FFFD. */
export async function readPlainText(job: Pick<PaperJob, 'mediaType'>, document: Pick<RangedDocument, 'sizeBytes' | 'read'>, take: TakePages): Promise<PaperEnd> {
  const charset = charsetOf(job.mediaType);
  const bytes = await document.read(0, textBytes);
  const text = new TextDecoder(charset).decode(bytes);
  const findings: PaperDetails['findings'] = [];
  if (text.length > wordsUnits || bytes.length < document.sizeBytes) findings.push({ finding: 'words-cut', count: 1, names: [] });
  await take([filePage(1, text.slice(0, wordsUnits).toWellFormed())], 1, 1);
  return { state: 'done', why: '', details: { paper: { ...noDetails('text'), charset, findings } }, ocrToo: false };
}

/** The charset a media type names, where this program knows it; else UTF-8. */
export function charsetOf(mediaType: string): string {
  const [, named = 'utf-8'] = /;\s*charset=([\w-]{1,40})/i.exec(mediaType) ?? [];
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return 'utf-8';
  }
}
