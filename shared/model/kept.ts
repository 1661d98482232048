import { z } from 'zod';

/** What of a PDF a rule is about, as it is told to people. */
export const KeptRule = z.enum(['letters', 'colours', 'drawing', 'pictures', 'marks', 'limits', 'whole']);
export type KeptRule = z.infer<typeof KeptRule>;

/** Something that does not keep to a clause of ISO 19005-2:2011 (PDF/A-2). */
export const KeptFault = z.object({ clause: z.string().max(20), about: KeptRule });
export type KeptFault = z.infer<typeof KeptFault>;

/** How a document was made for keeping, as PDF/A-2b. `faults`: what the program's own check still found; with any, the file does not say that it is PDF/A. `drawnPages`: how many pages of others' files are pictures for it. */
export const MadeForKeeping = z.object({ faults: z.array(KeptFault), drawnPages: z.number().int().nonnegative() });
export type MadeForKeeping = z.infer<typeof MadeForKeeping>;
