import { beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../store/database';
import { StatementRecord } from '../../../store/statement-record';
import type { SqlValue } from '../../../store/store';
import { lookFor, signWords } from '../search-query';
import { findDocids, type Narrowing } from './find-docids';

const everywhere: Narrowing = { within: null, fits: null, most: Infinity };

/** A fixed sequence of numbers in [0, 1). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

let next: () => number;
const below = (count: number): number => Math.floor(next() * count);
const oneOf = <T,>(list: readonly T[]): T => list[below(list.length)] as T;

/** Some in every second text, some nearly nowhere, some that begin alike, some that SQLite folds, some that it cuts; signs. */
const words = ['the', 'them', 'there', 'kit', 'kitchen', 'door', 'in', 'łódź', 'lodz', 'Siân', 'straße', "it's", 'well-known', '支持', '持支', '🎆', 'قَال', 'a\u0488b', ...Array.from({ length: 9000 }, (_, i) => `rare${((i * 7919) % 9000).toString(36)}`)];
const word = (): string => words[Math.floor(next() ** 4 * words.length)] as string;
const text = (): string => Array.from({ length: below(12) }, word).join(' ');
function query(): string {
  const some = (): string => oneOf(['the', 'kitchen', 'door', 'in', word(), word(), `rare${oneOf(['1', '2', '10'])}`]);
  return Array.from({ length: 1 + below(3) }, () => `${oneOf(['', '', '', '-'])}${oneOf([some(), some(), `"${some()} ${some()}"`, `"the ${some()} ${some()}"`, `${some().slice(0, 3)}*`, `"in ${some().slice(0, 2)}*"`])}`).join(' ');
}

let database: Database;
const run = (sql: string, parameters: SqlValue[]): void => database.run(sql, new StatementRecord().add(sql, parameters));

beforeEach(async () => {
  next = sequence(5);
  database = await Database.load();
  run(`CREATE TABLE search_text (docid INTEGER PRIMARY KEY, title TEXT, body TEXT, words TEXT, signs TEXT)`, []);
  run(`CREATE VIRTUAL TABLE search_index USING fts4(content="search_text", title, body, words, signs, order=desc, matchinfo=fts3, tokenize=unicode61 "remove_diacritics=2" "tokenchars=\uE000")`, []);
});

/** By way of its row: a number beyond 32 bits that is bound to an index of words is none it takes. */
function put(docid: number): void {
  const [title, body] = [text(), `${below(8) > 0 ? 'the ' : ''}${text()}`];
  run(`INSERT OR REPLACE INTO search_text (docid, title, body, words, signs) VALUES (?, ?, ?, '', ?)`, [docid, title, body, signWords(`${title} ${body}`)]);
  run(`INSERT INTO search_index (docid, title, body, words, signs) SELECT docid, title, body, words, signs FROM search_text WHERE docid = ?`, [docid]);
}

const take = (docid: number): void => run(`DELETE FROM search_index WHERE docid IN (SELECT docid FROM search_text WHERE docid = ?)`, [docid]);

/** One transaction's worth. */
function together(work: () => void): void {
  database.begin();
  work();
  database.prepareCommit();
  database.commit();
}

const ours = (typed: string, narrowing = everywhere): number[] => {
  const looking = lookFor(typed);
  return looking === null ? [] : findDocids({ all: (sql, parameters = []) => database.all(sql, parameters) }, 'search_index', looking, narrowing);
};
const theirs = (typed: string): number[] => {
  const looking = lookFor(typed);
  return looking === null ? [] : database.all<{ docid: number }>(`SELECT docid FROM search_index WHERE search_index MATCH ? ORDER BY docid DESC`, [looking.match]).map(({ docid }) => docid);
};

describe('findDocids', () => {
  it('finds what SQLite finds, in its order, whatever was put in, changed and taken out since', () => {
    // Places of messages lie beyond 32 bits, and come upwards.
    const docids = Array.from({ length: 1600 }, (_, i) => (1 + Math.floor(i / 500)) * 2 ** 32 + (i % 500));
    let found = 0;
    for (let round = 0; round < 8; round += 1) {
      together(() => {
        for (const docid of docids.slice(round * 200, (round + 1) * 200)) put(docid);
      });
      together(() => {
        for (let i = 0; i < 20; i += 1) {
          const docid = docids[below((round + 1) * 200)] as number;
          take(docid);
          if (i % 3 !== 0) put(docid);
          else run(`DELETE FROM search_text WHERE docid = ?`, [docid]);
        }
      });
      for (let i = 0; i < 15; i += 1) {
        const typed = query();
        const expected = theirs(typed);
        expect(`${round} ${typed}: ${ours(typed).join()}`).toBe(`${round} ${typed}: ${expected.join()}`);
        found += expected.length;
      }
      if (round === 5) together(() => run(`INSERT INTO search_index (search_index) VALUES ('optimize')`, []));
    }
    expect(found).toBeGreaterThan(2000);
    // Both a word with a list longer than a page, and a tree of words with a level between root and leaves.
    expect(database.all(`SELECT max(length(block)) > 4096 AS isLong FROM search_index_segments`, [])).toEqual([{ isLong: 1 }]);
    expect(database.all<{ depth: number }>(`SELECT max(unhex(substr(hex(root), 1, 2)) >= x'01') AS depth FROM search_index_segdir`, [])).toEqual([{ depth: 1 }]);
  }, 120_000);

  it('stays within stretches, asks whether rows fit until there are enough, and gives no more than that', () => {
    together(() => {
      for (let docid = 1; docid <= 3000; docid += 1) put(docid);
    });
    for (const typed of ['the', 'the -kitchen', '"the the"']) {
      const all = theirs(typed);
      expect(all.length).toBeGreaterThan(60);
      const within = [{ low: 2000, high: 2500 }, { low: 2, high: 900 }];
      const isWithin = (docid: number): boolean => within.some(({ low, high }) => docid >= low && docid < high);
      expect(ours(typed, { ...everywhere, within })).toEqual(all.filter(isWithin));
      let asked = 0;
      const fits = (docids: readonly number[]): number[] => {
        asked += docids.length;
        return docids.filter((docid) => docid % 3 === 0);
      };
      expect(ours(typed, { within, fits, most: 10 })).toEqual(all.filter((docid) => isWithin(docid) && docid % 3 === 0).slice(0, 10));
      expect(asked).toBeLessThan(100);
      expect(ours(typed, { within: [], fits, most: 10 })).toEqual([]);
    }
  });

  it('says that an index is damaged, as SQLite would, and comes to an end', () => {
    together(() => {
      for (let docid = 1; docid <= 600; docid += 1) put(docid);
    });
    const roots = database.all<{ level: number; idx: number; root: Uint8Array }>(`SELECT level, idx, root FROM search_index_segdir`, []);
    const blocks = database.all<{ blockid: number; block: Uint8Array }>(`SELECT blockid, block FROM search_index_segments`, []);
    let thrown = 0;
    for (let i = 0; i < 150; i += 1) {
      const isRoot = i % 4 === 0;
      const bytes = Uint8Array.from(isRoot ? oneOf(roots).root : oneOf(blocks).block);
      for (let change = 0; change < 3; change += 1) bytes[below(Math.min(bytes.length, 400))] = below(256);
      const cut = i % 5 === 0 ? bytes.subarray(0, below(bytes.length)) : bytes;
      const target = isRoot ? null : oneOf(blocks).blockid;
      run(target === null ? `UPDATE search_index_segdir SET root = ?` : `UPDATE search_index_segments SET block = ? WHERE blockid = ${target}`, [cut]);
      try {
        ours(query());
      } catch (error) {
        expect(String(error)).toMatch(/malformed/);
        thrown += 1;
      }
      for (const { level, idx, root } of roots) run(`UPDATE search_index_segdir SET root = ? WHERE level = ? AND idx = ?`, [root, level, idx]);
      for (const { blockid, block } of target === null ? [] : blocks) if (blockid === target) run(`UPDATE search_index_segments SET block = ? WHERE blockid = ?`, [block, blockid]);
    }
    expect(thrown).toBeGreaterThan(10);
  }, 120_000);
});
