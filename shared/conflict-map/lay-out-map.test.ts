import { describe, expect, it } from 'vitest';
import type { ConflictMap, MapPerson, MapTie } from '../model/case/conflict-map';
import { undated } from '../model/dated';
import { notAnOfficer } from '../model/person';
import { layOutMap, mostDrawn, sayPart } from './lay-out-map';
import { textWidth, wrapped } from './text-width';

const idOf = (n: number): string => n.toString(16).padStart(32, '0');
const kinds = ['worked-with', 'supervised', 'friend', 'married', 'contact'] as const;

/** People in steps round the accused and ties among them, drawn by a fixed row of numbers. */
function made(count: number, tieCount: number, seed = 7): ConflictMap {
  let state = seed;
  const next = (below: number): number => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 2 ** 32 * below); };
  const pairs = Array.from({ length: tieCount }, (_, i): [number, number] => (i + 1 < count ? [next(Math.min(i + 1, 14)), i + 1] : [next(count), next(count)])).filter(([a, b]) => a !== b);
  const steps = new Map([[0, 0]]);
  for (const [id, step] of steps) for (const [a, b] of pairs) { const other = a === id ? b : b === id ? a : null; if (other !== null && !steps.has(other)) steps.set(other, step + 1); }
  const people = Array.from({ length: count }, (_, n): MapPerson => ({
    id: idOf(n), name: n === 3 ? 'محمد عبد الرحمن' : `${['Craig Dunmore', 'PC Sarah Whitcombe-Featherstonehaugh', 'Amal', 'DS Holt'][n % 4]} ${n}`, role: n === 0 ? 'accused' : 'police',
    officer: n % 3 ? { ...notAnOfficer, rank: 'PC', collarNumber: String(4000 + n), force: 'Eastshire Police' } : notAnOfficer, organisation: '', part: n % 5 === 1 ? 'in-charge' : n % 7 === 2 ? 'supervisor' : null, steps: steps.get(n) ?? null, isErased: false,
  })).sort((a, b) => (a.steps ?? 99) - (b.steps ?? 99));
  const ties = pairs.map(([a, b], i): MapTie => ({
    number: i + 1, fromId: idOf(a), toId: idOf(b), kind: kinds[i % kinds.length] ?? 'other', entryId: idOf(1000 + i), entryKind: 'tie', words: '', began: undated, ended: undated, known: 'not-said', toldBy: '', source: '', evidence: [], firstRecordedUtc: '2026-01-01T00:00:00.000Z',
  }));
  return { people, ties, untied: [] };
}

describe('the conflict map laid out', () => {
  it.each([[2, 1], [12, 18], [40, 60], [100, 110], [100, 170]])('keeps %i people and %i ties clear of each other, inside the drawing, and the same each time', (count, tieCount) => {
    const map = made(count, tieCount);
    const drawn = layOutMap(map);
    const boxes = [...drawn.people, ...drawn.ties.flatMap(({ labelBox }) => (labelBox === null ? [] : [labelBox]))];
    expect(drawn.people).toHaveLength(count);
    const overlapping = boxes.flatMap((one, i) => boxes.slice(i + 1).filter((other) => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height));
    expect(overlapping).toEqual([]);
    expect(boxes.filter(({ x, y, width, height }) => x < 0 || y < 0 || x + width > drawn.width || y + height > drawn.height)).toEqual([]);
    expect(drawn.ties.filter(({ labelBox }) => labelBox === null).length).toBeLessThanOrEqual(drawn.ties.length / 20);
    expect(layOutMap(structuredClone(map))).toEqual(drawn);
    expect(drawn.ties.flatMap(({ ties }) => ties.map(({ number }) => number)).sort((a, b) => a - b)).toEqual(map.ties.map(({ number }) => number));
  });

  it('puts the accused first and each step in a column of its own', () => {
    const drawn = layOutMap(made(40, 60));
    const columns = new Map<number, Set<number | null>>();
    for (const { x, person } of drawn.people) columns.set(x, (columns.get(x) ?? new Set()).add(person.steps));
    const inOrder = [...columns].sort(([a], [b]) => a - b).map(([, steps]) => [...steps]);
    expect(inOrder).toEqual(inOrder.map((_, step) => [step]));
    expect(drawn.people.find(({ person }) => person.steps === 0)).toMatchObject({ look: 'accused', who: ['Accused'] });
  });

  it('draws two who know each other in two ways with one line, and an arrow only where all go one way', () => {
    const { people, ties: [first] } = made(2, 1);
    const tie = { ...first!, kind: 'supervised' as const };
    const again = layOutMap({ people, ties: [tie, { ...tie, number: 2, kind: 'friend' }] }).ties;
    const named = people.map((person) => ({ ...person, name: person.id === tie.toId ? 'Inspector Wolfeschlegelstein' : 'PC Holt' }));
    expect(again.map(({ arrow }) => arrow)).toEqual([null]);
    // Without an arrow, one that goes one way names whom it goes to.
    expect(layOutMap({ people: named, ties: [tie, { ...tie, number: 2, kind: 'friend' }] }).ties[0]?.label).toEqual(['1 Supervised → Inspector Wolfeschl…', '2 Friends']);
    expect(layOutMap({ people: named, ties: [tie, { ...tie, number: 2, kind: 'supervised', fromId: tie.toId, toId: tie.fromId }] }).ties[0]?.label).toEqual(['1 Supervised → Inspector Wolfeschl…', '2 Supervised → PC Holt']);
    expect(layOutMap({ people: named, ties: [tie] }).ties[0]?.label).toEqual(['1 Supervised']);
    expect(layOutMap({ people, ties: [tie] }).ties[0]?.arrow).toBe('second');
    expect(layOutMap({ people, ties: [{ ...tie, fromId: tie.toId, toId: tie.fromId }] }).ties[0]?.arrow).toBe('first');
  });

  it('says no role of somebody who was erased, and keeps the part they had', () => {
    const { people, ties } = made(2, 1);
    const erased = people.map((person) => ({ ...person, name: 'An erased person', role: 'other' as const, officer: notAnOfficer, organisation: '', part: null, isErased: true }));
    expect(layOutMap({ people: erased, ties }).people.map(({ who }) => who)).toEqual([[], []]);
    expect(sayPart({ ...erased[0]!, part: 'in-charge' })).toBe('In charge');
  });

  it('draws those who cannot be read any more not at all, the farthest first', () => {
    const map = made(130, 140);
    expect(layOutMap(map).people.map(({ person }) => person.id)).toEqual(map.people.slice(0, mostDrawn).map(({ id }) => id));
  });

  it('takes no more than 40 ms of processor time for 100 people', () => {
    const map = made(100, 150);
    const took = Array.from({ length: 8 }, () => { const before = process.cpuUsage(); layOutMap(map); return process.cpuUsage(before).user / 1000; });
    expect(Math.min(...took)).toBeLessThan(40);
  });

  it('breaks a name into lines that fit, and ends what does not in three dots', () => {
    const lines = wrapped('Detective Chief Superintendent Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh of Eastshire', 15, 160, 2);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(textWidth(line, 15)).toBeLessThanOrEqual(160);
    expect(lines[1]).toMatch(/…$/);
    expect(wrapped('DS  Whitcombe-Featherstone', 15, 160, 2)).toEqual(['DS Whitcombe-', 'Featherstone']);
    expect(wrapped('', 15, 160, 2)).toEqual([]);
  });
});
