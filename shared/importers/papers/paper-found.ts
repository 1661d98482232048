import type { PaperDetails, PaperFinding } from '../../model/paper-details';

/** Most names told of one finding. */
export const mostNames = 20;

/** What is found in a paper, counted by kind. */
export class PaperFound {
  readonly #counts = new Map<PaperFinding, { count: number; names: Set<string> }>();

  add(finding: PaperFinding, name = '', count = 1): void {
    const known = this.#counts.get(finding) ?? { count: 0, names: new Set<string>() };
    known.count += count;
    if (name.trim() !== '' && known.names.size < mostNames) known.names.add(asClaim(name, 300));
    this.#counts.set(finding, known);
  }

  has(finding: PaperFinding): boolean { return this.#counts.has(finding); }

  namesOf(finding: PaperFinding): string[] { return [...(this.#counts.get(finding)?.names ?? [])]; }

  get findings(): PaperDetails['findings'] {
    return [...this.#counts].map(([finding, { count, names }]) => ({ finding, count, names: [...names] }));
  }
}

/** A claim as one line: no control or direction characters, at most so many. */
export function asClaim(text: string, most: number): string {
  return text.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim().slice(0, most).toWellFormed();
}

/** What stands for the other end of an address: its host, else its beginning. */
export function hostOf(address: string): string {
  return /^[a-z][a-z0-9+.-]{0,20}:(?:\/\/)?([^/?#\s]{1,300})/i.exec(address)?.[1] ?? address.slice(0, 300);
}

export type Claims = PaperDetails['claims'];
