import { describe, expect, it } from 'vitest';
import { findMarks } from './find-marks';

const found = (text: string, query: string) => findMarks(text, query).map(([start, end]) => text.slice(start, end));

describe('findMarks', () => {
  it('ignores case and finds the beginnings of words', () => {
    expect(found('He came HOME. Homecoming, not newhome.', 'home')).toEqual(['HOME', 'Home']);
  });
  it('ignores accents, composed or not', () => {
    expect(found('café and cafe\u0301', 'cafe')).toEqual(['café', 'cafe\u0301']);
    expect(found('naïve', 'NAI')).toEqual(['naï']);
  });
  it('finds every word of the query, the longest where two fit', () => {
    expect(found('the front door, the back door', '"door" back')).toEqual(['door', 'back', 'door']);
    expect(found('doorway', 'door doorw')).toEqual(['doorw']);
  });
  it('finds Arabic and keeps emoji whole', () => {
    expect(found('قال 😀 لا تخبري أحدا', 'تخبري')).toEqual(['تخبري']);
  });
  it('finds nothing for a query without words', () => {
    expect(found('a.b', ' . ')).toEqual([]);
  });
});
