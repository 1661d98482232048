import { expect, test } from 'vitest';
import { nothingAsked } from './bundle/bundle-asked';
import { firstWishes } from './outputs/wishes';
import { type ToBeMade, whyNotMade } from './why-not-made';

const good: ToBeMade = { wanted: { caseName: 'Re A', aside: [], documentIds: [] }, chosenCount: 1, wishes: firstWishes, bundle: nothingAsked, canBeForCourt: true, isForCourt: true, hasTypedFact: false };
const someday = { ...nothingAsked.hearing, typed: 'some day in May', edtf: '2026-05' };

test('nothing stands in the way of pages with a name and one thing in them', () => {
  expect(whyNotMade(good)).toBe(null);
  const aside = [{ kind: 'document', id: 'a'.repeat(32) }] as const;
  expect(whyNotMade({ ...good, chosenCount: 0, wanted: { ...good.wanted, aside: [...aside] } })).toBe(null);
  expect(whyNotMade({ ...good, bundle: { hearing: { ...nothingAsked.hearing, typed: '4 May 2026', edtf: '2026-05-04' }, fileMB: '18' } })).toBe(null);
});

test('each thing that is amiss is named', () => {
  expect(whyNotMade({ ...good, wishes: { ...firstWishes, what: 'complaint' } })).toBe('unread');
  expect(whyNotMade({ ...good, wanted: { ...good.wanted, caseName: '' } })).toBe('name');
  expect(whyNotMade({ ...good, chosenCount: 0 })).toBe('none');
  expect(whyNotMade({ ...good, hasTypedFact: true })).toBe('fact');
  expect(whyNotMade({ ...good, bundle: { ...nothingAsked, hearing: someday } })).toBe('hearing');
  expect(whyNotMade({ ...good, bundle: { ...nothingAsked, fileMB: 'small' } })).toBe('size');
});

test('what is not asked for now is not complained of', () => {
  const notForCourt = { ...good, isForCourt: false };
  expect(whyNotMade({ ...notForCourt, bundle: { ...nothingAsked, hearing: someday } })).toBe(null);
  expect(whyNotMade({ ...notForCourt, canBeForCourt: false, bundle: { ...nothingAsked, fileMB: 'small' } })).toBe(null);
  expect(whyNotMade({ ...good, chosenCount: 0, wishes: { ...firstWishes, what: 'messages', conversationId: 'b'.repeat(32) } })).toBe(null);
  expect(whyNotMade({ ...good, wishes: { ...firstWishes, what: 'complaint', hasRead: firstWishes.complaint.to } })).toBe(null);
});

test('of several the one is said that comes first in the order in which she is asked', () => {
  const all: ToBeMade = { ...good, wanted: { ...good.wanted, caseName: '' }, chosenCount: 0, hasTypedFact: true, bundle: { hearing: someday, fileMB: 'small' }, wishes: { ...firstWishes, what: 'complaint' } };
  expect(whyNotMade(all)).toBe('unread');
  expect(whyNotMade({ ...all, wishes: firstWishes })).toBe('name');
  expect(whyNotMade({ ...all, wishes: firstWishes, wanted: good.wanted })).toBe('none');
  expect(whyNotMade({ ...all, wishes: firstWishes, wanted: good.wanted, chosenCount: 1 })).toBe('fact');
  expect(whyNotMade({ ...all, wishes: firstWishes, wanted: good.wanted, chosenCount: 1, hasTypedFact: false })).toBe('hearing');
});
