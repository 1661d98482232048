import { describe, expect, it } from 'vitest';
import type { SearchHit } from '../../../shared/model/search';
import { groupHits, placeOf } from './group-hits';

const hit = (subject: SearchHit['subject'], n: number, over: Partial<SearchHit> = {}): SearchHit => ({ subject, id: String(n).padStart(32, '0'), conversationId: null, ordinal: null, title: '', snippet: '', marks: [], day: '', ...over });

describe('found things', () => {
  it('are grouped in the order of the work, each group in the order found', () => {
    const groups = groupHits([hit('person', 1), hit('message', 2), hit('incident', 3), hit('message', 4)]);
    expect(groups.map(({ group, hits }) => [group, hits.map(({ id }) => Number(id))])).toEqual([['incident', [3]], ['message', [2, 4]], ['person', [1]]]);
  });
  it('lead to their place, a message to its very line', () => {
    expect(placeOf(hit('message', 1, { conversationId: 'c'.repeat(32), ordinal: 0 }))).toEqual({ name: 'messages', conversationId: 'c'.repeat(32), ordinal: 0 });
    expect(placeOf(hit('incident', 1))).toMatchObject({ name: 'chronology', open: { subject: 'incident' } });
    expect(placeOf(hit('document', 1))).toMatchObject({ name: 'documents' });
    expect(placeOf(hit('person', 1))).toMatchObject({ name: 'people' });
  });
});
