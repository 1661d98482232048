import { exhibitName } from '../../../../shared/layouts/exhibit-name';
import { entryName } from '../../../../shared/layouts/entry-name';
import type { CasePageSource } from '../../../../shared/model/case/case-page';
import { type ExportPlan, thingOf } from '../../../../shared/model/export-plan';
import type { PrivateChildrenThing } from '../../../../shared/model/private-children';
import type { Tagged } from '../../../../shared/model/tag';
import { privateChildrenTag } from '../../../../shared/outputs/gates/private-children';
import { subjectOf } from '../case/page-sources';
import { carriesTagNamed } from '../inbox/tags';
import type { Queries } from '../rows';
import type { MarkedThing } from './exhibit-marks';

/** What in these pages she tagged as belonging to private proceedings about a child: entries, and exhibits by their own tag or that of the conversation or exchange they are from. Each thing once. */
export function privateChildrenIn(from: Queries, { entries, exhibits }: Pick<ExportPlan, 'entries' | 'exhibits'>): PrivateChildrenThing[] {
  const isTagged = (subject: Tagged | null): boolean => subject !== null && carriesTagNamed(from, subject, privateChildrenTag);
  return [
    ...entries.flatMap((entry) => (entry.subject === 'incident' && isTagged({ kind: 'incident', id: entry.id }) ? [{ name: entryName(entry), mark: null }] : [])),
    ...exhibits.flatMap((exhibit) => (isTagged(taggedOf(from, thingOf(exhibit))) ? [{ name: exhibitName(exhibit), mark: exhibit.mark }] : [])),
  ];
}

/** What of a page's sources she tagged so. */
export function privateChildrenAmong(from: Queries, sources: readonly CasePageSource[]): PrivateChildrenThing[] {
  return sources.flatMap(({ citation, name, mark, isGone }) => {
    const tagged = isGone ? null : taggedOfSubject(from, subjectOf(citation));
    return tagged !== null && carriesTagNamed(from, tagged, privateChildrenTag) ? [{ name, mark }] : [];
  });
}

/** null of an entry of the case, which has no tags. */
function taggedOfSubject(from: Queries, subject: ReturnType<typeof subjectOf>): Tagged | null {
  switch (subject.kind) {
    case 'case': return null;
    case 'incident': return { kind: 'incident', id: subject.id };
    default: return taggedOf(from, subject);
  }
}

function taggedOf(from: Queries, { kind, id }: MarkedThing): Tagged | null {
  switch (kind) {
    case 'document': return { kind, id };
    case 'excerpt': {
      const [of] = from.all<{ id: string }>(`SELECT conversation_id AS id FROM excerpt WHERE id = ?`, [id]);
      return of === undefined ? null : { kind: 'conversation', id: of.id };
    }
    case 'mail': {
      // An exchange goes by its first mail.
      const [first] = from.all<{ id: string }>(`SELECT first.id FROM mail JOIN mail_thread ON mail_thread.mail = mail.number JOIN mail AS first ON first.number = mail_thread.thread WHERE mail.id = ?`, [id]);
      return first === undefined ? null : { kind: 'mail-thread', id: first.id };
    }
  }
}
