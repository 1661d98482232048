import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from './button';
import './beside.css';

export interface BesideProps {
  /** The thing's name, for when its own heading is covered. */
  title: string;
  /** Over both, across the whole width. */
  head: ReactNode;
  /** The thing itself. */
  children: ReactNode;
  /** What stands beside it; null: nothing, and the thing has all the room. */
  side: ReactNode | null;
  sideLabel: string;
  /** Where there is room for one only, the side covers the thing while this is true, and is away while it is not. */
  isOver: boolean;
  onBack: () => void;
  backLabel: string;
  /** `panel`: 22rem beside a list of things. `facts`: wants a wider window before it stands beside. */
  shape?: 'panel' | 'facts';
}

/** A thing and what is said of it, side by side; one at a time where it is narrow (told in rem, so large text counts). */
export function Beside({ title, head, children, side, sideLabel, isOver, onBack, backLabel, shape = 'panel' }: BesideProps) {
  const thing = useRef<HTMLDivElement>(null);
  const aside = useRef<HTMLElement>(null);
  // What was pressed goes out of sight with the thing: the keyboard goes along, and comes back afterwards.
  useEffect(() => {
    if (!isOver || !thing.current || getComputedStyle(thing.current).visibility !== 'hidden') return;
    const before = document.activeElement as HTMLElement | null;
    const panel = aside.current;
    if (!panel?.contains(before)) panel?.focus({ preventScroll: true });
    return () => {
      if (document.activeElement === document.body || panel?.contains(document.activeElement)) before?.focus();
    };
  }, [isOver]);
  return (
    <div className="beside-box">
      <div className={`beside beside-${shape}`} data-over={(isOver && side !== null) || undefined}>
        <div className="beside-head">{head}</div>
        <div ref={thing} className="beside-thing">{children}</div>
        {side !== null && (
          <aside ref={aside} className="beside-side" aria-label={sideLabel} tabIndex={-1}>
            <div className="beside-back"><Button tone="quiet" icon={ArrowLeft} onPress={onBack}>{backLabel}</Button><h1>{title}</h1></div>
            {side}
          </aside>
        )}
      </div>
    </div>
  );
}
