import { parseEdtf } from '../../../../shared/dates';
import type { DaySpan } from '../../../../shared/model/dated';
import type { Id } from '../../../../shared/model/identity';
import { keptWhileUnchanged } from '../kept-while-unchanged';
import type { Queries } from '../rows';

/** What counts ask of an incident that is her record, without its words. `edtf`: its date as it is noted. `isRough`: its date is about or uncertain. `isBare`: nothing is attached. */
export interface RecordedIncident { readonly id: Id; readonly span: DaySpan; readonly edtf: string; readonly isRough: boolean; readonly isBare: boolean; readonly kinds: readonly string[] }

/** Every incident of her record, in the chronology's order. Several pages ask the same of twenty thousand. */
export const recordedIncidents: (from: Queries) => readonly RecordedIncident[] = keptWhileUnchanged(readIncidents);

/** All in one text: each value that crosses out of the database costs more than finding it. Of each line: id, whether it is bare, first and last day, then the date and the kinds as JSON. Table order, then sorted: reading rows by the index costs more. */
function readIncidents(from: Queries): RecordedIncident[] {
  const [row] = from.all<{ packed: string | null }>(
    `SELECT group_concat(sort_key || char(9) || id || (evidence_count = 0) || earliest || '/' || latest || json_extract(row, '$.happened.edtf', '$.kinds'), char(10)) AS packed
     FROM chronology_line NOT INDEXED WHERE subject = 'incident' AND status = 'recorded'`);
  if (row === undefined || row.packed === null) return [];
  // Few say the same kinds in as many ways as there are entries: each list is read once.
  const lists = new Map<string, readonly string[]>();
  return row.packed.split('\n').sort().map((line): RecordedIncident => {
    const id = line.indexOf('\t') + 1;
    const [between, date, list] = [line.indexOf('/', id), line.indexOf('[', id), line.indexOf('",[', id)];
    const written = line.slice(list + 2, -1);
    const kinds = lists.get(written) ?? (JSON.parse(written) as string[]);
    lists.set(written, kinds);
    const edtf = line.slice(date + 2, list);
    return { id: line.slice(id, id + idLength), edtf, isBare: line.charAt(id + idLength) === '1', span: { earliest: line.slice(id + idLength + 1, between), latest: line.slice(between + 1, date) }, isRough: isRough(edtf), kinds };
  });
}

const idLength = 32;

/** About, uncertain or both. Most dates have none of these signs. */
export function isRough(edtf: string): boolean {
  if (!/[~?%]/.test(edtf)) return false;
  const value = parseEdtf(edtf);
  if (value === null) return false;
  return (value.kind === 'interval' ? [value.start, value.end] : [value]).some((end) => typeof end === 'object' && end.qualifier !== '');
}
