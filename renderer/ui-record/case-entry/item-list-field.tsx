import { Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { UndoLine } from '../../ui/undo-line';
import { newItemId } from '../new-item-id';
import './item-list.css';

export interface ItemListFieldProps<T extends { id: Id }> {
  items: readonly T[];
  onChange: (items: T[]) => void;
  /** A new one. */
  make: (id: Id) => T;
  addLabel: string;
  /** What one is called: "Promise 2". */
  nameOf: (number: number) => string;
  takenOut: string;
  /** Its fields; `isNew`: she has just added it, so its first field takes the keyboard. */
  draw: (item: T, change: (part: Partial<T>) => void, isNew: boolean) => ReactNode;
}

/** A few things of one kind inside an entry, each with its own fields. What is taken out can be put back where it was. */
export function ItemListField<T extends { id: Id }>({ items, onChange, make, addLabel, nameOf, takenOut, draw }: ItemListFieldProps<T>) {
  const [newest, setNewest] = useState<Id | null>(null);
  const [taken, setTaken] = useState<{ item: T; at: number } | null>(null);
  const add = (): void => {
    const id = newItemId();
    setNewest(id);
    setTaken(null);
    onChange([...items, make(id)]);
  };
  return (
    <div className="stack">
      {items.map((item, at) => (
        <div key={item.id} role="group" aria-label={nameOf(at + 1)} className="item-fields">
          <div className="item-fields-top">
            <span className="item-fields-name">{nameOf(at + 1)}</span>
            <Button tone="quiet" icon={Trash2} aria-label={messages.caseEntry.removeNamed(nameOf(at + 1))} onPress={() => { setTaken({ item, at }); onChange(items.filter(({ id }) => id !== item.id)); }}>{messages.caseEntry.takeOut}</Button>
          </div>
          {draw(item, (part) => onChange(items.map((old) => (old.id === item.id ? { ...old, ...part } : old))), item.id === newest)}
        </div>
      ))}
      {taken && <UndoLine text={takenOut} onUndo={() => { setTaken(null); onChange([...items.slice(0, taken.at), taken.item, ...items.slice(taken.at)]); }} />}
      <div className="row"><Button icon={Plus} onPress={add}>{addLabel}</Button></div>
    </div>
  );
}
