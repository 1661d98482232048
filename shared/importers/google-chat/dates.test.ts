import { expect, it } from 'vitest';
import { chatTime } from './dates';

const shown = (written: string): string => {
  const { at, offsetMinutes, basis, atAsWritten } = chatTime(written);
  expect([basis, atAsWritten]).toEqual(['instant', written.slice(0, 100)]);
  return `${at} ${offsetMinutes ?? '?'}`;
};

it.each([
  'Saturday, March 9, 2024 at 3:04:05 PM UTC', 'Saturday, March 9, 2024 at 3:04:05\u202fPM UTC', 'Saturday, March 9, 2024 at 3:04:05\u00a0p.m. UTC', 'Saturday, 9 March 2024 at 15:04:05 UTC', 'Saturday 9 March 2024 at 15:04:05 UTC',
  'Dydd Sadwrn, 9 Mawrth 2024 am 15:04:05 UTC', 'samedi 9 mars 2024 à 15:04:05 UTC', 'Samstag, 9. März 2024 um 15:04:05 UTC', 'sábado, 9 de marzo de 2024, 15:04:05 UTC', 'sobota, 9 marca 2024 15:04:05 UTC', 'sâmbătă, 9 martie 2024 la 15:04:05 UTC',
  '2024年3月9日星期六 UTC 15:04:05', '2024年3月9日土曜日 15:04:05 UTC', 'السبت، ٩ مارس ٢٠٢٤ في ٣:٠٤:٠٥ م UTC', 'ہفتہ، 9 مارچ، 2024 کو 3:04:05 PM UTC', 'शनिवार, 9 मार्च 2024 को 3:04:05 pm UTC बजे', '2024. március 9., szombat 15:04:05 UTC', '2024 m. kovo 9 d., šeštadienis 15:04:05 UTC',
  'sábado, 9 de março de 2024 às 15:04:05 UTC', 'Saturday, March 9, 2024 at 5:04:05 PM GMT+02:00', 'Saturday, March 9, 2024 at 10:04:05 AM GMT-5', '2024-03-09T15:04:05.123Z',
])('%s', (written) => expect(shown(written)).toBe('2024-03-09T15:04:05 0'));

it('noon, midnight and both changes of the clocks', () => {
  expect(shown('Sunday, October 27, 2024 at 12:30:00 AM UTC')).toBe('2024-10-27T01:30:00 60');
  expect(shown('Sunday, October 27, 2024 at 1:30:00 AM UTC')).toBe('2024-10-27T01:30:00 0');
  expect(shown('Sunday, March 31, 2024 at 12:59:59 AM UTC')).toBe('2024-03-31T00:59:59 0');
  expect(shown('Sunday, March 31, 2024 at 1:00:00 AM UTC')).toBe('2024-03-31T02:00:00 60');
  expect(shown('Monday, January 1, 2024 at 12:00:00 PM UTC')).toBe('2024-01-01T12:00:00 0');
});

it.each([
  '', 'yesterday', 'Saturday, March 9, 2024', 'Saturday, March 9, 2024 at 3:04:05 PM', '03/04/2024 15:04:05 UTC', 'Saturday, Marchember 9, 2024 at 3:04:05 PM UTC', 'Saturday, February 30, 2024 at 3:04:05 PM UTC', 'Saturday, March 9, 2024 at 25:04:05 UTC',
  'Saturday, March 9, 2024 at 3:04:05 XM UTC', 'Saturday, March April 9, 2024 at 3:04:05 PM UTC', 'Saturday, March 9 10, 2024 at 3:04:05 PM UTC', `March 9, 2024 at 3:04:05 PM UTC${' '.repeat(200)}`, `${'9'.repeat(100_000)}:${'9'.repeat(100_000)} UTC`,
])('%s gives no time', (written) => expect(chatTime(written).at).toBe(''));
