import { Refusal } from '../../../shared/contract/errors';
import { ReadPart } from '../../../shared/importers/read-part';
import type { Document } from '../../../shared/model/document';
import type { BroughtIn } from '../../../shared/model/import';
import type { Id, UtcInstant } from '../../../shared/model/identity';
import type { ImportChoices } from '../../../shared/model/source-preview';
import { asFolder, noteComing } from '../record/imports/coming-in';
import { abandonImport, addFile, addParts, beginImport, commitImport, type Importing, type SealedFile } from '../record/imports/import-source';
import type { RecordContext } from '../record/record-context';
import type { LongWork } from '../store/store';
import { forgetUnlessLeaving, sealFile } from './document-work';
import { fileInFolder } from './file-in-folder';
import { SealingFile } from './sealing-file';

export interface SourceToBringIn extends ImportChoices {
  path: string;
  name: string;
  isFolder: boolean;
  files: readonly string[];
}

export interface FilePiece {
  id: string;
  name: string;
  bytes: Uint8Array;
  last: boolean;
  isSound: boolean;
  modifiedUtc: UtcInstant | null;
  mediaType: string;
}

interface UnderWay {
  importing: Importing;
  /** A file of messages or mail on its way in. */
  file: SealingFile | null;
  /** Tells the store that no more is coming. */
  end: () => void;
}

/** How much more the database takes for messages, with the index of their words, than the plain text they come from. */
const databaseShare = 6;

/** Sources on their way in: one file of messages or mail at a time for each. */
export class ImportWork {
  readonly #underWay = new Map<string, UnderWay>();
  #isStopped = false;

  constructor(readonly context: RecordContext) {}

  /** Refuses `duplicate` when the very same source was brought in before, and what `sealFile` and `fileInFolder` refuse. */
  async begin(input: SourceToBringIn, work: LongWork): Promise<{ importId: string; seals: { path: string; sha256: string }[] }> {
    const [importId] = (await noteComing(this.context, [input.isFolder ? asFolder(input.name) : input.name])) as [Id];
    try {
      const { seals, importing, sourceBytes } = await this.#begin(importId, input, work);
      this.#underWay.set(importId, { importing, file: null, end: this.context.store.expectMuch(sourceBytes * databaseShare) });
      return { importId, seals };
    } catch (error) {
      await forgetUnlessLeaving(this.context, importId, work.signal);
      throw error;
    }
  }

  async #begin(importId: string, input: SourceToBringIn, work: LongWork): Promise<{ importing: Importing; seals: { path: string; sha256: string }[]; sourceBytes: number }> {
    const { dateOrder, columns, conversations, mail, locations } = input;
    const files: SealedFile[] = [];
    let isSaving = false;
    try {
      for (const path of input.files) files.push(await this.#sealOne(input, path, work));
      isSaving = true;
      const begun = await beginImport(this.context, importId, files, { name: input.name, isFolder: input.isFolder, choices: { dateOrder, columns, conversations, mail, locations } });
      for (const object of begun.spare) await this.context.store.evidence.remove(object);
      return { importing: begun.importing, sourceBytes: files.reduce((sum, { sealed }) => sum + sealed.sizeBytes, 0), seals: files.map(({ sealed }, number) => ({ path: input.files[number] ?? '', sha256: sealed.sha256 })) };
    } catch (error) {
      // A save that failed may have reached the disk all the same, and would be there after a kill: so its evidence stays, until an opening finds that nothing names it.
      const isUnsaved = !isSaving || (error instanceof Refusal && error.code === 'duplicate');
      if (isUnsaved) for (const { sealed } of files) await this.context.store.evidence.remove(sealed.objectName);
      throw error;
    }
  }

  async #sealOne({ path: root, name, isFolder }: SourceToBringIn, path: string, work: LongWork): Promise<SealedFile> {
    const ownName = isFolder ? path.slice(path.lastIndexOf('/') + 1) : name;
    const place = isFolder ? await fileInFolder(root, path, ownName) : root;
    const { sealed, modifiedUtc } = await sealFile(this.context, place, ownName, work);
    return { sealed, path: isFolder ? path : '', originalName: ownName, fileModifiedUtc: modifiedUtc };
  }

  async addParts(importId: string, parts: readonly unknown[]): Promise<{ stored: number }> {
    const { importing } = this.#current(importId);
    return { stored: await addParts(this.context, importing, () => parts.map((part) => parsed(part))) };
  }

  /** Pieces come in order and do not interleave; each call resolves when its piece is taken, the last when the file is in the record. */
  async addPiece(importId: string, piece: FilePiece): Promise<void> {
    const current = this.#current(importId);
    if (!piece.isSound) {
      if (!piece.last || (current.file !== null && current.file.id !== piece.id)) throw new Refusal('bad-call');
      return this.#drop(current);
    }
    const file = (current.file ??= new SealingFile(piece.id, this.context.store));
    if (file.id !== piece.id) throw new Refusal('bad-call');
    await file.take(piece.bytes);
    if (!piece.last) return;
    const sealed = await file.sealed();
    current.file = null;
    await addFile(this.context, current.importing, sealed, { id: piece.id, name: piece.name, modifiedUtc: piece.modifiedUtc, mediaType: piece.mediaType, form: formOf(piece.mediaType) });
  }

  async commit(importId: string, input: { read: readonly { path: string; sha256: string }[]; mayBeTruncated: readonly string[] }): Promise<BroughtIn> {
    const { importing, file, end } = this.#current(importId);
    if (file !== null) throw new Refusal('bad-call');
    const came = await commitImport(this.context, importing, input, () => this.#isStopped || !this.#underWay.has(importId));
    this.#underWay.delete(importId);
    end();
    return came;
  }

  /** The vault is about to close: a seal that waits for its next piece must not hold it open. */
  stop(): void {
    this.#isStopped = true;
    for (const { file } of this.#underWay.values()) file?.stop();
  }

  async abandon(importId: string): Promise<void> {
    const current = this.#underWay.get(importId);
    this.#underWay.delete(importId);
    if (current !== undefined) await this.#drop(current);
    try {
      await abandonImport(this.context, importId, { isTold: !this.#isStopped });
    } finally {
      current?.end();
    }
  }

  /** Nothing stays of the file that is on its way in. */
  async #drop(current: UnderWay): Promise<void> {
    await current.file?.drop();
    current.file = null;
  }

  #current(importId: string): UnderWay {
    const current = this.#underWay.get(importId);
    if (current === undefined) throw new Refusal('not-found');
    return current;
  }
}

function parsed(part: unknown): ReadPart {
  const result = ReadPart.safeParse(part);
  if (!result.success) throw new Refusal('bad-call');
  return result.data;
}

function formOf(mediaType: string): Document['form'] {
  if (mediaType === 'application/pdf') return 'pdf';
  const [family] = mediaType.split('/');
  return family === 'image' || family === 'audio' || family === 'video' || family === 'text' ? family : 'other';
}
