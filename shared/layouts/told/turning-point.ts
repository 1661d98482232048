import { pagesTold } from '../../messages/en-gb/pages-told';
import type { TurningPoint } from '../../model/case/turning-point';
import { dated, privileged, refersTo, said, short } from './case-fields';
import type { ToldFields } from './told-fields';

const words = pagesTold.turningPoint;

/** A day on which something changed. */
export const turningPointFields: ToldFields<TurningPoint> = {
  fields: [
    short(words.what, ({ what }) => what, ({ what }) => (what === null ? null : words.whats[what])),
    dated(words.happened, ({ happened }) => happened),
    said(words.words, (content) => content.words),
    privileged(),
  ],
  saidChanged: refersTo(({ evidence }) => evidence),
  noWords: pagesTold.noWords,
  lived: ({ happened }) => happened,
};
