import { z } from 'zod';

/** Bytes, whatever memory they lie in (`z.instanceof` would insist on memory that is not shared). */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
