import type { SearchFilter } from '../../../../shared/model/search';
import type { SqlValue } from '../../store/store';
import { hasPeriod, numbersIn, periodOf, stretchesOf } from './asked';
import type { Searched } from './own-rows';
import type { Narrowing } from './postings/find-docids';

/** As message_stretch has it (schema 4). */
const stretchLength = 512;
/** With so many candidates in a stretch, all its rows are asked at once and remembered; fewer are asked one by one. Of files there are fewer rows than messages. */
const worthAll = { message: 64, message_attachment: 4 };
/** So many are remembered, 512 bytes each: while she types, the filter is the same. */
const mostStretches = 4096;

type Known = { changes: number; key: string; touched: Narrowing['within']; fitting: Map<number, Uint8Array> };
const known = new WeakMap<Searched, Known>();

/** Which messages a period and a file let through, whatever their words: by stretches first, and then one by one. What was worked out is kept in memory until the record or the filter changes. */
export function narrowedMessages(from: Searched, filter: SearchFilter): Pick<Narrowing, 'within' | 'fits'> {
  const hasDays = hasPeriod(filter);
  if (!hasDays && !filter.hasFile) return { within: null, fits: null };
  const { touched, fitting } = stillKnown(from, filter, hasDays);
  const condition = conditionOf(filter, hasDays);
  const fits = (places: readonly number[]): number[] => {
    const groups = byStretch(places);
    if (fitting.size > mostStretches) fitting.clear();
    const isThin = ({ number, some }: Group): boolean => some.length < worthAll[condition.table] && !fitting.has(number);
    remember(from, condition, groups.filter((group) => !isThin(group)).map(({ number }) => number), fitting);
    const wanted = new Set(askOneByOne(from, condition, groups.filter(isThin).flatMap(({ some }) => some)));
    return groups.flatMap(({ number, some }) => {
      const mask = fitting.get(number);
      return some.filter((place) => (mask === undefined ? wanted.has(place) : mask[place % stretchLength] === 1));
    });
  };
  return { within: touched, fits };
}

function stillKnown(from: Searched, filter: SearchFilter, hasDays: boolean): Known {
  const changes = from.changes();
  const key = JSON.stringify([filter.fromDay, filter.toDay, filter.hasFile]);
  const before = known.get(from);
  if (before?.changes === changes && before.key === key) return before;
  const now: Known = { changes, key, touched: hasDays ? stretchesTouched(from, filter) : null, fitting: new Map() };
  known.set(from, now);
  return now;
}

function stretchesTouched(from: Searched, filter: SearchFilter): Narrowing['within'] {
  return stretchesOf(numbersIn(from, `SELECT number AS n FROM message_stretch WHERE last_at >= ? AND substr(first_at, 1, 10) <= ?`, periodOf(filter)), stretchLength);
}

interface Condition {
  /** Rows of one table with a column `place`, and a condition that begins with AND. */
  table: keyof typeof worthAll;
  sql: string;
  parameters: readonly SqlValue[];
}

function conditionOf(filter: SearchFilter, hasDays: boolean): Condition {
  const inPeriod = `at >= ? AND substr(at, 1, 10) <= ?`;
  const parameters = hasDays ? periodOf(filter) : [];
  if (!filter.hasFile) return { table: 'message', sql: ` AND ${inPeriod}`, parameters };
  return { table: 'message_attachment', sql: hasDays ? ` AND (SELECT ${inPeriod} FROM message WHERE message.place = message_attachment.place)` : '', parameters };
}

type Group = { number: number; some: number[] };

/** Places in groups that lie in the same stretch; they stand in their order. */
function byStretch(places: readonly number[]): Group[] {
  const groups: Group[] = [];
  for (const place of places) {
    const number = Math.floor(place / stretchLength);
    const last = groups.at(-1);
    if (last?.number === number) last.some.push(place);
    else groups.push({ number, some: [place] });
  }
  return groups;
}

function askOneByOne(from: Searched, { table, sql, parameters }: Condition, places: readonly number[]): number[] {
  return places.length === 0 ? [] : numbersIn(from, `SELECT place AS n FROM ${table} WHERE place IN (SELECT value FROM json_each(?))${sql}`, [JSON.stringify(places), ...parameters]);
}

/** For each message of these stretches (the last first) whether it fits, 1 or 0, into `fitting`; those that lie side by side are asked together. */
function remember(from: Searched, { table, sql, parameters }: Condition, numbers: readonly number[], fitting: Map<number, Uint8Array>): void {
  const unknown = numbers.filter((number) => !fitting.has(number));
  for (const number of unknown) fitting.set(number, new Uint8Array(stretchLength));
  for (const { low, high } of stretchesOf(unknown, stretchLength)) {
    for (const place of numbersIn(from, `SELECT place AS n FROM ${table} WHERE place >= ? AND place < ?${sql}`, [low, high, ...parameters])) (fitting.get(Math.floor(place / stretchLength)) as Uint8Array)[place % stretchLength] = 1;
  }
}
