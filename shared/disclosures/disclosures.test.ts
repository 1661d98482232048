import { describe, expect, it } from 'vitest';
import type { GivenThing } from '../model/case/disclosure-comparison';
import { linesOfTable, tableOf } from './columns-of-list';
import { holdAgainst, matchItem } from './hold-against';
import { linesOfList } from './lines-of-list';
import { offerMatches, type SoughtThing } from './offer-matches';

describe('a list as it is pasted', () => {
  it('has an item to a line, as it stands', () => {
    expect(linesOfList(' Phone \r\n\n\tLetter of 3 May\n')).toEqual(['Phone', 'Letter of 3 May']);
    expect(linesOfList('12. May was cold\nWe met at 9')).toEqual(['12. May was cold', 'We met at 9']);
  });
  it('has what stands below a number with it, where the list is numbered; the numbers stay', () => {
    expect(linesOfList('Schedule of items\n1. Mobile phone,\n   black, cracked\n2) Statement of the complainant\n3. CD\n')).toEqual(['Schedule of items', '1. Mobile phone, black, cracked', '2) Statement of the complainant', '3. CD']);
  });
  it('comes in several where a line is too long', () => expect(linesOfList('x'.repeat(12_000)).map(({ length }) => length)).toEqual([5000, 5000, 2000]));
  it('can be a table: each line keeps its whole row, its number and the column that is compared', async () => {
    const table = await tableOf('No,Item,Held\n1,"Phone, black",yes\n2,"He said ""no""\non tape",no\n3,Letter to the court,yes\n');
    expect(table).toMatchObject({ columnCount: 3, likely: { column: 1, numberColumn: 0, hasHeading: true } });
    expect(linesOfTable(table!, table!.likely!)).toEqual({
      lines: [{ text: '1 · Phone, black · yes', compared: 'Phone, black', number: '1' }, { text: '2 · He said "no" on tape · no', compared: 'He said "no" on tape', number: '2' }, { text: '3 · Letter to the court · yes', compared: 'Letter to the court', number: '3' }],
      heading: 'No · Item · Held', emptyRows: 0,
    });
    expect(linesOfTable(table!, { column: null, numberColumn: null, hasHeading: true }).lines[0]).toEqual({ text: '1 · Phone, black · yes', compared: '', number: '' });
    expect(await tableOf('Phone\nLetter, two pages\nCD')).toBeNull();
  });
  it('loses no row and no column of theirs: a first row is a heading only where it looks like one, and what is left out is counted', async () => {
    const headless = await tableOf('1,Phone,"black, cracked"\n2,Diary,"red, 2021"\n3,,\n,,');
    expect(headless!.likely).toEqual({ column: 2, numberColumn: 0, hasHeading: false });
    expect(linesOfTable(headless!, headless!.likely!)).toEqual({
      lines: [{ text: '1 · Phone · black, cracked', compared: 'black, cracked', number: '1' }, { text: '2 · Diary · red, 2021', compared: 'red, 2021', number: '2' }, { text: '3', compared: '', number: '3' }], heading: null, emptyRows: 1,
    });
    const semicolons = await tableOf('Ref;Item;Date\nA7;Mobile phone;28/06/2022\nA9;Diary;');
    expect(linesOfTable(semicolons!, semicolons!.likely!).lines).toEqual([{ text: 'A7 · Mobile phone · 28/06/2022', compared: 'Mobile phone', number: 'A7' }, { text: 'A9 · Diary', compared: 'Diary', number: 'A9' }]);
    // Two lines with a comma each are lines, as they stand.
    const prose = await tableOf('What you told us about, in full\n28/06/2022,Phone');
    expect([prose!.likely, linesOfTable(prose!, { column: 0, numberColumn: null, hasHeading: false }).lines.map(({ text }) => text)]).toEqual([null, ['What you told us about · in full', '28/06/2022 · Phone']]);
  });
});

const thing = (givenId: string, part: Partial<SoughtThing>): SoughtThing => ({ givenId, what: '', names: [], sha256: null, mark: null, receipt: '', reference: '', day: '', ...part });
const offers = (texts: readonly string[], part: Partial<SoughtThing>) => offerMatches(texts.map((text, at) => ({ id: String(at), text })), [thing('g', part)]).map(({ itemId, why }) => [itemId, why.map(({ by }) => by)]);

describe('offers', () => {
  const list = ['1. Mobile phone, black', '2. IMG_2034.JPG from complainant', '3. Property ref PR/7781/22', '4. Statement dated 3 May 2022', '5. Crime ref 47/1', '6. Photographs of bruising, 3 May 2022'];
  it('come from the file’s SHA-256, name, receipt, mark', () => {
    expect(offers([...list, `7. ${'a1'.repeat(32)}`], { sha256: 'a1'.repeat(32) })).toEqual([['6', ['sha256']]]);
    expect(offers(list, { names: ['IMG_2034.jpg'] })).toEqual([['1', ['file-name']]]);
    expect(offers(list, { receipt: 'pr 7781/22' })).toEqual([['2', ['receipt']]]);
    expect(offers([...list, 'exhibit TM12'], { mark: 'TM12' })).toEqual([['6', ['mark']]]);
  });
  it('come from rare words, and the day only bears out what something else says', () => {
    expect(offers(list, { what: 'the pictures of the bruising on my arm', day: '2022-05-03' })).toEqual([['5', ['words', 'day']]]);
    expect(offers(list, { what: 'a diary', day: '2022-05-03' })).toEqual([]);
    expect(offers(list, { reference: '47/1' })).toEqual([]);
  });
  it('leave common words out, and are three at most', () => {
    const photos = Array.from({ length: 100 }, (_, at) => `photograph ${at}`);
    expect(offers(photos, { what: 'photograph' })).toEqual([]);
    expect(offers(['diary one', 'diary two', 'diary of hers'], { what: 'my diary' })).toHaveLength(3);
  });
});

it('holds a list against what was given: in it, missing, not expected, another body’s, and what she did not give', () => {
  const given = (id: string, to: GivenThing['to'] = 'same-body') => ({ given: { id }, to }) as GivenThing;
  const things = [given('a'), given('b'), given('c'), given('d', 'another-body'), given('e', 'another-body')];
  const items = [{ id: '1', text: 'one', compared: '', number: '', givenIds: ['a', 'e'] }, { id: '2', text: 'two', compared: '', number: '', givenIds: [] }, { id: '3', text: 'three', compared: '', number: '', givenIds: ['a'] }, { id: '4', text: 'four', compared: '', number: '', givenIds: ['a thing that is gone'] }];
  const held = holdAgainst({ items, notExpected: [{ givenId: 'b', why: 'asked only for messages' }] }, things);
  expect(held.inList.map(({ thing: { given: { id } }, items: lines }) => [id, lines.map(({ number }) => number)])).toEqual([['a', [1, 3]], ['e', [1]]]);
  expect(held.missing.map(({ given: { id } }) => id)).toEqual(['c']);
  expect(held.notExpected.map(({ thing: { given: { id } }, why }) => [id, why])).toEqual([['b', 'asked only for messages']]);
  expect(held.toAnother.map(({ given: { id } }) => id)).toEqual(['d']);
  expect(held.notGiven.map(({ number }) => number)).toEqual([2, 4]);
  expect(matchItem(matchItem(items, '2', 'c', true), '1', 'a', false).map(({ givenIds }) => givenIds)).toEqual([['e'], ['c'], ['a'], ['a thing that is gone']]);
});
