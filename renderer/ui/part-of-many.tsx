import { type ReactNode, useState } from 'react';
import { messages } from '../../shared/messages/en-gb';
import { Button } from './button';

/**
 * The first of many lines, and more on request: a table of hundreds of lines, each with its button, would keep the page from standing.
 * @param atOnce how many more come with each press.
 */
export function PartOfMany<Line>({ all, atOnce = 40, children }: { all: readonly Line[]; atOnce?: number; children: (shown: readonly Line[]) => ReactNode }) {
  const [count, setCount] = useState(atOnce);
  return (
    <>
      {children(all.slice(0, count))}
      {all.length > count && <div className="row"><Button onPress={() => setCount(count + atOnce)}>{messages.ui.showMoreOf(Math.min(atOnce, all.length - count), all.length)}</Button></div>}
    </>
  );
}
