import { expect, it } from 'vitest';
import type { SearchHit } from '../../shared/model/search';
import { placeOfHit } from './place-of-hit';

const hit = (subject: SearchHit['subject'], over: Partial<SearchHit> = {}): SearchHit => ({ subject, id: '1'.repeat(32), conversationId: null, ordinal: null, page: null, caseKind: null, isMachineRead: false, title: '', snippet: '', marks: [], day: '', ...over });

it('leads to its place, a message to its very line and a page to its very page, with what was looked for', () => {
  expect(placeOfHit(hit('message', { conversationId: 'c'.repeat(32), ordinal: 0 }), 'door')).toEqual({ name: 'messages', conversationId: 'c'.repeat(32), ordinal: 0, find: 'door' });
  expect(placeOfHit(hit('page', { page: 3 }), 'door')).toEqual({ name: 'documents', documentId: '1'.repeat(32), page: 3, find: 'door' });
  expect(placeOfHit(hit('page'), 'door')).toEqual({ name: 'documents', documentId: '1'.repeat(32), find: 'door' });
  expect(placeOfHit(hit('incident'), 'door')).toEqual({ name: 'chronology', open: { subject: 'incident', id: '1'.repeat(32) } });
  expect(placeOfHit(hit('document'), 'door')).toEqual({ name: 'documents', documentId: '1'.repeat(32) });
  expect(placeOfHit(hit('mail'), 'door')).toEqual({ name: 'mail', mailId: '1'.repeat(32), find: 'door' });
  expect(placeOfHit(hit('person'), 'door')).toEqual({ name: 'people', personId: '1'.repeat(32) });
});
