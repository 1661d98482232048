import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkSealCode as readerCheck, sealCode as readerSeal } from '../../../../docs/format/reader/history.mjs';
import { recorded } from '../../calls/testing/made-record';
import { makeTestVault, type TestVault } from '../../calls/testing/open-service';

type Row = { sequence: number; hash: string; at_utc: string };
const readerCode = readerSeal as (vaultId: Buffer, row: Row) => string;
const checkSealCode = readerCheck as (vaultId: Buffer, rows: readonly Row[], printed: string) => string;

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const codeNow = async (): Promise<{ code: string; sequence: number }> => {
  const facts = await vault.ask('vault.facts', {});
  return { code: facts.sealCode, sequence: facts.historySequence };
};
const compare = (typed: string) => vault.ask('seal.compare', { typed });

test('a code stands for the record up to its entry, however it is typed, and whatever came later', async () => {
  await recorded(vault, { account: 'One.' });
  const { code, sequence } = await codeNow();
  await recorded(vault, { account: 'Two.' });
  const { entries } = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 100 });
  const unchanged = { is: 'unchanged', sequence, atUtc: entries.find((entry) => entry.sequence === sequence)!.atUtc, laterEntries: entries.length - sequence };
  for (const typed of [code, ` ${code.toLowerCase()} `, code.replaceAll('-', ''), code.replaceAll('-', ' – '), code.replaceAll('0', 'o').replaceAll('1', 'l')]) expect(await compare(typed), typed).toEqual(unchanged);
});

test('a slip of the hand is told from a change of the record', async () => {
  for (let i = 0; i < 6; i += 1) await recorded(vault, { account: `${i}` });
  const { code, sequence } = await codeNow();
  const [number, ...groups] = code.split('-') as [string, ...string[]];
  for (const typed of ['', 'seal', code.slice(0, -1), `${code}A`, groups.join('-'), `${number}-UUUU-UUUU-UUUU-UUUU`]) expect(await compare(typed), typed).toEqual({ is: 'mistyped' });
  const letters = groups.join('');
  // A character lost: no digit of the number becomes one of the sixteen, of which one in 32 would agree by chance.
  for (let at = 0; at < letters.length - 1; at += 1) for (const lost of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
    const typed = `13-${letters.slice(0, at)}${letters.slice(at + 1, -1)}${lost}`;
    expect(await compare(typed), typed).toEqual({ is: 'mistyped' });
    expect(await compare(typed.replaceAll('-', ' ')), typed).toEqual({ is: 'mistyped' });
  }
  // Every single digit typed wrong is noticed.
  for (let at = 0; at < letters.length; at += 1) {
    const wrong = letters[at] === 'Z' ? 'Y' : 'Z';
    expect(await compare(`${number}-${letters.slice(0, at)}${wrong}${letters.slice(at + 1)}`), String(at)).toEqual({ is: 'mistyped' });
  }
  expect(await compare(`${sequence - 1}-${groups.join('-')}`)).toEqual({ is: 'number-mistyped', sequence });
  expect(await compare(`${sequence * 10}-${groups.join('-')}`)).toEqual({ is: 'number-mistyped', sequence });
});

test('a code of another vault, and one of a state that this vault no longer has', async () => {
  const other = await makeTestVault();
  try {
    await recorded(other, { account: 'Elsewhere.' });
    await recorded(vault, { account: 'Here.' });
    const { code, sequence } = await (async () => {
      const facts = await other.ask('vault.facts', {});
      return { code: facts.sealCode, sequence: facts.historySequence };
    })();
    expect(await compare(code)).toEqual({ is: 'changed', sequence });
    await recorded(other, { account: 'And more.' });
    const later = (await other.ask('vault.facts', {})).sealCode;
    const head = await codeNow();
    const { entries } = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 1 });
    expect(await compare(later)).toEqual({ is: 'older', sequence: Number(later.split('-')[0]), entriesMissing: Number(later.split('-')[0]) - head.sequence, lastUtc: entries[0]!.atUtc });
  } finally {
    await other.remove();
  }
});

test('the independent reader makes the same codes and reads them in the same way', async () => {
  for (let i = 0; i < 5; i += 1) await recorded(vault, { account: `${i}` });
  const { vaultId } = await vault.ask('vault.facts', {});
  const { entries } = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 100 });
  const rows = entries.map((entry) => ({ ...entry, at_utc: entry.atUtc })).reverse();
  const id = Buffer.from(vaultId, 'hex');
  for (const row of rows) {
    const code = readerCode(id, row);
    for (const typed of [code, code.toLowerCase().replaceAll('-', ' '), code.replaceAll('-', ''), code.replaceAll('0', 'o').replaceAll('1', 'l')]) {
      expect(await compare(typed), typed).toMatchObject({ is: 'unchanged', sequence: row.sequence });
      expect(checkSealCode(id, rows, typed)).toContain(`up to entry ${row.sequence}`);
    }
    const wrong = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`;
    expect(await compare(wrong)).toEqual({ is: 'mistyped' });
    expect(() => checkSealCode(id, rows, wrong)).toThrow('copied wrongly');
    const later = code.replace(/^\d+/, String(rows.length + 7));
    expect(await compare(later)).toEqual({ is: 'number-mistyped', sequence: row.sequence });
    expect(() => checkSealCode(id, rows, later)).toThrow('does not have');
  }
});
