import { expect, test } from 'vitest';
import { undated } from '../../../../shared/model/dated';
import { allowedBy, asTheyWillStand, bundleChoice, hearingDayOf, letterOf, movedBy, nothingAsked, placedIn } from './bundle-asked';

const [first, second] = ['a'.repeat(32), 'b'.repeat(32)];

test('the solicitor’s pack is no bundle, whatever was said before', () => {
  expect(bundleChoice({ ...nothingAsked, letter: 'B' })).toEqual({});
});

test('a day of the hearing is one day, or none', () => {
  expect(['2026-12-03', '2026-12', '2026-12-XX', ''].map((edtf) => hearingDayOf({ hearing: { ...undated, edtf } }))).toEqual(['2026-12-03', '', '', '']);
});

test('one capital letter', () => {
  expect(['b', 'A1', 'ab', '', 'é', '7'].map(letterOf)).toEqual(['B', 'A', 'B', '', '', '']);
});

test('a document stands in one section, the last that was said', () => {
  const once = placedIn({ ...nothingAsked, profile: 'family' }, { kind: 'document', id: first, section: 'reports' });
  const again = placedIn(placedIn(once, { kind: 'mail', id: second, section: 'other' }), { kind: 'document', id: first, section: 'statements' });
  expect(bundleChoice(again).bundle?.placed).toEqual([{ kind: 'mail', id: second, section: 'other' }, { kind: 'document', id: first, section: 'statements' }]);
});

test('what an order lets in stays in under the last that was named, and is out again without one', () => {
  const thing = { kind: 'document', id: first } as const;
  const once = allowedBy(allowedBy({ ...nothingAsked, profile: 'family' }, thing, ' order of 2 May '), thing, 'order of 3 May, paragraph 4');
  expect(bundleChoice(once).bundle?.allowed).toEqual([{ ...thing, by: 'order of 3 May, paragraph 4' }]);
  expect(allowedBy(once, thing, '  ').allowed).toEqual([]);
});

test('a document moves by one place within its section, past those of others, and no further', () => {
  const made = (['other', 'reports', 'other'] as const).map((section, index) => ({ kind: 'document' as const, id: [first, second, 'c'.repeat(32)][index]!, mark: `TM${index + 1}`, name: 'a letter', section, page: index + 3 }));
  const asked = { ...nothingAsked, profile: 'family' as const };
  const later = movedBy(asked, made, first, 1);
  expect(asTheyWillStand(later, made).map(({ id }) => id[0]).join('')).toBe('cba');
  expect(bundleChoice(later).bundle?.order?.map(({ id }) => id[0]).join('')).toBe('cba');
  expect(movedBy(later, made, first, 1)).toEqual(later);
  expect(asTheyWillStand(movedBy(later, made, first, -1), made).map(({ id }) => id[0]).join('')).toBe('abc');
  // In another section it has other neighbours.
  expect(movedBy(placedIn(asked, { kind: 'document', id: first, section: 'statements' }), made, first, 1).order).toEqual([]);
});
