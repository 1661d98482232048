import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dayAt, writeDay } from './calendar';
import { sayDate } from './say-date';
import { understandDate } from './understand-date';

// Made-up inputs by the hundred take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** A Saturday. */
const today = '2026-11-21';
const zoneAtStart = process.env.TZ;
afterEach(() => { process.env.TZ = zoneAtStart; });

it('believes no year before 1900, and says so; a clock time that looks like one stays a time', () => {
  for (const typed of ['0000', '1066', '12 March 0190', '-0044', '1066-10-14', '1888-08-31 9pm', '1066/2020']) {
    const read = understandDate(typed, today);
    expect([typed, read.kind, read.kind === 'not-understood' && read.why.reason]).toEqual([typed, 'not-understood', typed === '12 March 0190' ? 'other' : 'long-ago']);
  }
  expect(understandDate('1900', today)).toMatchObject({ kind: 'understood', edtf: '1900' });
});

/** Words, EDTF, time ('~' for about), and how it is said back. */
const understood: readonly (readonly [string, string, string, string])[] = [
  ['12 March 2019 about 9pm', '2019-03-12', '21:00~', '12 March 2019, about 9pm'],
  ['Tuesday 12 March 2019, 21:30', '2019-03-12', '21:30', '12 March 2019, 9:30pm'],
  ['12 March 2019 2130hrs', '2019-03-12', '21:30', '12 March 2019, 9:30pm'],
  ['12 March 2019 at half past nine in the evening', '2019-03-12', '21:30', '12 March 2019, 9:30pm'],
  ['20/4/18 half nine at night', '2018-04-20', '21:30', '20 April 2018, 9:30pm'],
  ['the 3rd of June 2019 around 10.30 in the morning', '2019-06-03', '10:30~', '3 June 2019, about 10:30am'],
  ['12 March 2019 quarter to one in the afternoon', '2019-03-12', '12:45', '12 March 2019, 12:45pm'],
  ['12 March 2019 at noon', '2019-03-12', '12:00', '12 March 2019, midday'],
  ['12 March 2019 12am', '2019-03-12', '00:00', '12 March 2019, midnight at the start of the day'],
  ['2019-03-12T21:30:00Z', '2019-03-12', '21:30', '12 March 2019, 9:30pm'],
  ['about 9pm in June 2019', '2019-06', '21:00~', 'June 2019, about 9pm'],
  ['half past nine in the evening', '', '21:30', '9:30pm, day not given'],
  ['midnight', '', '00:00', 'midnight at the start of the day, day not given'],
  ['noon', '', '12:00', 'midday, day not given'],
  ['25/12/2019', '2019-12-25', '', '25 December 2019'],
  ['3/25/2019', '2019-03-25', '', '25 March 2019'],
  ['5/5/2019', '2019-05-05', '', '5 May 2019'],
  ['2019/03/12', '2019-03-12', '', '12 March 2019'],
  ['٢٥/١٢/٢٠١٩', '2019-12-25', '', '25 December 2019'],
  ['12mar2019', '2019-03-12', '', '12 March 2019'],
  ['the twelfth of March 2019', '2019-03-12', '', '12 March 2019'],
  ['on or about 12 March 2019', '2019-03-12~', '', 'about 12 March 2019'],
  ['summer 2018', '2018-22', '', 'summer 2018'],
  ['autumn 2019', '2019-23', '', 'autumn 2019'],
  ['spring 2020 or so', '2020-21~', '', 'about spring 2020'],
  ['late summer 2018', '2018-22~', '', 'about summer 2018'],
  ['winter 2018/19', '2018-12/2019-02', '', 'between December 2018 and February 2019'],
  ['between May and July 2020', '2020-05/2020-07', '', 'between May and July 2020'],
  ['from November to February 2020', '2019-11/2020-02', '', 'between November 2019 and February 2020'],
  ['between 12 March and 3 April 2019', '2019-03-12/2019-04-03', '', 'between 12 March and 3 April 2019'],
  ['3-9 June 2019', '2019-06-03/2019-06-09', '', 'between 3 and 9 June 2019'],
  ['12/3/2019 to 15/3/2019', '2019-03-12/2019-03-15', '', 'between 12 and 15 March 2019'],
  ['sometime between 2015 and 2017', '2015/2017', '', 'between 2015 and 2017'],
  ['some time in 2017', '2017', '', '2017'],
  ['early June 2019', '2019-06-01~/2019-06-10~', '', 'early June 2019'],
  ['end of February 2020', '2020-02-21~/2020-02-29~', '', 'late February 2020'],
  ['mid 2016', '2016-05~/2016-08~', '', 'mid 2016'],
  ['about June 2019', '2019-06~', '', 'about June 2019'],
  ['June 2019?', '2019-06?', '', 'June 2019 (not certain)'],
  ['I think around June 2019', '2019-06%', '', 'about June 2019 (not certain)'],
  ['Christmas 2019', '2019-12-25~', '', 'about 25 December 2019'],
  ['Christmas Day 2019', '2019-12-25', '', '25 December 2019'],
  ["New Year's Eve 2018", '2018-12-31', '', '31 December 2018'],
  ['Good Friday 2019', '2019-04-19', '', '19 April 2019'],
  ['the weekend of 4 May 2019', '2019-05-04/2019-05-05', '', 'between 4 and 5 May 2019'],
  ['week commencing 6 May 2019', '2019-05-06/2019-05-12', '', 'between 6 and 12 May 2019'],
  ['first Monday in May 2019', '2019-05-06', '', '6 May 2019'],
  ['the night of 12 March 2019', '2019-03-12/2019-03-13', '', 'between 12 and 13 March 2019'],
  ['a Friday in March 2018', '2018-03-XX', '', 'some day in March 2018'],
  ['one day in 2018', '2018-XX-XX', '', 'some day in 2018'],
  ['2019', '2019', '', '2019'],
  ['the 2010s', '201X', '', 'the 2010s'],
  ['before 2015', '../2014', '', 'before 2015'],
  ['before 3 May 2019', '../2019-05-02', '', 'before 3 May 2019'],
  ['since March 2019', '2019-03/..', '', 'March 2019 or later'],
  ['2019-06~', '2019-06~', '', 'about June 2019'],
  ['2019-23', '2019-23', '', 'autumn 2019'],
  ['yesterday', '2026-11-20', '', '20 November 2026'],
  ['last night', '2026-11-20/2026-11-21', '', 'between 20 and 21 November 2026'],
  ['last night at 2am', '2026-11-21', '02:00', '21 November 2026, 2am'],
  ['last night at 11', '2026-11-20', '23:00', '20 November 2026, 11pm'],
  ['tonight about 8', '2026-11-21', '20:00~', '21 November 2026, about 8pm'],
  ['this morning at 7.15', '2026-11-21', '07:15', '21 November 2026, 7:15am'],
  ['on Friday', '2026-11-20', '', '20 November 2026'],
  ['Tuesday last week', '2026-11-10', '', '10 November 2026'],
  ['last month', '2026-10', '', 'October 2026'],
  ['two weeks ago', '2026-11-07~', '', 'about 7 November 2026'],
  ['three years ago', '2023~', '', 'about 2023'],
  ['one evening in June 2019', '2019-06-XX', '', 'some day in June 2019'],
  ['throughout 2019', '2019', '', '2019'],
  ['12 March 2019 nine at night', '2019-03-12', '21:00', '12 March 2019, 9pm'],
  ['March 12 2019 in the evening', '2019-03-12', '', '12 March 2019'],
  ['25/12/19 @ 9pm', '2019-12-25', '21:00', '25 December 2019, 9pm'],
  ['12 March 2019 9pm-ish', '2019-03-12', '21:00~', '12 March 2019, about 9pm'],
  ['about 10pm on or about 12 March 2019', '2019-03-12~', '22:00~', 'about 12 March 2019, about 10pm'],
  ['a Saturday in early June 2019', '2019-06-01~/2019-06-10~', '', 'early June 2019'],
  ['the weekend of 4-5 May 2019', '2019-05-04/2019-05-05', '', 'between 4 and 5 May 2019'],
  ['3rd week of June 2019', '2019-06-15/2019-06-21', '', 'between 15 and 21 June 2019'],
  ['either 2018 or 2019', '2018/2019', '', 'between 2018 and 2019'],
  ['Easter weekend 2019', '2019-04-19/2019-04-22', '', 'between 19 and 22 April 2019'],
  ['the 90s', '199X', '', 'the 1990s'],
  ['12 March 2019 at lunchtime', '2019-03-12', '', '12 March 2019'],
  // A stretch of hours has no place in one clock time: the day is kept, the hours stay in her own words.
  ['between 9pm and 10pm on 12 March 2019', '2019-03-12', '', '12 March 2019'],
];

/** Words and the readings to choose among, in order. */
const ambiguous: readonly (readonly [string, readonly string[]])[] = [
  ['12/3/2019', ['2019-03-12', '2019-12-03']],
  ['12.03.2019', ['2019-03-12', '2019-12-03']],
  ['9pm 12/03/19', ['2019-03-12 21:00', '2019-12-03 21:00']],
  ['1/3/2019 - 5/3/2019', ['2019-03-01/2019-03-05', '2019-01-03/2019-05-03']],
  ['12th March 2019 at 9', ['2019-03-12 09:00', '2019-03-12 21:00']],
  ['12 March 2019 at midnight', ['2019-03-13 00:00', '2019-03-12 00:00']],
  ['Tuesday 13 March 2019', ['2019-03-13', '2019-03-12']],
  ['12 March', ['2026-03-12', '2025-03-12', '2024-03-12']],
  ['Tuesday 12 March', ['2024-03-12', '2019-03-12', '2013-03-12']],
  ['June', ['2026-06', '2025-06', '2024-06']],
  ['December', ['2025-12', '2024-12', '2023-12']],
  ['March 19', ['2026-03-19', '2025-03-19', '2024-03-19', '2019-03']],
  ['winter 2019', ['2019-12/2020-02', '2018-12/2019-02']],
  ['12 March 2019 9ish', ['2019-03-12 09:00', '2019-03-12 21:00']],
  ['between Christmas and New Year 2019', ['2019-12-25~/2020-01-01~', '2018-12-25~/2019-01-01~']],
  ['March 12 in the evening', ['2026-03-12', '2025-03-12', '2024-03-12', '2012-03']],
  ['last Tuesday', ['2026-11-17', '2026-11-10']],
  ['last summer', ['2026-22', '2025-22']],
  ['the weekend of 8 May 2019', ['2019-05-11/2019-05-12', '2019-05-04/2019-05-05']],
];

const notUnderstood = ['', '   ', '31 June 2019', '29 February 2019', 'after the party', 'the day he came back', '13/13/2019', '25:00', '12 March 2019 13am', '9pm 10pm 11pm', '../..', '2019-02-30'];

/** Words, what is wrong with them, and the day or time that there is not. */
const whys: readonly (readonly [string, string, string])[] = [
  ['31 February 2020', 'no-such-day', '31 February 2020'],
  ['the 31st of Feb 2020', 'no-such-day', '31 February 2020'],
  ['February 30th 2020', 'no-such-day', '30 February 2020'],
  ['about 9pm on Tuesday 31 June 2019', 'no-such-day', '31 June 2019'],
  ['between 3 and 31 June 2019', 'no-such-day', '31 June 2019'],
  ['31 February', 'no-such-day', '31 February'],
  ['31 February 10pm', 'no-such-day', '31 February'],
  ["30 feb '19", 'no-such-day', '30 February 2019'],
  ['29/02/2021', 'no-such-day', '29 February 2021'],
  ['02/29/2021', 'no-such-day', '29 February 2021'],
  ['29.2.21', 'no-such-day', '29 February 2021'],
  ['2019-02-30', 'no-such-day', '30 February 2019'],
  ['13/13/2019', 'no-such-day', '13/13/2019'],
  ['2019-13-01', 'no-such-day', '2019-13-01'],
  ['12 March 2019 25:00', 'no-such-time', '25:00'],
  ['12 March 2019 at about 12:75', 'no-such-time', '12:75'],
  ['12 March 2019 13am', 'no-such-time', '13am'],
  ['25:00', 'no-such-time', '25:00'],
  ['May 2020 to June 2019', 'ends-before-it-begins', ''],
  ['between 2017 and 2015', 'ends-before-it-begins', ''],
  ['from 15/3/2019 to 12/3/2018', 'ends-before-it-begins', ''],
  ['15-12 June 2019', 'ends-before-it-begins', ''],
  ['2020-05/2019-06', 'ends-before-it-begins', ''],
  ['', 'other', ''],
  ['when we had the blue car', 'other', ''],
  ['after the party in May 2019', 'other', ''],
  ['29 February when it snowed', 'other', ''],
  ['12 March 2019 9 in the afternoon', 'other', ''],
  ['paid 13.75 for it in 2019', 'other', ''],
  ['from the flat to June 2019', 'other', ''],
];

describe('understandDate', () => {
  for (const zone of ['Europe/London', 'America/New_York', 'Asia/Karachi']) {
    describe(`on a computer in ${zone}`, () => {
      it.each(understood)('understands "%s" as %s %s', (typed, edtf, time, says) => {
        process.env.TZ = zone;
        const result = understandDate(typed, today);
        expect(result).toMatchObject({ kind: 'understood', edtf, timeOfDay: time.replace('~', ''), timeApproximate: time.endsWith('~') });
        if (result.kind === 'understood') expect(sayDate(result)).toBe(says);
      });
      it.each(ambiguous)('asks about "%s"', (typed, expected) => {
        process.env.TZ = zone;
        const result = understandDate(typed, today);
        expect(result.kind === 'ambiguous' && result.readings.map(({ edtf, timeOfDay }) => `${edtf} ${timeOfDay}`.trim())).toEqual(expected);
      });
    });
  }
  it.each(notUnderstood)('leaves "%s" in her own words', (typed) => expect(understandDate(typed, today).kind).toBe('not-understood'));

  it.each(whys)('says what is wrong with "%s": %s %s', (typed, reason, says) => {
    const result = understandDate(typed, today);
    expect(result).toEqual({ kind: 'not-understood', why: says === '' ? { reason } : { reason, says } });
  });

  it('offers readings that can be told apart', () => {
    for (const [typed] of ambiguous) {
      const result = understandDate(typed, today);
      if (result.kind === 'ambiguous') expect(new Set(result.readings.map(({ says }) => says)).size).toBe(result.readings.length);
    }
  });

  it('says "Tuesday" of a Monday as the one six days before, without asking', () => {
    expect(understandDate('last Tuesday', '2026-11-23')).toMatchObject({ kind: 'understood', edtf: '2026-11-17' });
  });

  it.each([
    ['overnight 12 to 13 March 2019', '2019-03-12/2019-03-13'],
    ['the night of 12 to 13 March 2019', '2019-03-12/2019-03-13'],
    ['12 to 13 March 2019 at night', '2019-03-12/2019-03-13'],
    ['night of 12 to 13/03/2019', '2019-03-12/2019-03-13'],
  ])('takes the days of a span for no clock: %s', (typed, edtf) => {
    expect(understandDate(typed, today)).toMatchObject({ kind: 'understood', edtf, timeOfDay: '' });
  });
  it('invents no time for days in the wrong order', () => expect(understandDate('5 to 3 May 2020', today)).toEqual({ kind: 'not-understood', why: { reason: 'ends-before-it-begins' } }));

  it.each([['12 March 2019 9pm to 10pm', '9pm to 10pm'], ['12 March 2019 11.30pm to 1am', '11.30pm to 1am'], ['12 March 2019, 21:00-22:30', '21:00-22:30']])('says which times only her words keep: %s', (typed, inWordsOnly) => {
    expect(understandDate(typed, today)).toEqual({ kind: 'understood', edtf: '2019-03-12', timeOfDay: '', timeApproximate: false, inWordsOnly });
  });

  it('refuses a today that is no day', () => expect(() => understandDate('2019', '2026-02-30')).toThrow(RangeError));

  it('never chooses between day and month while both could be meant', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1950, max: 2026 }), fc.constantFrom('/', '.', '-'), (a, b, year, separator) => {
      const result = understandDate(`${a}${separator}${b}${separator}${year}`, today);
      if (a <= 12 && b <= 12 && a !== b) expect(result.kind).toBe('ambiguous');
      else expect(result.kind).not.toBe('ambiguous');
    }));
  });

  it('understands again every whole day it says, with its weekday and its time', () => {
    fc.assert(fc.property(fc.integer({ min: -7000, max: 22_000 }), fc.integer({ min: 1, max: 1439 }), fc.boolean(), (number, minute, timeApproximate) => {
      const edtf = writeDay(dayAt(number));
      const timeOfDay = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const dated = { edtf, timeOfDay, timeApproximate };
      expect(understandDate(sayDate(dated, { weekday: true }), today)).toEqual({ kind: 'understood', ...dated });
    }));
  });

  it('answers in time, and never throws, whatever is typed', () => {
    const word = fc.constantFrom('12', '3', '2019', '9', 'pm', 'about', 'between', 'and', 'to', 'March', 'June', 'the', 'of', 'last', 'Tuesday', 'week', 'night', 'in', '/', '-', '?', 'before', 'early', 'or so', 'Christmas', 'half past', "o'clock", 'ago');
    fc.assert(fc.property(fc.oneof(fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')), fc.string({ maxLength: 80, unit: 'binary' })), (typed) => {
      const begun = performance.now();
      const result = understandDate(typed, today);
      expect(performance.now() - begun).toBeLessThan(1000);
      if (result.kind === 'understood') expect(sayDate(result)).not.toBe('');
    }), { numRuns: 200 });
  }, 30_000);
});
