import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { messages } from '../../shared/messages/en-gb';
import { Button } from './button';
import './split-view.css';

export interface SplitViewProps {
  list: ReactNode;
  /** null: nothing is open; `empty` stands in its place where there is room. */
  detail: ReactNode | null;
  empty?: ReactNode;
  onBack: () => void;
  backLabel?: string;
  /** `reading`: the list is the page (chronology) and takes the larger share. `talk`: the thing wants most of the room. `thing`: it wants all of it unless the window is wide. */
  shape?: 'list' | 'reading' | 'talk' | 'thing';
}

/**
 * List in the middle, the thing on the right. Where there is room for one only (a small window or large text, told by
 * the width in rem), the open thing takes the list's place and a way back stands above it.
 */
export function SplitView({ list, detail, empty, onBack, backLabel = messages.ui.back, shape = 'list' }: SplitViewProps) {
  useEscapeFromNothing(detail === null ? null : onBack);
  return (
    <div className="split-box">
      <div className={`split split-shape-${shape}`} data-open={detail !== null || undefined}>
        <div className="split-list">{list}</div>
        <div className="split-detail">
          {detail === null ? empty : <><div className="split-back"><Button tone="quiet" icon={ArrowLeft} onPress={onBack}>{backLabel}</Button></div><div className="split-thing">{detail}</div></>}
        </div>
      </div>
    </div>
  );
}

/** Esc goes back also in the moment in which the control that had the keyboard is gone and nothing has it yet (renderer/app/keep-focus.ts). */
function useEscapeFromNothing(onBack: (() => void) | null): void {
  const back = useRef(onBack);
  useEffect(() => { back.current = onBack; });
  useEffect(() => {
    const look = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && event.target === document.body && document.querySelector('[role="dialog"]') === null) back.current?.();
    };
    document.addEventListener('keydown', look);
    return () => document.removeEventListener('keydown', look);
  }, []);
}
