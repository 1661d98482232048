import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseEdtf, writeEdtf } from './edtf';
import { sayDate } from './say-date';
import { sortKeyOf } from './sort-key';
import { openEndDay, openStartDay, spanOf } from './span';

// Made-up inputs by the hundred take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const level1 = [
  '1985-04-12', '1985-04', '1985', '0000', '1985-04-12T23:20:30', '1985-04-12T23:20:30Z', '1985-04-12T23:20:30-04', '1985-04-12T23:20:30+04:30',
  '1964/2008', '2004-06/2006-08', '2004-02-01/2005-02-08', '2004-02-01/2005-02', '2005/2006-02',
  'Y170000002', 'Y-170000002', '2001-21', '2001-22', '2001-23', '2001-24', '1984?', '2004-06~', '2004-06-11%',
  '201X', '20XX', '2004-XX', '1985-04-XX', '1985-XX-XX', '1985-04-12/..', '1985-04/..', '1985/..', '../1985-04-12', '../1985',
  '1985-04-12/', '1985/', '/1985-04', '/1985', '-1985', '1984~/2004-06', '1984/2004-06~', '1984-06-02?/2004-08-08~', '2004-02-29',
];
const refused = [
  '', ' 2019', '2019-13', '2019-00', '2019-06-31', '2019-02-29', '2019-20', '2019-25', '2019-21-01', '19', '201', '2019-6', 'Y2019', '-0000', '1985-XX-05', '201X-06', 'XXXX', '1XXX',
  '2019~?', '~2019', '2019-06-~XX', '2019/2018', '2019-06-10/2019-06-09', '../..', '/', '../', '2019//2020', '[2019,2020]', '{2019}', '2019-06T10:00:00', '2019-06-01T25:00:00', '2004-06-01T10:00:00/2005', 'Y3E8', '2019S2', '2019-06-15T24:00:00',
];

const day = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([y, m, d]) => [y, m, d] as const);
const date = fc.tuple(day, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 21, max: 24 }), fc.constantFrom('', '?', '~', '%')).map(([[y, m, d], form, season, qualifier]) => {
  const [year, month, dd] = [String(y).padStart(4, '0'), String(m).padStart(2, '0'), String(d).padStart(2, '0')];
  return [year, `${year}-${month}`, `${year}-${month}-${dd}`, `${year}-${season}`, `${year}-${month}-XX`, `${year}-XX-XX`, `${year.slice(0, 3)}X`][form] + qualifier;
});
const edtf = fc.oneof(date, fc.tuple(date, date).map((pair) => pair.join('/')), date.map((d) => `${d}/..`), date.map((d) => `../${d}`), date.map((d) => `/${d}`), date.map((d) => `${d}/`));

describe('parseEdtf', () => {
  it.each(level1)('reads %s and writes it again', (text) => {
    const value = parseEdtf(text);
    expect(value).not.toBeNull();
    if (value) expect(writeEdtf(value)).toBe(text);
  });
  it.each(refused)('refuses "%s"', (text) => expect(parseEdtf(text)).toBeNull());
  it('gives a value that is written as it was read', () => {
    fc.assert(fc.property(edtf, (text) => {
      const value = parseEdtf(text);
      if (value) expect(writeEdtf(value)).toBe(text);
    }));
  });
});

describe('spanOf', () => {
  it.each([
    ['2019-06-12', '2019-06-12', '2019-06-12'], ['2019-06', '2019-06-01', '2019-06-30'], ['2019', '2019-01-01', '2019-12-31'], ['2020-02~', '2020-02-01', '2020-02-29'],
    ['2019-06-XX', '2019-06-01', '2019-06-30'], ['2019-XX', '2019-01-01', '2019-12-31'], ['201X', '2010-01-01', '2019-12-31'], ['19XX', '1900-01-01', '1999-12-31'],
    ['2019-21', '2019-03-01', '2019-05-31'], ['2019-22', '2019-06-01', '2019-08-31'], ['2019-23', '2019-09-01', '2019-11-30'], ['2019-24', '2019-12-01', '2020-02-29'],
    ['2020-05/2020-07', '2020-05-01', '2020-07-31'], ['2019-03/..', '2019-03-01', openEndDay], ['../2014', openStartDay, '2014-12-31'], ['2019/', '2019-01-01', openEndDay],
    ['', '', ''], ['nonsense', '', ''], ['-0044', '', ''], ['Y170000002', '', ''],
  ])('%s lies from %s to %s', (text, earliest, latest) => expect(spanOf(text)).toEqual({ earliest, latest }));
  it('never ends before it begins', () => {
    fc.assert(fc.property(edtf, (text) => {
      const { earliest, latest } = spanOf(text);
      if (parseEdtf(text)) expect(earliest <= latest).toBe(true);
      else expect([earliest, latest]).toEqual(['', '']);
    }));
  });
});

describe('sayDate', () => {
  it('says every level 1 value, and never in figures alone', () => {
    fc.assert(fc.property(edtf, (text) => {
      const said = sayDate({ edtf: text, timeOfDay: '', timeApproximate: false, typed: 'her words' });
      expect(said).toMatch(parseEdtf(text) ? /^[^/~%X]+$/ : /^her words$/);
    }));
  });
  it('keeps her words where nothing was understood', () => {
    expect(sayDate({ typed: ' the day he came back ', edtf: '', timeOfDay: '', timeApproximate: false })).toBe('the day he came back');
    expect(sayDate({ typed: '', edtf: '', timeOfDay: '', timeApproximate: false })).toBe('');
  });
  it.each([['2019-24', 'winter 2019 to 2020'], ['2019/', 'from 2019 (end not known)'], ['/2019', 'up to 2019 (start not known)'], ['../2019-12', 'before January 2020'], ['../2019-12-31', 'before 1 January 2020'], ['2019-03-12?/2019-04', 'between 12 March 2019 (not certain) and April 2019'], ['20XX', 'some year from 2000 to 2099'], ['-0043', '44 BC']])('says %s as %s', (text, words) => {
    expect(sayDate({ edtf: text, timeOfDay: '', timeApproximate: false })).toBe(words);
  });
});

describe('sortKeyOf', () => {
  it('puts the earliest possible day first, the wider span before the day, the day before its hours, the undated last', () => {
    const inOrder = [['2018', ''], ['2019-06', ''], ['2019-06-01', ''], ['2019-06-01', '09:00'], ['2019-06-01', '21:30'], ['2019-06-02', ''], ['', '']] as const;
    const keys = inOrder.map(([text, timeOfDay]) => sortKeyOf({ edtf: text, timeOfDay }));
    expect([...keys].reverse().sort()).toEqual(keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
