/**
 * Places in the finished document. A printed page marks a place with a link to `https://bundle.invalid/at/<place>` and points to one
 * with `https://bundle.invalid/to/<place>`; `.invalid` (RFC 2606) can never be somebody's. The assembler turns both into links inside the document and
 * refuses to finish if any is left over.
 */
const origin = 'https://bundle.invalid';

export function markPlace(place: string): string { return `${origin}/at/${place}`; }
export function pointTo(place: string): string { return `${origin}/to/${place}`; }

/**
 * Marks a picture-letter (emoji) so that the assembler can put its characters into the text: Chromium draws colour faces as pictures, and what is
 * drawn can be neither searched nor copied (measured).
 */
export function tellCharacters(characters: string): string {
  return `${origin}/say/${[...characters].map((character) => (character.codePointAt(0) ?? 0).toString(16)).join('-')}`;
}

/** The characters such a mark stands for; null when it is none. */
export function readCharacters(uri: string): string | null {
  const match = /^https:\/\/bundle\.invalid\/say\/([0-9a-f]{1,6}(?:-[0-9a-f]{1,6}){0,40})$/.exec(uri);
  return match === null ? null : String.fromCodePoint(...(match[1] ?? '').split('-').map((code) => Number.parseInt(code, 16)));
}

/** Marks a printed picture on which a machine read words, so that the assembler can lay them there unseen. `key`: of `[a-z0-9-]`. */
export function markPicture(key: string): string { return `${origin}/picture/${key}`; }

/** The key of such a picture; null when it is no such mark. */
export function readPictureMark(uri: string): string | null {
  return /^https:\/\/bundle\.invalid\/picture\/([a-z0-9-]{1,80})$/.exec(uri)?.[1] ?? null;
}

/** What a link in a printed part means; null when it is not one of ours. */
export function readPlaceLink(uri: string): { does: 'mark' | 'point'; place: string } | null {
  const match = /^https:\/\/bundle\.invalid\/(at|to)\/([a-z0-9-]{1,80})$/.exec(uri);
  if (match === null) return null;
  return { does: match[1] === 'at' ? 'mark' : 'point', place: match[2] ?? '' };
}

/** Places that more than one section points at. A section's own stands in the section. */
export const place = {
  contents: 'contents',
  entry: (entryNumber: number): string => `entry-${entryNumber}`,
  exhibit: (mark: string): string => `exhibit-${mark.toLowerCase()}`,
  sources: 'sources',
  aboutPage: 'about-page',
  /** Of a page of the case: its headings and the lines of its list of sources, each counted from 1. */
  heading: (number: number): string => `heading-${number}`,
  source: (number: number): string => `source-${number}`,
} as const;
