import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imported, message, on, recorded } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

it('finds any script, folds accents, and cannot be broken by what is typed', async () => {
  await recorded(vault, { title: 'Łódź', account: 'Zażółć gęślą; سلام دنیا; 我们支持你，别怕; shouting 🎆 “quoted”' });
  const total = async (text: string): Promise<number> => (await vault.ask('search.find', { text, offset: 0, limit: 5 })).total;
  expect(await Promise.all(['zazołc', 'GĘŚLĄ', 'سلام', '支持', '🎆', 'shout', '"gesla سلام"'].map(total))).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(await Promise.all(['"سلام gesla"', 'nothere', '支援'].map(total))).toEqual([0, 0, 0]);
  for (const hostile of ['"', '""', '*', 'a*b', 'NEAR/3', 'title:x', '(', ') OR (', '-', '--', "'; DROP TABLE message", '\\', '%', '_', 'AND OR NOT']) await total(hostile);
  const { hits } = await vault.ask('search.find', { text: 'zazołc', offset: 0, limit: 5 });
  const [hit] = hits;
  expect(hit?.marks.map(([from, to]) => hit.snippet.slice(from, to))).toEqual(['Zażółć']);
});

it('keeps lines and fields apart, so that a place does not run into a date', async () => {
  await recorded(vault, { title: 'A', account: 'the radiator\n\nby the door', where: 'By message', happened: on('2024-01-01') });
  const { hits } = await vault.ask('search.find', { text: 'radiator', offset: 0, limit: 5 });
  expect(hits[0]?.snippet).toMatch(/^the radiator · by the door · By message/);
  expect(hits[0]?.marks).toEqual([[4, 12]]);
});

describe('search in messages', () => {
  const bring = async (texts: readonly string[]): Promise<string> => (await imported(vault, texts.map((text, i) => message(i + 1, text)))).id;
  const ordinals = async (text: string, offset = 0): Promise<(number | null)[]> => (await vault.ask('search.find', { text, offset, limit: 50 })).hits.map((hit) => hit.ordinal);

  it('gives the newest first, counts to a thousand, and leafs on to the very first', async () => {
    await bring(Array.from({ length: 1203 }, (_, i) => `again ${i}`));
    const { total, more, hits } = await vault.ask('search.find', { text: 'again', offset: 0, limit: 50 });
    expect([total, more, hits[0]?.ordinal, hits.length]).toEqual([1000, true, 1202, 50]);
    expect((await vault.ask('search.find', { text: 'again', offset: 1100, limit: 50 }))).toMatchObject({ total: 1150, more: true });
    const last = await vault.ask('search.find', { text: 'again', offset: 1200, limit: 50 });
    expect([last.total, last.more, ...last.hits.map((hit) => hit.ordinal)]).toEqual([1203, false, 2, 1, 0]);
  });

  it('finds signs that stand side by side, and what is typed as it is written', async () => {
    const conversationId = await bring(['我们支持你', '持支', '支 持', 'hello 支持', '🎆🎆 👩‍👧', 'ภาษาไทย', 'i', 'island', 'né']);
    expect(await Promise.all(['支持', '持支', '支', 'hello 支持', '🎆', '👩‍👧', '👧', 'ษา', '们支持', '我持'].map((text) => ordinals(text)))).toEqual([[3, 0], [1], [3, 2, 1, 0], [3], [4], [4], [4], [5], [0], []]);
    expect(await vault.ask('messages.find', { conversationId, text: '支持' })).toEqual({ ordinals: [0, 3] });
    expect(await Promise.all(['i', 'is', 'is*', 'isl', 'ne'].map((text) => ordinals(text)))).toEqual([[6], [], [7], [7], [8]]);
  });
});
