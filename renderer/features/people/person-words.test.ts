import { expect, it } from 'vitest';
import { emptyWords, isSame, savable, wordsOf } from './person-words';

const craig = { id: 'a'.repeat(32), name: 'Craig', role: 'accused' as const, handles: ['07700 900418', 'C'], note: '', firstRecordedUtc: '2026-05-03T20:04:11.250Z' };

it('changes nothing of somebody who was only looked at', () => expect(isSame(wordsOf(craig), wordsOf({ ...craig }))).toBe(true));
it('sees a change in each field', () => {
  for (const change of [{ name: 'C' }, { role: 'other' as const }, { handles: '' }, { note: 'x' }]) expect(isSame(wordsOf(craig), { ...wordsOf(craig), ...change })).toBe(false);
});
it('does not keep somebody without a name, or of whom it is not said who they are', () => {
  expect(savable(emptyWords)).toBeNull();
  expect(savable({ ...emptyWords, name: ' ', role: 'other' })).toBeNull();
  expect(savable({ ...emptyWords, name: ' Craig ', role: 'accused', note: ' x ' })).toEqual({ name: 'Craig', role: 'accused', handles: '', note: 'x' });
});
