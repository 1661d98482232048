import { clipped } from './clipped';
import { plainFileName } from './file-names';
import type { ConversationSourceKind } from './kinds';
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

  constructor(kind: ConversationSourceKind, source: Source) {
    this.#kind = kind;
    this.#source = source;
  }

  /** `named`: as a message of the file `from` names it, path and all; `name`: what to call it, where the source says that apart. */
  attachment(named: string, from: SourceFile, name = ''): NeutralAttachment {
    const called = plainFileName(name) || plainFileName(named) || clipped(name || named, 255);
    const file = this.#source.find(named, from);
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
