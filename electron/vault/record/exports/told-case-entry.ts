import { spanOf } from '../../../../shared/dates';
import { messages } from '../../../../shared/messages/en-gb';
import { withoutPrivileged, type CaseEntry } from '../../../../shared/model/case/case-entry';
import { isToldContent, isToldKind, toldDayOf, type ToldKind } from '../../../../shared/model/case/told-in-chronology';
import { facedAs, threadsOf, type CaseThread } from '../../../../shared/model/case/what-it-holds';
import type { PlannedThread } from '../../../../shared/model/export-plan';
import type { Id } from '../../../../shared/model/identity';
import { isOfficer } from '../../../../shared/model/person';
import { getCaseEntry } from '../case/case-entries';
import { getPerson, nameOfPerson } from '../people/people';
import { countOf, type Queries } from '../rows';
import { holdsThing, keyOfThing, type MarkedThing } from './exhibit-marks';
import type { ToldAs, ToldThing } from './told-thing';

/** The kind of an entry of the case that a chronology tells; null of any other, and of what is not there. */
export function toldKindOf(from: Queries, id: Id): ToldKind | null {
  const [row] = from.all<{ kind: string }>(`SELECT kind FROM case_entry WHERE id = ?`, [id]);
  return row !== undefined && isToldKind(row.kind) ? row.kind : null;
}

/** An entry of the case, of any kind that is told. */
export const toldCaseEntry: ToldThing = {
  mayGo: (from, id) => countOf(from, `case_entry WHERE id = ? AND status = 'recorded'`, [id]) > 0,
  evidence: (from, id) => evidenceOf(getCaseEntry(from, id)).filter((thing) => holdsThing(from, thing)),
  plan: (from, id, as) => {
    const entry = getCaseEntry(from, id);
    const told = toldDayOf(entry.content);
    if (told === null || !isToldKind(entry.kind)) throw new Error('an entry of this kind is not told in a chronology');
    const versions = entry.versions.flatMap(({ content, ...version }) => (isToldContent(content) ? [{ ...version, content: as.includePrivileged ? content : withoutPrivileged(content) }] : []));
    const threads = new Map(entry.versions.flatMap(({ content }) => threadsOf(content)).map((thread) => [`${thread.kind} ${thread.id}`, thread]));
    return {
      subject: entry.kind, id, number: as.number, exhibitMarks: as.exhibitMarks, happened: told.day, span: spanOf(told.day.edtf), dayIs: told.is, title: facedAs(entry.content).title, firstRecordedUtc: entry.firstRecordedUtc, versions,
      threads: [...threads.values()].map((thread) => planned(from, thread, as)),
    };
  },
};

/** What it rests on, then what was given to somebody: both can be looked at. Each once: what she gave is often what bears it out, too. */
function evidenceOf({ content }: CaseEntry): MarkedThing[] {
  const threads = threadsOf(content);
  const things = [...threads.filter(({ role }) => role === 'evidence'), ...threads.filter(({ role }) => role === 'given')].flatMap(({ kind, id }): MarkedThing[] => (kind === 'document' || kind === 'excerpt' || kind === 'mail' ? [{ kind, id }] : []));
  return [...new Map(things.map((thing) => [keyOfThing(thing), thing])).values()];
}

function planned(from: Queries, { kind, id }: CaseThread, as: ToldAs): PlannedThread {
  const nowhere = { kind, id, name: '', isGone: false, mark: null, entryNumber: null };
  switch (kind) {
    case 'person': {
      const name = nameOfPerson(from, id);
      return { ...nowhere, name: name ?? messages.people.erasedPerson, isGone: name === null, ...(name !== null && isOfficer(getPerson(from, id)) ? { isOfficer: true } : {}) };
    }
    case 'incident': return { ...nowhere, isGone: countOf(from, `incident WHERE id = ? AND status <> 'erased'`, [id]) === 0, entryNumber: as.numberOf(id) };
    case 'case': return { ...nowhere, isGone: countOf(from, `case_entry WHERE id = ? AND status <> 'erased'`, [id]) === 0, entryNumber: as.numberOf(id) };
    default: return { ...nowhere, isGone: !holdsThing(from, { kind, id }), mark: as.markOf({ kind, id }) };
  }
}
