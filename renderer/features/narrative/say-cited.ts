import { sayDate } from '../../../shared/dates';
import { pagesCase } from '../../../shared/messages/en-gb/pages-case';
import { messages } from '../../../shared/messages/en-gb';
import type { CitedThing } from '../../../shared/model/case/case-page';
import { keyOfCitation, type ReadAs } from '../../../shared/model/case/narrative';
import { showHidden } from '../../../shared/text/show-hidden';
import type { SaidCitation } from './editor/cited-book';

const words = messages.narrative;

export const looking: SaidCitation = { sign: words.chip([words.chipLooking]), describes: '', state: 'looking' };

/** The mark or number under which it would be printed today. */
export const signOf = ({ mark, number }: CitedThing): string => mark ?? String(number ?? '');

export function stateOf(thing: CitedThing, readAs: readonly ReadAs[]): Exclude<SaidCitation['state'], 'looking'> {
  if (thing.isGone) return 'gone';
  if (thing.firstRecordedUtc === null) return 'draft';
  return isAmendedSince(thing, readAs) ? 'amended' : 'plain';
}

/** Amended after she cited it, or after she last read it again. A draft that was made her record is not amended by that. */
function isAmendedSince(thing: CitedThing, readAs: readonly ReadAs[]): boolean {
  const key = keyOfCitation(thing.citation);
  const known = readAs.find(({ citation }) => keyOfCitation(citation) === key);
  return known !== undefined && thing.version > Math.max(1, known.version);
}

/** What it is called in a line: its kind and its name. */
export function nameOfCited({ what, name, isGone }: CitedThing): string {
  const short = showHidden(name.replace(/\s+/g, ' ').trim());
  const kind = pagesCase.sources.kinds[what];
  return isGone || short === '' ? kind : `${kind}: ${short.length > 120 ? `${short.slice(0, 120).replace(/\s+\S*$/, '')} …` : short}`;
}

/** How a citation is said in the text and in full. */
export function sayCited(thing: CitedThing, readAs: readonly ReadAs[]): SaidCitation {
  const state = stateOf(thing, readAs);
  const sign = signOf(thing);
  const day = thing.happened === null ? '' : sayDate(thing.happened);
  switch (state) {
    case 'gone': return { sign: words.chip([words.chipGone, sign]), describes: `${nameOfCited(thing)}. ${words.cited.erased}`, state };
    case 'draft': return { sign: words.chip([words.chipDraft, sign]), describes: `${nameOfCited(thing)}. ${words.cited.draft}`, state };
    case 'amended': case 'plain': return {
      sign: words.chip([day, sign, state === 'amended' ? words.chipAmended : ''].filter((part) => part !== '')), state,
      describes: [`${nameOfCited(thing)}${day === '' ? '' : `, ${day}`}.`, thing.firstRecordedUtc === null ? '' : words.firstRecorded(messages.dates.instant(thing.firstRecordedUtc)), words.printedAs(thing.mark ?? pagesCase.cited(thing.number ?? 0)), state === 'amended' ? words.cited.amended : ''].filter((part) => part !== '').join(' '),
    };
  }
}
