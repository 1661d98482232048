import { describe, expect, it } from 'vitest';
import { sayBasis, sayRowTime, sayWholeMoment } from './message-time';

const written = { at: '2021-03-12T21:04:00', atAsWritten: '12/03/2021, 21:04', offsetMinutes: null, basis: 'as-written' } as const;
const instant = { at: '2021-07-12T21:04:10', atAsWritten: '1626120250000', offsetMinutes: 60, basis: 'instant' } as const;
const twice = { ...instant, at: '2024-10-27T01:30:00', atAsWritten: '1729989000000' };
const abroad = { at: '2021-07-12T22:04:10', atAsWritten: '2021-07-12T22:04:10+02:00', offsetMinutes: 120, basis: 'offset-written' } as const;

describe('a message’s time', () => {
  it('stands alone in a row while it can only mean one thing', () => expect([written, instant].map(sayRowTime)).toEqual(['21:04', '21:04']));
  it('names its zone in the hour that comes twice, so that the two are told apart', () => {
    expect([twice, { ...twice, offsetMinutes: 0 }, { ...twice, offsetMinutes: null, basis: 'as-written' as const }].map(sayRowTime)).toEqual(['01:30 BST', '01:30 GMT', '01:30']);
  });
  it('names a zone that is not the United Kingdom’s', () => expect(sayRowTime(abroad)).toBe('22:04 UTC+02:00'));
  it('is as it was written where it was not understood', () => expect(sayRowTime({ ...written, at: '', atAsWritten: 'some day' })).toBe('some day'));
  it('is said whole, as exactly as the source has it and no more', () => {
    expect([written, instant, abroad].map(sayWholeMoment)).toEqual(['Friday 12 March 2021, 21:04', 'Monday 12 July 2021, 21:04:10 BST', 'Monday 12 July 2021, 22:04:10 UTC+02:00']);
  });
  it('says how it is known', () => {
    expect(sayBasis(written)).toBe('The export does not say which time zone. This is the clock of the phone or program that wrote it.');
    expect(sayBasis(instant)).toBe('The export gives this moment in UTC. It is shown on UK time, here BST.');
    expect(sayBasis(abroad)).toBe('The export gives this time with its distance from UTC: UTC+02:00.');
    expect(sayBasis(twice)).toContain('This is the first of the two.');
    expect(sayBasis({ ...twice, offsetMinutes: null, basis: 'as-written' })).toContain('The export does not say which of the two this is.');
  });
});
