import { expect, it } from 'vitest';
import type { Person } from '../../../shared/model/person';
import { emptyWords, hasOfficer, isSame, savable, wordsOf } from './person-words';

const craig: Person = {
  id: 'a'.repeat(32), name: 'Craig', role: 'accused', aliases: ['Craig Dunn'], handles: ['07700 900418', 'C'], officer: { force: 'Eastshire', rank: '', collarNumber: '12', unit: '' }, organisation: '', note: '',
  firstRecordedUtc: '2026-05-03T20:04:11.250Z', merged: [],
};

it('changes nothing of somebody who was only looked at', () => expect(isSame(wordsOf(craig), wordsOf({ ...craig }))).toBe(true));
it('sees a change in each field', () => {
  for (const field of Object.keys(emptyWords)) expect(isSame(wordsOf(craig), { ...wordsOf(craig), [field]: 'other' }), field).toBe(false);
});
it('gives back what was said, line by line', () => {
  const { id: _, firstRecordedUtc: __, merged: ___, ...said } = craig;
  expect(savable(wordsOf(craig))).toEqual(said);
  expect(hasOfficer(wordsOf(craig))).toBe(true);
  expect(hasOfficer(emptyWords)).toBe(false);
});
it('does not keep somebody without a name, or of whom it is not said who they are', () => {
  expect(savable(emptyWords)).toBeNull();
  expect(savable({ ...emptyWords, name: ' ', role: 'other' })).toBeNull();
  expect(savable({ ...emptyWords, name: ' Craig ', role: 'accused', note: ' x ', collarNumber: ' 12 ' })).toMatchObject({ name: 'Craig', role: 'accused', handles: [], note: 'x', officer: { collarNumber: '12' } });
});
