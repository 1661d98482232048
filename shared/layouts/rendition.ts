import type { Damage } from '../assemble-protocol';
import type { pages } from '../messages/en-gb/pages';
import type { Document } from '../model/document';
import type { PlannedExhibit } from '../model/export-plan';
import { html, type Piece } from './markup';

/** A picture ready to print: where the page finds it, and the size at which it stays at or under 300 dpi. */
export interface PrintedPicture { readonly href: string; readonly widthMm: number; readonly heightMm: number }

/** Why an exhibit's pages are not in the document. */
export type NotIncludedReason = keyof typeof pages.notIncluded.reasons;

/** What could be made of one exhibit. */
export type Rendition =
  /** Of a TIFF of many pages each page that could be drawn; `pageCount`: how many it has. */
  | { kind: 'picture'; pictures: readonly PrintedPicture[]; pageCount: number; isRedacted: boolean }
  | { kind: 'pages'; pageCount: number; damage: Damage | null; /** How many of them are pictures, because something was taken out there. */ redactedPages: number }
  | { kind: 'text'; text: string; shownBytes: number; wholeBytes: number }
  | { kind: 'messages'; pictures: ReadonlyMap<string, PrintedPicture>; attachments: ReadonlyMap<string, Document> }
  | { kind: 'mail' }
  | { kind: 'native' }
  | { kind: 'missing'; reason: NotIncludedReason; /** Of the file, from 1, where that is why. */ onPages?: readonly number[] };

export interface RenderedExhibit { readonly exhibit: PlannedExhibit; readonly rendition: Rendition }

export function pictureOf(picture: PrintedPicture, description: string): Piece {
  return html`<img src="${picture.href}" alt="${description}" style="width:${picture.widthMm}mm;height:${picture.heightMm}mm">`;
}
