import { CasePagePlan } from '../../../../shared/model/case/case-page';
import { drawnDocumentsOf, ExportPlan } from '../../../../shared/model/export-plan';
import type { Id } from '../../../../shared/model/identity';
import type { AreaToBlackOut, PlannedRedaction, RedactionList } from '../../../../shared/model/redaction';
import { finderOf } from '../../../../shared/redaction/find-words';
import { redactIn } from '../../../../shared/redaction/redact-in';
import { redactWords } from '../../../../shared/redaction/redact-words';
import type { Queries } from '../rows';
import { areasOfWords, isUnread } from './areas-of-words';
import { getRedactionList } from './redactions';

/**
 * The plan without the words of a list, in all it holds: no process after the vault has them from the record. What is in files goes along as what is to be looked for and covered there. `listId` null: the plan as it is. Refuses `not-found`.
 */
export function redactExportPlan(from: Queries, plan: ExportPlan, listId: Id | null): ExportPlan {
  if (listId === null) return plan;
  const list = getRedactionList(from, listId);
  return { ...redactIn(ExportPlan, plan, taker(list)), redaction: plannedRedaction(from, list, drawnDocuments(plan)) };
}

/** The same for a page of the case, which has no files in it. */
export function redactCasePagePlan(from: Queries, plan: CasePagePlan, listId: Id | null): CasePagePlan {
  return listId === null ? plan : redactIn(CasePagePlan, plan, taker(getRedactionList(from, listId)));
}

function taker({ words }: RedactionList): (text: string) => string {
  const find = finderOf(words);
  return (text) => redactWords(text, find);
}

/** Documents of which something is drawn: exhibits, and files that went with messages. */
function drawnDocuments({ exhibits }: ExportPlan): Id[] {
  return [...new Set(exhibits.flatMap(drawnDocumentsOf))];
}

function plannedRedaction(from: Queries, list: RedactionList, documentIds: readonly Id[]): PlannedRedaction {
  const drawn = new Set(documentIds);
  const areas: AreaToBlackOut[] = list.areas.filter(({ documentId }) => drawn.has(documentId)).map(({ id: _, ...area }) => area);
  const words = list.words.map(({ id: _, ...one }) => one);
  return {
    listId: list.id, words,
    areas: [...areas, ...documentIds.flatMap((id) => areasOfWords(from, id, finderOf(words)))],
    notRead: words.length === 0 ? [] : documentIds.filter((id) => isUnread(from, id)),
  };
}
