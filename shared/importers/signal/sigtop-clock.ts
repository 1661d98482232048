import { isRealDay, weekdayOf, writeDay } from '../../dates/calendar';
import type { MessageTime } from '../conversations/message-times';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A time as sigtop's text has it: `Mon, 2 Jan 2006 15:04:05 -0700`, with the zone. Null where it is none, does not exist, or the weekday is not that day's: nobody but a forger writes that. */
export function readSigtopTime(written: string): MessageTime | null {
  const found = /^([A-Z][a-z]{2}), (\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/.exec(written);
  if (found === null) return null;
  const [, weekday = '', dayText, monthName = '', yearText, hour, minute, second, sign, zoneHours, zoneMinutes] = found;
  const day = { year: Number(yearText), month: months.indexOf(monthName) + 1, day: Number(dayText) };
  if (!isRealDay(day.year, day.month, day.day) || weekdays.indexOf(weekday) + 1 !== weekdayOf(day)) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || Number(zoneHours) > 14 || Number(zoneMinutes) > 59) return null;
  const offset = Number(zoneHours) * 60 + Number(zoneMinutes);
  return { at: `${writeDay(day)}T${hour}:${minute}:${second}`, offsetMinutes: sign === '-' && offset > 0 ? -offset : offset, basis: 'offset-written', atAsWritten: written };
}
