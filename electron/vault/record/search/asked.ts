import { everywhere, type SearchFilter, type SearchHit, type SearchSubject } from '../../../../shared/model/search';
import type { SqlValue } from '../../store/store';
import type { Queries } from '../rows';
import type { Stretch } from './postings/find-docids';
import { lookFor, writtenIn, type Looking } from './search-query';

/** What is asked of one part of the record. */
export interface Asked {
  looking: Looking;
  /** As she typed it, for what is marked in the text. */
  text: string;
  filter: SearchFilter;
}

/** What one part found: in all (`more`: at least so many, and more), and the hits from an offset on. */
export interface Found {
  total: number;
  more: boolean;
  hits: SearchHit[];
}

/** @returns null when there is nothing to look for */
export function whatIsAsked(text: string, filter: SearchFilter = everywhere): Asked | null {
  const looking = lookFor(text);
  return looking === null ? null : { looking, text, filter };
}

export const isWanted = ({ filter }: Asked, subject: SearchSubject): boolean => filter.subjects.length === 0 || filter.subjects.includes(subject);

export const hasPeriod = ({ fromDay, toDay }: SearchFilter): boolean => fromDay !== '' || toDay !== '';

/** First and last day of a period that may be open at either end. */
export const periodOf = ({ fromDay, toDay }: SearchFilter): [from: string, to: string] => [fromDay || '0000-01-01', toDay || '9999-12-31'];

/** So many are counted at least where counting takes longer than finding. */
export const countedAtLeast = 1000;

/** A list of docids, the greatest first, cut to a page: what there is beyond those counted is not looked at. */
export function pageOf(docids: readonly number[], counted: number, offset: number, limit: number): { total: number; more: boolean; chosen: number[] } {
  return { total: Math.min(docids.length, counted), more: docids.length > counted, chosen: docids.slice(0, counted).slice(offset, offset + limit) };
}

/** One column of numbers as one text: each value that crosses out of the database costs more than finding it. */
export function numbersIn(from: Queries, sql: string, parameters: readonly SqlValue[]): number[] {
  const [row] = from.all<{ packed: string | null }>(`SELECT group_concat(n, ';') AS packed FROM (${sql})`, parameters);
  return row === undefined || row.packed === null ? [] : row.packed.split(';').map(Number);
}

/** Stretches of docids, each `length` long, of which the numbers are given: what touches is one. */
export function stretchesOf(numbers: readonly number[], length: number): Stretch[] {
  const stretches: { low: number; high: number }[] = [];
  for (const number of Float64Array.from(numbers).sort().reverse()) {
    const last = stretches.at(-1);
    const high = (number + 1) * length;
    if (last !== undefined && high >= last.low) last.low = number * length;
    else stretches.push({ low: number * length, high });
  }
  return stretches;
}

/** Those that lie in a stretch of each. */
export function overlapOf(one: readonly Stretch[] | null, other: readonly Stretch[] | null): readonly Stretch[] | null {
  if (one === null || other === null) return one ?? other;
  const both: Stretch[] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [left, right] = [one[i] as Stretch, other[j] as Stretch];
    const [low, high] = [Math.max(left.low, right.low), Math.min(left.high, right.high)];
    if (low < high) both.push({ low, high });
    if (left.low >= right.low) i += 1;
    else j += 1;
  }
  return both;
}

/** Of rows with these numbers, those of which the words are written as is wanted; null where words say it all. */
export function writtenSo(from: Queries, { like, unlike }: Looking, { table, key, columns }: { table: string; key: string; columns: readonly string[] }): ((docids: readonly number[]) => readonly number[]) | null {
  if (like.length === 0 && unlike.length === 0) return null;
  const written = writtenIn(columns, { like, unlike });
  return (docids) => numbersIn(from, `SELECT ${key} AS n FROM ${table} WHERE ${key} IN (SELECT value FROM json_each(?))${written.sql} ORDER BY ${key} DESC`, [JSON.stringify(docids), ...written.parameters]);
}
