import type { ExhibitSaid } from '../../../../shared/model/exhibit-said';
import type { ExportRecord } from '../../../../shared/model/export';
import { type ExportPlan, thingOf } from '../../../../shared/model/export-plan';
import { isToldKind } from '../../../../shared/model/case/told-in-chronology';
import type { MadeAs, Making } from '../../../../shared/model/output';
import { keepCopy } from '../hand-over/copies';
import { usedList } from '../hand-over/redactions';
import { appendHistory } from '../history/history';
import type { RecordContext } from '../record-context';
import { countOf } from '../rows';
import { issueMarks } from './exhibit-marks';
import { keepExportRecord, type SavedFile } from './export-records';

/**
 * The export left the vault: its marks are issued for ever, and the history says what went where. A vault that can only be read gives its
 * pages out all the same, unrecorded: it may be the way to save what is in it. The same pages may go out again, as another bag: each time is a record of its own.
 * `said`: of exhibits that stand in it otherwise than in the record, in her own words; it stands in the export's record alone.
 */
export async function recordExport(context: RecordContext, plan: ExportPlan, said: readonly ExhibitSaid[], { copy, issued, parts, isKept, ...file }: SavedFile): Promise<ExportRecord> {
  const made: MadeAs = { ...madeAs(plan.making), ...(parts === undefined ? {} : { parts }), ...(isKept === undefined ? {} : { isKept }) };
  const record: ExportRecord = {
    id: countOf(context.store, `export_record WHERE id = ?`, [plan.planId]) === 0 ? plan.planId : context.newId(), atUtc: context.now(), caseName: plan.caseName, ...file, sealCode: plan.sealCode,
    incidentCount: plan.entries.filter((entry) => entry.subject === 'incident').length, caseEntryCount: plan.entries.filter((entry) => isToldKind(entry.subject)).length, exhibitCount: plan.exhibits.length, page: null, bag: file.bag ?? null, made: said.length === 0 ? made : { ...made, said: [...said] },
  };
  if (context.store.readOnly) return record;
  await context.store.transact((transaction) => {
    issueMarks(context, transaction, plan.exhibits.map((exhibit) => ({ thing: thingOf(exhibit), mark: exhibit.mark })), record.atUtc);
    keepExportRecord(transaction, record);
    if (copy) keepCopy(context, transaction, record, copy, { exhibitMarks: plan.exhibits.map(({ mark }) => mark), includesPrivileged: plan.includesPrivileged, redactionListId: plan.redaction?.listId ?? null }, plan.privateChildren.length > 0);
    const used = usedList(transaction, plan.redaction?.listId ?? null);
    appendHistory(context, transaction, 'exported', 'export', record.id, {
      ...file, made, caseName: plan.caseName, sealCode: plan.sealCode, includesPrivileged: plan.includesPrivileged, redactionListId: plan.redaction?.listId ?? null, ...(used === null ? {} : { redactionList: used }), foundRedactions: plan.foundRedactions,
      // By what a bundle is cited from now on: a later one goes on from it.
      ...(issued === undefined ? {} : { issued }),
      entries: plan.entries.map((entry) => ({ subject: isToldKind(entry.subject) ? 'case' : entry.subject, id: entry.id })), exhibits: plan.exhibits.map((exhibit) => exhibit.mark),
    });
  });
  return record;
}

function madeAs({ wanted: { output }, format }: Making): MadeAs {
  return { output, format };
}
