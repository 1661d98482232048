import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createVault } from '../../../electron/vault/calls/open-vault';
import { FilesWork } from '../../../electron/vault/calls/files-work';
import { ImportWork } from '../../../electron/vault/calls/import-work';
import type { RecordContext } from '../../../electron/vault/record/record-context';
import { prepareCreate } from '../../../electron/vault/store/open-store';
import { makeArchive } from '../../../electron/workers/read-source/testing/make-archive';
import { Refusal } from '../../../shared/contract/errors';
import { everyMail } from '../../../shared/model/source-preview';
import type { CpuClock } from '../../proving/cpu-clock';
import type { DocumentRead } from './judge-document';
import { keepRead } from './keep-document';
import { aloneWork, keepFiles } from './keep-files';
import { type Piece, runJob } from './run-job';

/** How a source lies on the disk: its one file, its files in a folder, or packed. */
export type Wrapping = 'as-it-is' | 'archive';

/**
 * A real vault into which sources are brought, one after another, as electron/main/flows/import-source.ts does. After each it must hold all of that source or nothing. `clock` counts what the program does, not the looking whether that
 * is so, which grows with all that came before.
 */
export class BringingVault {
  private constructor(private readonly folder: string, private readonly context: RecordContext, private readonly imports: ImportWork, private readonly files: FilesWork, private readonly clock: CpuClock) {}

  static async make(folder: string, clock: CpuClock): Promise<BringingVault> {
    mkdirSync(folder, { recursive: true });
    const vault = path.join(folder, 'vault');
    const parameters = await prepareCreate(vault, { quickKdf: true });
    const context = await createVault({ folder: vault, parameters, passphraseKey: new Uint8Array(32).fill(1), recoveryKey: new Uint8Array(32).fill(2), recoveryPrinted: '1'.repeat(30), example: false });
    return new BringingVault(folder, context, new ImportWork(context), new FilesWork(context), clock);
  }

  /** `changed`: of an archive, what is done to its bytes. `breakOffAfter`: pieces after which she stops it; null: it runs to its end. Throws where something is half there. */
  async bringIn(files: ReadonlyMap<string, Uint8Array>, wrapping: Wrapping, changed: (archive: Uint8Array) => Uint8Array, breakOffAfter: number | null): Promise<'kept' | 'refused'> {
    const place = path.join(this.folder, 'source');
    rmSync(place, { recursive: true, force: true });
    const name = wrapping === 'archive' ? 'source.zip' : files.size === 1 ? path.basename([...files.keys()][0] ?? 'source') : 'source';
    if (wrapping === 'archive') writeFileSync(place, changed(makeArchive([...files].map(([entry, bytes]) => ({ name: entry, bytes })))));
    else if (files.size === 1) writeFileSync(place, [...files.values()][0] ?? new Uint8Array());
    else for (const [file, bytes] of files) {
      mkdirSync(path.dirname(path.join(place, file)), { recursive: true });
      writeFileSync(path.join(place, file), bytes);
    }
    const before = this.#counts();
    const ended = await this.clock.of(() => this.#run(place, name, breakOffAfter));
    const after = this.#counts();
    if (ended === 'refused' && JSON.stringify(after) !== JSON.stringify(before)) throw new Error(`refused, and something stayed: ${JSON.stringify(before)} ${JSON.stringify(after)}`);
    await this.#nothingHalf(ended === 'kept' && statSync(place).isFile() ? createHash('sha256').update(readFileSync(place)).digest('hex') : null);
    return ended;
  }

  /** A document with what was read of it: all of that is kept. Throws where something is half there. */
  async keepDocument(name: string, bytes: Uint8Array, read: DocumentRead): Promise<void> {
    const isKept = await this.clock.of(() => keepRead(this.context, path.join(this.folder, 'document'), name, bytes, read));
    await this.#nothingHalf(isKept ? createHash('sha256').update(bytes).digest('hex') : null);
  }

  /** Every file of an archive made a document, the archive too. `breakOffAfter`: files after which she stops it. Throws where something is half there, or a file that was read whole is not kept. */
  async keepFiles(archive: Uint8Array, breakOffAfter: number | null): Promise<'kept' | 'refused'> {
    const place = path.join(this.folder, 'archive');
    writeFileSync(place, archive);
    const before = this.#counts();
    const came = await this.clock.of(() => keepFiles(this.files, place, breakOffAfter));
    const after = this.#counts();
    if (came === null && JSON.stringify(after) !== JSON.stringify(before)) throw new Error(`refused, and something stayed: ${JSON.stringify(before)} ${JSON.stringify(after)}`);
    await this.#nothingHalf(came === null ? null : createHash('sha256').update(archive).digest('hex'));
    for (const sha256 of came ?? []) if (this.#count(`document WHERE sha256 = '${sha256}'`) === 0) throw new Error('a file was read whole, and is not kept');
    return came === null ? 'refused' : 'kept';
  }

  async #run(place: string, name: string, breakOffAfter: number | null): Promise<'kept' | 'refused'> {
    let importId: string | null = null;
    let pieces = 0;
    const choices = { dateOrder: 'dmy' as const, columns: null, mail: everyMail, locations: true };
    const take = async (said: Piece): Promise<void> => {
      if (breakOffAfter !== null && importId !== null && (pieces += 1) > breakOffAfter) throw new Refusal('cancelled');
      if (said.say === 'recognised') ({ importId } = await this.imports.begin({ path: place, name, isFolder: said.isFolder, files: said.files.map((file) => file.path), ...choices, conversations: null }, aloneWork));
      else if (said.say === 'parts') await this.imports.addParts(importId ?? '', said.parts);
      else if (said.say === 'file') await this.imports.addPiece(importId ?? '', said);
      else throw new Error(`the reader says ${said.say}`);
    };
    try {
      const end = await runJob({ job: 'read-source', path: place, name, ...choices, keys: null }, take);
      if (end.say !== 'source-end') throw new Error(`the reader says ${end.say}`);
      await this.imports.commit(importId ?? '', { read: end.files, mayBeTruncated: end.mayBeTruncated });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (importId !== null) await this.imports.abandon(importId);
      return 'refused';
    }
    return 'kept';
  }

  #counts(): Record<string, number> {
    return Object.fromEntries(['import', 'conversation', 'conversation_number', 'message', 'message_attachment', 'document', 'import_source', 'import_file', 'import_unclear', 'coming_in', 'mail', 'mail_address', 'mail_attachment', 'mail_thread', 'location_claim', 'document_within', 'file_coming', 'document_reading', 'inbox_item'].map((table) => [table, this.#count(table)]));
  }

  #count(from: string): number {
    return this.context.store.all<{ count: number }>(`SELECT count(*) AS count FROM ${from}`, [])[0]?.count ?? 0;
  }

  async #nothingHalf(sha256: string | null): Promise<void> {
    const half: [string, string][] = [
      ['an import under way', `import WHERE ready = 0`], ['a conversation under way', `conversation WHERE ready = 0`], ['a document under way', `document WHERE status <> 'kept'`], ['a note of something coming in', `coming_in`],
      ['a file under way', 'file_coming'], ['a file that lay in what is not there', `document_within WHERE document_id NOT IN (SELECT id FROM document) OR within_id NOT IN (SELECT id FROM document)`],
      ['a message of no conversation', `message WHERE place / 4294967296 NOT IN (SELECT number FROM conversation_number)`], ['a conversation with another count', `conversation JOIN conversation_number ON conversation_id = id WHERE message_count <> (SELECT count(*) FROM message WHERE place >= number * 4294967296 AND place < (number + 1) * 4294967296)`],
      ['a mail under way', `mail WHERE ready = 0`], ['a position under way', `location_claim WHERE ready = 0`], ['a file of no mail', `mail_attachment WHERE mail NOT IN (SELECT number FROM mail)`], ['a file of a mail that is neither there nor missing', `mail_attachment WHERE ((document_id IS NULL) = (absent IS NULL) AND inner IS NULL) OR file <> ''`],
      ['a mail in no thread', `mail WHERE within IS NULL AND number NOT IN (SELECT mail FROM mail_thread)`], ['something in the inbox that is not there', `inbox_item WHERE kind = 'document' AND subject_id NOT IN (SELECT id FROM document)`], ['a reading of a document that is not there', `document_reading WHERE document_id NOT IN (SELECT id FROM document)`],
      ['a page of a document that is not there', `document_page WHERE document_id NOT IN (SELECT id FROM document)`], ['a file of no message', `message_attachment WHERE place NOT IN (SELECT place FROM message)`], ['a file that is neither there nor missing', `message_attachment WHERE (document_id IS NULL) = (absent IS NULL) OR file <> ''`],
    ];
    for (const [what, from] of half) if (this.#count(from) > 0) throw new Error(`${what} is left`);
    const kept = new Set(this.context.store.all<{ object_name: string }>(`SELECT object_name FROM document WHERE object_name IS NOT NULL`, []).map((row) => row.object_name));
    const stray = await this.context.store.evidence.sweep(kept);
    if (stray > 0) throw new Error(`${stray} sealed files that nothing names`);
    if (sha256 !== null && this.#count(`document WHERE sha256 = '${sha256}'`) === 0) throw new Error('kept, and the source is not');
  }

  async end(): Promise<void> {
    this.imports.stop();
    this.files.stop();
    await this.context.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
