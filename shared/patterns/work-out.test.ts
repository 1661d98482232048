import { expect, it } from 'vitest';
import { spanOf } from '../dates';
import { Drawing } from '../model/case/drawing';
import { kindGroups, type GroupCounts } from '../model/case/patterns';
import { drawPatterns } from './draw-patterns';
import { periodsBetween, unitFor } from './periods';
import { sayPeriod } from './say-period';
import { workOutPatterns, type PatternEntry, type PatternMarkIn, type PatternsIn } from './work-out';

const entry = (edtf: string, ...kinds: string[]): PatternEntry => ({ span: spanOf(edtf), isRough: /[~?%]/.test(edtf), kinds });
const mark = (edtf: string, what: PatternMarkIn['what'], sort: PatternMarkIn['sort'] = 'turning-point', id = '1'): PatternMarkIn => ({
  entryId: id.padStart(32, '0'), entryKind: 'turning-point', sort, what, title: what ?? sort, happened: { typed: edtf, edtf, timeOfDay: '', timeApproximate: false, basis: null }, span: spanOf(edtf), isRough: /[~?%]/.test(edtf),
});
const worked = (entries: PatternEntry[], more: Partial<PatternsIn> = {}) => workOutPatterns({ entries, marks: [], drafts: 0, erased: 0, fromDay: '', toDay: '', keptUntil: '', ...more });
const filled = (found: ReturnType<typeof worked>) => found.buckets.flatMap(({ fromDay, counts }) => (counts.all > 0 ? [[sayPeriod(fromDay, found.unit), counts.all]] : []));

it('counts by month, three months or year, as the length of the time has it', () => {
  expect([unitFor('2020-01-31', '2022-12-01'), unitFor('2020-01-31', '2023-01-01'), unitFor('2020-01-01', '2029-12-31'), unitFor('2020-01-01', '2030-01-01')]).toEqual(['month', 'quarter', 'quarter', 'year']);
  expect(periodsBetween('2020-02-29', '2020-03-01', 'month')).toEqual([{ fromDay: '2020-02-01', toDay: '2020-02-29' }, { fromDay: '2020-03-01', toDay: '2020-03-31' }]);
  expect(periodsBetween('2021-02-28', '2021-05-01', 'quarter')).toEqual([{ fromDay: '2021-01-01', toDay: '2021-03-31' }, { fromDay: '2021-04-01', toDay: '2021-06-30' }]);
  expect(periodsBetween('1900-05-05', '1900-05-05', 'month')).toEqual([{ fromDay: '1900-05-01', toDay: '1900-05-31' }]);
});

it('puts nothing in a period that it may not belong to', () => {
  const found = worked([entry('2020-02-29'), entry('2020-02'), entry('2020-02-XX'), entry('2020-02~'), entry('2020-02-10?'), entry('2020'), entry('2019/2021'), entry('../2020-03'), entry(''), entry('2020-03-01')]);
  expect(filled(found)).toEqual([['February 2020', 3], ['March 2020', 1]]);
  expect([found.counted, found.notWellKnown, found.undated]).toEqual([10, 6, 1]);
  // About, uncertain, the year, the longer time and the open one can each lie in February; all but the first two in January and March.
  expect(found.buckets.map(({ mayLieIn }) => mayLieIn)).toEqual([3, 5, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
});

it('counts a year known only as a year where years are counted, and an about one never', () => {
  const found = worked([entry('2001-01-01'), entry('2005'), entry('2005~'), entry('2020-06-01')]);
  expect(found.unit).toBe('year');
  expect(filled(found)).toEqual([['2001', 1], ['2005', 1], ['2020', 1]]);
});

it('counts an entry once in each group of its kinds, and what it says of itself in none', () => {
  const [{ counts } = { counts: null }] = worked([entry('2020-01-01', 'physical', 'sexual', 'police-database', 'police-arrested', 'about-course'), entry('2020-01-02', 'about-child'), entry('2020-01-03', 'of-a-later-version')]).buckets;
  expect(counts).toEqual({ all: 3, abuse: 1, control: 0, stalking: 0, 'other-harm': 0, police: 1, none: 2 });
});

it('divides time at every separation, with the length of each time and the day itself counted after', () => {
  const found = worked([entry('2020-01-01'), entry('2020-12-31'), entry('2021-01-01'), entry('2021-03-04'), entry('2020'), entry('2021-06~'), entry('2021-05-15'), entry('2021-07-01')], {
    marks: [mark('2021-01-01', 'separated', 'turning-point', 'a'), mark('2021-05', 'moved-back', 'turning-point', 'b'), mark('2021-02-02', 'order-made', 'turning-point', 'c'), mark('2022~', 'separated', 'turning-point', 'd')], keptUntil: '2022-01-31',
  });
  expect(found.stretches.map(({ fromDay, toDay, days, counts, perMonth }) => [fromDay, toDay, days, counts.all, perMonth])).toEqual([
    // 2020 was a leap year; 2020 alone lies wholly before.
    ['2020-01-01', '2020-12-31', 366, 3, 0.2], ['2021-01-01', '2021-04-30', 120, 2, 0.5], ['2021-06-01', '2022-01-31', 245, 1, 0.1],
  ]);
  expect(found.besideStretches).toBe(2);
  expect(worked([entry('2020-01-01'), entry('2020-01-20')], { marks: [mark('2020-01-10', 'moved-out')] }).stretches.map(({ perMonth }) => perMonth)).toEqual([null, null]);
  expect(worked([entry('2020-01-01')]).stretches).toEqual([]);
});

it('says the longest times without an entry, and how many may lie in them', () => {
  const found = worked([entry('2020-02-28'), entry('2020-03-29'), entry('2020-06'), entry('2020-06-01'), entry('2020~'), entry('2021-01-01'), entry('')]);
  // 29 February to 28 March is 29 days; June is covered to its last day.
  expect(found.gaps).toEqual([
    { fromDay: '2020-07-01', toDay: '2020-12-31', days: 184, mayLieIn: 2 }, { fromDay: '2020-03-30', toDay: '2020-05-31', days: 63, mayLieIn: 2 }, { fromDay: '2020-02-29', toDay: '2020-03-28', days: 29, mayLieIn: 2 },
  ]);
  expect(worked([entry('2020-02-01'), entry('2020-02-28')]).gaps).toEqual([]);
});

it('counts what lies four weeks before and after a mark, and the day itself in neither', () => {
  const found = worked([entry('2020-02-01'), entry('2020-02-02'), entry('2020-02-29'), entry('2020-03-01', 'physical'), entry('2020-03-02'), entry('2020-03-29'), entry('2020-03-30'), entry('2020-03')], { marks: [mark('2020-03-01', null, 'report'), mark('2020', null, 'court', '2')] });
  expect(found.around.map(({ before, onTheDay, after }) => [before, onTheDay, after])).toEqual([[2, 1, 2]]);
});

it('says when each kind is first told of, by entries whose month is known', () => {
  const found = worked([entry('2021', 'physical'), entry('2020-05', 'physical', 'strangulation'), entry('2019-01-01', 'sexual'), entry('2018~', 'image-abuse')]);
  expect(found.kinds.map(({ kind, count, first }) => [kind, count, first?.earliest])).toEqual([['sexual', 1, '2019-01-01'], ['physical', 2, '2020-05-01'], ['strangulation', 1, '2020-05-01'], ['image-abuse', 1, undefined]]);
});

it('counts only what touches the years that are asked for', () => {
  const found = worked([entry('2019-05-05'), entry('2020-05-05'), entry('2019/2020'), entry('')], { fromDay: '2020-01-01', toDay: '2020-12-31' });
  expect([found.counted, found.notWellKnown, filled(found), found.years]).toEqual([2, 1, [['May 2020', 1]], [2019, 2020]]);
});

it('draws every count, and nothing off the page', () => {
  const kinds = ['physical', 'control-isolation', 'stalking-contact', 'strangulation', 'police-database', ''];
  const entries = Array.from({ length: 240 }, (_, number) => entry(`20${10 + (number % 10)}-0${1 + (number % 9)}-1${number % 10}`, kinds[number % 6]!));
  const drawn = drawPatterns(worked([...entries, entry('2015~')], { marks: [mark('2015-05-05', 'separated'), mark('2015-06', 'moved-back'), ...(['report', 'complaint', 'court'] as const).map((sort) => mark('2016-01-01', null, sort))] }));
  expect(drawn).not.toBeNull();
  const { drawing } = drawn!;
  expect(Drawing.safeParse(drawing).success).toBe(true);
  expect([drawing.widthMm <= 257, drawing.heightMm <= 140]).toEqual([true, true]);
  const words = drawing.shapes.flatMap((shape) => (shape.shape === 'words' ? [shape.words] : []));
  for (const label of ['All entries', 'Kinds of domestic abuse', 'Controlling you', 'Stalking', 'Other serious harm', 'Abuse of police position', 'No kind chosen', 'Day not known well enough', 'Reports', 'Complaints', 'Court', '2010', '2019', '1', '2']) expect(words).toContain(label);
  const boxesOf: number[] = [];
  for (const shape of drawing.shapes) {
    if (shape.shape !== 'path' || shape.fill === 'pale') continue;
    const boxes = [...shape.d.matchAll(/M(\S+) (\S+)h(\S+?)v(\S+?)h/g)].map((box) => box.slice(1).map(Number) as [number, number, number, number]);
    expect(boxes.every(([x, y, width, height]) => x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 257 && y + height <= drawing.heightMm)).toBe(true);
    boxesOf.push(boxes.length);
  }
  for (const shape of drawing.shapes) {
    if (shape.shape === 'words') expect(shape.sizePt).toBe(12);
  }
  // A bar for each period and group that has any, and a mark of each sort.
  const found = worked([...entries, entry('2015~')]);
  const bars = (['all', ...kindGroups] as (keyof GroupCounts)[]).map((group) => found.buckets.filter(({ counts }) => counts[group] > 0).length);
  expect(boxesOf).toEqual([...bars.filter((count) => count > 0), 1, 1, 1]);
  expect(drawPatterns(worked([entry('')]))).toBeNull();
});
