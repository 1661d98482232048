import { expect, it } from 'vitest';
import { messages } from '../messages/en-gb';
import type { ElementSummary } from '../model/case/course-of-conduct';
import { abuseKindOf, conductElementOf, conductElements, conductOffences } from '../picklists';
import { thinOf } from './thin';

const said = (id: string, part: Partial<ElementSummary>): string[] => {
  const element = conductElementOf(id)!;
  return thinOf(element, { elementId: id, chosen: 0, proposed: 0, takenOut: 0, days: 0, undated: 0, bare: 0, before: 0, ...part }).map((thin) => messages.conduct.thin(thin));
};

it('says what is missing of occasions, dates and things attached, and never how strong it is', () => {
  expect(said('s76-fear', {})).toEqual(['No entry is linked to this yet.']);
  expect(said('s76-fear', { chosen: 1, days: 1, bare: 1 })).toEqual(['This is told in one entry; the law asks for at least 2 occasions.', 'The entry has nothing attached. That is usual.']);
  expect(said('s76-fear', { chosen: 2, days: 1 })).toEqual(['This is told in 2 entries of one day; the law asks for at least 2 occasions. A solicitor can say whether they are two.']);
  expect(said('s76-fear', { chosen: 2, undated: 2 })).toEqual(['On how many different days it was cannot be told from the dates.', '2 entries have no date yet.']);
  expect(said('s76-fear', { chosen: 2, days: 2 })).toEqual([]);
  expect(said('s76-behaviour', { proposed: 1, days: 1, before: 1 })).toEqual(['This is told in one entry; the law speaks of repeated or continuous behaviour.', 'One entry lies wholly before the law was in force. It can still show how it was.', 'One entry is proposed from its kind, and was not looked at here yet.']);
  expect(said('s76-distress', { chosen: 3, days: 3, bare: 2 })).toEqual(['2 of 3 entries have nothing attached. That is usual.']);
});

it('gives every element an id of its own, an offence, a source, and kinds that there are', () => {
  expect(new Set(conductElements.map(({ id }) => id)).size).toBe(conductElements.length);
  for (const { offence, source, proposedBy } of conductElements) {
    expect(conductOffences.map(({ id }) => id as string)).toContain(offence);
    expect(source.words).not.toBe('');
    for (const kind of [...proposedBy.kinds, ...proposedBy.also]) expect(abuseKindOf(kind)?.id).toBe(kind);
  }
  // Ids are in people's records: this list may grow and may never lose or rename one.
  expect(conductElements.map(({ id }) => id)).toEqual(['s76-behaviour', 's76-connected', 's76-fear', 's76-distress', 's76-knew', 's2a-acts', 's2a-harassment', 's2a-knew', 's4a-fear', 's4a-distress', 's4a-knew']);
});
