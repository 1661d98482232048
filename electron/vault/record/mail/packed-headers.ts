import { z } from 'zod';
import type { MailHeader } from '../../../../shared/model/mail-facts';

/** Name, raw, value where it is not simply the raw text unfolded, whether raw is bytes, line, offset, length. A mail's headers are half of it, and raw and value mostly the same. */
const Packed = z.array(z.tuple([z.string(), z.string(), z.string().nullable(), z.union([z.literal(0), z.literal(1)]), z.number(), z.number(), z.number()]));

const unfolded = (name: string, raw: string): string => raw.slice(name === '' ? 0 : name.length + 1).replace(/\r?\n(?=[ \t])/g, '').trim();

export function packHeaders(headers: readonly MailHeader[]): string {
  return JSON.stringify(headers.map(({ name, raw, value, rawIs, place }): z.infer<typeof Packed>[number] => [name, raw, value === unfolded(name, raw) ? null : value, rawIs === 'bytes' ? 1 : 0, place.line, place.offset, place.length]));
}

export function unpackHeaders(packed: string): MailHeader[] {
  return Packed.parse(JSON.parse(packed)).map(([name, raw, value, isBytes, line, offset, length]) => ({ name, raw, value: value ?? unfolded(name, raw), rawIs: isBytes === 1 ? 'bytes' : 'utf-8', place: { line, offset, length } }));
}
