import { z } from 'zod';
import { FileField, PositionClaim, TimeClaim } from './file-claims';
import { NotReadReason } from './picture-details';

/** One stream in a recording. */
export const RecordingTrack = z.object({
  kind: z.enum(['sound', 'picture', 'other']),
  /** As the container names it (`avc1`, `V_VP9`, `Opus`), '' when not said. */
  codec: z.string().max(100),
  /** Of pictures, upright; null when not said. */
  widthPx: z.number().int().positive().nullable(),
  heightPx: z.number().int().positive().nullable(),
  /** Of sound. */
  channels: z.number().int().positive().nullable(),
  samplesPerSecond: z.number().int().positive().nullable(),
  /** ISO 639, '' when not said. */
  language: z.string().max(20),
});
export type RecordingTrack = z.infer<typeof RecordingTrack>;

/** What a sound or film file says of itself. Nothing is decoded for it. */
export const RecordingDetails = z.object({
  /** `MPEG-4`, `Matroska`, `Ogg`, `AMR` … */
  container: z.string().max(100),
  seconds: z.number().nonnegative().nullable(),
  /** The length was worked out from the size, because the file does not say it. */
  isLengthEstimated: z.boolean(),
  tracks: z.array(RecordingTrack).max(50),
  fields: z.array(FileField).max(1000),
  times: z.array(TimeClaim).max(50),
  position: PositionClaim.nullable(),
  device: z.string().max(200),
  contentIdentifier: z.string().max(100),
  notRead: z.array(NotReadReason).max(3),
});
export type RecordingDetails = z.infer<typeof RecordingDetails>;
