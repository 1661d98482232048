import { z } from 'zod';

/** Between the shell and the window that draws one hostile picture (electron/preload/picture.ts). */
export interface PictureQuestion {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  /** The drawn picture is no larger than this; never larger than the original. */
  readonly mostWidthPx: number;
  readonly mostHeightPx: number;
}

export const PictureAnswer = z.discriminatedUnion('drew', [
  z.object({ drew: z.literal(true), jpeg: z.instanceof(Uint8Array), widthPx: z.number().int().positive(), heightPx: z.number().int().positive() }),
  z.object({ drew: z.literal(false) }),
]);
export type PictureAnswer = z.infer<typeof PictureAnswer>;
