import fc from 'fast-check';
import initSqlJs from 'sql.js';
import { describe, expect, it } from 'vitest';
import { likePattern, matchQuery } from './search-query';

describe('matchQuery', () => {
  it('wants every word, the last one open, phrases side by side, minus words absent', () => {
    expect(matchQuery('front door')).toBe('("front" AND "door*")');
    expect(matchQuery('"front door" key')).toBe('("front door" AND "key*")');
    expect(matchQuery('door -back')).toBe('("door") NOT "back"');
    expect(matchQuery('Anne-Marie')).toBe('("Anne Marie*")');
    expect(matchQuery('… !')).toBeNull();
  });

  it('is always a query SQLite takes, whatever she types', async () => {
    const { Database } = await initSqlJs();
    const database = new Database();
    database.run(`CREATE VIRTUAL TABLE t USING fts4(text, tokenize=unicode61 "remove_diacritics=2")`);
    database.run(`INSERT INTO t (text) VALUES ('the front door')`);
    const pieces = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"', '-', '*', ' ', '(', ')', 'NEAR/2', 'OR', 'AND', 'NOT', 'text:', '^', '\u0301', 'قال', '支持', '🎆', '\\', '%'));
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (typed) => {
        const query = matchQuery(typed.join(''));
        if (query !== null) database.exec(`SELECT count(*) FROM t WHERE t MATCH ?`, [query]);
      }),
      { numRuns: 2000 },
    );
    database.close();
  });
});

describe('likePattern', () => {
  it('takes signs of LIKE as they stand', () => {
    expect(likePattern(' 50%_\\ ')).toBe('%50\\%\\_\\\\%');
  });
});
