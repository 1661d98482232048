import { pagesTold } from '../../messages/en-gb/pages-told';
import type { CounterAllegation } from '../../model/case/counter-allegation';
import { dated, entries, line, long, outcomes, person, privileged, refersTo, said, short, titled } from './case-fields';
import type { ToldFields } from './told-fields';

const words = pagesTold.counterAllegation;

/** What somebody else reported or claimed against her, with what she says to it. */
export const counterAllegationFields: ToldFields<CounterAllegation> = {
  fields: [
    titled(),
    dated(words.happened, ({ happened }) => happened),
    short(words.by, ({ madeById }) => madeById, ({ madeById }, threadOf) => person(threadOf, madeById)),
    short(words.to, ({ madeTo }) => madeTo, ({ madeTo }) => line(madeTo)),
    dated(words.made, ({ made }) => made),
    dated(words.learned, ({ learned }) => learned),
    short(words.reference, ({ reference }) => reference, ({ reference }) => line(reference)),
    short(words.about, ({ incidentIds }) => incidentIds, ({ incidentIds }, threadOf) => entries(threadOf, 'incident', incidentIds)),
    said(words.theirs, ({ theirVersion }) => theirVersion),
    said(words.hers, ({ herAnswer }) => herAnswer),
    long(pagesTold.outcomes, (content) => content.outcomes, (content) => outcomes(content.outcomes)),
    privileged(),
  ],
  saidChanged: refersTo(({ evidence }) => evidence),
  noWords: pagesTold.noWords,
  // What somebody else says happened is nothing that she recorded as it happened.
  lived: () => null,
};
