import { z } from 'zod';
import { TimeBasis } from './message-facts';

/** As of a message (importers/parts.ts). */
const Time = z.object({
  at: z.string().regex(/^(|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})$/),
  offsetMinutes: z.number().int().min(-1080).max(1080).nullable(),
  basis: TimeBasis,
  atAsWritten: z.string().max(100),
});

/** Degrees of WGS 84. */
const Position = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });
export type Position = z.infer<typeof Position>;

/**
 * What a service says of where a device was. Never a fact of where a person was:
 * - `visit`: it takes the device to have stayed at a place. An inference, with the probabilities it gives;
 * - `journey`: it takes the device to have moved from one position to another. An inference;
 * - `passed`: a position on a way that it drew. An inference; it says no accuracy;
 * - `reading`: what the device reported by satellite, mobile mast or Wi-Fi, with the accuracy it gave.
 */
export const LocationClaim = z.object({
  kind: z.enum(['visit', 'journey', 'passed', 'reading']),
  from: Time,
  /** null of a single moment. */
  until: Time.nullable(),
  /** Of a journey, where it began; null where the source says none that can be read. */
  position: Position.nullable(),
  /** Of a journey, where it ended. */
  end: Position.nullable(),
  /** As the source has them; '' where it says nothing. `type`: what it takes the place to be (`HOME`, `INFERRED_WORK`), an inference. */
  place: z.object({ name: z.string().max(300), address: z.string().max(1000), id: z.string().max(300), type: z.string().max(100) }),
  /** How it takes the device to have moved, or of a reading what it was made with; as the source has it: `WALKING`, `in passenger vehicle`, `WIFI`. */
  means: z.string().max(100),
  /** 0 to 1: that there was such a visit or journey; and that it was this place, or these means. null where the source gives none. */
  probability: z.number().min(0).max(1).nullable(),
  candidateProbability: z.number().min(0).max(1).nullable(),
  /** Of a reading: metres, as the device gave it. */
  accuracyMetres: z.number().nonnegative().nullable(),
  /** Of a journey: metres, as the source gives it. */
  distanceMetres: z.number().nonnegative().nullable(),
  /** The bytes of the element that says it; several claims may be of one element. */
  sourceLine: z.number().int().nonnegative(),
  sourceOffset: z.number().int().nonnegative(),
  sourceLength: z.number().int().nonnegative(),
});
export type LocationClaim = z.infer<typeof LocationClaim>;
