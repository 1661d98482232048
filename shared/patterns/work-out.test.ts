import { expect, it } from 'vitest';
import { spanOf } from '../dates';
import { Drawing } from '../model/case/drawing';
import { kindGroups, type GroupCounts } from '../model/case/patterns';
import { drawPatterns } from './draw-patterns';
import { filledPeriods } from './filled-periods';
import { periodsBetween, unitFor } from './periods';
import { sayDividing, sayKindDates } from './say-dividing';
import { sayPeriod } from './say-period';
import { sayRate } from './say-stretch';
import { workOutPatterns, type PatternEntry, type PatternMarkIn, type PatternsIn } from './work-out';

const entry = (edtf: string, ...kinds: string[]): PatternEntry => ({ id: '0'.repeat(32), span: spanOf(edtf), edtf, isRough: /[~?%]/.test(edtf), kinds });
const mark = (edtf: string, what: PatternMarkIn['what'], sort: PatternMarkIn['sort'] = 'turning-point', id = '1'): PatternMarkIn => ({
  entryId: id.padStart(32, '0'), entryKind: 'turning-point', sort, what, title: what ?? sort, happened: { typed: edtf, edtf, timeOfDay: '', timeApproximate: false, basis: null }, span: spanOf(edtf), isRough: /[~?%]/.test(edtf),
});
const worked = (entries: PatternEntry[], more: Partial<PatternsIn> = {}) => workOutPatterns({ entries, marks: [], drafts: 0, erased: 0, fromDay: '', toDay: '', today: '2026-11-22', keptUntil: '', ...more });
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
  expect([found.besideStretches, found.besideVague.map(({ count }) => count)]).toEqual([1, [1]]);
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

it('says when each kind is first told of, as it is noted, and an exact date that lies in a loose one', () => {
  const found = worked([entry('2021', 'physical'), entry('2020-05', 'physical', 'strangulation'), entry('2019-01-01', 'sexual'), entry('2018~', 'image-abuse'), entry('2022-12-24', 'stalking-turning-up'), entry('2019-22', 'stalking-turning-up'), entry('2020', 'strangulation'), entry('', 'psychological')]);
  expect(found.kinds.map(({ kind, count, first, last }) => [kind, count, sayKindDates(first), sayKindDates(last)])).toEqual([
    ['image-abuse', 1, 'about 2018', 'about 2018'], ['sexual', 1, '1 January 2019', '1 January 2019'], ['stalking-turning-up', 2, 'summer 2019', '24 December 2022'],
    ['strangulation', 2, '2020, or May 2020', '2020, or May 2020'], ['physical', 2, 'May 2020', '2021'], ['psychological', 1, 'Date not known', 'Date not known'],
  ]);
});

it('counts nothing that is dated in the future, and no period ends after today', () => {
  const found = worked([entry('2019-06-01'), entry('2022-12-24', 'stalking-turning-up'), entry('2024-04-19'), entry('2042-03-08', 'stalking-turning-up'), entry('2030/..'), entry('2026')], {
    marks: [mark('2022-11-13', 'separated', 'turning-point', 'a'), mark('2042-01-01', 'moved-back', 'turning-point', 'b'), mark('2027-01-05', null, 'court', 'c')], keptUntil: '2026-11-20',
  });
  expect([found.counted, found.toCome, found.buckets.at(-1)?.toDay, found.years.at(-1)]).toEqual([4, { count: 2, lastDay: '9999-12-31' }, '2026-12-31', 2026]);
  // 2026 lies wholly in the time that began on 13 November 2022, though its last days are still to come.
  expect(found.stretches.map(({ fromDay, toDay, days, counts }) => [fromDay, toDay, days, counts.all])).toEqual([['2019-06-01', '2022-11-12', 1261, 1], ['2022-11-13', '2026-11-22', 1471, 3]]);
  expect(found.gaps[0]).toEqual({ fromDay: '2019-06-02', toDay: '2022-12-23', days: 1301, mayLieIn: 0 });
  expect(found.kinds).toEqual([{ kind: 'stalking-turning-up', count: 1, first: ['2022-12-24'], last: ['2022-12-24'] }]);
  expect(sayDividing(found)).toContain('“moved-back” (1 January 2042) does not divide it: the date is in the future.');
  expect(found.around.map(({ entryId }) => entryId.replace(/^0+/, ''))).toEqual(['a']);
});

it('tells of an entry that stands years before all others, and never says nought for each month where there are some', () => {
  const found = worked([entry('1950'), entry('2019-06-01'), entry('2022-12-24')], { marks: [mark('2022-11-13', 'separated')], keptUntil: '2026-11-20' });
  expect([found.stretches[0]!.days, sayRate(found.stretches[0]!)]).toEqual([26_614, 'less than 0.1']);
  expect(sayDividing(found).at(-1)).toBe('The earliest entry is of 1950, the next of 1 June 2019. Between them lie 24,988 days without an entry whose date is known, and these are part of how long the first time is.');
  expect(worked([entry('2019-06-01'), entry('2022-12-24')]).farFirst).toBeNull();
  expect(sayRate({ perMonth: 0, counts: { ...found.stretches[0]!.counts, all: 0 } })).toBe('0');
});

it('says years in which nothing is counted, and as much may lie in each, in one row', () => {
  const rows = filledPeriods(worked([entry('1950'), entry('1950/2015'), entry('2015-05-05'), entry('2020/2021'), entry('2024-05-05')]));
  expect(rows.map(({ name, toDay, counts, mayLieIn }) => [name, toDay, counts.all, mayLieIn])).toEqual([
    ['1950', '1950-12-31', 1, 1], ['1951 to 2014', '2014-12-31', 0, 1], ['2015', '2015-12-31', 1, 1], ['2020', '2020-12-31', 0, 1], ['2021', '2021-12-31', 0, 1], ['2024', '2024-12-31', 1, 0],
  ]);
});

it('lets the most exact of several separations divide, and says why each other one does not', () => {
  const found = worked([entry('2022-01-05'), entry('2022-11-12'), entry('2022-11-13'), entry('2023-04-30'), entry('2023-06-01'), entry('2023'), entry('2022~')], {
    marks: [mark('2022', 'separated', 'turning-point', 'a'), mark('2022-11', 'separated', 'turning-point', 'b'), mark('2022-11-13', 'separated', 'turning-point', 'c'), mark('2022-11-13', 'moved-out', 'turning-point', 'd'), mark('2023-04', 'moved-back', 'turning-point', 'e'), mark('2024~', 'separated', 'turning-point', 'f'), mark('', 'told-over', 'turning-point', '9')],
    keptUntil: '2024-01-31',
  });
  expect(found.stretches.map(({ fromDay, toDay, counts }) => [fromDay, toDay, counts.all])).toEqual([['2022-01-05', '2022-11-12', 2], ['2022-11-13', '2023-03-31', 1], ['2023-05-01', '2024-01-31', 1]]);
  expect(sayDividing(found)).toEqual([
    'Time is divided by “separated” (13 November 2022) and “moved-back” (April 2023).',
    '“separated” (2022) does not divide it: “separated” (13 November 2022) lies within that date and is known more exactly.',
    '“separated” (November 2022) does not divide it: “separated” (13 November 2022) lies within that date and is known more exactly.',
    '“moved-out” (13 November 2022) does not divide it once more: “separated” (13 November 2022) has the same date.',
    '“separated” (about 2024) does not divide it: the date is about, not certain or open.',
    '“told-over” does not divide it: no date is noted.',
    '1 entry lies in none of these times, because the day of “moved-back” (April 2023) is not known well enough.',
    '2 entries lie in none of these times, because their own date goes across a separation, is about or not certain, or is not given.',
  ]);
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

it('lays no number over another, over a bar or over another year, however far apart the years are', () => {
  const years = ['1950', '1951', '1952', '1960', '2018', '2019', '2020', '2021', '2022', '2023', '2024'];
  const entries = years.flatMap((year, at) => Array.from({ length: [1, 1, 12, 3, 3, 5, 7, 5, 22, 21, 7][at]! }, () => entry(`${year}-03-04`, 'stalking-contact')));
  const found = worked(entries, { marks: ['2022', '2022-11', '2022-11-13', '2023-01-05', '2023-02-01'].map((edtf, at) => mark(edtf, 'separated', 'turning-point', String(at))) });
  expect(found.buckets).toHaveLength(75);
  const { drawing } = drawPatterns(found)!;
  const words = drawing.shapes.flatMap((shape) => (shape.shape === 'words' ? [shape] : []));
  const places = words.filter(({ words: said }) => /^[\d–, ]+$/.test(said)).map(({ words: said, x, y, anchor }) => { const width = said.length * 2.4; return { said, x: anchor === 'middle' ? x - width / 2 : x, y: y - 4.2, width, height: 4.2 }; });
  const bars = drawing.shapes.flatMap((shape) => (shape.shape === 'path' && shape.fill === 'accent' ? [...shape.d.matchAll(/M(\S+) (\S+)h(\S+?)v(\S+?)h/g)].map((box) => ({ x: Number(box[1]), y: Number(box[2]), width: Number(box[3]), height: Number(box[4]) })) : []));
  const overlap = (a: (typeof bars)[number], b: (typeof bars)[number]): boolean => Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.02 && Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.02;
  const laid = places.flatMap((one, at) => [...places.slice(at + 1).filter((other) => overlap(one, other)).map(({ said }) => `${one.said} over ${said}`), ...bars.filter((bar) => overlap(one, bar)).map(() => `${one.said} over a bar`)]);
  expect(laid).toEqual([]);
  // The highest bars keep their numbers, and every turning point stands in one.
  expect(places.map(({ said }) => said)).toEqual(expect.arrayContaining(['22', '12', '1950']));
});
