import { expect, it } from 'vitest';
import { asInRecord } from '../../../../shared/model/exhibit-said';
import type { BuiltExport } from '../../../../shared/model/export';
import { fileShownOn, turnedFurther } from './file-shown';

const one = (mark: string, filePages: number | null, ownPages: BuiltExport['exhibits'][number]['ownPages']): BuiltExport['exhibits'][number] => ({ kind: 'document', id: mark.padEnd(32, '0'), mark, name: mark, ownName: mark, page: 5, filePages, ownPages });
const exhibits = [one('TM1', 9, { first: 6, count: 3, ranges: [{ from: 2, to: 3 }, { from: 8, to: 8 }] }), one('TM2', 1, { first: 9, count: 2, ranges: [{ from: 1, to: 1 }] }), one('TM3', null, null)];

it('tells whose file is looked at, by the file’s own numbers; of pages that we set nobody’s', () => {
  expect([5, 6, 7, 8, 9, 10, 11].map((page) => { const shown = fileShownOn({ exhibits }, page); return shown && [shown.exhibit.mark, shown.ofFile]; })).toEqual([null, ['TM1', 2], ['TM1', 3], ['TM1', 8], ['TM2', 1], ['TM2', 1], null]);
});

it('turns further, and back to as it is', () => {
  const once = turnedFurther({ ...asInRecord, turns: [{ page: 9, quarters: 2 }] }, 3, 1);
  expect(once.turns).toEqual([{ page: 3, quarters: 1 }, { page: 9, quarters: 2 }]);
  expect(turnedFurther(once, 3, 1).turns[0]).toEqual({ page: 3, quarters: 2 });
  expect(turnedFurther(once, 3, 3).turns).toEqual([{ page: 9, quarters: 2 }]);
  expect(turnedFurther(asInRecord, 1, 3).turns).toEqual([{ page: 1, quarters: 3 }]);
});
