import { Refusal } from '../../../shared/contract/errors';
import type { LaidOutFile, MailNotLaidOut, Rendition } from '../../../shared/layouts/rendition';
import type { Document } from '../../../shared/model/document';
import type { PlannedExhibit } from '../../../shared/model/export-plan';
import { flowsOf, paragraphsOf, type LaidOut, type LaidPicture, type LaidPiece } from '../../../shared/model/laid-out';
import { pagesLaidOut } from '../../../shared/messages/en-gb/pages-laid-out';
import { mailLimits } from '../../../shared/importers/mail/limits';
import { onceMore } from '../hosts/once-more';
import { readDocumentIn } from '../hosts/read-document-host';
import type { PictureWindow } from '../sandboxed/picture-window';
import type { PictureQuestion } from '../../../shared/picture-protocol';
import type { ExhibitRedactions } from './exhibit-redactions';
import type { ExportFiles, ExportSource } from './ports';
import { mostPixels, printedSize, wholePage } from './printed-size';

export interface LayOutWith { readonly source: Pick<ExportSource, 'stretch'>; readonly pictures: Pick<PictureWindow, 'draw'>; readonly files: Pick<ExportFiles, 'readSource'>; readonly redactions: Pick<ExhibitRedactions, 'ofLaidOut'>; readonly signal: AbortSignal }

type MailThing = Extract<PlannedExhibit['thing'], { kind: 'mail' }>;
/** What a reader is given of a kept file. */
interface Stretch { readonly documentId: string; readonly offset: number; readonly length: number; readonly mediaType: string }

const mostBytes = 256 * 1024 * 1024;

/**
 * A kept file that has no pages of its own, laid out as of this type, read by a process without keys and laid out here; its pictures are drawn afresh and go into `jpegs`. What is taken out of this copy is gone before anything is drawn. Throws when cancelled or when the vault refuses.
 */
export async function layOutDocument({ id, sizeBytes }: Pick<Document, 'id' | 'sizeBytes'>, mediaType: string, by: LayOutWith, jpegs: Map<string, Uint8Array>): Promise<Rendition> {
  if (sizeBytes > mostBytes) return { kind: 'missing', reason: 'too-large' };
  const read = await readStretch({ documentId: id, offset: 0, length: sizeBytes, mediaType }, by);
  if (typeof read !== 'string') return { kind: 'laid-out', file: await drawn(read, id, by, jpegs) };
  return read === 'nothing' ? { kind: 'native' } : { kind: 'missing', reason: read };
}

/** The HTML of a mail, likewise; null where it has none. A mail beyond the limits, or one that is packed or within a mail of Outlook's, says so. */
export async function layOutMailHtml({ mail, source }: MailThing, by: LayOutWith, jpegs: Map<string, Uint8Array>): Promise<LaidOutFile | MailNotLaidOut | null> {
  const { details, source: { place, isPacked } } = mail;
  if (!details.hasHtml && !details.bodies.some(({ kind }) => kind === 'html')) return null;
  if (source.status !== 'kept' || place.length > mailLimits.messageBytes || details.read !== 'whole') return 'not-readable';
  if (/ms-outlook|x-cfb/.test(source.mediaType)) {
    // A mail within a mail of Outlook's has no stretch of its own.
    if (mail.withinId !== null || source.sizeBytes > mailLimits.messageBytes) return 'outlook';
    const own = await readStretch({ documentId: source.id, offset: 0, length: source.sizeBytes, mediaType: 'application/vnd.ms-outlook' }, by);
    return typeof own === 'string' ? 'not-readable' : drawn(own, mail.id, by, jpegs);
  }
  // Within an archive the place counts in what is unpacked; the name in it says so.
  if (isPacked || isArchive(source.mediaType)) return 'packed';
  const quoted = details.findings.some(({ code }) => code === 'from-lines-unquoted') ? 'yes' : 'no';
  const read = await readStretch({ documentId: source.id, offset: place.offset, length: place.length, mediaType: `message/rfc822; quoted=${quoted}` }, by);
  return typeof read === 'string' ? 'not-readable' : drawn(read, mail.id, by, jpegs);
}

function isArchive(mediaType: string): boolean {
  return /^application\/(?:zip|x-zip-compressed|gzip|x-7z-compressed|x-tar)/.test(mediaType);
}

type Why = 'nothing' | 'too-large' | 'damaged' | 'locked-with-password' | 'took-too-long';

async function readStretch({ documentId, offset, length, mediaType }: Stretch, { source, files, signal }: LayOutWith): Promise<{ laidOut: LaidOut; pictures: readonly LaidPicture[] } | Why> {
  try {
    return await onceMore(async () => {
      const pictures: LaidPicture[] = [];
      const word = await readDocumentIn({ job: 'read-document', step: 'lay-out', sizeBytes: length, name: '', mediaType, fromPage: 1, password: null, pdfium: null }, {
        signal, isAwaited: true, program: files.readSource, read: (start, end) => source.stretch(documentId, offset + start, offset + end), onPages: () => Promise.reject(new Refusal('not-understood')), onPicture: (picture) => void pictures.push(picture),
      });
      if (word.say !== 'laid-out') return 'damaged';
      if (word.laidOut !== null) return { laidOut: word.laidOut, pictures };
      return word.why === 'locked' ? 'locked-with-password' : (word.why ?? 'damaged');
    });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'limit-exceeded') return 'took-too-long';
    if (error instanceof Refusal && error.code === 'not-understood') return 'damaged';
    throw error;
  }
}

/** Draws the pictures that are left after what is taken out. */
async function drawn({ laidOut, pictures }: { laidOut: LaidOut; pictures: readonly LaidPicture[] }, key: string, by: LayOutWith, jpegs: Map<string, Uint8Array>): Promise<LaidOutFile> {
  const left = by.redactions.ofLaidOut(laidOut);
  const shown = shownPictures(left);
  const printed = new Map<number, Awaited<ReturnType<typeof drawOne>> & object>();
  for (const { picture, mediaType, bytes } of pictures) {
    const first = shown.get(picture);
    if (first === undefined) continue;
    const one = await drawOne({ bytes: Uint8Array.from(bytes), mediaType, page: 1, black: first.cut === null ? [] : cutAway(first.cut) }, `/picture/${key}-in-${picture}.jpg`, by, jpegs);
    if (one !== null) printed.set(picture, one);
  }
  return { laidOut: left, pictures: printed };
}

async function drawOne(question: Omit<PictureQuestion, 'mostWidthPx' | 'mostHeightPx'>, href: string, { pictures, signal }: LayOutWith, jpegs: Map<string, Uint8Array>) {
  const { widthPx, heightPx } = mostPixels(wholePage);
  const answer = await pictures.draw({ ...question, mostWidthPx: widthPx, mostHeightPx: heightPx }, signal);
  if (answer === null) return null;
  jpegs.set(href, answer.jpeg);
  return { href, ...printedSize(answer.widthPx, answer.heightPx, wholePage), wordsRead: '' };
}

/** What the file cuts off stays unseen here too: nobody who opened it saw it. */
function cutAway({ left, top, right, bottom }: NonNullable<Extract<LaidPiece, { is: 'picture' }>['cut']>): PictureQuestion['black'] {
  const label = pagesLaidOut.cutOff;
  return [{ left: 0, top: 0, width: left, height: 1, label }, { left: 1 - right, top: 0, width: right, height: 1, label }, { left: 0, top: 0, width: 1, height: top, label }, { left: 0, top: 1 - bottom, width: 1, height: bottom, label }].filter(({ width, height }) => width > 0 && height > 0);
}

/** By number, each picture where it is first shown. One that stands twice, once cut and once whole, is shown cut. */
function shownPictures(laidOut: LaidOut): Map<number, Extract<LaidPiece, { is: 'picture' }>> {
  const shown = new Map<number, Extract<LaidPiece, { is: 'picture' }>>();
  for (const blocks of flowsOf(laidOut)) {
    for (const { pieces } of paragraphsOf(blocks)) for (const piece of pieces) if (piece.is === 'picture' && (shown.get(piece.picture)?.cut ?? null) === null) shown.set(piece.picture, piece);
  }
  return shown;
}
