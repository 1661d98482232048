import { describe, expect, it } from 'vitest';
import { checkDeterministic, checkReadOnly, checkSingle } from './deterministic-sql';

describe('SQL of a transaction', () => {
  it.each([
    'SELECT random()', "INSERT INTO a VALUES (datetime('now'))", 'INSERT INTO a VALUES (CURRENT_TIMESTAMP)', 'CREATE TABLE a (b DEFAULT current_date)',
    'INSERT INTO a VALUES (last_insert_rowid())', 'UPDATE a SET b = "randomblob"(3)', 'COMMIT', '/* x */ begin', 'INSERT INTO a VALUES (1); ROLLBACK', 'PRAGMA foreign_keys = OFF',
    'PRAGMA user_version', "ATTACH 'x' AS y", 'CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END; COMMIT', "UPDATE a SET b = strftime('%Y', c)",
  ])('may not be %s', (sql) => {
    expect(() => checkDeterministic(sql)).toThrow();
  });

  it.each([
    'INSERT INTO a (date, time, random) VALUES (?, ?, ?)', "INSERT INTO a VALUES ('random() now CURRENT_TIMESTAMP')", 'PRAGMA user_version = 4',
    'CREATE TRIGGER t AFTER INSERT ON a BEGIN INSERT INTO b VALUES (new.id); DELETE FROM c; END; CREATE TABLE d (e)', "-- random()\nDELETE FROM a",
    'CREATE VIRTUAL TABLE f USING fts4(content="", tokenize=unicode61)', "SELECT CASE WHEN 1 THEN 2 END", 'SELECT changes FROM a',
  ])('may be %s', (sql) => {
    expect(() => checkDeterministic(sql)).not.toThrow();
    expect(() => checkDeterministic(sql)).not.toThrow();
  });

  it('with values is one statement, and a reading one only reads', () => {
    expect(() => checkSingle('DELETE FROM a WHERE b = ?; DELETE FROM c')).toThrow('one statement');
    expect(() => checkSingle("DELETE FROM a WHERE b = ';x';")).not.toThrow();
    for (const sql of ['SELECT replace(a, 1, 2) FROM b', 'WITH c AS (SELECT 1) SELECT replace(c, 1, 2) FROM c', 'VALUES (1)']) expect(() => checkReadOnly(sql)).not.toThrow();
    for (const sql of ['DELETE FROM a', 'WITH c AS (SELECT 1) DELETE FROM a', 'INSERT INTO a VALUES (1) RETURNING *', 'PRAGMA user_version = 3', 'SELECT 1; DELETE FROM a']) {
      expect(() => checkReadOnly(sql)).toThrow();
    }
  });
});
