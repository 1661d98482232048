import { z } from 'zod';
import { Id, UtcInstant } from './identity';

/** Who somebody is to her; the record's words, not the law's. */
export const PersonRole = z.enum(['me', 'accused', 'child', 'witness', 'police', 'professional', 'family', 'friend', 'other']);
export type PersonRole = z.infer<typeof PersonRole>;

export const Person = z.object({
  id: Id,
  name: z.string().max(200),
  role: PersonRole,
  /** Names, numbers and handles under which messages show this person. Matched by her, never silently. */
  handles: z.array(z.string().max(200)).max(50),
  note: z.string().max(5000),
  firstRecordedUtc: UtcInstant,
});
export type Person = z.infer<typeof Person>;
