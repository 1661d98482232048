import { createHash } from 'node:crypto';
import { comingOf, type ExhibitFile, extractedIn, filesOfExhibits } from '../../../shared/bag/bag-files';
import { bagIndexSchema, type IndexedFile } from '../../../shared/bag/bag-index';
import { BagPaths, safeName } from '../../../shared/bag/bag-paths';
import { type ManifestLine, writeManifest } from '../../../shared/bag/manifest';
import { bagitTxt, writeTags } from '../../../shared/bag/tag-files';
import { makeIndex, type Put, writeEntryTable, writeExhibitTable } from '../../../shared/bag/write-index';
import { Refusal } from '../../../shared/contract/errors';
import { bagWords } from '../../../shared/messages/en-gb/bag';
import type { BagChoice } from '../../../shared/model/bag';
import type { Document } from '../../../shared/model/document';
import type { DocumentDetails } from '../../../shared/model/document-details';
import type { ExportPlan } from '../../../shared/model/export-plan';

/** One file on its way into a bag. Its pieces are taken once, whole, before the next file is asked for. */
export interface BagFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly pieces: AsyncIterable<Uint8Array>;
  /** Of which kept file it is, or was drawn; null of the bag's own files. */
  readonly document: Document | null;
}

/** Whence a bag comes. */
export interface BagSource {
  readonly plan: ExportPlan;
  readonly choice: BagChoice;
  readonly chronology: { readonly bytes: Uint8Array; readonly pageCount: number };
  /** The guide as PDF and the checking page, as they lie in every bag. */
  readonly guide: Uint8Array;
  readonly checkingPage: Uint8Array;
  document(id: string): Promise<Document>;
  details(id: string): Promise<DocumentDetails>;
  pieces(document: Document): AsyncIterable<Uint8Array>;
  /** The pages of a picture drawn afresh as JPEG; none where it cannot be. */
  draw(document: Document): Promise<Uint8Array[]>;
  /** Documents in which somebody only covered words, and she did not say that they go as they are. */
  readonly heldBack: ReadonlySet<string>;
  /** Documents that are no longer as they were added. */
  readonly damaged: ReadonlySet<string>;
}

/** The bytes of an original are not those that were added. */
export class DamagedOriginal extends Refusal {
  readonly documentId: string;

  constructor({ id, originalName }: Document) {
    super('copy-differs', originalName);
    this.documentId = id;
  }
}

/** What is known once all files were taken. */
export interface BagWritten { bagSha256: string; fileCount: number; leftOutCount: number }

/** The files of a bag in the order in which they are written: payload, index, then the lists over all of it. The same source gives the same bytes. `written` is filled by the end. */
export async function* bagContents(source: BagSource, written: BagWritten): AsyncGenerator<BagFile> {
  const { plan, choice } = source;
  const payload: (ManifestLine & { sizeBytes: number })[] = [];
  const tags: ManifestLine[] = [];
  const paths = new BagPaths();
  const leftOut = new Set(choice.leftOut);
  const extracted = extractedIn(plan.exhibits);

  const chronologyPath = 'data/chronology.pdf';
  yield whole(chronologyPath, source.chronology.bytes, (sum) => payload.push(sum));
  // Names out of the vault itself still hold the words that were taken out of the plan.
  const attachments = plan.redaction === null ? await attachmentsOf(source) : new Map<string, Document>();
  const put: Put[] = [];
  const kept = new Map<string, IndexedFile['inBag'][]>();
  for (const file of filesOfExhibits(plan.exhibits, attachments)) {
    const { document } = file;
    const coming = leftOut.has(document.id) ? 'left-out' : source.damaged.has(document.id) ? 'damaged' : comingOf(file, choice, plan.redaction !== null || source.heldBack.has(document.id) ? 'redacted' : extracted.has(document.id) ? 'extract' : null);
    // Behind several exhibits, it lies in the bag once, with the first.
    const known = coming === 'original' || coming === 'drawn' ? kept.get(document.id) : undefined;
    const inBag: IndexedFile['inBag'][] = known ?? [];
    if (known === undefined) {
      if (coming === 'original') {
        const path = pathOf(paths, file, safeName(document.originalName));
        yield original(path, source, document, (sum) => payload.push(sum));
        inBag.push({ as: 'original', path });
      } else if (coming === 'drawn') {
        for (const [index, jpeg] of (await source.draw(document)).entries()) {
          const path = pathOf(paths, file, copyNameOf(document.originalName, index + 1));
          yield whole(path, jpeg, (sum) => {
            payload.push(sum);
            inBag.push({ as: 'copy', path, page: index + 1, sizeBytes: sum.sizeBytes, sha256: sum.sum });
          }, document);
        }
        if (inBag.length === 0) inBag.push({ as: 'not', why: 'not-drawn' });
      } else inBag.push({ as: 'not', why: coming });
      if (inBag[0]?.as !== 'not') kept.set(document.id, inBag);
    }
    put.push({ file, inBag, details: choice.originals && inBag[0]?.as === 'original' ? await source.details(document.id) : null });
  }

  const chronology = payload[0];
  if (chronology === undefined) throw new Refusal('cannot-save');
  const index = makeIndex({ plan, choice, put, chronology: { path: chronologyPath, pageCount: source.chronology.pageCount, sizeBytes: chronology.sizeBytes, sha256: chronology.sum } });
  yield text('data/index.json', `${JSON.stringify(index, null, 2)}\n`, (sum) => payload.push(sum));
  yield text('data/index.csv', writeExhibitTable(index), (sum) => payload.push(sum));
  yield text('data/entries.csv', writeEntryTable(index), (sum) => payload.push(sum));

  const note = (sum: ManifestLine): number => tags.push(sum);
  yield text('bagit.txt', bagitTxt, note);
  yield text('bag-info.txt', writeTags([
    ['External-Description', bagWords.description], ['External-Identifier', plan.sealCode], ['Bagging-Date', plan.preparedUtc.slice(0, 10)],
    ['Payload-Oxum', `${payload.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)}.${payload.length}`], ['Internal-Sender-Description', choice.originals ? bagWords.originals : bagWords.copies],
  ]), note);
  yield text('bag-index.schema.json', bagIndexSchema(), note);
  yield text('HOW-TO-CHECK.txt', `\ufeff${bagWords.howToCheck.join('\r\n')}\r\n`, note);
  yield whole('check-this-bag.html', source.checkingPage, note);
  yield whole('solicitors-guide.pdf', source.guide, note);
  yield text('manifest-sha256.txt', writeManifest(payload), note);
  yield text('tagmanifest-sha256.txt', writeManifest(tags), ({ sum }) => (written.bagSha256 = sum));
  written.fileCount = payload.length + tags.length + 1;
  written.leftOutCount = new Set(put.filter(({ inBag }) => inBag[0]?.as === 'not').map(({ file }) => file.document.id)).size;
}

/** Kept files that went with the messages of extracts. */
export async function attachmentsOf({ plan, document }: Pick<BagSource, 'plan' | 'document'>): Promise<Map<string, Document>> {
  const found = new Map<string, Document>();
  for (const { thing } of plan.exhibits) {
    if (thing.kind !== 'excerpt') continue;
    for (const { documentId } of thing.messages.flatMap(({ attachments }) => attachments)) if (documentId !== null && !found.has(documentId)) found.set(documentId, await document(documentId));
  }
  return found;
}

function pathOf(paths: BagPaths, { mark }: ExhibitFile, name: string): string {
  return paths.take(`data/exhibits/${safeName(mark)}`, name);
}

/** Never the original's own name with another file's bytes. */
function copyNameOf(originalName: string, page: number): string {
  const stem = [...originalName.replace(/\.[^.]{1,10}$/u, '')].slice(0, 40).join('');
  return safeName(`${stem} (copy${page === 1 ? '' : ` ${page}`}).jpg`);
}

type OnSum = (sum: ManifestLine & { sizeBytes: number }) => unknown;

function text(path: string, words: string, onSum: OnSum): BagFile {
  return whole(path, new TextEncoder().encode(words), onSum);
}

function whole(path: string, bytes: Uint8Array, onSum: OnSum, document: Document | null = null): BagFile {
  return { path, sizeBytes: bytes.length, mediaType: document === null ? '' : 'image/jpeg', pieces: summed(path, [bytes], onSum), document };
}

/** Refusals that concern one file's bytes in the vault; others end it all. */
const isOfTheFile: ReadonlySet<string> = new Set(['tampered', 'io-error', 'copy-differs']);

function original(path: string, source: BagSource, document: Document, onSum: OnSum): BagFile {
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* source.pieces(document);
    } catch (error) {
      throw error instanceof Refusal && isOfTheFile.has(error.code) ? new DamagedOriginal(document) : error;
    }
  };
  const whenWhole: OnSum = (sum) => {
    if (sum.sum !== document.sha256) throw new DamagedOriginal(document);
    onSum(sum);
  };
  return { path, sizeBytes: document.sizeBytes, mediaType: document.mediaType, pieces: summed(path, pieces(), whenWhole), document };
}

async function* summed(path: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, onSum: OnSum): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    sizeBytes += piece.length;
    yield piece;
  }
  onSum({ path, sum: hash.digest('hex'), sizeBytes });
}
