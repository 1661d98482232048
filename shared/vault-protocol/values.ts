import { z } from 'zod';
import { Bytes } from '../model/bytes';

/** What calls of the vault take and answer again and again. */

/** What a secret was derived to. */
export const Key32 = Bytes.refine((b) => b.length === 32);
/** Where a folder lies; never told to the window. */
export const Folder = z.string().min(1).max(4096);
