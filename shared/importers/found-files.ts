import type { Source, SourceFile } from './source';

/** The files of a source, found by the names that messages give. */
export class FoundFiles implements Source {
  readonly #byPath = new Map<string, SourceFile>();
  readonly #byName = new Map<string, SourceFile | null>();
  readonly #leftOut: ReadonlySet<string>;

  /** `leftOut`: paths of files that lie there and cannot be read. */
  constructor(readonly name: string, readonly files: readonly SourceFile[], leftOut: readonly string[]) {
    for (const file of files) {
      if (!this.#byPath.has(file.path)) this.#byPath.set(file.path, file);
      const key = plain(lastPart(file.path));
      this.#byName.set(key, this.#byName.has(key) ? null : file);
    }
    this.#leftOut = new Set(leftOut.map((path) => plain(lastPart(path))));
  }

  find(named: string, from: SourceFile): SourceFile | null {
    const whole = this.#byPath.get(named);
    if (whole !== undefined) return whole;
    // From its folder, or from one above it: exports name their files from the folder that was packed.
    const folders = from.path.split('/').slice(0, -1);
    for (let depth = folders.length; depth > 0; depth -= 1) {
      const beside = this.#byPath.get([...folders.slice(0, depth), named].join('/'));
      if (beside !== undefined) return beside;
    }
    return this.#byName.get(plain(lastPart(named))) ?? null;
  }

  isLeftOut(named: string): boolean {
    return this.#leftOut.has(plain(lastPart(named)));
  }
}

function lastPart(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function plain(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
