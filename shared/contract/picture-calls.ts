import { z } from 'zod';
import { Id } from '../model/identity';
import { ById, call } from './call';

/** The other half of a Live Photo. `isSure`: both bear Apple's name for the two; otherwise a guess by their names. */
export const LivePartner = z.object({ documentId: Id, name: z.string(), isSure: z.boolean() });
export type LivePartner = z.infer<typeof LivePartner>;

/** Photographs and films beyond what every document has. */
export const pictureCalls = {
  /** One page of a picture that the window cannot show as it is (HEIC, TIFF), from 1, drawn anew by a process without rights, at a place that stands until the vault locks. `pageCount`: how many there are. Refuses `erased`, `not-found`, `not-understood` for what cannot be drawn, `limit-exceeded` for what is too large. */
  'pictures.drawPage': call('main', z.object({ id: Id, page: z.number().int().min(1).max(100_000) }), z.object({ url: z.string(), pageCount: z.number().int().positive() })),
  /** The film of a photograph, or the photograph of a film. */
  'pictures.livePartner': call('vault', ById, z.object({ partner: LivePartner.nullable() })),
} as const;
