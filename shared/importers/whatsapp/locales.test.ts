import { describe, expect, it } from 'vitest';
import { dayOf } from './date-order';
import { readOpening } from './layout';

/** Every language that CLDR has dates for, as Node's ICU carries it: `xx`, `xx-YY` of a few regions that write otherwise. */
const languages = 'af ak am ar as ast az be bg bho bm bn bo br brx bs ca ce ceb ckb cs cv cy da de dsb dz ee el en eo es et eu fa ff fi fil fo fr fur fy ga gd gl gu ha haw he hi hr hsb hu hy ia id ig is it ja jv ka kab kk kl km kn ko kok ks ku ky lb lg ln lo lt lv mai mg mi mk ml mn mni mr ms mt my nds ne nl nn no nb oc om or os pa pcm pl ps pt qu rm ro ru rw sa sah sat sc sd si sk sl so sq sr st su sv sw ta te tg th ti tk tn to tr tt ug uk ur uz vi wo xh yi yo yue zh zu'.split(' ');
const regions = ['en-GB', 'en-US', 'en-CA', 'en-AU', 'en-IE', 'en-IN', 'en-ZA', 'en-NZ', 'en-NG', 'en-PK', 'es-MX', 'es-US', 'es-CO', 'es-PR', 'fr-CA', 'fr-CH', 'fr-BE', 'de-CH', 'de-AT', 'it-CH', 'nl-BE', 'pt-PT', 'zh-TW', 'zh-HK', 'zh-SG', 'ar-EG', 'ar-MA', 'ar-LB', 'ar-AE', 'ar-DZ', 'ur-IN', 'bn-IN', 'ps-PK', 'sr-Latn', 'uz-Cyrl', 'pa-Arab', 'az-Cyrl', 'ku-IQ', 'so-KE', 'ti-ER', 'sw-KE', 'ta-LK', 'ne-IN', 'ro-MD', 'ru-UA', 'sq-XK', 'el-CY', 'tr-CY', 'en-MT', 'en-KE', 'en-GH', 'en-HK', 'en-SG', 'en-PH'];
const locales = Intl.DateTimeFormat.supportedLocalesOf([...languages, ...regions]);

/** Bodo, Dzongkha, Ewe, Basque, Hawaiian and Yoruba write in ways that are not read: months in Roman numerals, brackets, words among the numbers. Not understood, never wrong. */
const notRead = new Set(['brx', 'dz', 'ee', 'eu', 'haw', 'yo']);

/** Days and times that show which number is which, and both halves of the day. */
const times = [Date.UTC(2019, 2, 25, 21, 5, 33), Date.UTC(2020, 10, 9, 0, 7, 4), Date.UTC(2021, 0, 31, 11, 59, 0), Date.UTC(2018, 11, 1, 12, 30, 9), Date.UTC(2022, 6, 4, 1, 20, 30)];

/** Where a date's parts stand in this locale, of the three. */
function orderOf(locale: string, options: Intl.DateTimeFormatOptions): 'dmy' | 'mdy' | 'ymd' | null {
  const parts = new Intl.DateTimeFormat(locale, options).formatToParts(0).filter(({ type }) => /^(?:day|month|year|relatedYear)$/.test(type)).map(({ type }) => type[0]);
  const order = parts.join('');
  return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : null;
}

describe.each(locales)('a phone that writes as %s', (locale) => {
  it.each(['short', 'medium'] as const)('is read to the minute (%s time)', (timeStyle) => {
    for (const hourCycle of ['h12', 'h23'] as const) {
      const options: Intl.DateTimeFormatOptions = { dateStyle: 'short', timeStyle, hourCycle, calendar: 'gregory', timeZone: 'UTC' };
      const order = orderOf(locale, options);
      if (order === null) continue;
      for (const time of times) {
        const written = new Intl.DateTimeFormat(locale, options).format(time);
        for (const line of [`${written} - Dan: x`, `[${written}] Dan: x`]) {
          const opening = readOpening(line, line.startsWith('[') ? 'ios' : 'android');
          if (!notRead.has(locale)) expect(opening, line).not.toBeNull();
          if (!opening) continue;
          const { head, rest } = opening;
          const date = new Date(time);
          expect([dayOf(head, order), head.hour, head.minute, rest], line).toEqual([{ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }, date.getUTCHours(), date.getUTCMinutes(), 'Dan: x']);
        }
      }
    }
  });
});
