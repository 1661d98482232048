import { z } from 'zod';
import type { PageArea } from './model/redaction';

/** Between the shell and the window that draws one hostile picture (electron/preload/picture.ts). */
export interface PictureQuestion {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  /** Which page of a TIFF, or which picture of a HEIF; from 1. Of all else there is one. */
  readonly page: number;
  /** The drawn picture is no larger than this; never larger than the original. */
  readonly mostWidthPx: number;
  readonly mostHeightPx: number;
  /** By how many quarters it is turned to the right, beyond being upright as its file says; the size is that of the turned picture. Not said: it is not turned. */
  readonly turned?: 0 | 1 | 2 | 3;
  /** Blacked out in the pixels before the picture is packed, with the reason on it in white; places on the picture before it is turned. */
  readonly black: readonly (PageArea & { readonly label: string })[];
}

export const PictureAnswer = z.discriminatedUnion('drew', [
  /** `pageCount`: how many pages there are to draw. */
  z.object({ drew: z.literal(true), jpeg: z.instanceof(Uint8Array), widthPx: z.number().int().positive(), heightPx: z.number().int().positive(), pageCount: z.number().int().positive() }),
  z.object({ drew: z.literal(false) }),
]);
export type PictureAnswer = z.infer<typeof PictureAnswer>;

/** The decoder of HEIF that the window asks the shell for: two files of libheif (LGPL), loaded as they are. */
export interface HeifDecoderFiles {
  readonly script: string;
  readonly wasm: Uint8Array<ArrayBuffer>;
}

/** Types that Chromium does not show, and that are drawn anew by a decoder of ours. */
export function isDrawnByUs(mediaType: string): boolean {
  return isHeif(mediaType) || mediaType === 'image/tiff';
}

/** HEIC and HEIF; AVIF is Chromium's own. */
export function isHeif(mediaType: string): boolean {
  return /^image\/hei[cf](?:-sequence)?$/.test(mediaType);
}
