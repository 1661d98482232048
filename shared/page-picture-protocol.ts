import { z } from 'zod';

/** Between the shell and the window that draws the pages of one PDF, damaged or to be read by a machine, or only counts those of several (electron/preload/page-pictures.ts). One question at a time. */
export type PagePictureQuestion =
  /** `password`: of a locked file, where she gave one. */
  | { readonly ask: 'open'; readonly bytes: Uint8Array<ArrayBuffer>; readonly password: string | null }
  /** How many of its pages, of the first `mostPages`, can be found at all: those that may be drawn. The file is not kept. */
  | { readonly ask: 'count'; readonly bytes: Uint8Array<ArrayBuffer>; readonly mostPages: number }
  /** `number` from 1. Drawn at `dotsPerInch`, or less where it would be more than `mostPixels`. */
  | { readonly ask: 'draw'; readonly number: number; readonly dotsPerInch: number; readonly mostPixels: number };

export const PagePictureAnswer = z.discriminatedUnion('gave', [
  z.object({ gave: z.literal('opened'), pageCount: z.number().int().positive() }),
  z.object({ gave: z.literal('counted'), findable: z.number().int().nonnegative() }),
  /** Upright, on white; the page's size in points (1/72 inch). */
  z.object({ gave: z.literal('page'), jpeg: z.instanceof(Uint8Array), widthPt: z.number().positive().max(200_000), heightPt: z.number().positive().max(200_000) }),
  /** What was drawn is white all over. */
  z.object({ gave: z.literal('blank') }),
  z.object({ gave: z.literal('nothing') }),
]);
export type PagePictureAnswer = z.infer<typeof PagePictureAnswer>;

/** A file of pdf.js that a page asks for: a character map, a stand-in face, a decoder. */
export const ReaderFile = z.object({ kind: z.enum(['cMapUrl', 'standardFontDataUrl', 'wasmUrl']), filename: z.string().regex(/^[A-Za-z0-9_-]+\.[a-z0-9]{2,6}$/) });
export type ReaderFile = z.infer<typeof ReaderFile>;
