import { expect, it } from 'vitest';
import { participantsAs } from './participants';

const person = 'a'.repeat(32);
const before = [{ name: 'Anna', handle: '', isMe: true, personId: null }, { name: 'Mark', handle: '07700 900123', isMe: false, personId: null }];

it('says who is she and who each of them is, without changing their names', () => {
  expect(participantsAs(before, 1, [person, null])).toEqual([{ name: 'Anna', handle: '', isMe: false, personId: person }, { name: 'Mark', handle: '07700 900123', isMe: true, personId: null }]);
});
it('lets it be none of them', () => expect(participantsAs(before, -1, [null, null]).some(({ isMe }) => isMe)).toBe(false));
