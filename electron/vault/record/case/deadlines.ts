import { CaseContent, CaseRow } from '../../../../shared/model/case/case-entry';
import type { ListedDeadline } from '../../../../shared/model/case/case-front';
import { fromJson, type Queries } from '../rows';

/** Every time limit that is not erased, drafts among them, as they were begun. */
export function listDeadlines(from: Queries): ListedDeadline[] {
  return from.all<{ content: string; row: string }>(`SELECT content, row FROM case_entry WHERE kind = 'deadline' AND status <> 'erased' ORDER BY begun_utc, id`).flatMap(({ content: text, row: line }) => {
    const content = fromJson(CaseContent, text);
    if (content.kind !== 'deadline') return [];
    const { id, status, evidenceCount, firstRecordedUtc } = fromJson(CaseRow, line);
    const { rule, title, fromDay, secondDay, ownDay, asWritten, contactId, settled } = content;
    return [{ id, status, evidenceCount, firstRecordedUtc, rule, title, fromDay, secondDay, ownDay, asWritten, contactId, settled }];
  });
}
