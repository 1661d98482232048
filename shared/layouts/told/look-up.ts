import { pagesTold } from '../../messages/en-gb/pages-told';
import type { LookUp } from '../../model/case/look-up';
import { lookUpSystemLabel } from '../../picklists';
import { html } from '../markup';
import { dated, entries, inLines, person, privileged, refersTo, said, short, titled } from './case-fields';
import type { ToldFields } from './told-fields';

const words = pagesTold.lookUp;

/** Something that somebody knew and should not have: suspected, never claimed. */
export const lookUpFields: ToldFields<LookUp> = {
  fields: [
    titled(),
    dated(words.happened, ({ happened }) => happened),
    dated(words.since, ({ knowableSince }) => knowableSince),
    short(words.who, ({ personId }) => personId, ({ personId }, threadOf) => person(threadOf, personId)),
    short(words.through, ({ throughIds }) => throughIds, ({ throughIds }, threadOf) => inLines(throughIds.map((id) => person(threadOf, id)))),
    short(words.systems, ({ systems }) => systems, ({ systems }) => (systems.length === 0 ? null : html`${systems.map(lookUpSystemLabel).join('; ')}<br><span class="quiet">${words.suspected}</span>`)),
    short(words.about, ({ incidentIds }) => incidentIds, ({ incidentIds }, threadOf) => entries(threadOf, 'incident', incidentIds)),
    said(words.known, ({ known }) => known),
    said(words.how, ({ howItShowed }) => howItShowed),
    said(words.other, ({ otherWays }) => otherWays),
    privileged(),
  ],
  saidChanged: refersTo(({ evidence }) => evidence),
  noWords: pagesTold.noWords,
  lived: ({ happened }) => happened,
};
