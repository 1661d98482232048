import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { sealedMarkBytes } from '../../../shared/vault-protocol/vault-calls';

const SealedMark = z.base64().refine((text) => Buffer.from(text, 'base64').length === sealedMarkBytes);

/**
 * A place where a vault was opened, and what its vault keeps outside it: sealed marks, one for each half of a header. Two always, because a
 * header may hold one compartment or two and nothing may tell which: where there is no mark, random bytes stand, which look the same.
 */
export const KnownPlace = z.object({
  /** Digest of the folder. */
  place: z.string().max(64),
  marks: z.tuple([SealedMark, SealedMark]),
});
export type KnownPlace = z.infer<typeof KnownPlace>;

export const mostKnown = 16;

/** Every mark of every place: the vault that opens takes those that are its own. */
export function allMarks(known: readonly KnownPlace[]): Uint8Array[] {
  return known.flatMap(({ marks }) => marks.map((mark) => new Uint8Array(Buffer.from(mark, 'base64'))));
}

/** The list with a new mark for one half, newest last; the oldest of too many is forgotten. The same list when nothing is new. */
export function withMark(known: readonly KnownPlace[], now: { place: string; half: 0 | 1; sealed: Uint8Array }): readonly KnownPlace[] {
  const before = known.find(({ place }) => place === now.place);
  const sealed = Buffer.from(now.sealed).toString('base64');
  if (before?.marks[now.half] === sealed) return known;
  const other = before?.marks[1 - now.half] ?? randomBytes(sealedMarkBytes).toString('base64');
  const marks: KnownPlace['marks'] = now.half === 0 ? [sealed, other] : [other, sealed];
  return [...known.filter((each) => each !== before).slice(-(mostKnown - 1)), { place: now.place, marks }];
}
