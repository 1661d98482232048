import { useMemo, useRef } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { Patterns } from '../../../shared/model/case/patterns';
import { drawPatterns } from '../../../shared/patterns/draw-patterns';
import { usePlaces } from '../../app/places';
import { DrawnFigure } from '../../ui/drawn-figure';

/** The drawing. A press on a period leads to its entries; the keyboard has the same in the table below, so the drawing itself is a picture. */
export function PatternsFigure({ found }: { found: Patterns }) {
  const { go } = usePlaces();
  const drawn = useMemo(() => drawPatterns(found), [found]);
  const frame = useRef<HTMLDivElement>(null);
  if (!drawn) return null;
  const { drawing, x0, x1 } = drawn;
  const press = (clientX: number): void => {
    const box = frame.current?.querySelector('svg')?.getBoundingClientRect();
    if (!box) return;
    const at = Math.floor((((clientX - box.left) / box.width) * drawing.widthMm - x0) / ((x1 - x0) / found.buckets.length));
    const bucket = found.buckets[at];
    if (bucket) go({ name: 'chronology', period: { fromDay: bucket.fromDay, toDay: bucket.toDay } });
  };
  return (
    <div ref={frame} className="patterns-figure" role="group" aria-label={messages.patterns.overTime.figureTitle} tabIndex={0} onClick={({ clientX }) => press(clientX)}>
      <DrawnFigure drawing={drawing} describes={messages.patterns.overTime.describes(found.counted, found.buckets.length)} />
    </div>
  );
}
