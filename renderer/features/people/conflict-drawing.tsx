import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Id } from '../../../shared/model/identity';
import { arrowPath, curvePath, type DrawnMap, type DrawnPerson, isDoubled, lineHeight, outlineOf } from '../../../shared/conflict-map/drawn-map';
import { messages } from '../../../shared/messages/en-gb';
import './conflict-map.css';

const texts = messages.conflictMap;
/** The layout is in px at 100% text: larger text draws all of it larger. */
const rem = 16;

/** The map, drawn. Its people are a list of choices: arrows go to the next one that way, Home and End to the first and last, Enter opens. */
export function ConflictDrawing({ drawn, onOpen }: { drawn: DrawnMap; onOpen: (personId: Id) => void }) {
  const [chosen, setChosen] = useState<Id | null>(null);
  const listId = useId();
  const frame = useRef<HTMLDivElement>(null);
  // A tall map stands with the accused in sight, wherever in its column they are.
  useLayoutEffect(() => {
    const [first] = drawn.people;
    if (frame.current && first) frame.current.scrollTop = (first.y + first.height / 2) / drawn.height * frame.current.scrollHeight - frame.current.clientHeight / 2;
  }, [drawn]);
  const active = drawn.people.find(({ person }) => person.id === chosen) ?? null;

  function moveTo(person: DrawnPerson | undefined): void {
    if (!person) return;
    setChosen(person.person.id);
    document.getElementById(`${listId}-${person.person.id}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  function onKeyDown(event: KeyboardEvent): void {
    const [first] = drawn.people;
    const ways: Record<string, (from: DrawnPerson) => DrawnPerson | undefined> = {
      ArrowDown: (from) => beside(drawn, from, 'below'), ArrowUp: (from) => beside(drawn, from, 'above'), ArrowRight: (from) => beside(drawn, from, 'right'), ArrowLeft: (from) => beside(drawn, from, 'left'),
      Home: () => first, End: () => drawn.people.at(-1),
    };
    const way = ways[event.key];
    if (way) { event.preventDefault(); moveTo(active ? way(active) : first); }
    else if (event.key === 'Enter' && active && !active.person.isErased) { event.preventDefault(); onOpen(active.person.id); }
  }
  const tiesOf = (id: Id): number => drawn.ties.filter(({ ties }) => ties.some(({ fromId, toId }) => fromId === id || toId === id)).length;
  return (
    <div
      ref={frame} className="conflict-map" role="listbox" tabIndex={0} aria-label={texts.mapLabel} aria-description={texts.mapKeys} aria-activedescendant={active ? `${listId}-${active.person.id}` : undefined} onKeyDown={onKeyDown}
      onFocus={() => { if (!active && frame.current?.matches(':focus-visible')) moveTo(drawn.people[0]); }}
    >
      <svg className="conflict-drawing" role="presentation" viewBox={`0 0 ${drawn.width} ${drawn.height}`} style={{ width: `${drawn.width / rem}rem`, height: `${drawn.height / rem}rem` }}>
        <g aria-hidden="true">
          {drawn.ties.map((tie) => {
            const arrow = arrowPath(tie);
            return <g key={tie.ties[0]?.number} className={tie.ties.some(({ fromId, toId }) => fromId === chosen || toId === chosen) ? 'conflict-tie conflict-tie-chosen' : 'conflict-tie'}><path d={curvePath(tie)} />{arrow && <path className="conflict-arrow" d={arrow} />}</g>;
          })}
          {drawn.ties.map(({ ties, label, labelBox }) => labelBox && (
            <g key={ties[0]?.number} className="conflict-label">
              <rect x={labelBox.x} y={labelBox.y} width={labelBox.width} height={labelBox.height} rx={3} />
              {label.map((line, index) => <text key={line} x={labelBox.x + labelBox.width / 2} y={labelBox.y + index * lineHeight + 13}>{line}</text>)}
            </g>
          ))}
        </g>
        {drawn.people.map((one) => {
          const { person, look, name, who, x, y, width } = one;
          return (
            <g
              key={person.id} id={`${listId}-${person.id}`} role="option" aria-selected={person.id === chosen} aria-label={[person.name, who.join(' '), texts.ties(tiesOf(person.id))].join(', ')} className={`conflict-person conflict-${look}`}
              data-active={person.id === chosen || undefined} onClick={() => { setChosen(person.id); if (!person.isErased) onOpen(person.id); }}
            >
              <path className="conflict-outline" d={outlineOf(one)} />
              {isDoubled(look) && <path className="conflict-inline" d={outlineOf(one, 4)} />}
              {name.map((line, index) => <text key={index} className="conflict-name" x={x + width / 2} y={y + 22 + index * lineHeight}>{`${line} `}</text>)}
              {who.map((line, index) => <text key={index} className="conflict-who" x={x + width / 2} y={y + 22 + (name.length + index) * lineHeight}>{`${line} `}</text>)}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** Who is next that way: up and down in the same column, else the nearest of the column there. */
function beside({ people }: DrawnMap, from: DrawnPerson, way: 'above' | 'below' | 'left' | 'right'): DrawnPerson | undefined {
  const middle = ({ y, height }: DrawnPerson): number => y + height / 2;
  const away = (one: DrawnPerson): number => Math.abs(middle(one) - middle(from));
  const nearest = (some: DrawnPerson[]): DrawnPerson | undefined => some.sort((one, other) => away(one) - away(other))[0];
  if (way === 'above' || way === 'below') return nearest(people.filter((one) => one.x === from.x && (way === 'below' ? one.y > from.y : one.y < from.y)));
  const columns = [...new Set(people.map(({ x }) => x))].sort((a, b) => a - b);
  const column = columns[columns.indexOf(from.x) + (way === 'right' ? 1 : -1)];
  return nearest(people.filter(({ x }) => x === column));
}
