import type { RefusedAttempts } from '../../../shared/contract/program-calls';
import type { UtcInstant } from '../../../shared/model/identity';

/** Later ones are most likely her own slips at this opening, of which she need not be told. */
const slipMs = 10 * 60_000;

/** What she is told of attempts that were refused before this opening at `nowMs`; null when there is nothing to tell. */
export function refusedBefore(refusedUtc: readonly UtcInstant[], nowMs: number): RefusedAttempts | null {
  const told = refusedUtc.filter((at) => Math.abs(nowMs - Date.parse(at)) > slipMs);
  const last = told.at(-1);
  return last === undefined ? null : { count: told.length, lastUtc: last };
}
