import { everywhere, type SearchFilter, type SearchHit, type SearchSubject } from '../../../../shared/model/search';
import type { SqlValue } from '../../store/store';
import type { Queries } from '../rows';
import { lookFor, type Looking } from './search-query';

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

/**
 * Only docids in these stretches, each `length` long: in one pass over the index, which a condition on the row itself would make many times slower. At least one number. The index takes the first and
 * the last docid for its own, and ends there, only if they are whole numbers: what is beyond 32 bits is bound as a fraction.
 */
export function inStretches(numbers: readonly number[], length: number): { sql: string; parameters: SqlValue[] } {
  let [first = 0, last = 0] = [numbers[0], numbers[0]];
  for (const number of numbers) [first, last] = [Math.min(first, number), Math.max(last, number)];
  return { sql: ` AND docid >= CAST(? AS INTEGER) AND docid < CAST(? AS INTEGER) AND docid / ${length} IN (SELECT value FROM json_each(?))`, parameters: [first * length, (last + 1) * length, JSON.stringify(numbers)] };
}
