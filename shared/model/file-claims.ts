import { z } from 'zod';

/** What a picture or a recording says of itself. A claim of the file, never a fact: clocks run wrong, and anybody with the right program can write what he likes. */

/** Bytes [offset, offset + length) of the file, where a claim stands, for whoever checks it. */
export const FilePlace = z.object({ offset: z.number().int().nonnegative(), length: z.number().int().nonnegative() });
export type FilePlace = z.infer<typeof FilePlace>;

/** In which part of the file a claim stands, by the standards' own names; `container` is the file's own frame (MP4, Matroska, PNG, TIFF). */
export const ClaimBlock = z.enum(['exif', 'xmp', 'iptc', 'container', 'maker-note']);
export type ClaimBlock = z.infer<typeof ClaimBlock>;

/** One thing that the file says, in its own words. */
export const FileField = z.object({
  block: ClaimBlock,
  /** As the standard calls it (`DateTimeOriginal`, `photoshop:City`, `By-line`), or its number. */
  name: z.string().max(200),
  value: z.string().max(2000),
  place: FilePlace.nullable(),
  /** Tells where somebody was: never shown unasked. */
  tellsPlace: z.boolean(),
});
export type FileField = z.infer<typeof FileField>;

/** What a time in the file is said to be: taken (the shutter, the recording begun), made (the file or its data), changed, or the satellites' clock. */
export const ClaimedTimeKind = z.enum(['taken', 'made', 'changed', 'satellite']);
export type ClaimedTimeKind = z.infer<typeof ClaimedTimeKind>;

/** A time that the file gives, of which nothing is mended or chosen. */
export const TimeClaim = z.object({
  says: ClaimedTimeKind,
  block: ClaimBlock,
  name: z.string().max(200),
  asWritten: z.string().max(100),
  /** The clock time in it, `YYYY-MM-DDTHH:MM` with seconds where given; '' where it could not be read as one. */
  clock: z.string().regex(/^(|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?)$/),
  /** How far that clock was from UTC, as the file says: `+01:00`, `Z`; '' where it does not say. */
  offset: z.string().regex(/^(|Z|[+-]\d{2}:\d{2})$/),
  place: FilePlace.nullable(),
});
export type TimeClaim = z.infer<typeof TimeClaim>;

/** Where the file says it was made. WGS 84, degrees; kept with the file, shown only when she asks. */
export const PositionClaim = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  altitudeMetres: z.number().nullable(),
  /** How far it may be off, as the device says. */
  accuracyMetres: z.number().nonnegative().nullable(),
  block: ClaimBlock,
  place: FilePlace.nullable(),
});
export type PositionClaim = z.infer<typeof PositionClaim>;
