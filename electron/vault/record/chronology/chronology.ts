import { ChronologyRow, type ChronologyFilter, type ChronologySubject, type YearCount } from '../../../../shared/model/chronology';
import type { Id } from '../../../../shared/model/identity';
import { earliestOf, isDated, isOf, latestOf, linesInOrder, placeOf, type Line, type Lines } from './chronology-order';
import { fromJson } from '../rows';

export function chronologyRows(from: Lines, filter: ChronologyFilter, offset: number, limit: number): { total: number; rows: ChronologyRow[] } {
  const lines = linesInOrder(from, filter);
  const places = lines.slice(offset, offset + limit).map(placeOf);
  const rows = from.all<{ row: string }>(`SELECT row FROM chronology_line WHERE rowid IN (SELECT value FROM json_each(?)) ORDER BY sort_key, subject, id`, [JSON.stringify(places)]);
  return { total: lines.length, rows: rows.map(({ row }) => fromJson(ChronologyRow, row)) };
}

/** The place of one entry in the order of a filter, counted from 0; null where the filter leaves it out. */
export function chronologyRowOf(from: Lines, filter: ChronologyFilter, subject: ChronologySubject, id: Id): number | null {
  const row = linesInOrder(from, filter).findIndex((line) => isOf(line, subject, id));
  return row < 0 ? null : row;
}

/** Years for the strip: where exactly dated entries and vague spans lie, and the row at which each year begins in the same filter. */
export function chronologyYears(from: Lines, filter: ChronologyFilter): { years: YearCount[]; undated: number } {
  const lines = linesInOrder(from, filter);
  const dated = lines.filter(isDated);
  const years = new Map<number, YearCount>();
  const at = (year: number): YearCount => {
    const known = years.get(year) ?? { year, exact: 0, vague: 0, firstRow: 0, exactByMonth: noMonths(), vagueByMonth: noMonths() };
    years.set(year, known);
    return known;
  };
  for (const line of dated) {
    const [earliest, latest] = [earliestOf(line), latestOf(line)];
    if (earliest === latest) {
      const count = at(yearOf(earliest));
      count.exact++;
      add(count.exactByMonth, monthOf(earliest), monthOf(earliest));
      continue;
    }
    const [first, last] = [bounded(earliest, latest), bounded(latest, earliest)];
    for (let year = first; year <= last; year++) {
      const count = at(year);
      count.vague++;
      add(count.vagueByMonth, yearOf(earliest) === year ? monthOf(earliest) : 1, yearOf(latest) === year ? monthOf(latest) : 12);
    }
  }
  return { years: withFirstRows([...years.values()].sort((a, b) => a.year - b.year), dated), undated: lines.length - dated.length };
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
const monthOf = (day: string): number => Number(day.slice(5, 7));
const noMonths = (): number[] => Array.from({ length: 12 }, () => 0);

/** One more in each month from the first to the last, counted from 1. */
function add(months: number[], first: number, last: number): void {
  for (let month = first; month <= last; month++) months[month - 1] = (months[month - 1] ?? 0) + 1;
}

/** An open end is written as the first or last day there is; it touches the year it does have. */
const bounded = (day: string, otherwise: string): number => yearOf(day === '0001-01-01' || day === '9999-12-31' ? otherwise : day);

/** A vague span may touch years before any row begins in them: each year then points at the first row on or after it. */
function withFirstRows(years: YearCount[], dated: readonly Line[]): YearCount[] {
  let row = 0;
  return years.map((count) => {
    const firstDay = `${String(count.year).padStart(4, '0')}-01-01`;
    for (let line = dated[row]; line !== undefined && earliestOf(line) < firstDay; line = dated[row]) row++;
    return { ...count, firstRow: Math.min(row, Math.max(0, dated.length - 1)) };
  });
}
