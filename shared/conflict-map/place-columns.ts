import type { Across } from './order-columns';

const rounds = 10;

/**
 * How high the middle of each node stands, in px: as near to the middle of its neighbours as their order allows, with room between those of a column. For each column that is a least-squares fit to a rising sequence
 * (isotonic regression, by pooling neighbours that are out of order).
 * @param order for each column places in the list of nodes, from above
 * @param heights of each node, in px
 */
export function placeColumns(order: readonly (readonly number[])[], heights: readonly number[], across: readonly Across[], apart: number): number[] {
  const y: number[] = [];
  for (const column of order) stack(column, heights, apart).forEach((top, index) => { y[column[index] ?? 0] = top; });
  const ends: { node: number; weight: number }[][] = heights.map(() => []);
  for (const { from, to, weight } of across) {
    ends[from]?.push({ node: to, weight });
    ends[to]?.push({ node: from, weight });
  }
  const columns = order.map((_, index) => index);
  for (let round = 0; round < rounds; round++) {
    for (const index of round % 2 === 0 ? columns : columns.toReversed()) {
      const column = order[index] ?? [];
      fit(column, stack(column, heights, apart), ends, y);
    }
  }
  return y;
}

/** The middles of a column's nodes where they stand as close as they may. */
function stack(column: readonly number[], heights: readonly number[], apart: number): number[] {
  let top = 0;
  return column.map((node) => {
    const height = heights[node] ?? 0;
    const middle = top + height / 2;
    top += height + apart;
    return middle;
  });
}

/** Moves a column's nodes to where they are wanted, as closely as the room between them allows. */
function fit(column: readonly number[], closest: readonly number[], ends: readonly (readonly { node: number; weight: number }[])[], y: number[]): void {
  const pools: { sum: number; weight: number; count: number }[] = [];
  column.forEach((node, index) => {
    let [sum, weight] = [0, 0];
    for (const end of ends[node] ?? []) {
      sum += (y[end.node] ?? 0) * end.weight;
      weight += end.weight;
    }
    // Who knows nobody in another column stays where they are unless others need the room.
    const wanted = weight === 0 ? y[node] ?? 0 : sum / weight;
    const share = weight === 0 ? 0.01 : weight;
    let pool = { sum: (wanted - (closest[index] ?? 0)) * share, weight: share, count: 1 };
    for (let last = pools.at(-1); last !== undefined && last.sum / last.weight >= pool.sum / pool.weight; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, weight: last.weight + pool.weight, count: last.count + pool.count };
    }
    pools.push(pool);
  });
  let index = 0;
  for (const { sum, weight, count } of pools) for (let each = 0; each < count; each++, index++) y[column[index] ?? 0] = (closest[index] ?? 0) + sum / weight;
}
