/** A picture as pixels, upright, and how many the file has. Whoever gets it closes it. */
export interface DecodedPicture {
  readonly bitmap: ImageBitmap;
  readonly pageCount: number;
}

/** Most pixels that are decoded: more than any phone or scanner gives, few enough for memory (400 MB). */
export const mostDecodedPixels = 100_000_000;
