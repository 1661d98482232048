import { deadlineRule } from '../../../../shared/deadlines/rules';
import { spanOf } from '../../../../shared/dates';
import type { CaseContent, CaseEntry, CaseRow } from '../../../../shared/model/case/case-entry';
import { facedAs, threadsOf, wordsIn } from '../../../../shared/model/case/what-it-holds';
import { messages } from '../../../../shared/messages/en-gb';
import type { Id } from '../../../../shared/model/identity';
import { conductElementOf, turningPointLabels } from '../../../../shared/picklists';
import { openingOf } from '../chronology/chronology-line';
import { nameOfPerson } from '../people/people';
import type { Queries } from '../rows';
import type { SearchText } from '../search/search-text';

/** What lists show of an entry as it stands now. */
export function rowOf(from: Queries, { id, kind, status, content, versions, firstRecordedUtc }: Pick<CaseEntry, 'id' | 'kind' | 'status' | 'content' | 'versions' | 'firstRecordedUtc'>): CaseRow {
  const { text, ...faced } = facedAs(content);
  const threads = threadsOf(content);
  return {
    id, kind, status, ...faced, title: titleOf(from, content, faced.title), opening: openingOf(text), span: spanOf(faced.happened.edtf), personIds: threads.flatMap((thread) => (thread.role === 'person' ? [thread.id] : [])),
    evidenceCount: new Set(threads.flatMap(({ role, kind: of, id: thing }) => (role === 'evidence' || role === 'given' ? [`${of} ${thing}`] : []))).size, amended: versions.length > 1, firstRecordedUtc,
  };
}

/** What stands for a title where she gave none: a tie's people, a time limit's rule, what changed on a day, an element's name. */
function titleOf(from: Queries, content: CaseContent, hers: string): string {
  if (content.kind === 'tie') return tieTitle(from, content);
  if (content.kind === 'turning-point') return content.what === null ? '' : turningPointLabels[content.what].label;
  if (content.kind === 'conduct') return conductElementOf(content.elementId)?.name ?? '';
  return hers === '' && content.kind === 'deadline' ? deadlineRule(content.rule)?.name ?? '' : hers;
}

function tieTitle(from: Queries, { fromId, toId }: Extract<CaseContent, { kind: 'tie' }>): string {
  return [fromId, toId].map((personId) => nameOf(from, personId)).filter((name) => name !== '').join(' – ');
}

function nameOf(from: Queries, id: Id | null): string {
  return id === null ? '' : nameOfPerson(from, id) ?? messages.people.erasedPerson;
}

/** What Find looks through of an entry that is not erased. */
export function searchTextOf({ id, title, span }: CaseRow, content: CaseContent): SearchText {
  return { subject: 'case', id, day: span.earliest, lastDay: span.latest, title, body: wordsIn(content) };
}
