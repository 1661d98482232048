import { z } from 'zod';

export const Mark = z.object({ sequence: z.number().int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) });
export type Mark = z.infer<typeof Mark>;

/** The newest point of a vault's history that was seen at a place: one for each copy of a vault that this computer has opened. */
export const SeenVault = z.object({
  vaultId: z.string().regex(/^[0-9a-f]{32}$/),
  /** Digest of the folder. */
  place: z.string().max(64),
  mark: Mark,
  /** The newer copy's mark that was told of when the copy at this place was opened. */
  toldOf: Mark.nullable(),
});
export type SeenVault = z.infer<typeof SeenVault>;

const mostSeen = 16;

/**
 * For each vault by its id, what to compare it with when it is opened at `place`: the newest mark of all its copies, so that neither a moved
 * folder nor an older copy from elsewhere is without one. Of a newer copy elsewhere is told once for each place; then only
 * the place's own mark counts, or a copy that she restored would be called old for ever.
 */
export function marksFor(seen: readonly SeenVault[], place: string): Record<string, Mark & { seenElsewhere: boolean }> {
  const marks: Record<string, Mark & { seenElsewhere: boolean }> = {};
  for (const { vaultId } of seen) {
    const copies = seen.filter((each) => each.vaultId === vaultId);
    const own = copies.find((each) => each.place === place);
    const newest = copies.reduce((left, right) => (right.mark.sequence > left.mark.sequence ? right : left), own ?? copies[0]!);
    const chosen = own?.toldOf && isSame(own.toldOf, newest.mark) ? own : newest;
    marks[vaultId] = { ...chosen.mark, seenElsewhere: chosen !== own };
  }
  return marks;
}

/** The list with a copy's new mark, newest last; the oldest of too many is forgotten. The same list when nothing is new. */
export function withMark(seen: readonly SeenVault[], now: { vaultId: string; place: string; mark: Mark; toldOf?: Mark }): readonly SeenVault[] {
  const isOfThis = (each: SeenVault): boolean => each.vaultId === now.vaultId && each.place === now.place;
  const before = seen.find(isOfThis);
  const toldOf = now.toldOf ?? before?.toldOf ?? null;
  if (before && isSame(before.mark, now.mark) && before.toldOf === toldOf) return seen;
  return [...seen.filter((each) => !isOfThis(each)).slice(-(mostSeen - 1)), { vaultId: now.vaultId, place: now.place, mark: now.mark, toldOf }];
}

function isSame(left: Mark, right: Mark): boolean {
  return left.sequence === right.sequence && left.hash === right.hash;
}
