import { format, isDateFormat } from 'numfmt';

/** Formats that a workbook names by number alone (ECMA-376 part 1, 18.8.30), as far as they are the same on every computer. */
const known: Readonly<Record<number, string>> = {
  0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss',
  37: '#,##0 ;(#,##0)', 38: '#,##0 ;(#,##0)', 39: '#,##0.00;(#,##0.00)', 40: '#,##0.00;(#,##0.00)', 41: '#,##0', 43: '#,##0.00', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mmss.0', 48: '##0.0E+0', 49: '@',
};
/** Dates that each computer writes in its own order, or in that of an East Asian calendar. */
const [dateByComputer, timeByComputer] = ['yyyy-mm-dd', 'hh:mm:ss'];
const byComputer: Readonly<Record<number, string>> = { 14: dateByComputer, 22: 'yyyy-mm-dd hh:mm', ...Object.fromEntries([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, dateByComputer])), ...Object.fromEntries([32, 33, 34, 35, 55, 56].map((id) => [id, timeByComputer])) };
/** Currency of each computer: which, the file does not say. */
const ofCurrency: Readonly<Record<number, string>> = { 5: '#,##0', 6: '#,##0', 7: '#,##0.00', 8: '#,##0.00', 42: '#,##0', 44: '#,##0.00' };
/** Days between the calendars of 1900 and of 1904. */
const days1904 = 1462;

export interface ShownNumber { readonly words: string; readonly told: 'dates-by-computer' | 'as-kept' | null; /** The file shows nothing of it. */ readonly isUnseen: boolean }

/** A number, or a text, as its cell shows it. `kept`: as the file keeps it; `code`: the format where the workbook spells it out. */
export function shownAs(kept: string, isNumber: boolean, id: number, code: string | undefined, is1904: boolean): ShownNumber {
  const asKept: ShownNumber = { words: kept, told: null, isUnseen: false };
  const value = isNumber ? Number(kept) : kept;
  if (kept.trim() === '' || (typeof value === 'number' && !Number.isFinite(value))) return asKept;
  const own = code === undefined ? undefined : code.startsWith('[$-F800]') || code.startsWith('[$-x-sysdate]') ? dateByComputer : code.startsWith('[$-F400]') || code.startsWith('[$-x-systime]') ? timeByComputer : code;
  const isByComputer = code === undefined ? byComputer[id] !== undefined : own !== code;
  const pattern = own ?? known[id] ?? byComputer[id] ?? ofCurrency[id];
  if (pattern === undefined || pattern.length > 500) return typeof value === 'number' ? { ...asKept, told: 'as-kept' } : asKept;
  if (typeof value === 'string' && !/[@;]/.test(pattern)) return asKept;
  try {
    const shifted = typeof value === 'number' && is1904 && isDateFormat(pattern) ? value + days1904 : value;
    const words = format(pattern, shifted, { dateErrorThrows: true, dateSpanLarge: false, ignoreTimezone: true }).trim();
    if (words === '') return { words: kept, told: null, isUnseen: true };
    return { words, told: isByComputer ? 'dates-by-computer' : code === undefined && ofCurrency[id] !== undefined ? 'as-kept' : null, isUnseen: false };
  } catch {
    // A format that is none, or a day before any calendar's.
    return { ...asKept, told: 'as-kept' };
  }
}
