import { expect, it } from 'vitest';
import { participantsAs } from './participants';

const person = 'a'.repeat(32);
const before = [{ name: 'Anna', isMe: true, personId: null }, { name: 'Mark', isMe: false, personId: null }];

it('says who is she and who each of them is, without changing their names', () => {
  expect(participantsAs(before, 1, [person, null])).toEqual([{ name: 'Anna', isMe: false, personId: person }, { name: 'Mark', isMe: true, personId: null }]);
});
it('lets it be none of them', () => expect(participantsAs(before, -1, [null, null]).some(({ isMe }) => isMe)).toBe(false));
