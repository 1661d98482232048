import { isRealDay, writeDay } from '../../dates/calendar';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Month, day, year and clock as C's and Rust's `strftime` write them in English: `May 17, 2022  5:29:42 PM` (`%b %d, %Y %l:%M:%S %p`), `May 17, 2022 17:29:42` (`%b %d, %Y %H:%M:%S`). */
const written = /^([A-Z][a-z]{2}) (\d{2}), (\d{4}) (?:( ?\d{1,2}):(\d{2}):(\d{2}) ([AP]M)|(\d{2}):(\d{2}):(\d{2}))(?!\d)/;

/** A wall clock at the beginning of a text: as `YYYY-MM-DDTHH:MM:SS`, and how many characters it takes. Null where there is none, or none that exists. */
export function readEnglishClock(text: string): { at: string; length: number } | null {
  const found = written.exec(text);
  if (found === null) return null;
  const [all, monthName, dayText, yearText, hour12, minute12, second12, half, hour24, minute24, second24] = found;
  const month = months.indexOf(monthName ?? '') + 1;
  const [day, year] = [Number(dayText), Number(yearText)];
  if (!isRealDay(year, month, day)) return null;
  const [minute, second] = [minute12 ?? minute24 ?? '', second12 ?? second24 ?? ''];
  const shown = Number(hour12 ?? hour24);
  if (half !== undefined && (shown < 1 || shown > 12)) return null;
  const hour = half === undefined ? shown : (shown % 12) + (half === 'PM' ? 12 : 0);
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return { at: `${writeDay({ year, month, day })}T${String(hour).padStart(2, '0')}:${minute}:${second}`, length: all.length };
}
