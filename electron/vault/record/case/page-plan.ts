import { Refusal } from '../../../../shared/contract/errors';
import type { CasePagePlan, CasePageRequest } from '../../../../shared/model/case/case-page';
import type { Id } from '../../../../shared/model/identity';
import type { ExportRecord } from '../../../../shared/model/export';
import { issueMarks } from '../exports/exhibit-marks';
import { keepExportRecord, type SavedFile } from '../exports/export-records';
import { privateChildrenAmong } from '../exports/private-children';
import { keepCopy } from '../hand-over/copies';
import { usedList } from '../hand-over/redactions';
import { appendHistory, historyHead, verifyHistory } from '../history/history';
import { sealCode } from '../history/seal-code';
import type { RecordContext } from '../record-context';
import { isExample } from '../vault/vault-facts';
import { exhibitsAmong, sourcesOf, subjectOf } from './page-sources';
import { makeCasePage } from './pages/pages';

/** A page of the case as it will print, with its sources. Refuses what its maker refuses (pages/pages.ts), and `tampered` when the history does not verify. */
export function planCasePage(context: RecordContext, { caseName, request }: { caseName: string; request: CasePageRequest }): CasePagePlan {
  const { store } = context;
  const page = makeCasePage(store, request, context);
  // The page prints the seal of a history: only of one that verifies from its first entry on.
  if (verifyHistory(store) !== null) throw new Refusal('tampered');
  const head = historyHead(store);
  const sources = sourcesOf(store, page);
  return {
    planId: context.newId(), caseName, preparedUtc: context.now(), example: isExample(store), page, sources, privateChildren: privateChildrenAmong(store, sources),
    sealCode: sealCode(store.vaultId, head), historySequence: head.sequence, historyHash: head.hash, historyEntryCount: head.sequence,
  };
}

/**
 * The page left the vault: marks it printed are issued for ever, and the history says which page went, citing what. It says so by ids: a title may name somebody, and must go when what it names is erased. A vault that can only be read
 * gives its pages out all the same, unrecorded.
 */
export async function recordCasePage(context: RecordContext, plan: CasePagePlan, request: CasePageRequest, redactionListId: Id | null, { copy, ...file }: SavedFile): Promise<ExportRecord> {
  const exhibits = exhibitsAmong(plan.sources);
  const record: ExportRecord = {
    id: plan.planId, atUtc: context.now(), caseName: plan.caseName, ...file, sealCode: plan.sealCode,
    incidentCount: plan.sources.filter(({ citation, firstRecordedUtc }) => citation.kind === 'incident' && firstRecordedUtc !== null).length,
    caseEntryCount: plan.sources.filter(({ citation }) => citation.kind === 'case').length, exhibitCount: exhibits.length, page: request.page, bag: null, made: null,
  };
  if (context.store.readOnly) return record;
  await context.store.transact((transaction) => {
    issueMarks(context, transaction, exhibits, record.atUtc);
    keepExportRecord(transaction, record);
    if (copy) keepCopy(context, transaction, record, copy, { exhibitMarks: exhibits.map(({ mark }) => mark), includesPrivileged: false, redactionListId }, plan.privateChildren.length > 0);
    const used = usedList(transaction, redactionListId);
    appendHistory(context, transaction, 'exported', 'export', record.id, {
      ...file, caseName: plan.caseName, sealCode: plan.sealCode, includesPrivileged: false, redactionListId, ...(used === null ? {} : { redactionList: used }), page: request,
      entries: plan.sources.flatMap(({ citation }) => { const { kind, id } = subjectOf(citation); return kind === 'incident' || kind === 'case' ? [{ subject: kind, id }] : []; }), exhibits: exhibits.map(({ mark }) => mark),
    });
  });
  return record;
}
