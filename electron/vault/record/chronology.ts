import { ChronologyRow, type ChronologyFilter, type YearCount } from '../../../shared/model/chronology';
import type { SqlValue } from '../store/store';
import { fromJson, type Queries } from './rows';
import { lookFor, ownWordsHold } from './search-query';

/** By the index in order, which covers every filter. */
const lines = `chronology_line INDEXED BY chronology_in_order`;

interface Where {
  sql: string;
  parameters: SqlValue[];
}

/** Lines in order of the earliest possible day; erased entries are not shown (the history has them). */
function whereOf(filter: ChronologyFilter): Where {
  const clauses = [`status <> 'erased'`];
  const parameters: SqlValue[] = [];
  const also = (clause: string, ...values: SqlValue[]): void => {
    clauses.push(clause);
    parameters.push(...values);
  };
  const list = (values: readonly string[]): string => values.map(() => '?').join(', ');
  if (filter.fromDay !== '') also(`latest >= ? AND latest <> ''`, filter.fromDay);
  if (filter.toDay !== '') also(`earliest <= ? AND earliest <> ''`, filter.toDay);
  if (filter.show.length > 0) also(`subject IN (${list(filter.show)})`, ...filter.show);
  if (filter.hasEvidence !== null) also(filter.hasEvidence ? `evidence_count > 0` : `evidence_count = 0`);
  if (filter.kinds.length > 0) also(`(subject, id) IN (SELECT subject, id FROM chronology_kind WHERE kind IN (${list(filter.kinds)}))`, ...filter.kinds);
  if (filter.personIds.length > 0) also(`(subject, id) IN (SELECT subject, id FROM chronology_person WHERE person_id IN (${list(filter.personIds)}))`, ...filter.personIds);
  if (filter.text.trim() !== '') {
    const looking = lookFor(filter.text);
    const held = looking === null ? { sql: 'FALSE', parameters: [] } : ownWordsHold(looking);
    also(`(subject, id) IN (SELECT subject, id FROM search_text WHERE ${held.sql})`, ...held.parameters);
  }
  return { sql: clauses.join(' AND '), parameters };
}

export function chronologyRows(from: Queries, filter: ChronologyFilter, offset: number, limit: number): { total: number; rows: ChronologyRow[] } {
  const { sql, parameters } = whereOf(filter);
  const total = from.all<{ n: number }>(`SELECT count(*) AS n FROM ${lines} WHERE ${sql}`, parameters)[0]?.n ?? 0;
  const rows = from.all<{ row: string }>(`SELECT row FROM chronology_line WHERE rowid IN (SELECT rowid FROM ${lines} WHERE ${sql} ORDER BY sort_key, subject, id LIMIT ? OFFSET ?) ORDER BY sort_key, subject, id`, [...parameters, limit, offset]);
  return { total, rows: rows.map(({ row }) => fromJson(ChronologyRow, row)) };
}

/** Years for the strip: where exactly dated entries and vague spans lie, and the row at which each year begins in the same filter. */
export function chronologyYears(from: Queries, filter: ChronologyFilter): { years: YearCount[]; undated: number } {
  const { sql, parameters } = whereOf(filter);
  const found = from.all<{ earliest: string; latest: string }>(`SELECT earliest, latest FROM ${lines} WHERE ${sql} ORDER BY sort_key, subject, id`, parameters);
  const years = new Map<number, YearCount>();
  let undated = 0;
  const yearOf = (day: string): number => Number(day.slice(0, 4));
  const at = (year: number, row: number): YearCount => {
    const known = years.get(year) ?? { year, exact: 0, vague: 0, firstRow: row };
    years.set(year, known);
    return known;
  };
  // An open end is written as the first or last day there is; it touches the year it does have.
  const bounded = (day: string, otherwise: string): number => yearOf(day === '0001-01-01' || day === '9999-12-31' ? otherwise : day);
  found.forEach(({ earliest, latest }, row) => {
    if (earliest === '') undated++;
    else if (earliest === latest) at(yearOf(earliest), row).exact++;
    else for (let year = bounded(earliest, latest); year <= bounded(latest, earliest); year++) at(year, row).vague++;
  });
  return { years: withFirstRows([...years.values()].sort((a, b) => a.year - b.year), found.map((line) => line.earliest)), undated };
}

/** A vague span may touch years before any row begins in them: each year then points at the first row on or after it. */
function withFirstRows(years: YearCount[], earliestDays: readonly string[]): YearCount[] {
  const dated = earliestDays.filter((day) => day !== '');
  return years.map((count) => {
    const first = dated.findIndex((day) => day >= `${String(count.year).padStart(4, '0')}-01-01`);
    return { ...count, firstRow: first < 0 ? Math.max(0, dated.length - 1) : first };
  });
}
