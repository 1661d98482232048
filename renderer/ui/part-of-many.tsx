import { type ReactNode, useState } from 'react';
import { messages } from '../../shared/messages/en-gb';
import { Button } from './button';
import { useAfterPaint } from './use-after-paint';

/**
 * The first of many lines, and more on request: a table of hundreds of lines, each with its button, would keep the page from standing.
 * @param atOnce how many more come with each press.
 * @param first so many of them stand with the page, the others of the first part a moment later; for tall lines, of which few are in sight.
 */
export function PartOfMany<Line>({ all, atOnce = 40, first, children }: { all: readonly Line[]; atOnce?: number; first?: number; children: (shown: readonly Line[]) => ReactNode }) {
  const [count, setCount] = useState(atOnce);
  const isPainted = useAfterPaint();
  return (
    <>
      {children(all.slice(0, isPainted || first === undefined ? count : first))}
      {all.length > count && <div className="row"><Button onPress={() => setCount(count + atOnce)}>{messages.ui.showMoreOf(Math.min(atOnce, all.length - count), all.length)}</Button></div>}
    </>
  );
}
