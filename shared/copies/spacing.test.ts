import { expect, it } from 'vitest';
import { copyCodeOf } from './copy-code';
import { shiftsFor } from './spacing';
import { spacingFound, surenessOf } from './spacing-found';

const codes = Array.from({ length: 60 }, (_, index) => copyCodeOf(Uint8Array.from({ length: 64 }, (_byte, at) => (index * 37 + at * 11 + at * at) % 256)));
/** Pages of prose, tables and headings, as Chromium sets them: on whole pixels. */
const pagesSet = Array.from({ length: 12 }, (_, page) => {
  const lines: number[] = [];
  for (let at = 80 + page * 3; at < 760; at += ((lines.length + page) % 7 === 0 ? 26.25 : (lines.length % 4 === 0 ? 16.5 : 17.25))) lines.push(at);
  return { page: page + 1, lines };
});
const copies = codes.map((code, index) => ({ id: String(index).padStart(32, '0'), code, lines: pagesSet }));
const noise = (seed: number): number => ((Math.imul(seed, 2654435761) >>> 8) % 1000) / 1000 - 0.5;
const printed = (copy: number, pages: readonly number[], { scale = 1, from = 0, blur = 0, without = -1 } = {}) => pages.map((page) => {
  const set = pagesSet[page - 1]!;
  const shifts = shiftsFor(codes[copy]!, page, set.lines);
  return { page, lines: set.lines.map((at, line) => scale * (at + shifts[line]!) + from + blur * noise(page * 1000 + line)).filter((_, line) => line !== without) };
});

it('tells each copy from every other by the lines of one page as it was set', () => {
  for (const copy of [0, 7, 31, 59]) {
    const found = spacingFound(printed(copy, [4]), copies);
    expect(found[0]).toMatchObject({ copyId: copies[copy]!.id, pages: [4] });
    expect(found[0]!.agreed).toBe(found[0]!.of);
    expect(surenessOf(found, copies.length)).toBe('spacing');
  }
});

it('tells it from a print that lies otherwise, is smaller, lacks a line and was measured badly', () => {
  const found = spacingFound(printed(7, [2, 3], { scale: 0.97, from: 11, blur: 0.3, without: 9 }), copies);
  expect(found[0]).toMatchObject({ copyId: copies[7]!.id, pages: [2, 3] });
  expect(surenessOf(found, copies.length)).toBe('spacing');
});

it('says nothing of pages without a mark, of other pages, and of a handful of lines', () => {
  expect(surenessOf(spacingFound(pagesSet, copies), copies.length)).toBeNull();
  const others = [{ page: 1, lines: Array.from({ length: 40 }, (_, line) => 70 + line * 14.4 + noise(line)) }];
  expect(surenessOf(spacingFound(others, copies), copies.length)).toBeNull();
  expect(spacingFound([{ page: 1, lines: pagesSet[0]!.lines.slice(0, 5) }], copies)).toEqual([]);
});

it('is only perhaps where few lines speak for it', () => {
  const few = { page: 1, lines: pagesSet[0]!.lines.slice(0, 16) };
  const short = copies.slice(0, 3).map((copy) => ({ ...copy, lines: [few] }));
  const shifts = shiftsFor(codes[1]!, 1, few.lines);
  const found = spacingFound([{ page: 1, lines: few.lines.map((at, line) => at + shifts[line]!) }], short);
  expect(found[0]?.copyId).toBe(copies[1]!.id);
  expect(surenessOf(found, 3)).toBe('spacing-perhaps');
});

it('moves no line by more than can be seen, and leaves every third', () => {
  for (const { page, lines } of pagesSet) {
    const shifts = shiftsFor(codes[0]!, page, lines);
    expect(Math.max(...shifts.map(Math.abs))).toBe(0.45);
    expect(shifts.filter((_, line) => line % 3 === 0).every((shift) => shift === 0)).toBe(true);
  }
});
