import { describe, expect, it } from 'vitest';
import { repeatedHourOf, zoneOf } from './moment-zone';
import { ukClockAt } from './uk-clock';

describe('the zone of a moment', () => {
  it.each([
    ['2021-01-05T18:30:00', 0, 'GMT', true], ['2021-07-05T18:30:00', 60, 'BST', true], ['2021-07-05T18:30:00', 0, 'UTC+00:00', false], ['2021-01-05T18:30:00', 60, 'UTC+01:00', false],
    ['2021-07-05T18:30:00', 330, 'UTC+05:30', false], ['2021-07-05T18:30:00', -240, 'UTC−04:00', false], ['2021-07-05T18:30:00', null, '', false], ['', 60, '', false],
  ] as const)('%s, %s minutes ahead: %s', (at, offsetMinutes, name, isUk) => expect(zoneOf({ at, offsetMinutes })).toEqual({ name, isUk }));
});

describe('the hour that comes twice in October', () => {
  it('is told apart where the source settles it, and said where it does not', () => {
    const first = ukClockAt(Date.parse('2024-10-27T00:30:00Z'))!;
    const second = ukClockAt(Date.parse('2024-10-27T01:30:00Z'))!;
    expect(first.at).toBe(second.at);
    expect([repeatedHourOf(first), repeatedHourOf(second), repeatedHourOf({ ...first, offsetMinutes: null }), repeatedHourOf({ ...first, offsetMinutes: 120 })]).toEqual(['first', 'second', 'either', null]);
    expect([zoneOf(first).name, zoneOf(second).name]).toEqual(['BST', 'GMT']);
  });
  it('is that hour and no other', () => {
    for (const at of ['2024-10-27T00:59:59', '2024-10-27T02:00:00', '2024-03-31T01:30:00', '2024-10-26T01:30:00', '']) expect(repeatedHourOf({ at, offsetMinutes: null })).toBeNull();
    for (const at of ['2024-10-27T01:00:00', '2024-10-27T01:59:59']) expect(repeatedHourOf({ at, offsetMinutes: null })).toBe('either');
  });
});
