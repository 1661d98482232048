import { spanOf } from '../dates';
import { openEndDay, openStartDay } from '../dates/span';
import type { Dated } from '../model/dated';

/**
 * The days in which something can have been looked up: from the first on which it could be known to the last on which it can have shown, inclusive, `YYYY-MM-DD`; '' where that side is not known.
 * `isTurned`: by the days as they are known it showed before it could be known at all, so one of them needs another look.
 */
export interface LookUpWindow {
  readonly fromDay: string;
  readonly toDay: string;
  readonly isTurned: boolean;
}

export function lookUpWindow({ knowableSince, happened }: { readonly knowableSince: Dated; readonly happened: Dated }): LookUpWindow {
  const since = spanOf(knowableSince.edtf).earliest;
  const showed = spanOf(happened.edtf).latest;
  const [fromDay, toDay] = [since === openStartDay ? '' : since, showed === openEndDay ? '' : showed];
  return { fromDay, toDay, isTurned: fromDay !== '' && toDay !== '' && fromDay > toDay };
}
