import { max } from 'd3-array';
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { area, curveStepAfter } from 'd3-shape';
import type { Drawing, Shape } from '../model/case/drawing';
import { kindGroups, type Bucket, type KindGroup, type PatternMark, type Patterns } from '../model/case/patterns';
import { monthNames } from '../dates/say-date';
import { patterns as words } from '../messages/en-gb/patterns';
import { numberOf } from './gaps-between';
import { isBounded } from './periods';

/** A drawing, and where its periods lie across it: from `x0` to `x1` mm, each as wide as the next. */
export interface DrawnPatterns { readonly drawing: Drawing; readonly x0: number; readonly x1: number }

/** Millimetres. Fits A4 across with letters of 12 points. */
const widthMm = 257;
const plot = { x0: 58, x1: 254 } as const;
const height = { top: 12, all: 20, group: 12, rough: 10, marks: 6, axis: 7 } as const;
const letters = { sizePt: 12, heightMm: 4.2, widestDigitMm: 2.4, apartMm: 0.8 } as const;
const markSorts = ['report', 'complaint', 'court'] as const;

/**
 * Entries over time as rows of bars on one line of time: all, each group of kinds, those whose day is not known well enough (an outline over every period in which they can lie), then marks; turning points are lines across them all, numbered as
 * they stand among the marks. Every row says what it is, so no colour or pattern has to. Null where no period is counted.
 */
export function drawPatterns({ buckets, unit, marks }: Patterns): DrawnPatterns | null {
  const [first] = buckets;
  if (first === undefined) return null;
  const x = scaleLinear([0, buckets.length], [plot.x0, plot.x1]);
  const shapes: Shape[] = [];
  let y = height.top;
  const row = (label: string, heightMm: number, draw: (base: number) => Shape[]): void => {
    y += heightMm;
    shapes.push(line(plot.x0, y, plot.x1, y, 'quiet'), text(label, 0, y - 1, 'start'), ...draw(y));
  };
  const bars = (heightMm: number, most: number, countOf: (bucket: Bucket) => number) => (base: number): Shape[] => {
    const tall = scaleLinear([0, Math.max(1, most)], [0, heightMm - letters.heightMm - 1.2]);
    const drawn = buckets.flatMap((bucket, at) => { const count = countOf(bucket); return count === 0 ? [] : [{ box: bar(x, at, base, tall(count)), count }]; });
    return [...boxes(drawn.map(({ box }) => box), 'accent'), ...numbersOver(drawn)];
  };
  const groups = kindGroups.filter((group) => buckets.some(({ counts }) => counts[group] > 0));
  const inGroup = (group: KindGroup) => ({ counts }: Bucket): number => counts[group];
  const mostInGroup = max(groups, (group) => max(buckets, inGroup(group))) ?? 0;
  row(words.overTime.all, height.all, bars(height.all, max(buckets, ({ counts }) => counts.all) ?? 0, ({ counts }) => counts.all));
  for (const group of groups) row(words.groups[group], height.group, bars(height.group, mostInGroup, inGroup(group)));
  if (buckets.some(({ mayLieIn }) => mayLieIn > 0)) row(words.overTime.mayLieInDrawn, height.rough, (base) => rough(buckets, x, base));
  const dayAt = (day: string): number => xOfDay(day, buckets, x);
  for (const sort of markSorts) {
    const some = marks.filter((mark) => mark.sort === sort);
    if (some.length > 0) row(words.marks.sorts[sort], height.marks, (base) => drawMarks(some, dayAt, base));
  }
  const axis = axisOf(buckets, unit, x, height.top, y);
  const turns = turningPoints(marks, dayAt, y);
  return { drawing: { widthMm, heightMm: y + height.axis, shapes: [...axis, ...turns.lines, ...shapes, ...turns.numbers].map(rounded) }, ...plot };
}

type Scale = ScaleLinear<number, number>;

interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Boxes of one look as one shape: a figure of hundreds of shapes takes its time on a screen. */
function boxes(all: readonly Box[], fill: 'accent' | 'ink'): Shape[] {
  if (all.length === 0) return [];
  return [{ shape: 'path', d: all.map(({ x, y, width, height }) => `M${hundredths(x)} ${hundredths(y)}h${hundredths(width)}v${hundredths(height)}h${hundredths(-width)}Z`).join(''), fill, stroke: 'none', strokeMm: 0.1, dash: 'none' }];
}

function bar(x: Scale, at: number, base: number, tallMm: number): Box {
  const [left, slot] = [x(at), x(at + 1) - x(at)];
  const inset = Math.min(0.6, slot * 0.12);
  return { x: left + inset, y: base - tallMm, width: slot - inset * 2, height: tallMm };
}

/** The number of each bar over it, the highest first, where none lies on another number or on a bar: the table has them all. `bars`: from left to right. */
function numbersOver(bars: readonly { readonly box: Box; readonly count: number }[]): Shape[] {
  const placed: Box[] = [];
  const shown = bars.map((one, at) => ({ ...one, at })).sort((a, b) => b.count - a.count).flatMap(({ box, count, at }) => {
    const width = String(count).length * letters.widestDigitMm;
    const [middle, bottom] = [box.x + box.width / 2, box.y - 0.8];
    const place: Box = { x: middle - width / 2, y: bottom - letters.heightMm, width, height: letters.heightMm };
    const isOverBar = bars.some((other, index) => index !== at && meet(place, other.box));
    if (isOverBar || placed.some((other) => meet(place, { ...other, x: other.x - letters.apartMm, width: other.width + letters.apartMm * 2 }))) return [];
    placed.push(place);
    return [{ at, shape: text(String(count), middle, bottom, 'middle') }];
  });
  return shown.sort((a, b) => a.at - b.at).map(({ shape }) => shape);
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** How many can lie in each period, as an outline: never a bar, for each is drawn in several. */
function rough(buckets: readonly Bucket[], x: Scale, base: number): Shape[] {
  const tall = scaleLinear([0, max(buckets, ({ mayLieIn }) => mayLieIn) ?? 1], [0, height.rough - 1.5]);
  const outline = area<number>().x((at) => x(at)).y0(base).y1((at) => base - tall(buckets[Math.min(at, buckets.length - 1)]?.mayLieIn ?? 0)).curve(curveStepAfter).digits(2);
  const d = outline(Array.from({ length: buckets.length + 1 }, (_, at) => at));
  return d === null ? [] : [{ shape: 'path', d, fill: 'pale', stroke: 'quiet', strokeMm: 0.3, dash: 'dashes' }];
}

/** A small box for each that is known to the day, a dashed line for one that is known less well. */
function drawMarks(marks: readonly PatternMark[], dayAt: (day: string) => number, base: number): Shape[] {
  const middle = base - height.marks / 2;
  const [days, lines]: [Box[], Shape[]] = [[], []];
  for (const { span } of marks) {
    if (!isBounded(span)) continue;
    const [from, to] = [dayAt(span.earliest), dayAt(span.latest)];
    if (to < plot.x0 || from > plot.x1) continue;
    if (span.earliest === span.latest) days.push({ x: from - 0.5, y: middle - 2, width: 1, height: 4 });
    else lines.push(line(Math.max(from, plot.x0), middle, Math.min(to, plot.x1), middle, 'ink', 'dashes'));
  }
  return [...boxes(days, 'ink'), ...lines];
}

/** Lines for those known to the day, a dashed bracket above for those known less well; numbers in two rows, and of those that lie nearer than that leaves room for one number for all: "2–4". `marks`: by day. */
function turningPoints(marks: readonly PatternMark[], dayAt: (day: string) => number, bottom: number): { lines: Shape[]; numbers: Shape[] } {
  const lines: Shape[] = [];
  const labels: { level: 0 | 1; middle: number; numbers: number[] }[] = [];
  const endOf = (level: 0 | 1): number => max(labels.filter((one) => one.level === level), ({ middle, numbers }) => middle + widthOf(numbers) / 2) ?? -Infinity;
  marks.forEach(({ sort, span }, index) => {
    if (sort !== 'turning-point' || !isBounded(span)) return;
    const [from, to] = [dayAt(span.earliest), dayAt(span.latest)];
    if (to < plot.x0 || from > plot.x1) return;
    const [left, right] = [Math.max(from, plot.x0), Math.min(to, plot.x1)];
    const middle = span.earliest === span.latest ? from : (left + right) / 2;
    const start = middle - widthOf([index + 1]) / 2 - letters.apartMm;
    const last = labels.at(-1);
    const level = start >= endOf(0) ? 0 : start >= endOf(1) ? 1 : null;
    if (level !== null || last === undefined) labels.push({ level: level ?? 0, middle, numbers: [index + 1] });
    else last.numbers.push(index + 1);
    const y = (level ?? last?.level) === 0 ? turnsAt[0] : turnsAt[1];
    if (span.earliest === span.latest) lines.push(line(middle, y + 0.8, middle, bottom, 'ink', 'dashes'));
    else lines.push(line(left, y + 0.8, right, y + 0.8, 'ink', 'dashes'));
  });
  return { lines, numbers: labels.map(({ level, middle, numbers }) => ({ ...text(sayNumbers(numbers), middle, turnsAt[level], 'middle'), isBold: true })) };
}

/** Millimetres from the top, of the two rows of numbers. */
const turnsAt = [5, 10] as const;

function widthOf(numbers: readonly number[]): number {
  return sayNumbers(numbers).length * letters.widestDigitMm;
}

/** Marks are numbered among all, so that what stands for several may leave some out: "2, 4". */
function sayNumbers(numbers: readonly number[]): string {
  const [first, last] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  return numbers.length > 2 && last - first === numbers.length - 1 ? `${first}–${last}` : numbers.join(', ');
}

/** Years by their first period, and months where there is room. */
function axisOf(buckets: readonly Bucket[], unit: Patterns['unit'], x: Scale, top: number, bottom: number): Shape[] {
  const slot = x(1) - x(0);
  const yearWidth = 12;
  let lastAt = -Infinity;
  return buckets.flatMap(({ fromDay }, at): Shape[] => {
    const [year, month] = [fromDay.slice(0, 4), Number(fromDay.slice(5, 7))];
    const isYear = month === 1 || unit === 'year';
    const lines = isYear ? [line(x(at), top, x(at), bottom + 1.5, 'faint')] : [];
    const monthly = unit === 'month' && slot >= 8.5;
    if (monthly) return [...lines, text(month === 1 || at === 0 ? `${(monthNames[month - 1] ?? '').slice(0, 3)} ${slot >= 18 ? year : `’${year.slice(2)}`}` : (monthNames[month - 1] ?? '').slice(0, 3), x(at) + 0.4, bottom + 5.2, 'start')];
    if (!(isYear || at === 0) || x(at) - lastAt < yearWidth || (at === 0 && !isYear && x(firstYearAt(buckets)) - x(0) < yearWidth)) return lines;
    lastAt = x(at);
    return [...lines, text(year, x(at) + 0.4, bottom + 5.2, 'start')];
  });
}

function firstYearAt(buckets: readonly Bucket[]): number {
  const found = buckets.findIndex(({ fromDay }) => fromDay.slice(5, 7) === '01');
  return found < 0 ? Infinity : found;
}

/** Periods are equally wide, though months are not equally long. Before and after them: outside the drawing. */
function xOfDay(day: string, buckets: readonly Bucket[], x: Scale): number {
  const at = buckets.findIndex(({ toDay }) => day <= toDay);
  const bucket = buckets[at];
  if (bucket === undefined) return plot.x1 + 1;
  if (day < bucket.fromDay) return plot.x0 - 1;
  const length = numberOf(bucket.toDay) - numberOf(bucket.fromDay) + 1;
  return x(at + (numberOf(day) - numberOf(bucket.fromDay) + 0.5) / length);
}

function line(x1: number, y1: number, x2: number, y2: number, stroke: 'faint' | 'quiet' | 'ink', dash: 'none' | 'dashes' = 'none'): Extract<Shape, { shape: 'line' }> {
  return { shape: 'line', x1, y1, x2, y2, stroke, strokeMm: dash === 'dashes' ? 0.4 : 0.25, dash };
}

function text(content: string, x: number, y: number, anchor: 'start' | 'middle'): Extract<Shape, { shape: 'words' }> {
  return { shape: 'words', x, y, words: content, sizePt: letters.sizePt, anchor, isBold: false, fill: 'ink', turn: 0 };
}

/** To a hundredth of a millimetre: the same drawing on every machine. */
function rounded(shape: Shape): Shape {
  return Object.fromEntries(Object.entries(shape).map(([name, value]) => [name, typeof value === 'number' && name !== 'sizePt' ? hundredths(value) : value])) as Shape;
}

function hundredths(mm: number): number {
  return Math.round(mm * 100) / 100;
}
