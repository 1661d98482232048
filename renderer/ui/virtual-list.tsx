import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type ReactNode, type Ref, useEffect, useId, useImperativeHandle, useRef } from 'react';
import './list.css';
import { useAfterPaint } from './use-after-paint';

/** Rows drawn on either side of those in sight, so that scrolling meets rows; fewer until the list stands. */
const rowsBeyond = 8;
const rowsBeyondAtFirst = 2;

export interface VirtualListHandle {
  scrollTo: (index: number) => void;
  /** Scrolls only where the row is out of sight. */
  reveal: (index: number) => void;
  focus: () => void;
}

export interface VirtualListProps {
  label: string;
  /** Read out after the label: which keys do what, where they do more than move and open. */
  description?: string;
  count: number;
  /** Draws one row: words only, no controls within (a row is an option of a list box). */
  renderRow: (index: number) => ReactNode;
  /** A first guess of a row's height in px at 100% text; true heights are measured. */
  rowHeightPx: number;
  rowKey?: (index: number) => string | number;
  /** Where the arrows are; the caller keeps it. -1 for nowhere. */
  active: number;
  onActiveChange: (index: number) => void;
  /** Enter or a press. */
  onOpen?: (index: number) => void;
  /** Esc. */
  onEscape?: () => void;
  /** Delete. */
  onDelete?: (index: number) => void;
  /** The open row, or a marked range; both ends inclusive. Shift with arrows or a press extends it when onRange is there. */
  range?: { first: number; last: number } | null;
  onRange?: (range: { first: number; last: number }) => void;
  /** For a list of which any number can be chosen: whether a row is; a press, Enter or Space on it; Ctrl/Cmd A. */
  choosing?: { isChosen: (index: number) => boolean; onToggle: (index: number) => void; onAll: () => void };
  /** Told whenever other rows come into sight, to fetch them. */
  onVisible?: (first: number, last: number) => void;
  /** Starts at the end, as conversations do. */
  className?: string;
  ref?: Ref<VirtualListHandle>;
}

/** A list of any length: only what is in sight is drawn. Arrows, Page, Home, End, Enter, Esc and Delete work. */
export function VirtualList(props: VirtualListProps) {
  const { label, description, count, renderRow, rowHeightPx, rowKey, active, onActiveChange, onOpen, onEscape, onDelete, range, onRange, choosing, onVisible, className, ref } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const anchor = useRef(-1);
  const listId = useId();
  // Asked of the page once in a drawing, not for each of thousands of rows.
  let rowPx = 0;
  const virtualizer = useVirtualizer({
    count, getScrollElement: () => scroller.current, overscan: useAfterPaint() ? rowsBeyond : rowsBeyondAtFirst,
    estimateSize: () => (rowPx ||= rowHeightPx * (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16),
    ...(rowKey ? { getItemKey: rowKey } : {}),
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items[items.length - 1]?.index ?? -1;

  useImperativeHandle(ref, () => ({
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'center' }),
    reveal: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    focus: () => scroller.current?.focus(),
  }), [virtualizer]);

  const tellVisible = useRef(onVisible);
  tellVisible.current = onVisible;
  useEffect(() => { if (last >= first) tellVisible.current?.(first, last); }, [first, last, count]);

  function moveTo(index: number, extend: boolean): void {
    const next = Math.max(0, Math.min(count - 1, index));
    if (extend && onRange) {
      if (anchor.current < 0) anchor.current = active < 0 ? next : active;
      onRange({ first: Math.min(anchor.current, next), last: Math.max(anchor.current, next) });
    } else anchor.current = next;
    onActiveChange(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, last - first - 2 * rowsBeyond);
    const moves: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active < 0 ? count - 1 : active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: count - 1 };
    const target = moves[event.key];
    if (target !== undefined && count > 0 && !event.altKey && !event.metaKey) { event.preventDefault(); moveTo(target, event.shiftKey); return; }
    if (choosing && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') { event.preventDefault(); choosing.onAll(); return; }
    if (choosing && (event.key === ' ' || event.key === 'Enter') && active >= 0) { event.preventDefault(); choosing.onToggle(active); return; }
    if (event.key === 'Enter' && active >= 0 && onOpen) { event.preventDefault(); onOpen(active); }
    else if (event.key === 'Escape' && onEscape) { event.preventDefault(); onEscape(); }
    else if (event.key === 'Delete' && active >= 0 && onDelete) { event.preventDefault(); onDelete(active); }
  }

  function onRowPress(event: MouseEvent, index: number): void {
    scroller.current?.focus();
    moveTo(index, event.shiftKey);
    if (choosing) choosing.onToggle(index);
    else if (!event.shiftKey) onOpen?.(index);
  }

  return (
    <div
      ref={scroller} role="listbox" tabIndex={0} aria-label={label} aria-description={description} aria-multiselectable={onRange || choosing ? true : undefined}
      aria-activedescendant={active >= first && active <= last ? `${listId}-${active}` : undefined}
      className={`virtual-list ${className ?? ''}`} onKeyDown={onKeyDown}
      onFocus={(event) => { if (event.target === scroller.current && active < 0 && count > 0 && scroller.current.matches(':focus-visible')) onActiveChange(first === 0 ? 0 : Math.min(count - 1, first + rowsBeyond)); }}
    >
      <div className="virtual-list-inner" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => (
          <div
            key={item.key} id={`${listId}-${item.index}`} ref={virtualizer.measureElement} data-index={item.index} role="option"
            aria-selected={choosing ? choosing.isChosen(item.index) : range ? item.index >= range.first && item.index <= range.last : false}
            aria-setsize={count} aria-posinset={item.index + 1} data-active={item.index === active || undefined}
            className="virtual-list-row" style={{ transform: `translateY(${item.start}px)` }}
            onClick={(event) => onRowPress(event, item.index)}
          >
            {renderRow(item.index)}
          </div>
        ))}
      </div>
    </div>
  );
}
