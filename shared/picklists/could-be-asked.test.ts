import { expect, it } from 'vitest';
import { abuseKinds } from './abuse-kinds';
import { couldBeAsked, couldBeAskedFor } from './could-be-asked';

const ids = (kinds: readonly string[], where = ''): string[] => couldBeAsked(kinds, where).map(({ id }) => id);

it('chooses by the kinds and by whole words of the place, in any letters, and always what holds for everything', () => {
  expect(ids([])).toEqual(['somebody-told']);
  expect(ids(['economic'])).toEqual(['somebody-told', 'bank']);
  expect(ids([], 'At the School gate')).toEqual(['somebody-told', 'school']);
  expect(ids([], 'preschooling')).toEqual(['somebody-told']);
  expect(ids(['physical'], 'A&E')).toEqual(['somebody-told', 'doctor', 'emergency-calls', 'neighbours', 'own-photos']);
});

it('knows something for every kind of abuse, names no kind that there is not, and ids are all different', () => {
  expect(abuseKinds.filter(({ id }) => ids([id]).length < 2).map(({ id }) => id)).toEqual([]);
  const known = new Set(abuseKinds.map(({ id }) => id));
  expect(couldBeAskedFor.flatMap(({ kinds }) => kinds).filter((kind) => !known.has(kind))).toEqual([]);
  expect(new Set(couldBeAskedFor.map(({ id }) => id)).size).toBe(couldBeAskedFor.length);
});

it('never suggests to confront anybody, to record in secret, or that something should have been done', () => {
  const words = couldBeAskedFor.map(({ name, holds, how, soon }) => [name, holds, how, soon].join(' ')).join(' ').toLowerCase();
  for (const never of ['confront', 'secret', 'hidden camera', 'should have', 'why did you', 'victim', 'ask him', 'ask her', 'you must']) expect(words).not.toContain(never);
});
