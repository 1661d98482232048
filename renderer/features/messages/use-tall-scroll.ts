import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'react';
import { flushSync } from 'react-dom';
import { TallScroll } from '../../ui/tall-scroll';

/** Milliseconds without movement after which the bar is put where the list says it is. */
const restMs = 160;
const rowsPerBlock = 20;
/** Estimated height of a message at 16 px text; real heights are measured. */
const estimatedRowPx = 56;

export interface TallList {
  readonly scroll: TallScroll;
  readonly blocks: { readonly first: number; readonly last: number };
  readonly onScroll: () => void;
  /** Reports a drawn block's height in px. */
  readonly measure: (block: number, heightPx: number) => void;
  /** Brings a row near the top third of the place, now or as soon as it is drawn. */
  readonly goTo: (row: number) => void;
  /** Moves as little as needed to have a row in sight. */
  readonly reveal: (row: number) => void;
}

/** Scrolling for a list of `count` rows in `place`; a row's element carries `data-row` with its index. */
export function useTallScroll(place: RefObject<HTMLDivElement | null>, count: number): TallList {
  const scroll = useMemo(() => new TallScroll(count, rowsPerBlock, estimatedRowPx), [count]);
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const target = useRef<{ row: number; tries: number } | null>(null);

  const setBar = useCallback((): void => {
    const element = place.current;
    if (!element) return;
    const wanted = scroll.restPx();
    // The track may have to grow before the bar can stand there.
    flushSync(redraw);
    if (Math.abs(element.scrollTop - wanted) > 1) element.scrollTop = wanted;
    scroll.barSetTo(element.scrollTop);
    flushSync(redraw);
  }, [place, scroll]);

  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(() => { scroll.setViewport(element.clientHeight); redraw(); });
    observer.observe(element);
    scroll.setViewport(element.clientHeight);
    element.scrollTop = 0;
    scroll.barSetTo(0);
    redraw();
    return () => observer.disconnect();
  }, [place, scroll]);
  useEffect(() => () => clearTimeout(rest.current), []);

  const onScroll = useCallback((): void => {
    const element = place.current;
    if (!element) return;
    scroll.scrolledTo(element.scrollTop);
    redraw();
    clearTimeout(rest.current);
    rest.current = setTimeout(setBar, scroll.isBarStuck ? 0 : restMs);
  }, [place, scroll, setBar]);

  const waiting = useRef<number | null>(null);
  const measure = useCallback((block: number, heightPx: number): void => {
    if (!scroll.measure(block, heightPx) || waiting.current !== null) return;
    waiting.current = requestAnimationFrame(() => { waiting.current = null; redraw(); });
  }, [scroll]);

  const goTo = useCallback((row: number): void => {
    target.current = { row, tries: 0 };
    scroll.moveToRow(row);
    setBar();
  }, [scroll, setBar]);

  const reveal = useCallback((row: number): void => {
    const element = place.current;
    const drawn = element?.querySelector(`[data-row="${row}"]`);
    if (!element || !drawn) { goTo(row); return; }
    const box = element.getBoundingClientRect();
    const its = drawn.getBoundingClientRect();
    const marginPx = 24;
    if (its.top < box.top + marginPx) element.scrollTop -= box.top + marginPx - its.top;
    else if (its.bottom > box.bottom - marginPx) element.scrollTop += Math.min(its.bottom - box.bottom + marginPx, its.top - box.top - marginPx);
  }, [place, goTo]);

  // A row asked for is brought to its exact place once it is drawn; what is measured meanwhile may move it a little.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- after every drawing, until it is there: `tries` ends it
  useLayoutEffect(() => {
    const wanted = target.current;
    const element = place.current;
    const drawn = wanted && element?.querySelector(`[data-row="${wanted.row}"]`);
    if (!wanted || !element || !drawn) return;
    const offPx = drawn.getBoundingClientRect().top - element.getBoundingClientRect().top - element.clientHeight / 4;
    wanted.tries += 1;
    if (wanted.tries > 6) target.current = null;
    if (Math.abs(offPx) < 3) return;
    scroll.moveToOffset(scroll.offsetPx + offPx);
    element.scrollTop = scroll.restPx();
    scroll.barSetTo(element.scrollTop);
    redraw();
  });

  return { scroll, blocks: scroll.visibleBlocks(800), onScroll, measure, goTo, reveal };
}
