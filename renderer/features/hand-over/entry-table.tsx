import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef } from 'react';
import { sayDate } from '../../../shared/dates';
import type { ChronologyRow } from '../../../shared/model/chronology';
import { messages } from '../../../shared/messages/en-gb';
import { Checkbox } from '../../ui/choices';
import { type Choice, toggled } from './choice';

/** The entries that can go, each with its date, and whether it and its exhibits do. Arrows move between the boxes. */
export function EntryTable({ rows, choice, onChoice }: { rows: readonly ChronologyRow[]; choice: Choice; onChoice: (choice: Choice) => void }) {
  const place = useRef<HTMLDivElement>(null);
  const words = messages.handOver;
  const virtualizer = useVirtualizer({ count: rows.length, getScrollElement: () => place.current, estimateSize: () => 68, overscan: 10, getItemKey: (index) => rows[index]?.id ?? index });

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
      <div role="row" aria-rowindex={1} className="entry-row entry-head small">
        <span role="columnheader">{words.columns.entry}</span><span role="columnheader">{words.columns.date}</span><span role="columnheader">{words.columns.evidence}</span>
      </div>
      <div ref={place} className="entry-place" role="rowgroup" tabIndex={-1} onKeyDown={onKeyDown}>
        <div className="entry-inner" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            const title = row.title || row.opening.slice(0, 80) || words.untitled;
            const goes = !choice.takenOut.has(row.id);
            return (
              <div key={item.key} ref={virtualizer.measureElement} data-index={item.index} role="row" aria-rowindex={item.index + 2} className="entry-row" data-out={!goes || undefined} style={{ transform: `translateY(${item.start}px)` }}>
                <div role="cell"><Checkbox aria-label={words.goes(title)} isSelected={goes} onChange={(is) => onChoice({ ...choice, takenOut: toggled(choice.takenOut, row.id, !is) })} hint={words.subjects[row.subject]}>{title}</Checkbox></div>
                <div role="cell" className="small">{row.happened.typed === '' && row.happened.edtf === '' ? words.undated : sayDate(row.happened)}</div>
                <div role="cell" className="small">
                  {row.subject === 'incident' && row.evidenceCount > 0
                    ? <Checkbox aria-label={words.exhibitsOfLabel(title)} isDisabled={!goes} isSelected={!choice.withoutExhibits.has(row.id)} onChange={(is) => onChoice({ ...choice, withoutExhibits: toggled(choice.withoutExhibits, row.id, !is) })}>{words.evidence(row.evidenceCount)}</Checkbox>
                    : null}
                </div>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
