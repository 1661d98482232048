import { z } from 'zod';
import { Id } from '../model/identity';
import { call } from './call';

/** Pictures that the window cannot show as they are (HEIC, TIFF), drawn anew by a process without rights. */
export const pictureCalls = {
  /** One page of such a picture, from 1, at a place that stands until the vault locks. `pageCount`: how many there are. Refuses `erased`, `not-found`, `not-understood` for what cannot be drawn, `limit-exceeded` for what is too large. */
  'pictures.drawPage': call('main', z.object({ id: Id, page: z.number().int().min(1).max(100_000) }), z.object({ url: z.string(), pageCount: z.number().int().positive() })),
} as const;
