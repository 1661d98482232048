import { PdfiumDocument } from '../read-source/papers/pdfium-document';
import { type FileToLookInto, type Looking, placeIn } from './looking';
import { lookIntoObjects } from './pdf-objects';
import { textInBytes } from './plain-bytes';

const mostPages = 20_000;
const mostEarlier = 8;
const mostBytes = 1024 * 1024 * 1024;
const end = Buffer.from('%%EOF');
const about = ['Title', 'Subject', 'Author', 'Keywords', 'Creator', 'Producer'];

/** A PDF as a stranger reads it: the words of each page, hidden ones too; notes and fields; all its objects; versions before the last; what stands around it. Pages with pictures are to be read by a machine. */
export async function lookIntoPdf(file: FileToLookInto, looking: Looking): Promise<void> {
  const { path, bytes } = file;
  if (bytes.length > mostBytes) return looking.claim('not-looked-into', placeIn(path, 'bytes'), '');
  const isRead = await lookIntoPages(file, looking);
  const isTakenApart = await lookIntoObjects(path, bytes, looking);
  // Another program may show what these two could not read.
  if (!isRead || !isTakenApart) looking.claim('not-looked-into', placeIn(path, isRead ? 'pdf-inside' : 'bytes'), '');
  if (!isRead || !isTakenApart) looking.say(placeIn(path, 'bytes'), textInBytes(bytes.subarray(0, 32 * 1024 * 1024)));
  const ends = endsOf(bytes);
  const last = ends.at(-1) ?? bytes.length;
  if (bytes.length - last > 4) looking.say(placeIn(path, 'bytes'), textInBytes(bytes.subarray(last)));
  // A file that was changed by adding to it still holds what it was.
  for (const each of ends.slice(0, -1).slice(-mostEarlier)) await lookIntoEarlier(path, bytes.subarray(0, each), looking);
}

async function lookIntoPages({ path, bytes }: FileToLookInto, looking: Looking): Promise<boolean> {
  const pdf = await PdfiumDocument.open(looking.pdfium, bytes, '');
  if (typeof pdf === 'string') return false;
  try {
    for (const tag of about) {
      const said = pdf.about(tag);
      if (said !== '') looking.say(placeIn(path, 'pdf-about', tag), said);
    }
    const toBeRead: number[] = [];
    const count = Math.min(pdf.pageCount, mostPages);
    for (let number = 1; number <= count; number += 1) {
      const page = pdf.page(number - 1);
      if (page === null) looking.claim('not-looked-into', placeIn(path, 'page', '', number), '');
      else {
        looking.say(placeIn(path, 'page', '', number), page.text);
        for (const { isWidget, text, address } of page.annotations) looking.say(placeIn(path, isWidget ? 'pdf-field' : 'pdf-note', '', number), `${text}\n${address}`);
      }
      if (pdf.isPicture(number - 1, (page?.text ?? '').trim() !== '')) toBeRead.push(number);
    }
    if (pdf.pageCount > mostPages) looking.claim('not-looked-into', placeIn(path, 'page', '', mostPages + 1), '');
    if (toBeRead.length > 0) looking.read({ place: placeIn(path, 'page-picture'), mediaType: 'application/pdf', bytes: bytes as Uint8Array<ArrayBuffer>, pages: toBeRead });
    return true;
  } finally {
    pdf.close();
  }
}

async function lookIntoEarlier(path: readonly string[], bytes: Uint8Array, looking: Looking): Promise<void> {
  const pdf = await PdfiumDocument.open(looking.pdfium, bytes, '');
  if (typeof pdf === 'string') return;
  try {
    const words: string[] = about.map((tag) => pdf.about(tag));
    for (let index = 0; index < Math.min(pdf.pageCount, mostPages); index += 1) words.push(pdf.page(index)?.text ?? '');
    looking.say(placeIn(path, 'earlier-version'), words.join('\n'));
  } finally {
    pdf.close();
  }
}

/** Where each version of the file ends. */
function endsOf(bytes: Uint8Array): number[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const ends: number[] = [];
  for (let at = buffer.indexOf(end); at >= 0; at = buffer.indexOf(end, at + 1)) ends.push(at + end.length);
  return ends;
}
