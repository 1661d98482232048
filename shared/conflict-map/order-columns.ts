/** Between places in a list of nodes; the second stands in the column after the first's. `weight`: how many lines it stands for. */
export interface Across { readonly from: number; readonly to: number; readonly weight: number }

const sweeps = 8;

/**
 * Puts the nodes of each column in an order with few crossings between neighbouring columns: by the middle of each node's neighbours, over and over from either side (Sugiyama, Tagawa and Toda 1981), then by exchanging
 * neighbours for as long as that takes crossings away; the best that was seen. No chance in it. Gives, for each column, places in the list of nodes.
 * @param columns the column of each node, from 0
 */
export function orderColumns(columns: readonly number[], across: readonly Across[]): number[][] {
  const graph = neighboursOf(columns.length, across);
  let best: number[][] = [];
  let fewest = Infinity;
  for (const start of [asFound(columns, graph, false), asFound(columns, graph, true)]) {
    let order = start;
    for (let sweep = 0; sweep < sweeps; sweep++) {
      order = swept(order, graph, sweep % 2 === 0, sweep % 4 >= 2);
      const settled = exchanged(order, graph);
      const crossings = crossingsOf(settled, graph);
      if (crossings >= fewest) continue;
      best = settled;
      fewest = crossings;
    }
  }
  return best;
}

type Ends = readonly { readonly node: number; readonly weight: number }[];
interface Graph { readonly before: readonly Ends[]; readonly after: readonly Ends[] }

function neighboursOf(count: number, across: readonly Across[]): Graph {
  const empty = (): { node: number; weight: number }[][] => Array.from({ length: count }, () => []);
  const [before, after] = [empty(), empty()];
  for (const { from, to, weight } of across) {
    after[from]?.push({ node: to, weight });
    before[to]?.push({ node: from, weight });
  }
  return { before, after };
}

/** As they are found from the first on, so that what hangs together begins together. */
function asFound(columns: readonly number[], { before, after }: Graph, isLastFirst: boolean): number[][] {
  const order: number[][] = Array.from({ length: Math.max(-1, ...columns) + 1 }, () => []);
  const seen = new Set<number>();
  const roots = columns.map((_, node) => node).sort((a, b) => (columns[a] ?? 0) - (columns[b] ?? 0) || a - b);
  const visit = (root: number): void => {
    for (const waiting = [root]; waiting.length > 0;) {
      const node = waiting.pop() ?? 0;
      if (seen.has(node)) continue;
      seen.add(node);
      order[columns[node] ?? 0]?.push(node);
      const next = [...(before[node] ?? []), ...(after[node] ?? [])].map((end) => end.node);
      // The last is looked at next.
      waiting.push(...(isLastFirst ? next : next.reverse()));
    }
  };
  for (const root of roots) visit(root);
  return order;
}

/** Each column by the middle of its neighbours in the one before (or after), from that side to the other. `isLater`: of two with the same middle the later one first. */
function swept(order: readonly (readonly number[])[], { before, after }: Graph, isForward: boolean, isLater: boolean): number[][] {
  const next = order.map((column) => [...column]);
  const ends = isForward ? before : after;
  const place = placesIn(next);
  const columns = next.map((_, index) => index);
  for (const index of isForward ? columns : columns.reverse()) {
    const column = next[index] ?? [];
    const middle = new Map(column.map((node) => [node, middleOf(ends[node] ?? [], place) ?? place[node] ?? 0]));
    const at = new Map(column.map((node, index) => [node, isLater ? -index : index]));
    column.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0) || (at.get(a) ?? 0) - (at.get(b) ?? 0));
    column.forEach((node, index) => { place[node] = index; });
  }
  return next;
}

function middleOf(ends: Ends, place: readonly number[]): number | null {
  let [sum, weights] = [0, 0];
  for (const { node, weight } of ends) {
    sum += (place[node] ?? 0) * weight;
    weights += weight;
  }
  return weights === 0 ? null : sum / weights;
}

/** Neighbours in a column change places while that takes crossings away. */
function exchanged(order: readonly (readonly number[])[], graph: Graph): number[][] {
  const next = order.map((column) => [...column]);
  const place = placesIn(next);
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (const column of next) {
      for (let at = 0; at + 1 < column.length; at++) {
        const [upper, lower] = [column[at] ?? 0, column[at + 1] ?? 0];
        if (between(upper, lower, graph, place) <= between(lower, upper, graph, place)) continue;
        [column[at], column[at + 1]] = [lower, upper];
        [place[lower], place[upper]] = [at, at + 1];
        isBetter = true;
      }
    }
  }
  return next;
}

/** How often the lines of two in one column cross, where the first stands above the second. */
function between(upper: number, lower: number, { before, after }: Graph, place: readonly number[]): number {
  let crossings = 0;
  for (const ends of [before, after]) {
    for (const one of ends[upper] ?? []) for (const other of ends[lower] ?? []) if ((place[one.node] ?? 0) > (place[other.node] ?? 0)) crossings += one.weight * other.weight;
  }
  return crossings;
}

function crossingsOf(order: readonly (readonly number[])[], { after }: Graph): number {
  const place = placesIn(order);
  const only: Graph = { before: [], after };
  let crossings = 0;
  for (const column of order) for (let lower = 1; lower < column.length; lower++) for (let upper = 0; upper < lower; upper++) crossings += between(column[upper] ?? 0, column[lower] ?? 0, only, place);
  return crossings;
}

function placesIn(order: readonly (readonly number[])[]): number[] {
  const place: number[] = [];
  for (const column of order) column.forEach((node, index) => { place[node] = index; });
  return place;
}
