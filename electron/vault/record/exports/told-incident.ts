import { messages } from '../../../../shared/messages/en-gb';
import type { IncidentVersion } from '../../../../shared/model/incident';
import { isOfficer, personOf } from '../../../../shared/model/person';
import { idOf } from '../incidents/evidence-threads';
import { getIncident } from '../incidents/incidents';
import { listPeople } from '../people/people';
import { countOf } from '../rows';
import type { ToldThing } from './told-thing';

export const toldIncident: ToldThing = {
  mayGo: (from, id) => countOf(from, `incident WHERE id = ? AND status = 'recorded'`, [id]) > 0,
  evidence: (from, id) => getIncident(from, id).links.map(({ target }) => ({ kind: target.kind, id: idOf(target) })),
  plan: (from, id, { number, exhibitMarks, includePrivileged }) => {
    const { content, happenedSpan, firstRecordedUtc, versions } = getIncident(from, id);
    const known = listPeople(from);
    const involved = content.people.map(({ personId, part }) => {
      const person = personOf(known, personId);
      return { name: person?.name ?? messages.people.erasedPerson, role: person?.role ?? ('other' as const), part, ...(person && isOfficer(person) ? { isOfficer: true } : {}) };
    });
    // Two entries of one person may both stand in it.
    const people = [...new Map(involved.map((one) => [JSON.stringify(one), one])).values()];
    const open = (version: IncidentVersion): IncidentVersion => (includePrivileged ? version : { ...version, content: { ...version.content, privilegedNote: '' } });
    return { subject: 'incident', id, number, exhibitMarks, happened: content.happened, span: happenedSpan, title: content.title, firstRecordedUtc, versions: versions.map(open), people };
  },
};
