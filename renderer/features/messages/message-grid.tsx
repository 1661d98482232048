import { type KeyboardEvent, type Ref, useCallback, useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { Excerpt, Message } from '../../../shared/model/conversation';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { PagedCache } from '../../ui/paged-cache';
import { clickMargin, type MessageSelection, pressKey, rangeOf } from './message-selection';
import { MessageRow } from './message-row';
import { useTallScroll } from './use-tall-scroll';
import './message-grid.css';

export interface MessageGridHandle {
  goTo: (ordinal: number) => void;
  focus: () => void;
  /** Whether something stands over it, as where there is room for one thing only. */
  isCovered: () => boolean;
}

export interface MessageGridProps {
  title: string;
  count: number;
  cache: PagedCache<Message>;
  selection: MessageSelection;
  onSelection: (selection: MessageSelection) => void;
  excerpts: readonly Excerpt[];
  query: string;
  canMark: boolean;
  onDetails: (ordinal: number) => void;
  onOpenDocument: (id: Id) => void;
  ref?: Ref<MessageGridHandle>;
}

const rowsAPage = 8;

/** A conversation of any length as a grid: one row a message, a margin cell and the message itself. */
export function MessageGrid({ title, count, cache, selection, onSelection, excerpts, query, canMark, onDetails, onOpenDocument, ref }: MessageGridProps) {
  const place = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const { scroll, blocks, onScroll, measure, goTo, reveal } = useTallScroll(place, count);
  useSyncExternalStore(cache.subscribe, cache.version);
  const words = messages.conversations;

  const firstRow = blocks.first * scroll.rowsPerBlock;
  const lastRow = Math.min(count, (blocks.last + 1) * scroll.rowsPerBlock) - 1;
  useEffect(() => { if (lastRow >= 0) cache.want(Math.max(0, firstRow - 1), lastRow); }, [cache, firstRow, lastRow]);
  useImperativeHandle(ref, () => ({ goTo, focus: () => place.current?.focus(), isCovered: () => place.current !== null && getComputedStyle(place.current).visibility === 'hidden' }), [goTo]);

  const latest = useRef({ selection, onSelection });
  latest.current = { selection, onSelection };
  const onMargin = useCallback((ordinal: number, extend: boolean) => { place.current?.focus({ preventScroll: true }); latest.current.onSelection(clickMargin(latest.current.selection, ordinal, extend)); }, []);
  // Reading on by pointer must not undo what is chosen, and the words being written about it.
  const onPress = useCallback((ordinal: number) => { if (latest.current.selection.anchor === null) latest.current.onSelection({ anchor: null, focus: ordinal }); }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== place.current || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') { event.preventDefault(); onDetails(selection.focus); return; }
    if (!canMark && event.key === ' ') return;
    const next = pressKey(selection, event.key, canMark && event.shiftKey, count, rowsAPage);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    onSelection(next);
    reveal(next.focus);
  }

  const range = rangeOf(selection);
  const marked = excerpts.filter((excerpt) => excerpt.lastOrdinal >= firstRow && excerpt.firstOrdinal <= lastRow);
  const shown = Array.from({ length: Math.max(0, blocks.last - blocks.first + 1) }, (_, i) => blocks.first + i);
  return (
    <div
      ref={place} role="grid" tabIndex={0} className="message-grid" aria-label={words.view.label(title)} aria-description={canMark ? words.view.hint : words.view.hintReading} aria-rowcount={count} aria-colcount={2} aria-multiselectable
      aria-activedescendant={selection.focus >= firstRow && selection.focus <= lastRow && cache.get(selection.focus) ? `${gridId}-${selection.focus}` : undefined}
      onScroll={onScroll} onKeyDown={onKeyDown}
    >
      <div className="message-track" role="presentation" style={{ height: scroll.trackLengthPx }}>
        {shown.map((block) => {
          const from = block * scroll.rowsPerBlock;
          const to = Math.min(count, from + scroll.rowsPerBlock);
          const rows = Array.from({ length: to - from }, (_, i) => cache.get(from + i));
          const isWhole = rows.every((row) => row !== undefined) && (from === 0 || cache.get(from - 1) !== undefined);
          return (
            <Block key={block} index={block} topPx={scroll.topPx(block)} waitingPx={isWhole ? null : scroll.heightPx(block)} measure={measure}>
              {isWhole ? rows.map((message, i) => message && (
                <MessageRow
                  key={message.ordinal} id={`${gridId}-${message.ordinal}`} message={message} query={query}
                  startsDay={startsDay(cache.get(from + i - 1), message)} followsOn={followsOn(cache.get(from + i - 1), message)}
                  isActive={message.ordinal === selection.focus} isSelected={range !== null && message.ordinal >= range.first && message.ordinal <= range.last}
                  isMarked={marked.some((excerpt) => message.ordinal >= excerpt.firstOrdinal && message.ordinal <= excerpt.lastOrdinal)}
                  canMark={canMark} onMargin={onMargin} onPress={onPress} onOpenDocument={onOpenDocument}
                />
              )) : cache.isRefused(from) && <div role="row"><div role="gridcell"><Notice tone="needs-you" actions={<Button onPress={() => cache.retry()}>{messages.ui.tryAgain}</Button>}>{words.couldNotLoad}</Notice></div></div>}
            </Block>
          );
        })}
      </div>
    </div>
  );
}

function Block({ index, topPx, waitingPx, measure, children }: { index: number; topPx: number; waitingPx: number | null; measure: (block: number, heightPx: number) => void; children: React.ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const isWhole = waitingPx === null;
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !isWhole) return;
    measure(index, element.offsetHeight);
    const observer = new ResizeObserver(() => measure(index, element.offsetHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [index, isWhole, measure]);
  return <div ref={box} role="presentation" className="message-block" style={{ top: topPx, minHeight: waitingPx ?? undefined }}>{children}</div>;
}

/** A new day's name stands before the first message of a day; a line without a date opens no day. */
export function startsDay(before: Message | undefined, message: Message): boolean {
  return before === undefined ? true : message.at !== '' && message.at.slice(0, 10) !== before.at.slice(0, 10);
}

export function followsOn(before: Message | undefined, message: Message): boolean {
  return before !== undefined && before.kind === 'message' && message.kind === 'message' && before.sender === message.sender && !startsDay(before, message);
}
