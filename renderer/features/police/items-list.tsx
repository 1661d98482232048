import { useState } from 'react';
import type { DisclosedItem } from '../../../shared/model/case/disclosure';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';
import { UndoLine } from '../../ui/undo-line';
import { useAfterPaint } from '../../ui/use-after-paint';

const linesAtOnce = 50;
/** As many as may be in sight when it opens. */
const linesAtFirst = 12;

/** The lines of a list, so many at a time. `onChange` null: they are only read. */
export function ItemsList({ items, numbers, onChange }: { items: readonly DisclosedItem[]; /** Of a part of the list: which line each is. */ numbers?: readonly number[]; onChange: ((items: DisclosedItem[]) => void) | null }) {
  const texts = messages.disclosures.items;
  const [shown, setShown] = useState(linesAtOnce);
  const isPainted = useAfterPaint();
  const [changing, setChanging] = useState<Id | null>(null);
  const [taken, setTaken] = useState<{ item: DisclosedItem; at: number } | null>(null);
  if (items.length === 0 && !taken) return <p className="quiet">{texts.none}</p>;
  return (
    <div className="stack-tight">
      <ol className="list-items">
        {items.slice(0, isPainted ? shown : linesAtFirst).map((item, at) => (
          <li key={item.id} className="list-item">
            <span className="list-item-number"><bdi>{texts.line(numbers?.[at] ?? at + 1, item.number)}</bdi></span>
            {changing === item.id && onChange ? (
              <>
                <span className="list-item-text"><TextField label={texts.text(at + 1)} value={item.text} onChange={(text) => onChange(items.map((old) => (old.id === item.id ? { ...old, text, compared: '' } : old)))} maxLength={5000} autoFocus autoComplete="off" /></span>
                <Button onPress={() => setChanging(null)}>{texts.done}</Button>
              </>
            ) : <span className="list-item-text" dir="auto">{item.text}</span>}
            {onChange && changing !== item.id && (
              <>
                <Button tone="quiet" aria-label={texts.change(at + 1)} onPress={() => setChanging(item.id)}>{texts.changeShort}</Button>
                <Button tone="quiet" aria-label={texts.takeOut(at + 1)} onPress={() => { setTaken({ item, at }); onChange(items.filter(({ id }) => id !== item.id)); }}>{texts.takeOutShort}</Button>
              </>
            )}
          </li>
        ))}
      </ol>
      {taken && onChange && <UndoLine text={texts.takenOut(taken.at + 1)} onUndo={() => { setTaken(null); onChange([...items.slice(0, taken.at), taken.item, ...items.slice(taken.at)]); }} />}
      {items.length > shown && <div className="row"><Button onPress={() => setShown(shown + linesAtOnce)}>{texts.more}</Button></div>}
    </div>
  );
}
