import { type CSSProperties, type ReactNode, type RefObject, useEffect, useState } from 'react';
import type { WordBox } from '../../shared/model/document-page';
import './word-marks.css';

interface Place { left: number; top: number; width: number; height: number }

/** Where a picture lies in its parent, whatever its size; null while it is not known, or nobody `wants` it. */
function usePlaceOf(over: RefObject<HTMLElement | null>, wants: boolean): Place | null {
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    const picture = over.current;
    if (picture === null || !wants) return setPlace(null);
    const measure = (): void => setPlace({ left: picture.offsetLeft, top: picture.offsetTop, width: picture.offsetWidth, height: picture.offsetHeight });
    const watch = new ResizeObserver(measure);
    watch.observe(picture);
    if (picture.parentElement) watch.observe(picture.parentElement);
    measure();
    return () => watch.disconnect();
  }, [wants, over]);
  return place;
}

/** Marks words on a picture where a search found them; laid over it, and out of the way of the mouse. Its parent must be positioned. */
export function WordMarks({ marks, over }: { marks: readonly WordBox[]; over: RefObject<HTMLElement | null> }) {
  const place = usePlaceOf(over, marks.length > 0);
  if (place === null) return null;
  return <MarkBoxes marks={marks} style={place} />;
}

/** Something laid over a picture, as large as it is. Its parent must be positioned. */
export function OverPicture({ over, children }: { over: RefObject<HTMLElement | null>; children: ReactNode }) {
  const place = usePlaceOf(over, true);
  return place === null ? null : <div className="black-out-over" style={place}>{children}</div>;
}

/** The marks alone, over the whole of what they stand in or at `style`. `first`: the first of them. */
export function MarkBoxes({ marks, style, first }: { marks: readonly WordBox[]; style?: CSSProperties; first?: RefObject<HTMLSpanElement | null> }) {
  return (
    <div className="word-marks" style={style} aria-hidden>
      {marks.map(({ start, left, top, width, height }, index) => <span key={start} {...(index === 0 && first ? { ref: first } : {})} style={{ left: `${left * 100}%`, top: `${top * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` }} />)}
    </div>
  );
}
