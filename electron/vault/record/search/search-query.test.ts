import fc from 'fast-check';
import initSqlJs from 'sql.js';
import { describe, expect, it } from 'vitest';
import { likePattern, lookFor, signWords } from './search-query';

const matchQuery = (typed: string): string | null => lookFor(typed)?.match ?? null;

describe('matchQuery', () => {
  it('wants every word, the last one open, phrases side by side, minus words absent', () => {
    expect(matchQuery('front door')).toBe('("front" AND "door*")');
    expect(matchQuery('"front door" key')).toBe('("front door" AND "key*")');
    expect(matchQuery('door -back')).toBe('("door") NOT "back"');
    expect(matchQuery('Anne-Marie')).toBe('("Anne Marie*")');
    expect(matchQuery('… !')).toBeNull();
    expect(matchQuery('door w')).toBe('("door" AND "w")');
  });

  it('is always a query SQLite takes, whatever she types', async () => {
    const { Database } = await initSqlJs();
    const database = new Database();
    database.run(`CREATE VIRTUAL TABLE t USING fts4(text, tokenize=unicode61 "remove_diacritics=2" "tokenchars=\uE000")`);
    database.run(`INSERT INTO t (text) VALUES ('the front door')`);
    const pieces = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"', '-', '*', ' ', '(', ')', 'NEAR/2', 'OR', 'AND', 'NOT', 'text:', '^', '\u0301', 'قال', '支持', '🎆', '\\', '%'));
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (typed) => {
        const looking = lookFor(typed.join(''));
        if (looking !== null) database.exec(`SELECT count(*) FROM t WHERE t MATCH ?`, [looking.match]);
      }),
      { numRuns: 2000 },
    );
    database.close();
  });
});

describe('lookFor', () => {
  it('takes signs one by one, and only those together that stand together', () => {
    expect(signWords('ab 支持c你')).toBe(`\uE000${(0x652f).toString(36)} \uE000${(0x6301).toString(36)} \uE000 \uE000${(0x4f60).toString(36)}`);
    expect(signWords('only words')).toBe('');
    expect(lookFor('?!')).toBeNull();
    const word = `\uE000${(0x652f).toString(36)}`;
    expect(lookFor('支')).toEqual({ match: `("${word}")`, wanted: [[{ words: word, isOpen: false }]], unwanted: [], like: ['%支%'], unlike: [] });
  });
});

describe('likePattern', () => {
  it('takes signs of LIKE as they stand', () => {
    expect(likePattern(' 50%_\\ ')).toBe('%50\\%\\_\\\\%');
  });
});
