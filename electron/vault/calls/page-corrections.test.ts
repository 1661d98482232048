import { afterEach, beforeEach, expect, test } from 'vitest';
import { added, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => { vault = await makeTestVault(); });
afterEach(() => vault.remove());

const box = { start: 0, end: 7, left: 0.1, top: 0.1, width: 0.2, height: 0.05 };
const read = (text: string) => ({ page: 1, origin: 'ocr' as const, text, boxes: [{ ...box, end: text.length }], language: 'eng+cym', confidence: 71.5 });
const totalOf = async (text: string): Promise<number> => (await vault.ask('search.find', { text, offset: 0, limit: 10 })).total;
const pageOf = async (id: string) => (await vault.ask('documents.pages', { id, fromPage: 1, limit: 1 })).pages[0];

async function photo(words = 'dr0ve past the schoo1'): Promise<string> {
  const id = await added(vault, 'photo.png', new TextEncoder().encode(`a photo ${words}`));
  await vault.askShell('documents.noteFacts', { id, mediaType: 'image/png', form: 'image', picture: null, details: {} });
  await readBy(id, words);
  return id;
}
const readBy = (id: string, words: string) => vault.askShell('readings.takePages', { documentId: id, step: 'ocr', isFirst: true, pages: [read(words)], place: 1, total: 1 });

test('her words stand in the place of the machine’s, are found instead of them, and both are in the history', async () => {
  const id = await photo();
  expect(await totalOf('dr0ve')).toBe(1);
  const corrected = await vault.ask('documents.correctPage', { id, page: 1, text: '  drove past the school  ' });
  expect(corrected).toMatchObject({ origin: 'ocr', text: 'drove past the school', machineText: 'dr0ve past the schoo1', confidence: 71.5, language: 'eng+cym', boxes: [{ start: 0, left: 0.1 }] });
  expect(corrected.correctedUtc).not.toBeNull();
  expect([await totalOf('dr0ve'), await totalOf('school'), await totalOf('past')]).toEqual([0, 1, 1]);
  const again = await vault.ask('documents.correctPage', { id, page: 1, text: 'He drove past the school' });
  expect([again.text, again.machineText]).toEqual(['He drove past the school', 'dr0ve past the schoo1']);
  const { entries } = await vault.ask('history.list', { subjectId: id, offset: 0, limit: 10 });
  expect(entries.filter(({ kind }) => kind === 'page-corrected').map(({ payload }) => JSON.parse(payload!) as { before: string; after: string })).toMatchObject([
    { page: 1, before: 'drove past the school', after: 'He drove past the school' }, { page: 1, before: 'dr0ve past the schoo1', after: 'drove past the school' },
  ]);
  await vault.reopen();
  expect((await pageOf(id))?.text).toBe('He drove past the school');
});

test('a machine that reads once more does not touch what she put right; its own words take hers back', async () => {
  const id = await photo();
  await vault.ask('documents.correctPage', { id, page: 1, text: 'drove past the school' });
  await readBy(id, 'another guess');
  expect(await pageOf(id)).toMatchObject({ text: 'drove past the school', machineText: 'dr0ve past the schoo1' });
  expect(await totalOf('guess')).toBe(0);
  expect(await vault.ask('documents.correctPage', { id, page: 1, text: 'dr0ve past the schoo1' })).toMatchObject({ text: 'dr0ve past the schoo1', machineText: null, correctedUtc: null });
  await readBy(id, 'another guess');
  expect((await pageOf(id))?.text).toBe('another guess');
});

test('the same words again change nothing', async () => {
  const id = await photo();
  await vault.ask('documents.correctPage', { id, page: 1, text: 'dr0ve past the schoo1' });
  expect((await vault.ask('history.list', { subjectId: id, offset: 0, limit: 10 })).entries.map(({ kind }) => kind)).not.toContain('page-corrected');
});

test('only what a machine read can be put right, and nothing of what is erased', async () => {
  const id = await photo('the blue gate');
  await expect(vault.ask('documents.correctPage', { id, page: 2, text: 'words' })).rejects.toMatchObject(refused('not-found'));
  await vault.ask('documents.correctPage', { id, page: 1, text: 'the green gate' });
  await vault.ask('documents.erase', { id, reason: 'not mine' });
  await expect(vault.ask('documents.correctPage', { id, page: 1, text: 'words' })).rejects.toMatchObject(refused('erased'));
  expect([await totalOf('green'), await totalOf('blue'), await totalOf('gate')]).toEqual([0, 0, 0]);
  const { entries } = await vault.ask('history.list', { subjectId: id, offset: 0, limit: 10 });
  expect(entries.find(({ kind }) => kind === 'page-corrected')?.payload).toBeNull();
  expect(await pageOf(id)).toBeUndefined();
});
