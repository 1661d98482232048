import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestTrackPx, TallScroll } from './tall-scroll';

const tall = () => {
  const scroll = new TallScroll(500_000, 50, 70);
  scroll.setViewport(700);
  return scroll;
};

describe('TallScroll', () => {
  it('keeps the track of half a million rows under what Chromium can hold', () => {
    expect(tall().totalPx).toBe(35_000_000);
    expect(tall().trackLengthPx).toBe(longestTrackPx);
  });

  it('counts small movements one to one, so that a wheel notch is a wheel notch', () => {
    const scroll = tall();
    scroll.scrolledTo(120);
    expect(scroll.offsetPx).toBe(120);
  });

  it('reads a long jump of the bar as a proportion, and its end as the end', () => {
    const scroll = tall();
    scroll.scrolledTo((longestTrackPx - 700) / 2);
    expect(scroll.offsetPx).toBeCloseTo((35_000_000 - 700) / 2, -1);
    scroll.scrolledTo(longestTrackPx - 700);
    expect(scroll.offsetPx).toBe(35_000_000 - 700);
    scroll.scrolledTo(0);
    expect(scroll.offsetPx).toBe(0);
  });

  it('does not move what is being read when a block above is measured', () => {
    const scroll = tall();
    scroll.moveToRow(5_000);
    scroll.barSetTo(scroll.restPx());
    const before = scroll.topPx(100);
    scroll.measure(98, 9_000);
    expect(scroll.topPx(100)).toBe(before);
    scroll.measure(102, 100);
    expect(scroll.topPx(100)).toBe(before);
  });

  it('moves blocks below a block that grows in view', () => {
    const scroll = tall();
    const before = scroll.topPx(1);
    scroll.measure(0, 4_000);
    expect(scroll.topPx(1)).toBe(before + 500);
  });

  it('keeps the end in sight while its blocks are measured, until she moves away', () => {
    const scroll = tall();
    scroll.scrolledTo(longestTrackPx - 700);
    scroll.measure(9_999, 9_000);
    scroll.measure(9_998, 9_000);
    expect(scroll.offsetPx).toBe(scroll.totalPx - 700);
    scroll.scrolledTo(longestTrackPx - 900);
    scroll.measure(9_999, 9_500);
    expect(scroll.offsetPx).toBe(scroll.totalPx - 700 - 200 - 500);
  });

  it('says when the bar has run out before the list', () => {
    const scroll = tall();
    scroll.moveToRow(100);
    scroll.barSetTo(0);
    expect(scroll.isBarStuck).toBe(true);
    scroll.barSetTo(scroll.restPx());
    expect(scroll.isBarStuck).toBe(false);
  });

  it('draws the block it says is at the top, wherever it goes and whatever is measured', () => {
    fc.assert(fc.property(
      fc.array(fc.record({ to: fc.integer({ min: 0, max: 499_999 }), px: fc.integer({ min: 1, max: 20_000 }) }), { maxLength: 20 }),
      (steps) => {
        const scroll = tall();
        for (const { to, px } of steps) {
          scroll.moveToRow(to);
          scroll.barSetTo(scroll.restPx());
          const { first, last } = scroll.visibleBlocks(0);
          expect(scroll.topPx(first)).toBeLessThanOrEqual(scroll.restPx() + 1);
          expect(scroll.topPx(last) + scroll.heightPx(last)).toBeGreaterThanOrEqual(scroll.restPx() + 699);
          scroll.measure(first, px);
          scroll.measure(last, px + 1);
        }
      },
    ), { numRuns: 50 });
  });

  it('is calm when there is nothing, or less than a screen', () => {
    const none = new TallScroll(0, 50, 70);
    expect(none.visibleBlocks(500)).toEqual({ first: 0, last: -1 });
    const few = new TallScroll(3, 50, 70);
    few.setViewport(700);
    few.scrolledTo(10);
    expect(few.offsetPx).toBe(0);
    expect(few.trackLengthPx).toBe(700);
  });
});
