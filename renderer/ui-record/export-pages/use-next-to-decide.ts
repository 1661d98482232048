import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Id } from '../../../shared/model/identity';

/**
 * Where the keyboard goes once something found is decided: its row has gone to another list, and the button that was pressed with it. To the next that waits; where none does, to the line of those decided. `lists` holds both.
 * `goOn`: after a decision, with null; after one was taken back, with the hit that waits again. Nothing moves while she is asked for a reason.
 */
export function useNextToDecide(isAsking: boolean): { readonly lists: RefObject<HTMLDivElement | null>; readonly goOn: (to: Id | null) => void } {
  const lists = useRef<HTMLDivElement>(null);
  const [next, setNext] = useState<{ readonly to: Id | null } | null>(null);
  useEffect(() => {
    if (next === null || isAsking) return undefined;
    // The dialog gives the keyboard back to what was pressed, two frames after it closes at the latest.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const find = (what: string): HTMLElement | null => lists.current?.querySelector<HTMLElement>(what) ?? null;
        const row = next.to === null ? '' : `[data-hit="${next.to}"] `;
        (find(`${row}[data-decides]`) ?? (row === '' ? null : find(`${row}button`)) ?? find('[data-decided] button'))?.focus();
        setNext(null);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [next, isAsking]);
  return { lists, goOn: (to) => setNext({ to }) };
}
