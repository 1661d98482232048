import { Graph, layout } from '@dagrejs/dagre';
import type { Id } from '../model/identity';
import type { ConflictMap, KnownTie, MapPerson, PersonLook } from '../model/case/conflict-map';
import { messages } from '../messages/en-gb';
import { personRoleLabels, tieLabels } from '../picklists';
import { lineHeight, nameSize, whoSize, type Box, type DrawnMap, type DrawnPerson, type DrawnTie, type Point } from './drawn-map';
import { orderColumns, type Across } from './order-columns';
import { labelWidth, placeLabels } from './place-labels';
import { wrapped } from './text-width';

/** More are not drawn: nobody could read it. */
export const mostDrawn = 100;

const boxWidth = 196;
const innerWidth = boxWidth - 36;
const padding = 10;
const apart = 18;
/** Between two lines half-way from column to column. */
const lineApart = 2;
const margin = 14;
const mostLabelLines = 3;

/**
 * Lays a map out in columns by how many steps lie between each person and the accused; a tie leads to the next column or stays in its own. `@dagrejs/dagre` (MIT, no DOM) places everybody near those they know, in an order
 * with few crossings that is given to it (decision 0095); there is no chance in it, so the same map gives the same drawing. No two boxes or labels overlap. People past `mostDrawn` are left out, the farthest first.
 */
export function layOutMap({ people: all, ties: every }: Pick<ConflictMap<KnownTie>, 'people' | 'ties'>): DrawnMap {
  const people = all.slice(0, mostDrawn);
  const known = new Set(people.map(({ id }) => id));
  const pairs = pairsOf(every.filter(({ fromId, toId }) => known.has(fromId) && known.has(toId)));
  const column = columnsOf(people, pairs);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const labels = pairs.map(({ one, ties }) => labelOf(ties, one, nameOf));
  const gutter = Math.max(90, ...labels.map((label) => labelWidth(label) + 36));
  const faces = new Map(people.map((person) => [person.id, faceOf(person)]));
  const placed = placePeople(people.map(({ id }) => ({ id, column: column.get(id) ?? 0, height: faces.get(id)?.height ?? 0 })), pairs, gutter);
  const drawn = people.map((person): DrawnPerson => {
    const { x, y } = placed.get(person.id) ?? { x: 0, y: 0 };
    const { name, who, height } = faces.get(person.id) ?? faceOf(person);
    return { person, look: lookOf(person), name, who, x: x - boxWidth / 2, y: y - height / 2, width: boxWidth, height };
  });
  const boxOf = new Map(drawn.map((each) => [each.person.id, each]));
  const curves = pairs.flatMap(({ one, other, ties }, index) => {
    const [from, to] = [boxOf.get(one), boxOf.get(other)];
    return from === undefined || to === undefined ? [] : [{ ties, one, points: curveOf(from, to, labelWidth(labels[index] ?? [])), label: labels[index] ?? [] }];
  });
  const boxes = placeLabels(curves, drawn);
  const ties = curves.map(({ ties: those, one, points, label }, index): DrawnTie => ({ ties: those, points, label, labelBox: boxes[index] ?? null, arrow: arrowOf(those, one) }));
  return movedToOrigin(drawn, ties);
}

interface Placed { readonly id: Id; readonly column: number; readonly height: number }

/** The middle of each box. Those who know one other alone stand together beside them, as one. */
function placePeople(people: readonly Placed[], pairs: readonly Pair[], gutter: number): Map<Id, Point> {
  const known = new Map<Id, Id[]>(people.map(({ id }) => [id, []]));
  for (const { one, other } of pairs) {
    known.get(one)?.push(other);
    known.get(other)?.push(one);
  }
  const groups = new Map<string, Placed[]>();
  for (const person of people) {
    const [only, second] = known.get(person.id) ?? [];
    const isAlone = only !== undefined && second === undefined && person.column > 0 && (known.get(only)?.length ?? 0) > 1;
    const key = isAlone ? `beside ${only}` : person.id;
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  const nodes = [...groups.values()];
  const nodeOf = new Map(nodes.flatMap((those, index) => those.map(({ id }) => [id, index] as const)));
  const columns = nodes.map(([first]) => first?.column ?? 0);
  const heights = nodes.map((those) => those.reduce((sum, { height }) => sum + height + apart, -apart));
  const lines = new Map<string, Across>();
  for (const { one, other } of pairs) {
    const [from = 0, to = 0] = [nodeOf.get(one) ?? 0, nodeOf.get(other) ?? 0].sort((a, b) => (columns[a] ?? 0) - (columns[b] ?? 0));
    if (columns[from] === columns[to]) continue;
    lines.set(`${from} ${to}`, { from, to, weight: (lines.get(`${from} ${to}`)?.weight ?? 0) + 1 });
  }
  const across = [...lines.values()];
  const y = heightsOfMiddles(columns, heights, across, gutter);
  const middles = new Map<Id, Point>();
  nodes.forEach((those, index) => {
    let top = (y[index] ?? 0) - (heights[index] ?? 0) / 2;
    for (const { id, column, height } of those) {
      middles.set(id, { x: column * (boxWidth + gutter), y: top + height / 2 });
      top += height + apart;
    }
  });
  return middles;
}

/** What the library knows of a node while it asks for the order of each column: ours by their number, and one for each line half-way between two columns. */
interface Ranked { readonly rank: number; readonly edgeObj?: { readonly v: string; readonly w: string }; order?: number }

/** How high the middle of each node stands, in px: the columns and the order in each are given, the rest is the library's. */
function heightsOfMiddles(columns: readonly number[], heights: readonly number[], across: readonly Across[], gutter: number): number[] {
  const graph = new Graph();
  // The columns are known. A tie takes two ranks: the library halves their distance to make room for labels of its own.
  const ranks: Record<string, unknown> = { ranker: 'none' };
  graph.setGraph({ rankdir: 'LR', nodesep: apart, ranksep: gutter, edgesep: lineApart, ...ranks });
  columns.forEach((column, node) => graph.setNode(String(node), { width: boxWidth, height: heights[node] ?? 0, rank: 2 * column }));
  for (const { from, to, weight } of across) graph.setEdge(String(from), String(to), { weight });
  const place: number[] = [];
  for (const column of orderColumns(columns, across)) column.forEach((node, index) => { place[node] = index; });
  layout(graph, {
    customOrder(layered) {
      const byRank = new Map<number, { ranked: Ranked; at: number }[]>();
      for (const name of layered.nodes()) {
        const ranked = layered.node(name) as unknown as Ranked;
        const { edgeObj } = ranked;
        const at = edgeObj === undefined ? 2 * (place[Number(name)] ?? 0) : (place[Number(edgeObj.v)] ?? 0) + (place[Number(edgeObj.w)] ?? 0);
        byRank.set(ranked.rank, [...(byRank.get(ranked.rank) ?? []), { ranked, at }]);
      }
      for (const those of byRank.values()) those.sort((a, b) => a.at - b.at).forEach(({ ranked }, index) => { ranked.order = index; });
    },
  });
  return columns.map((_, node) => (graph.node(String(node)) as unknown as Point).y);
}

interface Pair { one: Id; other: Id; ties: KnownTie[] }

function pairsOf(ties: readonly KnownTie[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const tie of ties) {
    const [one = '', other = ''] = [tie.fromId, tie.toId].sort();
    const pair = pairs.get(`${one} ${other}`) ?? { one, other, ties: [] };
    pair.ties.push(tie);
    pairs.set(`${one} ${other}`, pair);
  }
  return [...pairs.values()];
}

/** Steps from the accused; of people from whom no tie leads there, from the one of them with the most ties. */
function columnsOf(people: readonly MapPerson[], pairs: readonly Pair[]): Map<Id, number> {
  const next = new Map<Id, Id[]>(people.map(({ id }) => [id, []]));
  for (const { one, other } of pairs) {
    next.get(one)?.push(other);
    next.get(other)?.push(one);
  }
  const column = new Map<Id, number>();
  const spread = (roots: readonly Id[]): void => {
    const waiting = [...roots];
    for (const root of roots) column.set(root, 0);
    for (let i = 0; i < waiting.length; i++) {
      const id = waiting[i] ?? '';
      for (const neighbour of next.get(id) ?? []) {
        if (column.has(neighbour)) continue;
        column.set(neighbour, (column.get(id) ?? 0) + 1);
        waiting.push(neighbour);
      }
    }
  };
  spread(people.filter(({ steps }) => steps === 0).map(({ id }) => id));
  const byTies = [...people].sort((a, b) => (next.get(b.id)?.length ?? 0) - (next.get(a.id)?.length ?? 0));
  for (const { id } of byTies) if (!column.has(id)) spread([id]);
  return column;
}

export function lookOf({ role, part }: MapPerson): PersonLook {
  if (role === 'accused') return 'accused';
  if (part === 'in-charge' || part === 'supervisor') return part;
  return role === 'me' ? 'me' : 'other';
}

/** "In charge · PC 4471, Eastshire Police". Of somebody who was erased no role is known any more. */
export function sayPart({ role, part, officer, organisation, isErased }: MapPerson): string {
  const words = messages.conflictMap;
  const what = role === 'accused' ? words.accused : part !== null ? words.parts[part] : isErased ? '' : role === 'me' ? words.me : personRoleLabels[role].label;
  const where = [[officer.rank, officer.collarNumber].filter(Boolean).join(' '), officer.force].filter(Boolean).join(', ') || organisation;
  return [what, where].filter(Boolean).join(' · ');
}

function faceOf(person: MapPerson): { name: string[]; who: string[]; height: number } {
  const name = wrapped(person.name, nameSize, innerWidth, 2);
  const said = sayPart(person);
  const who = said === '' ? [] : wrapped(said, whoSize, innerWidth, 2);
  return { name, who, height: (name.length + who.length) * lineHeight + 2 * padding };
}

/** A line for each tie. Where no arrow can be drawn for all of them, one that goes one way names whom it goes to. */
function labelOf(ties: readonly KnownTie[], first: Id, nameOf: ReadonlyMap<Id, string>): string[] {
  const words = messages.conflictMap;
  const hasArrow = arrowOf(ties, first) !== null;
  const lines = ties.map(({ number, kind, toId }) => {
    const said = `${number} ${kind === 'contact' ? words.contact : tieLabels[kind].label}`;
    return hasArrow || !oneWay.includes(kind) ? said : words.towards(said, shortName(nameOf.get(toId) ?? ''));
  });
  return lines.length > mostLabelLines ? [...lines.slice(0, mostLabelLines - 1), `+ ${lines.length - mostLabelLines + 1}`] : lines;
}

const longestName = 20;

function shortName(name: string): string {
  const said = name.replace(/\s+/g, ' ').trim();
  return said.length <= longestName ? said : `${said.slice(0, longestName - 1).trim()}…`;
}

/** To the next column, or round the outside to another in the same, so far that its label has room beside the boxes. */
function curveOf(from: Box, to: Box, labelPx: number): [Point, Point, Point, Point] {
  const middle = (box: Box): number => box.y + box.height / 2;
  if (from.x === to.x) {
    const x = from.x + from.width;
    // The middle of such a curve lies three quarters of the way out.
    const bulge = (labelPx / 2 + 8) / 0.75;
    return [{ x, y: middle(from) }, { x: x + bulge, y: middle(from) }, { x: x + bulge, y: middle(to) }, { x, y: middle(to) }];
  }
  const isRight = from.x < to.x;
  const start = { x: isRight ? from.x + from.width : from.x, y: middle(from) };
  const end = { x: isRight ? to.x : to.x + to.width, y: middle(to) };
  const bend = (end.x - start.x) / 2.5;
  return [start, { x: start.x + bend, y: start.y }, { x: end.x - bend, y: end.y }, end];
}

const oneWay: readonly KnownTie['kind'][] = ['supervised', 'trained', 'contact'];

function arrowOf(ties: readonly KnownTie[], first: Id): DrawnTie['arrow'] {
  const [only] = ties;
  if (only === undefined || !ties.every(({ kind, toId }) => oneWay.includes(kind) && toId === only.toId)) return null;
  return only.toId === first ? 'first' : 'second';
}

function movedToOrigin(people: readonly DrawnPerson[], ties: readonly DrawnTie[]): DrawnMap {
  const boxes: Box[] = [...people, ...ties.flatMap(({ labelBox }) => (labelBox === null ? [] : [labelBox]))];
  const points = ties.flatMap((tie) => tie.points);
  const left = Math.min(0, ...boxes.map(({ x }) => x)) - margin;
  const top = Math.min(0, ...boxes.map(({ y }) => y)) - margin;
  const right = Math.max(0, ...boxes.map(({ x, width }) => x + width), ...points.map(({ x }) => x));
  const bottom = Math.max(0, ...boxes.map(({ y, height }) => y + height));
  const moved = <T extends Point>(point: T): T => ({ ...point, x: Math.round(point.x - left), y: Math.round(point.y - top) });
  return {
    width: Math.ceil(right - left + margin), height: Math.ceil(bottom - top + margin), people: people.map(moved),
    ties: ties.map((tie) => ({ ...tie, points: [moved(tie.points[0]), moved(tie.points[1]), moved(tie.points[2]), moved(tie.points[3])], labelBox: tie.labelBox === null ? null : moved(tie.labelBox) })),
  };
}
