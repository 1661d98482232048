import { clipped } from './bytes/clipped';
import { plainFileName } from './file-names';
import type { ConversationSourceKind } from '../model/message-facts';
import type { NeutralAttachment, NeutralPart } from './parts';
import type { Source, SourceFile } from './source';

/** Finds nothing: for a reading that only looks. */
export const noFiles: Source = { name: '', files: [], find: () => null, isLeftOut: () => false };

/** The files of a source that messages name: each is announced once in a reading (`file-found`), however many messages name it. */
export class NamedFiles {
  readonly #kind: ConversationSourceKind;
  readonly #source: Source;
  readonly #ids = new Map<SourceFile, string>();
  #found: NeutralPart[] = [];
  #inside = 0;
  readonly #hasFolders: boolean;

  /**
   * `hasFolders`: the export names its files with their folders, from its own root or from beside the file that names them. A file that only has the same name (of another conversation, of
   * another export) is then not taken for it: the folders must agree as far as both say any, and what is named without a folder must lie beside `from`.
   */
  constructor(kind: ConversationSourceKind, source: Source, hasFolders = false) {
    this.#kind = kind;
    this.#source = source;
    this.#hasFolders = hasFolders;
  }

  /** `named`: as a message of the file `from` names it, path and all; `name`: what to call it, where the source says that apart. */
  attachment(named: string, from: SourceFile, name = ''): NeutralAttachment {
    const called = plainFileName(name) || plainFileName(named) || clipped(name || named, 255);
    const found = this.#source.find(named, from);
    const file = found !== null && (!this.#hasFolders || isNamedBy(found.path, named, from.path)) ? found : null;
    if (file === null) return { name: called, file: '', absent: this.#source.isLeftOut(named, from) ? 'not-opened' : 'not-there' };
    return { name: called, file: this.idOf(file), absent: null };
  }

  /** The id of a file that was found otherwise. */
  idOf(file: SourceFile): string {
    const known = this.#ids.get(file);
    if (known !== undefined) return known;
    const id = `${this.#kind}-${this.#ids.size + 1}`;
    this.#ids.set(file, id);
    this.#found.push({ part: 'file-found', id, path: file.path, name: plainFileName(file.path) });
    return id;
  }

  /** Bytes that stand inside a file that is read, whole: their attachment. */
  inside(name: string, bytes: Uint8Array<ArrayBuffer>): NeutralAttachment {
    this.#inside += 1;
    const id = `${this.#kind}-inside-${this.#inside}`;
    this.#found.push({ part: 'file-piece', id, name, bytes, last: true, isSound: true });
    return { name, file: id, absent: null };
  }

  /** The parts that announce what was found since the last asking: to be sent before the messages that name it. */
  takeFound(): NeutralPart[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }
}

/** A file that the export says it left out. */
export function leftOut(name: string): NeutralAttachment {
  return { name: plainFileName(name), file: '', absent: 'left-out' };
}

function isNamedBy(path: string, named: string, from: string): boolean {
  const have = path.normalize('NFC').toLowerCase().split('/');
  const say = named.normalize('NFC').toLowerCase().split('/').filter((part) => part !== '.' && part !== '');
  const both = Math.min(have.length, say.length);
  if (have.slice(-both).join('/') !== say.slice(-both).join('/')) return false;
  return say.length > 1 || path.slice(0, path.lastIndexOf('/') + 1) === from.slice(0, from.lastIndexOf('/') + 1);
}
