import { clipped } from '../../bytes/clipped';
import { laidOutPictures, laidOutRoom, paragraphsOf, type LaidBlock, type LaidChange, type LaidOut, type LaidParagraph, type LaidPiece, type LaidTold } from '../../../model/laid-out';
import { asClaim } from '../paper-found';

/** A paragraph of which the file says nothing but what stands in it. */
export function plainParagraph(pieces: LaidPiece[]): LaidParagraph {
  return { is: 'paragraph', heading: 0, list: null, align: 'start', indent: 0, isExact: true, pieces, change: null };
}

export function plainWords(words: string): LaidPiece {
  return { is: 'words', words, looks: [], change: null, hidden: null, link: '' };
}

/** What is laid out of one file, and how much room is left for it. */
export class LaidOutBuilder {
  readonly #changes: LaidChange[] = [];
  readonly #changeNumbers = new Map<string, number>();
  readonly #pictures: string[] = [];
  #room: number = laidOutRoom.whole;
  #isCut = false;
  changedLooks = 0;
  readonly told = new Set<LaidTold>();

  /** As much of these words as there is room for. */
  words(text: string): string {
    const taken = clipped(text, Math.max(0, this.#room));
    this.#room -= taken.length;
    if (taken.length < text.length) this.#isCut = true;
    return taken;
  }

  /** Whether there is room for one more block or page; it is taken. */
  hasRoomFor(what: Exclude<keyof typeof laidOutRoom, 'whole'>): boolean {
    if (this.#room <= 0) this.#isCut = true;
    this.#room -= laidOutRoom[what];
    return !this.#isCut;
  }

  cut(): void { this.#isCut = true; }

  get isCut(): boolean { return this.#isCut; }

  /** The number of a change: what the same person did at the same time is one. Null where there are too many. */
  change(kind: LaidChange['kind'], by: string, at: string): number | null {
    const change = { kind, by: asClaim(by, 300), at: asClaim(at, 100) };
    const key = JSON.stringify(change);
    const known = this.#changeNumbers.get(key);
    if (known !== undefined) return known;
    if (this.#changes.length >= 20_000) return null;
    this.#changes.push(change);
    this.#changeNumbers.set(key, this.#changes.length);
    return this.#changes.length;
  }

  /** The number of a picture by where it lies in the file; null where there are too many. */
  picture(name: string): number | null {
    const known = this.#pictures.indexOf(name);
    if (known >= 0) return known + 1;
    if (this.#pictures.length >= laidOutPictures.most) return null;
    return this.#pictures.push(name);
  }

  /** Where they lie, in the order of their numbers. */
  get pictures(): readonly string[] { return this.#pictures; }

  result(parts: Pick<LaidOut, 'body' | 'edges' | 'notes' | 'comments' | 'holds'>): LaidOut {
    return { ...parts, changes: this.#changes, changedLooks: this.changedLooks, told: [...this.told], isCut: this.#isCut };
  }
}

/** Whether anything of it would be seen or said. */
export function saysSomething(blocks: readonly LaidBlock[]): boolean {
  for (const { pieces } of paragraphsOf(blocks)) if (pieces.some(isSomething)) return true;
  return false;
}

function isSomething(piece: LaidPiece): boolean {
  return piece.is !== 'words' || piece.words.trim() !== '';
}
