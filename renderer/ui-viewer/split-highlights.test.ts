import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMarks, splitByMarks } from './split-highlights';

const found = (text: string, query: string) => splitByMarks(text, findMarks(text, query)).filter((piece) => piece.found).map((piece) => piece.text);

describe('splitByMarks', () => {
  it('loses and adds nothing, whatever the marks', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 }))), (text, marks) => {
      expect(splitByMarks(text, marks).map((piece) => piece.text).join('')).toBe(text);
    }));
  });
  it('joins overlapping marks', () => {
    expect(splitByMarks('abcdef', [[3, 5], [1, 4]])).toEqual([{ text: 'a', found: false }, { text: 'bcde', found: true }, { text: 'f', found: false }]);
  });
});

describe('findMarks', () => {
  it('ignores case and finds the beginnings of words', () => {
    expect(found('He came HOME. Homecoming, not newhome.', 'home')).toEqual(['HOME', 'Home']);
  });
  it('ignores accents, composed or not', () => {
    expect(found('café and cafe\u0301', 'cafe')).toEqual(['café', 'cafe\u0301']);
    expect(found('naïve', 'NAI')).toEqual(['naï']);
  });
  it('finds every word of the query', () => {
    expect(found('the front door, the back door', 'door back')).toEqual(['door', 'back', 'door']);
  });
  it('finds Arabic and keeps emoji whole', () => {
    expect(found('قال 😀 لا تخبري أحدا', 'تخبري')).toEqual(['تخبري']);
  });
  it('finds nothing for a query without words', () => {
    expect(found('a.b', ' . ')).toEqual([]);
  });
});
