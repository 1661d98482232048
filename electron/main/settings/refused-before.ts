import type { RefusedAttempts } from '../../../shared/contract/program-calls';
import type { UtcInstant } from '../../../shared/model/identity';

/** So late and so few are most likely her own slips at this opening, of which she need not be told. */
const slipMs = 10 * 60_000;
const mostSlips = 3;

/** What she is told of attempts that were refused before this opening at `nowMs`; null when there is nothing to tell. */
export function refusedBefore(refusedUtc: readonly UtcInstant[], nowMs: number): RefusedAttempts | null {
  const earlier = refusedUtc.filter((at) => Math.abs(nowMs - Date.parse(at)) > slipMs);
  const told = refusedUtc.length - earlier.length > mostSlips ? refusedUtc : earlier;
  const last = told.at(-1);
  return last === undefined ? null : { count: told.length, lastUtc: last };
}
