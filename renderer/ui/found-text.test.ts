import { describe, expect, it } from 'vitest';
import { findMarks } from './found-text';

describe('found words', () => {
  it('marks words that begin as asked, whatever the case', () => expect(findMarks('He took my Phone and the telephone', 'phone')).toEqual([[11, 16]]));
  it('takes signs of the search as plain text', () => expect(findMarks('a+b (c', '(c')).toEqual([[5, 6]]));
  it('finds in other scripts', () => expect(findMarks('قال لي إن أحداً', 'قال')).toEqual([[0, 3]]));
  it('marks nothing without words', () => expect(findMarks('anything', '  ')).toEqual([]));
});
