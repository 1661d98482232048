import { z } from 'zod';

/** What may be read by anyone who opens the settings file: never content, never a name, never a path of evidence. */
export const Settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  textZoomPercent: z.number().int().min(80).max(200),
  /** Minutes without a key or pointer before the vault locks; at most an hour. */
  idleLockMinutes: z.number().int().min(1).max(60),
  blurMedia: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;
export const defaultSettings: Settings = { theme: 'system', textZoomPercent: 100, idleLockMinutes: 5, blurMedia: true };
