import type { Dated } from '../../../shared/model/dated';

/**
 * A picture's own date (EXIF `YYYY:MM:DD HH:MM:SS`, any offset after it) as a date she can take over, or null when it is
 * none. The device's clock may be wrong, so this is offered, never filled in; the basis says where it comes from.
 */
export function datedFromPicture(takenAsWritten: string): Dated | null {
  const match = /^(\d{4})[:\-.](\d{2})[:\-.](\d{2})[ T](\d{2}):(\d{2})/.exec(takenAsWritten.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute] = match as unknown as [string, string, string, string, string, string];
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)));
  const isReal = Number(year) > 1900 && time.getUTCMonth() === Number(month) - 1 && time.getUTCDate() === Number(day) && time.getUTCHours() === Number(hour) && time.getUTCMinutes() === Number(minute);
  if (!isReal) return null;
  const written = time.toLocaleDateString('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
  return { typed: `${written} at ${hour}:${minute}`, edtf: `${year}-${month}-${day}`, timeOfDay: `${hour}:${minute}`, timeApproximate: false, basis: 'photo-data' };
}
