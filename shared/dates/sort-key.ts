import type { Dated } from '../model/dated';
import { spanOf } from './span';

/**
 * Text whose plain order is the chronology's: by the earliest possible day; on the same day the wider span first (the month
 * before its first day), then without a time before with one. What has no understood date comes last.
 */
export function sortKeyOf(dated: Pick<Dated, 'edtf' | 'timeOfDay'>): string {
  const { earliest, latest } = spanOf(dated.edtf);
  if (earliest === '') return '9999-99-99';
  const widestFirst = latest.replace(/\d/g, (digit) => String(9 - Number(digit)));
  return `${earliest} ${widestFirst} ${dated.timeOfDay}`;
}
