import type { NamedFiles } from '../named-files';
import type { NeutralAttachment } from '../parts';
import type { Source, SourceFile } from '../source';

/** Takeout cuts the name of a file, without its ending, off after so many characters. */
const takeoutCut = 50;

/**
 * The files that messages name. The page names them without their ending, and Takeout may have cut the name off; some years name them after the page. A file is taken for the one that is meant only
 * where no other file, and no other name in the page, could be it.
 */
export class VoiceFiles {
  readonly #byStem = new Map<string, SourceFile[]>();
  readonly #source: Source;
  readonly #named: NamedFiles;

  constructor(source: Source, named: NamedFiles) {
    this.#source = source;
    this.#named = named;
    for (const file of source.files) {
      const { folder, stem, ending } = partsOf(file.path);
      if (ending === 'html' || ending === '') continue;
      const key = `${folder}/${stem}`;
      const list = this.#byStem.get(key);
      if (list === undefined) this.#byStem.set(key, [file]);
      else list.push(file);
    }
  }

  /** Finds the files of one page. `all`: every name that the page gives. */
  of(page: SourceFile, all: readonly string[]): (name: string) => NeutralAttachment {
    const { folder, stem: pageStem } = partsOf(page.path);
    const cutNames = new Map<string, number>();
    for (const name of all) cutNames.set(cutStem(name), (cutNames.get(cutStem(name)) ?? 0) + 1);
    return (name) => {
      if (this.#source.find(name, page) !== null) return this.#named.attachment(name, page);
      const whole = wholeStem(name);
      const stems = [whole, ...(whole.length > takeoutCut && cutNames.get(cutStem(name)) === 1 ? [cutStem(name)] : []), ...(all.length === 1 ? [pageStem, pageStem.slice(0, takeoutCut)] : [])];
      for (const stem of stems) {
        const files = this.#byStem.get(`${folder}/${stem}`) ?? [];
        const isNumbered = stem !== whole && this.#byStem.has(`${folder}/${stem}(1)`);
        const [only] = files;
        if (only !== undefined && files.length === 1 && !isNumbered) return this.#named.attachment(only.path, page);
      }
      return this.#named.attachment(name, page);
    };
  }
}

/** Of a name in a page, which has no ending: what looks like one belongs to it. */
function wholeStem(name: string): string {
  return plainStem(name.slice(name.lastIndexOf('/') + 1));
}

function cutStem(name: string): string {
  return wholeStem(name).slice(0, takeoutCut);
}

function plainStem(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function partsOf(path: string): { folder: string; stem: string; ending: string } {
  const slash = path.lastIndexOf('/');
  const name = plainStem(path.slice(slash + 1));
  const dot = name.lastIndexOf('.');
  return { folder: path.slice(0, Math.max(slash, 0)), stem: dot < 0 ? name : name.slice(0, dot), ending: dot < 0 ? '' : name.slice(dot + 1) };
}
