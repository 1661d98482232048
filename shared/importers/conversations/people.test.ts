import { expect, it } from 'vitest';
import { NeutralParticipant } from '../parts';
import { People } from './people';

it('calls each person by one name and no two by the same, however long a made-up name or id is', () => {
  const people = new People();
  const long = 'x'.repeat(1000);
  const ids = ['1', '2', `${long}1`, `${long}2`, `${long}3`, ''];
  const names = ids.map((id) => people.nameOf(id, id === '' ? long : 'Dan'));
  expect(names.slice(0, 3)).toEqual(['Dan', 'Dan (2)', `Dan (${'x'.repeat(130)})`]);
  expect(new Set(names.slice(0, 5)).size).toBe(5);
  expect(people.nameOf(`${long}4`, '')).toBe('x'.repeat(300));
  expect(people.nameOf(`${long}5`, '')).not.toBe('x'.repeat(300));
  expect(ids.map((id) => people.nameOf(id, 'other')).slice(0, 5)).toEqual(names.slice(0, 5));
  for (const participant of people.participants('1')) expect(NeutralParticipant.safeParse(participant).success).toBe(true);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(300);
});
