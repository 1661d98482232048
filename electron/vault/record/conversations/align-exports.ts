/**
 * Two exports of one conversation, message by message. Pure: rows in, pairs out. Pairs are found by what two messages have in common, the surest first; of several that are alike the first goes with
 * the first, the second with the second, so that three alike against two leave one over.
 */

/** What of a message is compared. `body`: its words, or a digest of long ones. */
export interface ComparedRow {
  ordinal: number;
  at: string;
  /** Seconds since 1970, as momentOf has them; NaN without a time. */
  moment: number;
  /** Whether the source writes seconds. */
  hasSeconds: boolean;
  sender: string;
  kind: string;
  body: string;
  files: readonly string[];
  flags: string;
}

export interface Alignment {
  /** For each row of the older its row in the newer, and the other way round; -1 for none. */
  newerOf: Int32Array;
  olderOf: Int32Array;
  /** How the newer names whom the older names otherwise, with how many messages say so. */
  renamed: Map<string, { newer: string; count: number }>;
  /** Minutes by which many messages are moved, with how many. */
  shifts: { minutes: number; count: number }[];
}

/** A body so long is hardly ever said twice. In UTF-16 units. */
const tellingLength = 12;
/** So many messages moved by the same time are no chance, and so many say that a name was changed. */
const sharedBy = 10;
const renamedBy = 3;
const mostShifts = 5;

/** Pairs the rows of two exports. Takes time and memory in proportion to their number. */
export function alignExports(older: readonly ComparedRow[], newer: readonly ComparedRow[]): Alignment {
  const newerOf = new Int32Array(older.length).fill(-1);
  const olderOf = new Int32Array(newer.length).fill(-1);
  const pairBy = (keyOf: (row: ComparedRow, isOlder: boolean) => string | null, onPair?: (a: ComparedRow, b: ComparedRow) => void, isUnique = false): void => {
    const waiting = new Map<string, number[]>();
    for (let j = newer.length - 1; j >= 0; j -= 1) {
      const row = newer[j] as ComparedRow;
      const key = olderOf[j] === -1 ? keyOf(row, false) : null;
      if (key === null) continue;
      const known = waiting.get(key);
      if (known === undefined) waiting.set(key, [j]);
      else known.push(j);
    }
    const own = isUnique ? countKeys(older, (row, i) => (newerOf[i] === -1 ? keyOf(row, true) : null)) : null;
    older.forEach((row, i) => {
      const key = newerOf[i] === -1 ? keyOf(row, true) : null;
      const candidates = key === null ? undefined : waiting.get(key);
      if (key === null || candidates === undefined || (own !== null && (own.get(key) !== 1 || candidates.length !== 1))) return;
      const j = candidates.pop();
      if (j === undefined) return;
      newerOf[i] = j;
      olderOf[j] = i;
      onPair?.(row, newer[j] as ComparedRow);
    });
  };

  const isCoarse = [older, newer].some((rows) => rows.some(({ at, hasSeconds }) => at !== '' && !hasSeconds));
  const timeOf = ({ at }: ComparedRow): string => (isCoarse ? at.slice(0, 16) : at);
  pairBy((row) => [row.at, row.sender, row.kind, row.body, row.files.join('\n'), row.flags].join('\u0000'));
  pairBy((row) => [timeOf(row), row.sender, row.kind, row.body].join('\u0000'));

  const renamed = new Map<string, { newer: string; count: number }>();
  const told = new Map<string, Map<string, number>>();
  pairBy((row) => (row.body.length < tellingLength || row.sender === '' ? null : [timeOf(row), row.kind, row.body].join('\u0000')), (a, b) => {
    const names = told.get(a.sender) ?? new Map<string, number>();
    told.set(a.sender, names.set(b.sender, (names.get(b.sender) ?? 0) + 1));
  });
  for (const [name, names] of told) {
    const [best] = [...names].sort(([, x], [, y]) => y - x);
    if (best !== undefined && best[1] >= renamedBy) renamed.set(name, { newer: best[0], count: best[1] });
  }
  const senderOf = (row: ComparedRow, isOlder: boolean): string => (isOlder ? renamed.get(row.sender)?.newer : undefined) ?? row.sender;
  const countRenamed = (a: ComparedRow): void => {
    const known = renamed.get(a.sender);
    if (known !== undefined) known.count += 1;
  };
  if (renamed.size > 0) pairBy((row, isOlder) => [timeOf(row), senderOf(row, isOlder), row.kind, row.body].join('\u0000'), countRenamed);

  // The same words at another time: first those that are said once on each side, which show by how much many are moved; then all that are moved by as much.
  const movedBy = new Map<number, number>();
  pairBy((row, isOlder) => (row.body.length < tellingLength || Number.isNaN(row.moment) ? null : [senderOf(row, isOlder), row.kind, row.body].join('\u0000')), (a, b) => {
    const minutes = minutesBetween(a, b);
    movedBy.set(minutes, (movedBy.get(minutes) ?? 0) + 1);
    countRenamed(a);
  }, true);
  const shifts = [...movedBy].filter(([minutes, count]) => minutes !== 0 && count >= sharedBy).sort(([, x], [, y]) => y - x).slice(0, mostShifts).map(([minutes, count]) => ({ minutes, count }));
  for (const shift of shifts) {
    pairBy((row, isOlder) => (Number.isNaN(row.moment) ? null : [Math.floor(row.moment / 60) + (isOlder ? shift.minutes : 0), senderOf(row, isOlder), row.kind, row.body].join('\u0000')), (a) => {
      shift.count += 1;
      countRenamed(a);
    });
  }

  // The same moment and the same person: the words were changed, or taken back.
  pairBy((row, isOlder) => (row.at === '' || row.sender === '' ? null : [timeOf(row), senderOf(row, isOlder)].join('\u0000')), countRenamed);
  return { newerOf, olderOf, renamed, shifts };
}

function countKeys(rows: readonly ComparedRow[], keyOf: (row: ComparedRow, i: number) => string | null): Map<string, number> {
  const counts = new Map<string, number>();
  rows.forEach((row, i) => {
    const key = keyOf(row, i);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return counts;
}

export const minutesBetween = (older: ComparedRow, newer: ComparedRow): number => Math.floor(newer.moment / 60) - Math.floor(older.moment / 60);

/** Older rows laid among the newer ones: each behind what it follows in its own export, and among what only the newer has by its time. Gives the rows of both, each once: [older, newer], -1 for none. */
export function mergeExports(older: readonly ComparedRow[], newer: readonly ComparedRow[], { newerOf, olderOf }: Alignment): [number, number][] {
  const behind = new Map<number, number[]>();
  let anchor = -1;
  older.forEach((row, i) => {
    const pair = newerOf[i] ?? -1;
    if (pair >= 0) {
      anchor = pair;
      return;
    }
    for (let next = newer[anchor + 1]; next !== undefined && olderOf[anchor + 1] === -1 && next.at !== '' && next.at <= row.at; next = newer[anchor + 1]) anchor += 1;
    const known = behind.get(anchor);
    if (known === undefined) behind.set(anchor, [i]);
    else known.push(i);
  });
  const merged: [number, number][] = (behind.get(-1) ?? []).map((i) => [i, -1]);
  newer.forEach((_, j) => {
    merged.push([olderOf[j] ?? -1, j]);
    for (const i of behind.get(j) ?? []) merged.push([i, -1]);
  });
  return merged;
}
