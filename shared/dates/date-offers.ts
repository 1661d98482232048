import type { Dated } from '../model/dated';
import type { TimeClaim } from '../model/file-claims';
import { sayDate } from './say-date';
import { ukClockAt, wallClockMs } from './uk-clock';

/** A date that a file gives, for her to take over or leave. `from`: where it stands in the file, `name` where it is in the file's name. */
export interface DateOffer {
  readonly dated: Dated;
  /** As it stands in the file, or the day as the name has it. */
  readonly written: string;
  readonly says: 'taken' | 'made' | 'satellite' | 'named';
  /** The clock in the file is UTC, and was read as the United Kingdom's. */
  readonly isFromUtc: boolean;
}

const mostOffers = 4;

/**
 * Dates that a picture's or a film's own data gives, and its name, the most telling first; of those that are the same to the minute one. When the file was last changed is no date of what happened, and is not
 * among them. A clock without a zone stays as it is written; UTC is put on the United Kingdom's clock.
 */
export function offersOf(times: readonly TimeClaim[], originalName: string): DateOffer[] {
  const offers: DateOffer[] = [];
  const add = (offer: DateOffer | null): void => {
    const isKnown = offer !== null && offers.some(({ dated }) => dated.edtf === offer.dated.edtf && (offer.dated.timeOfDay === '' || dated.timeOfDay === offer.dated.timeOfDay));
    if (offer !== null && !isKnown) offers.push(offer);
  };
  for (const { says, asWritten, clock, offset } of times) {
    if (clock === '' || says === 'changed') continue;
    const isFromUtc = offset === 'Z';
    const at = isFromUtc ? (ukClockAt(wallClockMs(clock.length === 16 ? `${clock}:00` : clock))?.at ?? '') : clock;
    if (at !== '') add({ dated: datedAt(at.slice(0, 10), at.slice(11, 16), 'photo-data'), written: asWritten, says, isFromUtc });
  }
  add(fromName(originalName));
  return offers.slice(0, mostOffers);
}

/** `IMG_20210913_074112`, `IMG-20190312-WA0001`, `Screenshot_20190312-210533`, `2022-11-13 at 22.10.05`: a day in the order of years, months and days, and a time right behind it. */
function fromName(name: string): DateOffer | null {
  const match = /(?:^|\D)((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?:(?:[-_ T]| at )?(\d{2})([-_.:]?)(\d{2})\6(\d{2}))?(?!\d)/.exec(name);
  if (!match) return null;
  const [, year = '', , month = '', day = '', hour, , minute] = match;
  const hasTime = hour !== undefined && minute !== undefined && Number(hour) < 24 && Number(minute) < 60;
  const real = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (real.getUTCMonth() !== Number(month) - 1 || real.getUTCDate() !== Number(day)) return null;
  return { dated: datedAt(`${year}-${month}-${day}`, hasTime ? `${hour}:${minute}` : '', 'other'), written: match[0], says: 'named', isFromUtc: false };
}

function datedAt(day: string, timeOfDay: string, basis: Dated['basis']): Dated {
  const said = sayDate({ typed: '', edtf: day, timeOfDay: '', timeApproximate: false });
  return { typed: timeOfDay === '' ? said : `${said} at ${timeOfDay}`, edtf: day, timeOfDay, timeApproximate: false, basis };
}
