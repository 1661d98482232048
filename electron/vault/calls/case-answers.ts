import type { CallInput, CallNameAt, CallOutput } from '../../../shared/contract';
import { amendCaseEntry, beginCaseEntry, caseRowsConcerning, discardCaseDraft, eraseCaseEntry, getCaseEntry, listCaseRows, recordCaseEntry, saveCaseDraft, toldDraftRows } from '../record/case/case-entries';
import { caseFront } from '../record/case/case-front';
import { listDeadlines } from '../record/case/deadlines';
import { areGapsHidden, hideGaps, listGaps, settleGap } from '../record/case/gaps';
import { compareDisclosure } from '../record/case/compare-disclosure';
import { citedThings } from '../record/case/cited-things';
import { listLookUps } from '../record/case/look-ups';
import { chooseConduct, elementLines, elementSummaries } from '../record/case/course-of-conduct';
import { nameEvidence } from '../record/case/named-evidence';
import { patterns } from '../record/case/patterns';
import { sameDays } from '../record/case/same-days';
import { toldAndHappened } from '../record/case/told-and-happened';
import type { RecordContext } from '../record/record-context';

type CaseCallName = Extract<CallNameAt<'vault'>, `case.${string}`>;

/** The window's calls about her case. */
export const caseAnswers: { readonly [N in CaseCallName]: (context: RecordContext, input: CallInput<N>) => CallOutput<N> | Promise<CallOutput<N>> } = {
  'case.begin': (context, { content }) => beginCaseEntry(context, content),
  'case.get': ({ store }, { id }) => getCaseEntry(store, id),
  'case.list': ({ store }, { kind }) => ({ rows: listCaseRows(store, kind) }),
  'case.drafts': ({ store }) => ({ rows: toldDraftRows(store) }),
  'case.concerning': ({ store }, target) => ({ rows: caseRowsConcerning(store, target) }),
  'case.saveDraft': (context, { id, content }) => saveCaseDraft(context, id, content),
  'case.record': (context, { id }) => recordCaseEntry(context, id),
  'case.amend': (context, { id, content, reason }) => amendCaseEntry(context, id, content, reason),
  'case.discardDraft': async (context, { id }) => ({ entry: await discardCaseDraft(context, id) }),
  'case.evidence': ({ store }, { targets }) => ({ things: targets.map(nameEvidence(store, targets)) }),
  'case.cited': ({ store }, { citations }) => ({ things: citedThings(store, citations) }),
  'case.sameDays': ({ store }, { id }) => sameDays(store, id),
  'case.lookUps': ({ store }) => ({ lookUps: listLookUps(store) }),
  'case.erase': (context, { id, reason }) => eraseCaseEntry(context, id, reason),
  'case.deadlines': ({ store }) => ({ deadlines: listDeadlines(store) }),
  'case.front': ({ store }, { today }) => caseFront(store, today),
  'case.gapsHidden': ({ store }) => ({ isHidden: areGapsHidden(store) }),
  'case.gaps': ({ store }, { settled, offset, limit }) => listGaps(store, settled, offset, limit),
  'case.settleGap': async (context, { incidentId, isSettled }) => {
    await settleGap(context, incidentId, isSettled);
    return {};
  },
  'case.hideGaps': async (context, { isHidden }) => {
    await hideGaps(context, isHidden);
    return {};
  },
  'case.toldAndHappened': ({ store }, { contactId }) => toldAndHappened(store, contactId),
  'case.patterns': ({ store }, period) => patterns(store, period),
  'case.elements': ({ store }) => ({ summaries: [...elementSummaries(store)] }),
  'case.elementLines': ({ store }, wanted) => elementLines(store, wanted),
  'case.chooseConduct': async (context, chosen) => {
    await chooseConduct(context, chosen);
    return {};
  },
  'case.compareDisclosure': ({ store }, { id, reading }) => compareDisclosure(store, id, reading),
};
