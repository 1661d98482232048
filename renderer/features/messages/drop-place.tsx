import { type DragEvent, type ReactNode, useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import './drop-place.css';

/** The whole place as somewhere to drop what is to be looked into; `isOpen` false where nothing can be taken. */
export function DropPlace({ isOpen, onDropped, children }: { isOpen: boolean; onDropped: (files: readonly File[]) => void; children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  function over(event: DragEvent): void {
    if (!isOpen || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  }
  function drop(event: DragEvent): void {
    if (!isOpen) return;
    event.preventDefault();
    setOver(false);
    onDropped([...event.dataTransfer.files]);
  }
  return (
    <div className="drop-place" onDragOver={over} onDrop={drop} onDragLeave={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false); }}>
      {children}
      {isOver && <p className="drop-place-over" role="status">{messages.bringingIn.dropHere}</p>}
    </div>
  );
}
