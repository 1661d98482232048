import type { ReactNode } from 'react';
import { ListBox as AriaListBox, ListBoxItem } from 'react-aria-components';
import './list.css';

export interface ListBoxEntry { id: string; title: string; detail?: ReactNode; end?: ReactNode }

/**
 * A short list, all of it drawn; arrows move, Enter or a press opens. For long ones use VirtualList. Never `replace` as
 * the selection behaviour: it opens whatever the keyboard comes by, so that Tab alone would link the first document.
 */
export function ListBox({ label, entries, openId, onOpen }: { label: string; entries: readonly ListBoxEntry[]; openId: string | null; onOpen: (id: string) => void }) {
  return (
    <AriaListBox
      aria-label={label} className="list" items={entries} selectionMode="single" selectionBehavior="toggle" disallowEmptySelection={openId !== null}
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
