import type { Damage, LeftOut } from '../assemble-protocol';
import { pages as words, type pages } from '../messages/en-gb/pages';
import type { Document } from '../model/document';
import type { PlannedExhibit } from '../model/export-plan';
import type { LaidOut } from '../model/laid-out';
import { showHidden } from '../text/show-hidden';
import { html, type Piece } from './markup';
import { markPicture } from './places';

/** A picture ready to print: where the page finds it, and the size at which it stays at or under 300 dpi. */
export interface PrintedPicture {
  readonly href: string;
  readonly widthMm: number;
  readonly heightMm: number;
  /** What a machine read on it, in reading order; '' where nothing was read. */
  readonly wordsRead: string;
}

/** A file that this program lays out itself, and its pictures that could be drawn, by their numbers. */
export interface LaidOutFile { readonly laidOut: LaidOut; readonly pictures: ReadonlyMap<number, PrintedPicture> }

/** Why a mail's HTML is not laid out: it lies packed in another file; it is attached within one of Outlook's files, or that is too large; it could not be read. */
export type MailNotLaidOut = 'packed' | 'outlook' | 'not-readable';

/** Why an exhibit's pages are not in the document. */
export type NotIncludedReason = keyof typeof pages.notIncluded.reasons;

/** What could be made of one exhibit. */
export type Rendition =
  /** Of a TIFF of many pages each page that could be drawn; `pageCount`: how many it has. */
  | { kind: 'picture'; pictures: readonly PrintedPicture[]; pageCount: number; isRedacted: boolean }
  | { kind: 'pages'; pageCount: number; damage: Damage | null; /** How many of them are pictures, because something was taken out there. */ redactedPages: number; /** What the file held that does not go into a document. */ leftOut: LeftOut; /** How many pages the file has; null where nobody knows. */ filePages: number | null; /** Pages of the file that are pictures, so that the document can be kept as PDF/A; not said: none. */ drawnToKeep?: readonly number[] }
  | { kind: 'text'; text: string; shownBytes: number; wholeBytes: number }
  | { kind: 'messages'; pictures: ReadonlyMap<string, PrintedPicture>; attachments: ReadonlyMap<string, Document> }
  /** `asHtml` null: it has no HTML. */
  | { kind: 'mail'; asHtml: LaidOutFile | MailNotLaidOut | null }
  | { kind: 'laid-out'; file: LaidOutFile }
  | { kind: 'native' }
  | { kind: 'missing'; reason: NotIncludedReason; /** Of the file, from 1, where that is why. */ onPages?: readonly number[] };

export interface RenderedExhibit { readonly exhibit: PlannedExhibit; readonly rendition: Rendition }

export function pictureOf(picture: PrintedPicture, description: string): Piece {
  const { href, widthMm, heightMm, wordsRead } = picture;
  const drawn = html`<img src="${href}" alt="${wordsRead === '' ? description : words.alternative.pictureWithWords(description, showHidden(wordsRead))}" style="width:${widthMm}mm;height:${heightMm}mm">`;
  return wordsRead === '' ? drawn : html`<a class="read" href="${markPicture(keyOf(href))}" style="width:${widthMm}mm;height:${heightMm}mm">${drawn}</a>`;
}

/** The key of a printed picture, under which its words are laid on it. */
export function keyOf(href: string): string {
  return href.replace(/^\/picture\//, '').replace(/\.jpg$/, '');
}
