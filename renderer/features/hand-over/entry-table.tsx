import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useLayoutEffect, useRef, useState } from 'react';
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
  /** The page on which each entry begins, while there are pages that show it. */
  pageOf: ReadonlyMap<Id, number>;
  onGoTo: (page: number) => void;
  /** What scrolls: the column that the table stands in. */
  scroller: HTMLDivElement | null;
}

/** The entries that can go, each with its date, whether it and its exhibits do, and the way to its page. Arrows move between the boxes. */
export const EntryTable = memo(function EntryTable({ rows, choice, onChoice, pageOf, onGoTo, scroller }: EntryTableProps) {
  const place = useRef<HTMLDivElement>(null);
  // null: where it stands is not known yet, nor which of its rows are in sight.
  const [above, setAbove] = useState<number | null>(null);
  const words = messages.handOver;
  const virtualizer = useVirtualizer({ count: above === null ? 0 : rows.length, getScrollElement: () => scroller, estimateSize: () => 68, overscan: 5, scrollMargin: above ?? 0, getItemKey: (index) => rows[index]?.id ?? index });
  // What stands above the table in the same column comes and goes.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- after every drawing; it settles at once
  useLayoutEffect(() => {
    if (!place.current || !scroller) return;
    const top = Math.round(place.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop);
    if (above === null || Math.abs(top - above) > 1) setAbove(top);
  });

  function onKeyDown(event: KeyboardEvent): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
    if (by === 0 || !row) return;
    event.preventDefault();
    const to = Number(row.dataset['index']) + by;
    virtualizer.scrollToIndex(to, { align: 'auto' });
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(`[data-index="${to}"] input`)?.focus());
  }
  return (
    <div className="entry-table" role="table" aria-label={words.tableLabel} aria-rowcount={rows.length + 1}>
      <div role="row" aria-rowindex={1} className="visually-hidden">
        <span role="columnheader">{words.columns.entry}</span><span role="columnheader">{words.columns.date}</span><span role="columnheader">{words.columns.evidence}</span><span role="columnheader">{words.columns.page}</span>
      </div>
      <div ref={place} role="rowgroup" className="entry-inner" onKeyDown={onKeyDown} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const title = nameOfRow(row);
          const goes = !choice.takenOut.has(row.id);
          const page = goes ? pageOf.get(row.id) : undefined;
          return (
            <div key={item.key} ref={virtualizer.measureElement} data-index={item.index} role="row" aria-rowindex={item.index + 2} className="entry-row" data-out={!goes || undefined} style={{ transform: `translateY(${item.start - (above ?? 0)}px)` }}>
              <div role="cell" className="entry-what"><Checkbox aria-label={words.goes(title)} isSelected={goes} onChange={(is) => onChoice({ ...choice, takenOut: toggled(choice.takenOut, row.id, !is) })}>{title}</Checkbox></div>
              <div role="cell" className="entry-when small quiet">{row.happened.typed === '' && row.happened.edtf === '' ? words.undated : sayDate(row.happened)}{row.subject !== 'incident' && ` · ${messages.chronologySubjects[row.subject].one}`}</div>
              <div role="cell" className="entry-exhibits small">
                {bringsExhibits(row)
                  ? <Checkbox aria-label={words.exhibitsOfLabel(title)} isDisabled={!goes} isSelected={!choice.withoutExhibits.has(row.id)} onChange={(is) => onChoice({ ...choice, withoutExhibits: toggled(choice.withoutExhibits, row.id, !is) })}>{words.evidence(row.evidenceCount)}</Checkbox>
                  : null}
              </div>
              <div role="cell" className="entry-page small">{page !== undefined && <Button tone="quiet" aria-label={words.showEntry(title, page)} onPress={() => onGoTo(page)}>{words.onPage(page)}</Button>}</div>
            </div>
          );
        })}
      </div>
    </div>
  );
});
