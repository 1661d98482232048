import { ChronologyRow, type ChronologyFilter, type YearCount } from '../../../shared/model/chronology';
import { earliestOf, isDated, latestOf, linesInOrder, placeOf, type Line, type Lines } from './chronology-order';
import { fromJson } from './rows';

export function chronologyRows(from: Lines, filter: ChronologyFilter, offset: number, limit: number): { total: number; rows: ChronologyRow[] } {
  const lines = linesInOrder(from, filter);
  const places = lines.slice(offset, offset + limit).map(placeOf);
  const rows = from.all<{ row: string }>(`SELECT row FROM chronology_line WHERE rowid IN (SELECT value FROM json_each(?)) ORDER BY sort_key, subject, id`, [JSON.stringify(places)]);
  return { total: lines.length, rows: rows.map(({ row }) => fromJson(ChronologyRow, row)) };
}

/** Years for the strip: where exactly dated entries and vague spans lie, and the row at which each year begins in the same filter. */
export function chronologyYears(from: Lines, filter: ChronologyFilter): { years: YearCount[]; undated: number } {
  const lines = linesInOrder(from, filter);
  const dated = lines.filter(isDated);
  const years = new Map<number, YearCount>();
  const at = (year: number): YearCount => {
    const known = years.get(year) ?? { year, exact: 0, vague: 0, firstRow: 0 };
    years.set(year, known);
    return known;
  };
  for (const line of dated) {
    const [earliest, latest] = [earliestOf(line), latestOf(line)];
    if (earliest === latest) at(yearOf(earliest)).exact++;
    else for (let year = bounded(earliest, latest); year <= bounded(latest, earliest); year++) at(year).vague++;
  }
  return { years: withFirstRows([...years.values()].sort((a, b) => a.year - b.year), dated), undated: lines.length - dated.length };
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

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
