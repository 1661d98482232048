import { clipped } from './clipped';
import { plainFileName } from './file-names';
import type { ConversationSourceKind } from './kinds';
import type { NeutralAttachment, NeutralPart } from './parts';
import type { Source, SourceFile } from './source';

/** The files of a source that messages name: each is announced once in a reading (`file-found`), however many messages name it. */
export class NamedFiles {
  readonly #kind: ConversationSourceKind;
  readonly #source: Source;
  readonly #ids = new Map<SourceFile, string>();
  #found: NeutralPart[] = [];

  constructor(kind: ConversationSourceKind, source: Source) {
    this.#kind = kind;
    this.#source = source;
  }

  /** `named`: as a message of the file `from` names it, path and all; `name`: what to call it, where the source says that apart. */
  attachment(named: string, from: SourceFile, name = ''): NeutralAttachment {
    const called = plainFileName(name) || plainFileName(named) || clipped(name || named, 255);
    const file = this.#source.find(named, from);
    if (file === null) return { name: called, file: '', absent: this.#source.isLeftOut(named) ? 'not-opened' : 'not-there' };
    let id = this.#ids.get(file);
    if (id === undefined) {
      id = `${this.#kind}-${this.#ids.size + 1}`;
      this.#ids.set(file, id);
      this.#found.push({ part: 'file-found', id, path: file.path, name: plainFileName(file.path) });
    }
    return { name: called, file: id, absent: null };
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
