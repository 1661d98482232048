import { describe, expect, it } from 'vitest';
import { clickMargin, nothingSelected, pressKey, rangeOf } from './message-selection';

const keys = (start: Parameters<typeof pressKey>[0], ...pressed: string[]) =>
  pressed.reduce((state, name) => pressKey(state, name.replace('+', ''), name.startsWith('+'), 100, 10) ?? state, start);

describe('selecting messages', () => {
  it('selects one by a click, a range by a shift-click in either direction, and lets go by a second click', () => {
    const one = clickMargin(nothingSelected, 7, false);
    expect(rangeOf(one)).toEqual({ first: 7, last: 7 });
    expect(rangeOf(clickMargin(one, 12, true))).toEqual({ first: 7, last: 12 });
    expect(rangeOf(clickMargin(one, 2, true))).toEqual({ first: 2, last: 7 });
    expect(rangeOf(clickMargin(one, 7, false))).toBeNull();
  });

  it('stretches by a second click without any key, either way, until it is let go', () => {
    const one = clickMargin(nothingSelected, 7, false);
    expect(rangeOf(clickMargin(one, 12, false))).toEqual({ first: 7, last: 12 });
    expect(rangeOf(clickMargin(clickMargin(one, 12, false), 3, false))).toEqual({ first: 3, last: 7 });
  });

  it('keeps the anchor while a range is stretched and shrunk', () => {
    const stretched = clickMargin(clickMargin(nothingSelected, 10, false), 20, true);
    expect(rangeOf(clickMargin(stretched, 5, true))).toEqual({ first: 5, last: 10 });
  });

  it('does the same by keyboard', () => {
    const at = keys(nothingSelected, 'ArrowDown', 'ArrowDown', ' ');
    expect(rangeOf(at)).toEqual({ first: 2, last: 2 });
    expect(rangeOf(keys(at, '+ArrowDown', '+ArrowDown'))).toEqual({ first: 2, last: 4 });
    expect(rangeOf(keys(at, '+ArrowUp'))).toEqual({ first: 1, last: 2 });
    expect(rangeOf(keys(at, 'Escape'))).toBeNull();
  });

  it('begins a range with shift and an arrow alone', () => {
    expect(rangeOf(keys(nothingSelected, '+ArrowDown'))).toEqual({ first: 0, last: 1 });
  });

  it('lets go when moving on without shift', () => {
    expect(rangeOf(keys({ anchor: 3, focus: 5 }, 'ArrowDown'))).toBeNull();
  });

  it('stays inside the conversation', () => {
    expect(keys(nothingSelected, 'ArrowUp', 'PageUp').focus).toBe(0);
    expect(keys(nothingSelected, 'End', 'ArrowDown', 'PageDown').focus).toBe(99);
    expect(pressKey(nothingSelected, 'ArrowDown', false, 0, 10)).toBeNull();
  });

  it('leaves other keys alone, and Escape when nothing is selected', () => {
    expect(pressKey(nothingSelected, 'a', false, 10, 10)).toBeNull();
    expect(pressKey(nothingSelected, 'Escape', false, 10, 10)).toBeNull();
  });
});
