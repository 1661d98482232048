import type { ExhibitSaid } from '../../../../shared/model/exhibit-said';
import type { ExportChoice } from '../../../../shared/model/export';
import { type ExportPlan, thingOf } from '../../../../shared/model/export-plan';
import type { Id } from '../../../../shared/model/identity';
import { MadeAs } from '../../../../shared/model/output';
import type { Transaction } from '../../store/store';
import { canonicalJson } from '../history/canonical-json';
import { fromJson, type Queries } from '../rows';
import { keyOfThing, type MarkedThing } from './exhibit-marks';

/** What a plan has of each exhibit that stands in it otherwise than in the record. An addition to a bundle is recorded together with what it belongs to, as its pages are (shared/outputs/bundle/issue-bundle.ts). */
export function saidOf(from: Queries, { exhibits, bundle }: Pick<ExportPlan, 'exhibits' | 'bundle'>, choice: Pick<ExportChoice, 'bundle'>): ExhibitSaid[] {
  const own = exhibits.flatMap((exhibit) => (exhibit.inCopy === undefined ? [] : [{ ...thingOf(exhibit), leftOut: false, inCopy: exhibit.inCopy }]));
  const continued = bundle?.continues?.part === 'addition' ? choice.bundle?.continues : undefined;
  if (continued === undefined) return own;
  const here = new Set(exhibits.map((exhibit) => keyOfThing(thingOf(exhibit))));
  return [...saidIn(from, continued.exportId).filter((one) => !here.has(keyOfThing(one))), ...own];
}

/** How exhibits stood in what was handed over as that export; none where nothing was said, or is known any more. */
export function saidIn(from: Queries, exportId: Id): ExhibitSaid[] {
  const [row] = from.all<{ made: string | null }>(`SELECT made FROM export_record WHERE id = ?`, [exportId]);
  return row?.made == null ? [] : (fromJson(MadeAs, row.made).said ?? []);
}

/** In the transaction that erases a thing: what it was called in copies, and which of its pages went, is forgotten with it. */
export function forgetSaid(transaction: Transaction, thing: MarkedThing): void {
  for (const { id, made } of transaction.all<{ id: Id; made: string }>(`SELECT id, made FROM export_record WHERE made IS NOT NULL AND json_extract(made, '$.said') IS NOT NULL`)) {
    const { said = [], ...rest } = fromJson(MadeAs, made);
    const left = said.filter((one) => keyOfThing(one) !== keyOfThing(thing));
    if (left.length < said.length) transaction.run(`UPDATE export_record SET made = ? WHERE id = ?`, [canonicalJson({ ...rest, ...(left.length === 0 ? {} : { said: left }) }), id]);
  }
}
