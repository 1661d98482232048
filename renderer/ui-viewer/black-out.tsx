import { createContext, type KeyboardEvent, type PointerEvent, useContext, useEffect, useRef, useState } from 'react';
import { messages } from '../../shared/messages/en-gb';
import type { PageArea } from '../../shared/model/redaction';
import './black-out.css';

/** What is blacked out in the document that is shown, while she says it. `onArea`: she has set another part of a page (from 1). */
export interface BlackingOut {
  readonly areas: readonly (PageArea & { readonly id: string; readonly page: number })[];
  readonly onArea: (page: number, area: PageArea) => void;
}

const Context = createContext<BlackingOut | null>(null);
export const BlackOutProvider = Context.Provider;

const step = 0.01;
const least = 0.005;
/** Where the keyboard begins. */
const begun: PageArea = { left: 0.35, top: 0.45, width: 0.3, height: 0.05 };
const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Over one page, or over a picture: parts of it are drawn out by mouse or by keyboard. Nothing where she is only looking. Its parent must be positioned and as large as what is seen. */
export function BlackOutLayer({ page }: { page: number }) {
  const blacking = useContext(Context);
  const [box, setBox] = useState<PageArea | null>(null);
  const [from, setFrom] = useState<{ x: number; y: number } | null>(null);
  const [said, setSaid] = useState('');
  const words = messages.redaction;
  const boxShown = useRef<HTMLSpanElement>(null);
  // Of a large page only a strip is seen: what is placed by keyboard must not stand, or be set, out of sight. A mouse is where its box is.
  useEffect(() => {
    if (from === null && box !== null) boxShown.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [from, box]);
  if (blacking === null) return null;
  const areas = blacking.areas.filter((area) => area.page === page);

  function set(area: PageArea): void {
    if (area.width >= least && area.height >= least) {
      blacking?.onArea(page, area);
      setSaid(words.boxSet);
    }
    setBox(null);
  }
  const placeOf = (event: PointerEvent<HTMLElement>): { x: number; y: number } => {
    const bounds = event.currentTarget.getBoundingClientRect();
    return { x: within((event.clientX - bounds.left) / bounds.width, 0, 1), y: within((event.clientY - bounds.top) / bounds.height, 0, 1) };
  };
  const between = (a: { x: number; y: number }, b: { x: number; y: number }): PageArea => ({ left: Math.min(a.x, b.x), top: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const x = event.key === 'ArrowRight' ? step : event.key === 'ArrowLeft' ? -step : 0;
    const y = event.key === 'ArrowDown' ? step : event.key === 'ArrowUp' ? -step : 0;
    if (event.key === 'Enter') {
      if (box === null) {
        setBox(begun);
        setSaid(words.boxBegun);
      } else set(box);
    } else if (event.key === 'Escape' && box !== null) {
      setBox(null);
      setSaid(words.boxGone);
    } else if ((x !== 0 || y !== 0) && box !== null) {
      const next = event.shiftKey
        ? { ...box, width: within(box.width + x, step, 1 - box.left), height: within(box.height + y, step, 1 - box.top) }
        : { ...box, left: within(box.left + x, 0, 1 - box.width), top: within(box.top + y, 0, 1 - box.height) };
      setBox(next);
      const percent = (share: number): number => Math.round(share * 100);
      setSaid(words.boxAt(percent(next.left), percent(next.top), percent(next.width), percent(next.height)));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const styleOf = ({ left, top, width, height }: PageArea) => ({ left: `${left * 100}%`, top: `${top * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` });
  return (
    <div
      className="black-out" tabIndex={0} role="application" aria-label={words.layer(page, areas.length)} onKeyDown={onKeyDown}
      onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); setFrom(placeOf(event)); }}
      onPointerMove={(event) => { if (from !== null) setBox(between(from, placeOf(event))); }}
      onPointerUp={(event) => { if (from !== null) set(between(from, placeOf(event))); setFrom(null); }}
      onPointerCancel={() => { setFrom(null); setBox(null); }}
    >
      {areas.map((area) => <span key={area.id} className="black-out-set" style={styleOf(area)} />)}
      {box !== null && <span ref={boxShown} className="black-out-box" style={styleOf(box)} />}
      <span className="visually-hidden" role="status">{said}</span>
    </div>
  );
}
