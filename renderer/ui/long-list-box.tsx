import { useEffect, useRef, useState } from 'react';
import type { ListBoxEntry } from './list-box';
import { VirtualList, type VirtualListHandle } from './virtual-list';

/** A ListBox of any length: only the rows in sight are drawn, for each row of a ListBox costs as much as a button. It fills what holds it. When the open one is closed, the keyboard is in the list again. */
export function LongListBox({ label, entries, openId, onOpen }: { label: string; entries: readonly ListBoxEntry[]; openId: string | null; onOpen: (id: string) => void }) {
  const list = useRef<VirtualListHandle>(null);
  const [active, setActive] = useState(-1);
  const wasOpen = useRef(openId);
  useEffect(() => { if (openId === null && wasOpen.current !== null) list.current?.focus(); wasOpen.current = openId; }, [openId]);
  const open = openId === null ? -1 : entries.findIndex(({ id }) => id === openId);
  return (
    <VirtualList
      ref={list} label={label} count={entries.length} rowHeightPx={64} active={active} onActiveChange={setActive} rowKey={(index) => entries[index]?.id ?? index}
      range={open < 0 ? null : { first: open, last: open }} onOpen={(index) => { const entry = entries[index]; if (entry) onOpen(entry.id); }}
      renderRow={(index) => { const entry = entries[index]; return entry ? <Row entry={entry} isOpen={index === open} /> : null; }}
    />
  );
}

function Row({ entry: { title, detail, end }, isOpen }: { entry: ListBoxEntry; isOpen: boolean }) {
  return (
    <div className="list-row" data-selected={isOpen || undefined}>
      <span className="list-row-main"><span className="list-row-title" dir="auto">{title}</span>{detail && <span className="list-row-detail" dir="auto">{detail}</span>}</span>
      {end && <span className="list-row-end">{end}</span>}
    </div>
  );
}
