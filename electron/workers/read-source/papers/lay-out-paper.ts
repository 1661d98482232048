import { layOutDocx } from '../../../../shared/importers/papers/lay-out/lay-out-docx';
import { layOutDoc } from '../../../../shared/importers/papers/lay-out/lay-out-doc';
import { layOutRtf } from '../../../../shared/importers/papers/lay-out/rtf/lay-out-rtf';
import { layOutOds } from '../../../../shared/importers/papers/lay-out/sheets/lay-out-ods';
import { layOutTable } from '../../../../shared/importers/papers/lay-out/sheets/lay-out-table';
import { layOutXlsx } from '../../../../shared/importers/papers/lay-out/sheets/lay-out-xlsx';
import { layOutOdt } from '../../../../shared/importers/papers/lay-out/lay-out-odt';
import { paperKindOf } from '../../../../shared/importers/papers/paper-kinds';
import { flowsOf, laidOutPictures, paragraphsOf, type LaidOut, type LaidPicture, type LaidPiece } from '../../../../shared/model/laid-out';
import type { FromReader } from '../../../../shared/worker-protocol';
import type { RangedDocument } from '../ranged-document';
import { tellType } from '../tell-type';
import type { LaidFile } from './laid-file';
import { layOutMail, layOutOutlookMail } from './lay-out-mail';
import { layOutPage, layOutWebArchive } from './lay-out-page';
import { openPackedPaper } from './packed-paper';
import type { PaperJob } from './paper-reading';

const mostBytes = 256 * 1024 * 1024;

export type LaidEnd = Omit<Extract<FromReader, { say: 'laid-out' }>, 'say'>;
/** Resolves when the next may come. */
export type TakePicture = (picture: LaidPicture) => Promise<void>;

/** Lays out a kept file that has no pages of its own. What it is was told from its bytes before. */
export async function layOutPaper({ mediaType }: Pick<PaperJob, 'mediaType'>, document: Pick<RangedDocument, 'sizeBytes' | 'read'>, take: TakePicture): Promise<LaidEnd> {
  if (document.sizeBytes > mostBytes) return not('too-large');
  const bytes = await document.read(0, document.sizeBytes);
  const file = await layOutBytes(mediaType, bytes);
  if (typeof file === 'string') return not(file);
  const laidOut = file.laidOut;
  const missing = await sendPictures(file, take);
  if (missing.size > 0) withoutPictures(laidOut, missing);
  return { laidOut, why: null };
}

async function layOutBytes(mediaType: string, bytes: Uint8Array): Promise<LaidFile | 'nothing' | 'damaged' | 'locked'> {
  if (mediaType.startsWith('message/rfc822')) return layOutMail(bytes, mediaType.includes('quoted=yes'));
  if (mediaType === 'application/vnd.ms-outlook') return layOutOutlookMail(bytes);
  switch (paperKindOf(mediaType)) {
    case 'docx': return layOutPacked(bytes, layOutDocx);
    case 'odt': return layOutPacked(bytes, layOutOdt);
    case 'xlsx': return layOutPacked(bytes, layOutXlsx);
    case 'ods': return layOutPacked(bytes, layOutOds);
    case 'csv': return wordsAlone(await layOutTable(bytes));
    case 'doc': return wordsAlone(layOutDoc(bytes));
    case 'rtf': return layOutRichText(bytes);
    case 'html': return layOutPage(mediaType, bytes);
    case 'mhtml': return layOutWebArchive(bytes);
    default: return 'nothing';
  }
}

function wordsAlone(laidOut: LaidOut | 'locked' | null): LaidFile | 'nothing' | 'locked' {
  return laidOut === null ? 'nothing' : laidOut === 'locked' ? laidOut : { laidOut, pictures: [] };
}

function layOutRichText(bytes: Uint8Array): LaidFile | 'damaged' {
  const read = layOutRtf(bytes);
  return read === null ? 'damaged' : { laidOut: read.laidOut, pictures: read.pictures.map((picture) => async () => picture) };
}

const not = (why: NonNullable<LaidEnd['why']>): LaidEnd => ({ laidOut: null, why });

async function layOutPacked(bytes: Uint8Array, layOut: typeof layOutOdt): Promise<LaidFile | 'damaged' | 'locked'> {
  const paper = await openPackedPaper(bytes);
  const read = paper === null ? null : await layOut(paper);
  if (paper === null || read === null) return 'damaged';
  if (read === 'locked') return read;
  return { laidOut: read.laidOut, pictures: read.pictures.map((name) => async () => (paper.names.includes(name) ? ((await paper.bytes(name, laidOutPictures.bytes)) ?? 'too-large') : null)) };
}

/** Sends those that can be drawn; gives the others by their numbers, with why not. */
async function sendPictures({ pictures }: LaidFile, take: TakePicture): Promise<Map<number, 'absent' | 'kind' | 'too-large'>> {
  const missing = new Map<number, 'absent' | 'kind' | 'too-large'>();
  let left: number = laidOutPictures.allBytes;
  for (const [index, open] of pictures.entries()) {
    const bytes = await open();
    if (bytes === null) missing.set(index + 1, 'absent');
    else if (bytes === 'too-large' || bytes.length > Math.min(left, laidOutPictures.bytes)) missing.set(index + 1, 'too-large');
    else {
      const { mediaType, form } = await tellType(bytes);
      left -= bytes.length;
      // A drawing in vectors (EMF, WMF, SVG) is a program of its own: none is run.
      if (form !== 'image') missing.set(index + 1, 'kind');
      else await take({ picture: index + 1, mediaType, bytes: Uint8Array.from(bytes) });
    }
  }
  return missing;
}

function withoutPictures(laidOut: LaidOut, missing: ReadonlyMap<number, 'absent' | 'kind' | 'too-large'>): void {
  const named = (piece: LaidPiece): LaidPiece => {
    const why = piece.is === 'picture' ? missing.get(piece.picture) : undefined;
    return piece.is !== 'picture' || why === undefined ? piece : { is: 'no-picture', why, address: '', description: piece.description, change: piece.change, hidden: piece.hidden };
  };
  for (const blocks of flowsOf(laidOut)) for (const paragraph of paragraphsOf(blocks)) paragraph.pieces = paragraph.pieces.map(named);
}
