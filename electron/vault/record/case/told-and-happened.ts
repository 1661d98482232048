import { lengthBetween } from '../../../../shared/dates/length-between';
import { sortKeyOf, spanOf } from '../../../../shared/dates';
import { Refusal } from '../../../../shared/contract/errors';
import { CaseContent } from '../../../../shared/model/case/case-entry';
import type { Contact } from '../../../../shared/model/case/contact';
import type { Stretch, ToldAndHappened, ToldStep } from '../../../../shared/model/case/told-and-happened';
import type { DaySpan } from '../../../../shared/model/dated';
import type { Id } from '../../../../shared/model/identity';
import { fromJson, oneRow, type Queries } from '../rows';
import { nameEvidence } from './named-evidence';
import { namedPeople } from './named-people';

type Recorded = { readonly id: Id; readonly firstRecordedUtc: string; readonly amended: boolean; readonly content: Contact };

/**
 * The report that a contact belongs to, from its first contact on, with everything that belongs to it, also through others. What she recorded counts, and nothing else: where a contact in between was erased, the story begins after it. Contacts that name each other in a ring all belong; it begins at the earliest.
 * Refuses `not-found` of what is no recorded contact.
 */
export function toldAndHappened(from: Queries, contactId: Id): ToldAndHappened {
  const belongs = belongingOf(from);
  if (!belongs.has(contactId)) throw new Refusal('not-found');
  const contacts = membersOf(belongs, contactId).map((id) => recordedContact(from, id)).sort(byTime);
  const first = contacts.find(({ content: { reportId } }) => reportId === null || !belongs.has(reportId)) ?? contacts[0];
  if (first === undefined) throw new Refusal('not-found');
  const people = namedPeople(from);
  const named = nameEvidence(from, contacts.flatMap(({ content }) => [...content.evidence, ...content.given.flatMap(({ target }) => (target === null ? [] : [target]))]));
  const began = spanOf(first.content.happened.edtf);
  let before: DaySpan | null = null;
  const steps = contacts.map(({ id, firstRecordedUtc, amended, content }): ToldStep => {
    const { form, title, happened, reference, said, told, promised, cameBack, reportId, incidentIds } = content;
    const span = spanOf(happened.edtf);
    const after = before === null ? null : stretch(before, span);
    if (span.earliest !== '') before = span;
    return {
      entryId: id, firstRecordedUtc, amended, form, title, happened, reference, said, told, promised, cameBack, reportId, incidentIds, after,
      bodyName: content.bodyId === null ? '' : people.get(content.bodyId)?.name ?? '',
      people: content.people.map(({ personId, part }) => ({ personId, part, name: people.get(personId)?.name ?? '' })),
      given: content.given.map((given) => ({ ...given, thing: given.target === null ? null : named(given.target) })),
      outcomes: content.outcomes.map((outcome) => ({ ...outcome, since: stretch(began, spanOf(outcome.told.edtf)) })),
      evidence: content.evidence.map(named),
    };
  });
  return { firstId: first.id, steps };
}

function stretch(earlier: DaySpan, later: DaySpan): Stretch | null {
  const length = lengthBetween(earlier, later);
  return length === null ? null : { from: earlier, to: later, ...length };
}

/** Every recorded contact, and the one it belongs to. */
function belongingOf(from: Queries): Map<Id, Id | null> {
  return new Map(from.all<{ id: Id; report: Id | null }>(`SELECT id, target_id AS report FROM case_entry LEFT JOIN case_thread ON entry_id = id AND role = 'about' AND target_kind = 'case' WHERE kind = 'contact' AND status = 'recorded'`).map(({ id, report }) => [id, report]));
}

/** Up to the first, and down again to everything below. */
function membersOf(belongs: ReadonlyMap<Id, Id | null>, start: Id): Id[] {
  const below = new Map<Id, Id[]>();
  for (const [id, report] of belongs) if (report !== null && belongs.has(report)) below.set(report, [...(below.get(report) ?? []), id]);
  let top = start;
  const passed = new Set<Id>([start]);
  for (let next = belongs.get(top); next !== null && next !== undefined && belongs.has(next) && !passed.has(next); next = belongs.get(next)) { passed.add(next); top = next; }
  const members = new Set<Id>([top]);
  for (const id of members) for (const child of below.get(id) ?? []) members.add(child);
  return [...members];
}

function recordedContact(from: Queries, id: Id): Recorded {
  const row = oneRow<{ first_recorded_utc: string; content: string; versions: number }>(from, `SELECT first_recorded_utc, content, (SELECT count(*) FROM case_version WHERE entry_id = id) AS versions FROM case_entry WHERE id = ?`, [id]);
  return { id, firstRecordedUtc: row.first_recorded_utc, amended: row.versions > 1, content: fromJson(CaseContent, row.content) as Contact };
}

/** By the earliest day it can have been; without a date last, as they were recorded. */
function byTime(a: Recorded, b: Recorded): number {
  const [left, right] = [a, b].map(({ content: { happened } }) => (happened.edtf === '' ? '~' : sortKeyOf(happened))) as [string, string];
  return compare(left, right) || compare(a.firstRecordedUtc, b.firstRecordedUtc) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
