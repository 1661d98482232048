import type { ReactNode } from 'react';
import { ListBox as AriaListBox, ListBoxItem } from 'react-aria-components';
import './list.css';
import { useAfterPaint } from './use-after-paint';

export interface ListBoxEntry { id: string; title: string; detail?: ReactNode; end?: ReactNode }

/** As many fill a window. */
const rowsAtFirst = 12;

/**
 * A short list, all of it drawn, what lies below the window's edge a moment later; arrows move, Enter or a press opens. For long ones use VirtualList. Never `replace` as
 * the selection behaviour: it opens whatever the keyboard comes by, so that Tab alone would link the first document.
 */
export function ListBox({ label, entries, openId, onOpen }: { label: string; entries: readonly ListBoxEntry[]; openId: string | null; onOpen: (id: string) => void }) {
  const isWhole = useAfterPaint() || openId !== null;
  return (
    <AriaListBox
      aria-label={label} className="list" items={isWhole ? entries : entries.slice(0, rowsAtFirst)} selectionMode="single" selectionBehavior="toggle" disallowEmptySelection={openId !== null}
      selectedKeys={openId ? [openId] : []}
      onSelectionChange={(keys) => { if (keys !== 'all') for (const key of keys) onOpen(String(key)); }}
    >
      {(entry) => (
        <ListBoxItem id={entry.id} textValue={entry.title} className="list-row">
          <span className="list-row-main"><span className="list-row-title" dir="auto">{entry.title}</span>{entry.detail && <span className="list-row-detail" dir="auto">{entry.detail}</span>}</span>
          {entry.end && <span className="list-row-end">{entry.end}</span>}
        </ListBoxItem>
      )}
    </AriaListBox>
  );
}
