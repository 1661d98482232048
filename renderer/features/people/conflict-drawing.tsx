import { type KeyboardEvent, memo, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Id } from '../../../shared/model/identity';
import { isDoubled, lineHeight, outlineOf } from '../../../shared/conflict-map/drawn-map';
import type { ShownMap, ShownPerson, ShownTie } from '../../../shared/model/case/conflict-map';
import { messages } from '../../../shared/messages/en-gb';
import { useAfterPaint } from '../../ui/use-after-paint';
import './conflict-map.css';

const texts = messages.conflictMap;
/** The layout is in px at 100% text: larger text draws all of it larger. */
const rem = 16;

/** The map, drawn. Its people are a list of choices: arrows go to the next one that way, Home and End to the first and last, Enter opens. */
export function ConflictDrawing({ drawn, onOpen }: { drawn: ShownMap; onOpen: (personId: Id) => void }) {
  const [chosen, setChosen] = useState<Id | null>(null);
  const listId = useId();
  const frame = useRef<HTMLDivElement>(null);
  // What stands in sight is drawn first: the whole of a map of a hundred people takes three times as long.
  const isWhole = useAfterPaint(drawn);
  const inSight = useMemo(() => (isWhole ? drawn : aroundFirst(drawn)), [drawn, isWhole]);
  // A tall map stands with the accused in sight, wherever in its column they are.
  useLayoutEffect(() => {
    const [first] = drawn.people;
    if (frame.current && first) frame.current.scrollTop = middleOf(first) / drawn.height * frame.current.scrollHeight - frame.current.clientHeight / 2;
  }, [drawn]);
  const active = drawn.people.find(({ id }) => id === chosen) ?? null;

  // Again when all are drawn: the chosen one may not have been there yet.
  useEffect(() => {
    if (chosen !== null) document.getElementById(`${listId}-${chosen}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen, isWhole, listId]);

  function moveTo(person: ShownPerson | undefined): void {
    if (person) setChosen(person.id);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const [first] = drawn.people;
    const ways: Record<string, (from: ShownPerson) => ShownPerson | undefined> = {
      ArrowDown: (from) => beside(drawn, from, 'below'), ArrowUp: (from) => beside(drawn, from, 'above'), ArrowRight: (from) => beside(drawn, from, 'right'), ArrowLeft: (from) => beside(drawn, from, 'left'),
      Home: () => first, End: () => drawn.people.at(-1),
    };
    const way = ways[event.key];
    if (way) { event.preventDefault(); moveTo(active ? way(active) : first); }
    else if (event.key === 'Enter' && active && !active.isErased) { event.preventDefault(); onOpen(active.id); }
  }
  // The boxes are drawn once, whatever is chosen: they tell of a press through this.
  const press = useRef<(person: ShownPerson) => void>(undefined);
  useEffect(() => { press.current = (person) => { setChosen(person.id); if (!person.isErased) onOpen(person.id); }; });
  const pressed = useMemo(() => (person: ShownPerson) => press.current?.(person), []);
  return (
    <div
      ref={frame} className="conflict-map" role="listbox" tabIndex={0} aria-label={texts.mapLabel} aria-description={texts.mapKeys} aria-activedescendant={active ? `${listId}-${active.id}` : undefined} onKeyDown={onKeyDown}
      onFocus={() => { if (!active && frame.current?.matches(':focus-visible')) moveTo(drawn.people[0]); }}
    >
      <svg className="conflict-drawing" role="presentation" viewBox={`0 0 ${drawn.width} ${drawn.height}`} style={{ width: `${drawn.width / rem}rem`, height: `${drawn.height / rem}rem` }}>
        <g aria-hidden="true">
          <Curves ties={inSight.ties} />
          {active && <Curves ties={drawn.ties.filter(({ one, other }) => drawn.people[one] === active || drawn.people[other] === active)} isChosen />}
          <Labels ties={inSight.ties} />
        </g>
        {inSight.people.map((person) => <PersonBox key={person.id} id={`${listId}-${person.id}`} person={person} isChosen={person.id === chosen} onPress={pressed} />)}
      </svg>
    </div>
  );
}

/** All curves as one shape, and all heads of arrows: hundreds of shapes are what a drawing takes its time for. */
const Curves = memo(function Curves({ ties, isChosen = false }: { ties: readonly ShownTie[]; isChosen?: boolean }) {
  return (
    <g className={isChosen ? 'conflict-ties conflict-ties-chosen' : 'conflict-ties'}>
      <path d={ties.map(({ curve }) => curve).join('')} />
      <path className="conflict-arrow" d={ties.map(({ arrow }) => arrow).join('')} />
    </g>
  );
});

const Labels = memo(function Labels({ ties }: { ties: readonly ShownTie[] }) {
  const labels = ties.flatMap(({ label }) => (label === null ? [] : [label]));
  return (
    <g className="conflict-labels">
      <path d={labels.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}Z`).join('')} />
      {labels.map(({ lines, x, y, width }) => lines.map((line, index) => <text key={line} x={x + width / 2} y={y + index * lineHeight + 13}>{line}</text>))}
    </g>
  );
});

const PersonBox = memo(function PersonBox({ id, person, isChosen, onPress }: { id: string; person: ShownPerson; isChosen: boolean; onPress: (person: ShownPerson) => void }) {
  const { name, look, nameLines, who, ties, x, y, width } = person;
  return (
    <g id={id} role="option" aria-selected={isChosen} aria-label={[name, who.join(' '), texts.ties(ties)].join(', ')} className={`conflict-person conflict-${look}`} data-active={isChosen || undefined} onClick={() => onPress(person)}>
      <path className="conflict-outline" d={outlineOf(person)} />
      {isDoubled(look) && <path className="conflict-inline" d={outlineOf(person, 4)} />}
      {nameLines.map((line, index) => <text key={index} className="conflict-name" x={x + width / 2} y={y + 22 + index * lineHeight}>{`${line} `}</text>)}
      {who.map((line, index) => <text key={index} className="conflict-who" x={x + width / 2} y={y + 22 + (nameLines.length + index) * lineHeight}>{`${line} `}</text>)}
    </g>
  );
});

const middleOf = ({ y, height }: ShownPerson): number => y + height / 2;

/** What of a map can be in sight when it opens, with the first of its people in the middle: they, who stands so near them, and the ties that pass there. */
function aroundFirst(drawn: ShownMap): Pick<ShownMap, 'people' | 'ties'> {
  const [first] = drawn.people;
  // The frame is no higher than 70% of the window, and at either end of a map the first is not in its middle.
  const reach = window.innerHeight * 0.7;
  const [top, bottom] = first ? [middleOf(first) - reach, middleOf(first) + reach] : [0, 0];
  const middles = drawn.people.map(middleOf);
  return {
    people: drawn.people.filter(({ y, height }) => y + height > top && y < bottom),
    ties: drawn.ties.filter(({ one, other }) => Math.max(middles[one] ?? 0, middles[other] ?? 0) > top && Math.min(middles[one] ?? 0, middles[other] ?? 0) < bottom),
  };
}

/** Who is next that way: up and down in the same column, else the nearest of the column there. */
function beside({ people }: ShownMap, from: ShownPerson, way: 'above' | 'below' | 'left' | 'right'): ShownPerson | undefined {
  const away = (one: ShownPerson): number => Math.abs(middleOf(one) - middleOf(from));
  const nearest = (some: ShownPerson[]): ShownPerson | undefined => some.sort((one, other) => away(one) - away(other))[0];
  if (way === 'above' || way === 'below') return nearest(people.filter((one) => one.x === from.x && (way === 'below' ? one.y > from.y : one.y < from.y)));
  const columns = [...new Set(people.map(({ x }) => x))].sort((a, b) => a - b);
  const column = columns[columns.indexOf(from.x) + (way === 'right' ? 1 : -1)];
  return nearest(people.filter(({ x }) => x === column));
}
