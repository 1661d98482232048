import { z } from 'zod';
import { FileField, PositionClaim, TimeClaim } from './file-claims';

/** Why a picture looks like one of a screen: it says so itself, its name says so, or it has a screen's measure and no camera. */
export const ScreenshotSign = z.enum(['says-so', 'named-so', 'screen-size']);
export type ScreenshotSign = z.infer<typeof ScreenshotSign>;

/** What was not read of a picture's own data: damaged, too long, or of a kind that is not known. `cut-short`: the file stops before the picture does. */
export const NotReadReason = z.enum(['damaged', 'too-long', 'not-known', 'cut-short']);
export type NotReadReason = z.infer<typeof NotReadReason>;

/** What a picture's own data says: EXIF (CIPA DC-008), XMP (ISO 16684-1), IPTC (IIM 4.2) and the file format's own. */
export const PictureDetails = z.object({
  /** In the order in which they stand in the file. */
  fields: z.array(FileField).max(1000),
  /** The most telling first. */
  times: z.array(TimeClaim).max(50),
  position: PositionClaim.nullable(),
  /** Camera or program, as written; '' when not said. */
  device: z.string().max(200),
  software: z.string().max(200),
  /** Apple's name for a photograph and its film (Live Photo); '' when not said. */
  contentIdentifier: z.string().max(100),
  /** Pages of a TIFF; pictures of an animation; 1 of all else. */
  pageCount: z.number().int().positive(),
  isAnimated: z.boolean(),
  screenshotSigns: z.array(ScreenshotSign).max(3),
  notRead: z.array(NotReadReason).max(4),
});
export type PictureDetails = z.infer<typeof PictureDetails>;
