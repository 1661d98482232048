import { measureElement, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { sayDate } from '../../../shared/dates';
import type { ChronologyRow } from '../../../shared/model/chronology';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choices';
import { nameOfRow } from '../../ui-record/name-of-row';
import { bringsExhibits, type Choice, toggled } from './choice';

export interface EntryTableProps {
  rows: readonly ChronologyRow[];
  choice: Choice;
  onChoice: (choice: Choice) => void;
  /** The page on which each entry begins, counted from 1 and as it is printed, while there are pages that show it. */
  pageOf: ReadonlyMap<Id, { readonly page: number; readonly label: string }>;
  onGoTo: (page: number) => void;
  /** What scrolls: the column that the table stands in. */
  scroller: HTMLDivElement | null;
}

const usualHeightPx = 68;

/** A row that is out of sight with the whole column has no height of its own: it keeps the one it had, or the list would come back as another. */
function heightOf(row: HTMLDivElement, entry: ResizeObserverEntry | undefined, virtualizer: Virtualizer<HTMLDivElement, HTMLDivElement>): number {
  const measured = measureElement(row, entry, virtualizer);
  return measured > 0 ? measured : virtualizer.measurementsCache[Number(row.dataset['index'])]?.size ?? usualHeightPx;
}

/** The entries that can go, each with its date, whether it and its exhibits do, and the way to its page. Arrows move between the boxes; Tab stops at one entry alone, or the way to what comes after would lead through all of them. */
export const EntryTable = memo(function EntryTable({ rows, choice, onChoice, pageOf, onGoTo, scroller }: EntryTableProps) {
  const place = useRef<HTMLDivElement>(null);
  // null: where it stands is not known yet, nor which of its rows are in sight.
  const [above, setAbove] = useState<number | null>(null);
  const [stop, setStop] = useState(0);
  const words = messages.handOver;
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({ count: above === null ? 0 : rows.length, getScrollElement: () => scroller, estimateSize: () => usualHeightPx, overscan: 5, scrollMargin: above ?? 0, measureElement: heightOf, getItemKey: (index) => rows[index]?.id ?? index });
  const measure = useCallback((): void => {
    // While the pages stand in the column's place it has no size, and nothing in it a place.
    if (!place.current || !scroller || scroller.clientHeight === 0) return;
    const top = Math.round(place.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop);
    setAbove((before) => (before === null || Math.abs(top - before) > 1 ? top : before));
  }, [scroller]);
  // After every drawing: it settles at once.
  useLayoutEffect(measure);
  // What stands above the table in the same column comes, goes and unfolds without this being drawn.
  useEffect(() => {
    if (!scroller) return;
    const sizes = new ResizeObserver(() => {
      measure();
      // A column that was out of sight comes back where it was scrolled to, and tells nobody.
      if (scroller.clientHeight > 0 && Math.abs((virtualizer.scrollOffset ?? 0) - scroller.scrollTop) > 1) scroller.dispatchEvent(new Event('scroll'));
    });
    const watch = (): void => {
      sizes.disconnect();
      for (const part of [scroller, ...scroller.children]) sizes.observe(part);
    };
    const parts = new MutationObserver(watch);
    parts.observe(scroller, { childList: true });
    watch();
    return () => { sizes.disconnect(); parts.disconnect(); };
  }, [scroller, measure, virtualizer]);

  function onKeyDown(event: KeyboardEvent): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
    if (by === 0 || !row) return;
    event.preventDefault();
    const to = Number(row.dataset['index']) + by;
    const boxThere = () => place.current?.querySelector<HTMLElement>(`[data-index="${to}"] input`);
    const drawn = boxThere();
    virtualizer.scrollToIndex(to, { align: 'auto' });
    // At once where the row is drawn, or the next press in the same frame would count from this row again.
    if (drawn) drawn.focus({ preventScroll: true });
    else requestAnimationFrame(() => boxThere()?.focus());
  }
  const items = virtualizer.getVirtualItems();
  // Of those that are drawn.
  const stopsAt = Math.min(Math.max(stop, items[0]?.index ?? 0), items.at(-1)?.index ?? 0);
  return (
    <div className="entry-table" role="table" aria-label={words.tableLabel} aria-description={words.tableKeys} aria-rowcount={rows.length + 1}>
      <div role="row" aria-rowindex={1} className="visually-hidden">
        <span role="columnheader">{words.columns.entry}</span><span role="columnheader">{words.columns.date}</span><span role="columnheader">{words.columns.evidence}</span><span role="columnheader">{words.columns.page}</span>
      </div>
      <div ref={place} role="rowgroup" className="entry-inner" onKeyDown={onKeyDown} style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const title = nameOfRow(row);
          const goes = !choice.takenOut.has(row.id);
          const isPassedBy = item.index !== stopsAt;
          const page = goes ? pageOf.get(row.id) : undefined;
          return (
            <div key={item.key} ref={virtualizer.measureElement} data-index={item.index} role="row" aria-rowindex={item.index + 2} className="entry-row" onFocus={() => setStop(item.index)} data-out={!goes || undefined} style={{ transform: `translateY(${item.start - (above ?? 0)}px)` }}>
              <div role="cell" className="entry-what"><Checkbox excludeFromTabOrder={isPassedBy} aria-label={words.goes(title)} isSelected={goes} onChange={(is) => onChoice({ ...choice, takenOut: toggled(choice.takenOut, row.id, !is) })}><span dir="auto">{title}</span></Checkbox></div>
              <div role="cell" className="entry-when small quiet">{row.happened.typed === '' && row.happened.edtf === '' ? words.undated : sayDate(row.happened)}{row.subject !== 'incident' && ` · ${messages.chronologySubjects[row.subject].one}`}</div>
              <div role="cell" className="entry-exhibits small">
                {bringsExhibits(row)
                  ? <Checkbox excludeFromTabOrder={isPassedBy} aria-label={words.exhibitsOfLabel(title)} isDisabled={!goes} isSelected={!choice.withoutExhibits.has(row.id)} onChange={(is) => onChoice({ ...choice, withoutExhibits: toggled(choice.withoutExhibits, row.id, !is) })}>{words.evidence(row.evidenceCount)}</Checkbox>
                  : null}
              </div>
              <div role="cell" className="entry-page small">{page !== undefined && <Button excludeFromTabOrder={isPassedBy} tone="quiet" aria-label={words.showEntry(title, page.label)} onPress={() => onGoTo(page.page)}>{words.onPage(page.label)}</Button>}</div>
            </div>
          );
        })}
      </div>
    </div>
  );
});
