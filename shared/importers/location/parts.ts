import { z } from 'zod';
import { LocationClaim } from '../../model/location-claim';

export const LocationPart = z.discriminatedUnion('part', [
  z.object({ part: z.literal('claims'), path: z.string().max(4096), claims: z.array(LocationClaim).max(1000) }),
  z.object({
    part: z.literal('not-understood'), path: z.string().max(4096), text: z.string().max(2000),
    sourceLine: z.number().int().nonnegative(), sourceOffset: z.number().int().nonnegative(), sourceLength: z.number().int().nonnegative(),
  }),
]);
export type LocationPart = z.infer<typeof LocationPart>;
