import { plainFileName } from './file-names';
import type { Source, SourceFile } from './source';

/** So many files of one name are looked at; where there are more, a name alone tells nothing. */
const mostAlike = 64;

/** The files of a source, found by the names that messages give. */
export class FoundFiles implements Source {
  readonly #byPath = new Map<string, SourceFile>();
  readonly #byName = new Map<string, SourceFile[]>();
  readonly #leftOut: ReadonlyMap<string, readonly string[]>;

  /** `leftOut`: paths of files that lie there and cannot be read. */
  constructor(readonly name: string, readonly files: readonly SourceFile[], leftOut: readonly string[]) {
    for (const file of files) {
      if (!this.#byPath.has(file.path)) this.#byPath.set(file.path, file);
      add(this.#byName, plain(file.path), file);
    }
    const paths = new Map<string, string[]>();
    for (const path of leftOut) add(paths, plain(path), path);
    this.#leftOut = paths;
  }

  find(named: string, from: SourceFile): SourceFile | null {
    // From its folder, or from one above it: exports name their files from the folder that was packed. Never out of its archive: another chat's picture may have the same name.
    const archive = from.archive ?? '';
    for (let folder = folderOf(from.path); ; folder = folderOf(folder.slice(0, -1))) {
      const found = this.#byPath.get(folder + named);
      if (found !== undefined && (found.archive ?? '') === archive) return found;
      if (folder.length <= archive.length) break;
    }
    const alike = this.#alike(named, from);
    return alike.length === 1 ? (alike[0] ?? null) : null;
  }

  isLeftOut(named: string, from?: SourceFile): boolean {
    const folder = from ? folderOf(from.path) : '';
    return this.#alike(named, from).length > 1 || (this.#leftOut.get(plain(named)) ?? []).some((path) => path.startsWith(folder));
  }

  /** Files of this name in the folder of the file that names it, and in folders in it. */
  #alike(named: string, from: SourceFile | undefined): SourceFile[] {
    const files = this.#byName.get(plain(named)) ?? [];
    if (files.length > mostAlike || !from) return files;
    const folder = folderOf(from.path);
    return files.filter((file) => file.path.startsWith(folder) && (file.archive ?? '') === (from.archive ?? ''));
  }
}

/** Up to and with the last `/`; '' at the top. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Its last part, in lower case and NFC, without characters that are not seen: an archive and a message may write one name differently. */
function plain(path: string): string {
  return plainFileName(path).toLowerCase();
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
