import { expect, it } from 'vitest';
import { asInRecord, ExhibitInCopy, turnsByQuarters } from '../../../../shared/model/exhibit-said';
import { fieldsOf, type InCopyFields, readFields, wayOfPicture } from './in-copy-fields';

const fields = (change: Partial<InCopyFields>): InCopyFields => ({ title: '', pages: '', right: '', over: '', left: '', ...change });

it('reads what she typed, and shows it again as it was meant', () => {
  const read = readFields(fields({ title: ' The letter ', pages: '3-7 and 12', right: '4, 5', left: '12' }), 40);
  const said = { title: 'The letter', extract: { ranges: [{ from: 3, to: 7 }, { from: 12, to: 12 }], of: 40 }, turns: [{ page: 4, quarters: 1 }, { page: 5, quarters: 1 }, { page: 12, quarters: 3 }] } as const;
  expect(read).toEqual({ said });
  expect(ExhibitInCopy.parse(said)).toEqual(said);
  expect(fieldsOf(ExhibitInCopy.parse(said))).toEqual(fields({ title: 'The letter', pages: '3 to 7, 12', right: '4 to 5', left: '12' }));
  expect(turnsByQuarters(ExhibitInCopy.parse(said))).toEqual([{ quarters: 1, pages: [{ from: 4, to: 5 }] }, { quarters: 3, pages: [{ from: 12, to: 12 }] }]);
});

it('turns every page where she names every page, and the one picture that there is', () => {
  expect(readFields(fields({ over: '1 to 3' }), 3)).toEqual({ said: { title: '', extract: null, turns: [1, 2, 3].map((page) => ({ page, quarters: 2 })) } });
  expect(readFields(fields({ left: '1' }), 1)).toEqual({ said: { title: '', extract: null, turns: [{ page: 1, quarters: 3 }] } });
  expect([wayOfPicture(fields({ left: '1' })), wayOfPicture(fields({}))]).toEqual(['left', null]);
});

it('says which field cannot be read, and never guesses', () => {
  expect(readFields(fields({ pages: '3 to' }), 40)).toEqual({ trouble: { field: 'pages', is: 'unread' } });
  expect(readFields(fields({ over: '41' }), 40)).toEqual({ trouble: { field: 'over', is: 'unread' } });
  expect(readFields(fields({ right: '2 to 5', left: '5' }), 40)).toEqual({ trouble: { field: 'left', is: { twice: 5 } } });
});

it('of what has no pages of its own takes the title alone; with nothing said it is as in the record', () => {
  expect(readFields(fields({ title: 'Another', pages: 'x' }), null)).toEqual({ said: { ...asInRecord, title: 'Another' } });
  expect(readFields(fields({}), 40)).toEqual({ said: asInRecord });
});
