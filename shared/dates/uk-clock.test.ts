import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ukClockAt, wallClock, wallClockMs } from './uk-clock';

const at = (utc: string): number => Date.parse(utc);

describe('the clock of the United Kingdom', () => {
  it('goes forward at 01:00 UTC on the last Sunday of March and back on the last Sunday of October', () => {
    expect(ukClockAt(at('2024-03-31T00:59:59Z'))).toEqual({ at: '2024-03-31T00:59:59', offsetMinutes: 0 });
    expect(ukClockAt(at('2024-03-31T01:00:00Z'))).toEqual({ at: '2024-03-31T02:00:00', offsetMinutes: 60 });
    expect(ukClockAt(at('2024-10-27T00:59:59Z'))).toEqual({ at: '2024-10-27T01:59:59', offsetMinutes: 60 });
    expect(ukClockAt(at('2024-10-27T01:00:00Z'))).toEqual({ at: '2024-10-27T01:00:00', offsetMinutes: 0 });
  });

  it('agrees with the tables of the platform', () => {
    const tables = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'medium' });
    fc.assert(fc.property(fc.integer({ min: 0, max: 2_145_916_800 }), (seconds) => {
      expect(ukClockAt(seconds * 1000)?.at).toBe(tables.format(new Date(seconds * 1000)).replace(' ', 'T'));
    }), { numRuns: 2000 });
  });

  it('knows nothing outside 1970 to 9999', () => {
    for (const ms of [-1, Number.NaN, Number.POSITIVE_INFINITY, 253_402_300_800_000]) expect(ukClockAt(ms)).toBeNull();
    expect(ukClockAt(253_402_300_799_999)?.at).toBe('9999-12-31T23:59:59');
  });
});

it('reads what it writes', () => {
  fc.assert(fc.property(fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }), (seconds) => {
    expect(wallClockMs(wallClock(seconds * 1000))).toBe(seconds * 1000);
  }));
});

it('writes any clock', () => expect(wallClock(at('2019-06-12T21:04:05.999Z'))).toBe('2019-06-12T21:04:05'));
