import { describe, expect, it } from 'vitest';
import { canvasScale, gutterPx, layPages, nextZoom, pageAt, scaleOf } from './page-layout';

const a4 = { widthPx: 794, heightPx: 1123 };

describe('laying out pages', () => {
  it('fits the width with a gutter, but never without end', () => {
    expect(scaleOf('width', a4, 794 + 2 * gutterPx)).toBe(1);
    expect(scaleOf('width', { widthPx: 10, heightPx: 10 }, 2000)).toBe(3);
    expect(scaleOf(1.5, a4, 10)).toBe(1.5);
  });
  it('steps up and down from any scale and stops at the ends', () => {
    expect(nextZoom(0.93, 1)).toBe(1);
    expect(nextZoom(1, 1)).toBe(1.25);
    expect(nextZoom(1, -1)).toBe(0.75);
    expect(nextZoom(4, 1)).toBe(4);
    expect(nextZoom(0.2, -1)).toBe(0.2);
  });
  it('finds the page at any offset, uneven pages included', () => {
    const layout = layPages([a4, { widthPx: 1123, heightPx: 794 }, a4], 1);
    expect(layout.tops).toEqual([16, 1155, 1965, 3104]);
    expect([0, 16, 1154, 1155, 1964, 1965, 9999].map((offset) => pageAt(layout, offset))).toEqual([0, 0, 0, 1, 1, 2, 2]);
  });
  it('keeps a canvas under its bound', () => {
    expect(canvasScale(a4, 1, 2)).toBe(2);
    const scale = canvasScale(a4, 4, 3);
    expect(a4.widthPx * a4.heightPx * scale * scale).toBeLessThanOrEqual(16_000_001);
  });
});
