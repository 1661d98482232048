import { clipped } from '../bytes/clipped';
import { plainFileName } from '../file-names';
import type { NamedFiles } from '../named-files';
import type { NeutralAttachment } from '../parts';
import type { Source, SourceFile } from '../source';

/** What an export of sigtop says of an attachment. `bytes`: null where it is not said. `sentClock`: `YYYY-MM-DD-HH-MM-SS` on the exporter's clock, or only its minutes and seconds. */
export interface SigtopAttachment { readonly name: string; readonly bytes: number | null; readonly sentClock: string }

const mostAlike = 100;

/**
 * The files that `sigtop export-attachments` wrote (cmd/sigtop/cmd_export_attachments.go): a folder for each conversation, with the name of the conversation's text or JSON file; a file by
 * its own name, or `attachment-` and the time it was sent; `-2`, `-3` where a name was taken. Messages do not name the file itself, so it is told by folder, name and size, and belongs to
 * one message.
 */
export class SigtopFiles {
  readonly #files: NamedFiles;
  readonly #source: Source;
  #folders: Map<string, Map<string, SourceFile>> | null = null;
  readonly #used = new Set<SourceFile>();

  constructor(files: NamedFiles, source: Source) {
    this.#files = files;
    this.#source = source;
  }

  attachment(said: SigtopAttachment, conversation: string): NeutralAttachment {
    const name = plainFileName(said.name) || clipped(said.name, 255);
    const found = this.#find(said, conversation);
    if (found === null) return { name, file: '', absent: 'not-there' };
    this.#used.add(found);
    return { name: name || plainFileName(found.path), file: this.#files.idOf(found), absent: null };
  }

  #find({ name, bytes, sentClock }: SigtopAttachment, conversation: string): SourceFile | null {
    const folder = this.#folder(conversation);
    const isIt = (file: SourceFile | undefined): file is SourceFile => file !== undefined && !this.#used.has(file) && (bytes === null || bytes === 0 || file.sizeBytes === bytes);
    if (name === '') {
      for (const [called, file] of folder) if (called.startsWith('attachment-') && called.slice(11, 30).endsWith(sentClock) && isIt(file)) return file;
      return null;
    }
    // A path separator and control characters cannot stand in a file's name (filename/sanitiser.go).
    const called = name.replace(/[\u0000-\u001f\u007f-\u009f/]/g, '_');
    const dot = called.lastIndexOf('.');
    const [stem, ending] = dot < 0 ? [called, ''] : [called.slice(0, dot), called.slice(dot)];
    for (let at = 1; at <= mostAlike; at += 1) {
      const file = folder.get(at === 1 ? called : `${stem}-${at}${ending}`);
      if (file === undefined) break;
      if (isIt(file)) return file;
    }
    return null;
  }

  #folder(conversation: string): ReadonlyMap<string, SourceFile> {
    if (this.#folders === null) {
      this.#folders = new Map();
      for (const file of this.#source.files) {
        const [name = '', folder = ''] = file.path.split('/').reverse();
        const within = this.#folders.get(folder) ?? new Map<string, SourceFile>();
        this.#folders.set(folder, within);
        if (!within.has(name)) within.set(name, file);
      }
    }
    return this.#folders.get(conversation) ?? new Map();
  }
}
