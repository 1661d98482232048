import { readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CallName } from '../shared/contract';
import type { TaskEvent } from '../shared/contract/tasks';
import { wholeChronology } from '../shared/model/chronology';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { openExample } from './support/example';
import { expect, test } from './support/journey';
import type { Tidemark } from './support/launch';
import { lockByKey, type LockTimes } from './support/lock-key';
import { place } from './support/places';

/**
 * Issue 3, "Locking": within two seconds from the key the process with the keys has ended, whatever runs. The program's own limits come to 1.9 s
 * (docs/decisions/0024); a machine that runs other tests meanwhile gets half as much again. The figures are printed.
 */
const withinMs = { blank: 500, ended: 3000, door: 5000 };
const passphrase = 'four plain words together';
const mib = 1024 * 1024;

async function expectInTime(work: string, times: LockTimes): Promise<void> {
  console.info(`lock while ${work}: blank after ${times.blankMs} ms, vault's process ended after ${times.endedMs} ms, locked door after ${times.doorMs} ms`);
  expect(times.blankMs).toBeLessThan(withinMs.blank);
  expect(times.endedMs).toBeLessThan(withinMs.ended);
  expect(times.doorMs).toBeLessThan(withinMs.door);
}

const unlock = async (page: Page): Promise<string[]> => {
  const opened = await askWithSecret(page, 'vault.unlock', { folder: null, kind: 'passphrase' }, passphrase);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.notKept ?? [];
};

/** Starts work and resolves as soon as it says that it is so far. */
function startUntil(page: Page, name: CallName, input: unknown, step: TaskEvent['step'], done: number): Promise<void> {
  return page.evaluate(([call, given, wanted, far]) => new Promise<void>((resolve, reject) => {
    const { calls, events } = (globalThis as unknown as { tidemark: { calls: Record<string, (input: unknown) => Promise<unknown>>; events: Record<string, (listener: (told: unknown) => void) => () => void> } }).tidemark;
    events['task']!((payload) => {
      const told = payload as TaskEvent;
      if (told.state !== 'running') reject(new Error(`it has ended before: ${told.state}`));
      else if (told.step === wanted && told.done >= far) resolve();
    });
    void calls[call]!(given);
  }), [name, input, step, done] as const);
}

/** All files below the settings folder, where the vault is too. */
function filesOf({ userData }: Tidemark): { name: string; bytes: number }[] {
  return readdirSync(userData, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => ({ name: entry.name, bytes: statSync(join(entry.parentPath, entry.name)).size }));
}
const vaultBytes = (tidemark: Tidemark): number => filesOf({ ...tidemark, userData: join(tidemark.userData, 'vault') }).reduce((sum, { bytes }) => sum + bytes, 0);
const halfFiles = (tidemark: Tidemark): string[] => filesOf(tidemark).filter(({ name }) => /\.(part|tmp|temp)$/i.test(name)).map(({ name }) => name);

test('locks in time while 150,000 messages come in; nothing of them is left, and the next opening names the file', async ({ tidemark, folder }) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  await askWithSecret(page, 'vault.create', { folder: null }, passphrase);
  const chat = join(folder, 'WhatsApp Chat with Craig.txt');
  writeFileSync(chat, Array.from({ length: 150_000 }, (_, i) => `13/03/2021, 09:${String(i % 60).padStart(2, '0')} - ${i % 2 ? 'Craig' : 'Mara'}: message number ${i}\n`).join(''));
  tidemark.answerDialogs({ open: [chat] });
  const { chosen } = await mustAsk(page, 'messages.choose', {});
  await tidemark.focusWindow();
  await startUntil(page, 'messages.import', { grant: chosen!.grant, dateOrder: 'dmy', columns: null, mail: null, locations: false, conversations: [{ key: 'whatsapp:0', title: 'Craig', meName: 'Mara' }] }, 'storing', 20_000);
  await expectInTime('150,000 messages come in', await lockByKey(tidemark));
  expect(await unlock(page)).toEqual(['WhatsApp Chat with Craig.txt']);
  expect(await mustAsk(page, 'vault.facts', {})).toMatchObject({ messageCount: 0, documentCount: 0 });
  expect((await mustAsk(page, 'search.find', { text: 'message', offset: 0, limit: 1 })).total).toBe(0);
  expect(halfFiles(tidemark)).toEqual([]);
});

test('locks in time while a large film is sealed and another waits; she is told at the next opening, by name when she asks, and once', async ({ tidemark, folder }, testInfo) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  await askWithSecret(page, 'vault.create', { folder: null }, passphrase);
  const before = vaultBytes(tidemark);
  const names = ['doorbell all night.mp4', 'kitchen.mp4', 'letter to the school.txt', 'ردود المدرسة.txt'];
  for (const name of names) writeFileSync(join(folder, name), name);
  for (const name of names.slice(0, 2)) truncateSync(join(folder, name), 2048 * mib);
  tidemark.answerDialogs({ open: names.map((name) => join(folder, name)) });
  await place(page, 'Documents').click();
  await page.getByRole('button', { name: 'Add documents' }).click();
  await expect.poll(() => vaultBytes(tidemark), { timeout: 30_000, intervals: [50] }).toBeGreaterThan(before + 200 * mib);
  await tidemark.focusWindow();
  await expectInTime('two films of 2 GiB are sealed and two files wait', await lockByKey(tidemark));
  for (const name of names) rmSync(join(folder, name));

  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  const told = page.getByText('4 files were still being added when the vault closed, and are not in it. Please add them again.');
  await expect(told).toBeVisible();
  // Whoever stands behind her reads no name before she asks.
  for (const name of names) await expect(page.getByText(name)).toBeHidden();
  await testInfo.attach('told', { body: await page.screenshot(), contentType: 'image/png' });
  await page.getByRole('button', { name: 'Show which' }).click();
  for (const name of names) await expect(page.getByText(name)).toBeVisible();
  await expectAxeClean(page, 'what was not kept');
  await testInfo.attach('by name', { body: await page.screenshot(), contentType: 'image/png' });
  expect(await mustAsk(page, 'documents.list', { offset: 0, limit: 10 })).toMatchObject({ total: 0 });
  expect(vaultBytes(tidemark)).toBeLessThan(before + 5 * mib);
  expect(halfFiles(tidemark)).toEqual([]);

  await page.getByRole('button', { name: 'I have read this' }).click();
  await expect(told).toBeHidden();
  await place(page, 'Vault').click();
  await page.getByRole('button', { name: 'What was done with this vault' }).click();
  await expect(page.getByText(`Not kept, because the vault closed before they were in: ${names.map((name) => `“${name}”`).join(', ')}`)).toBeVisible();
  await testInfo.attach('history', { body: await page.screenshot(), contentType: 'image/png' });
  await tidemark.focusWindow();
  await lockByKey(tidemark);
  expect(await unlock(page)).toEqual([]);
});

test('locks in time while pages to hand over are made; no file, no window and no line of them is left', async ({ start, folder }) => {
  test.setTimeout(120_000);
  const tidemark = await start({ env: { TMPDIR: folder } });
  const { page, app } = tidemark;
  const beforeFiles = readdirSync(folder).sort();
  await openExample(page, passphrase);
  const { rows } = await mustAsk(page, 'chronology.rows', { filter: wholeChronology, offset: 0, limit: 500 });
  const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 500 });
  const choice = {
    caseName: 'Ellis (invented)', leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [], excerptIds: [],
    incidentIds: rows.filter(({ subject, status }) => subject === 'incident' && status === 'recorded').map(({ id }) => id), caseIds: [], documentIds: documents.map(({ id }) => id),
  };
  for (const step of ['printing', 'assembling'] as const) {
    await tidemark.focusWindow();
    await startUntil(page, 'exports.build', choice, step, 0);
    await expectInTime(`pages are made (${step})`, await lockByKey(tidemark));
    expect(await app.evaluate(({ app: program, BrowserWindow }) => [BrowserWindow.getAllWindows().length, program.getAppMetrics().filter(({ name }) => name === 'Tidemark pages').length])).toEqual([1, 0]);
    expect(await unlock(page)).toEqual([]);
    expect((await mustAsk(page, 'exports.list', {})).exports).toEqual([]);
    expect(halfFiles(tidemark)).toEqual([]);
  }
  expect(readdirSync(folder).filter((name) => !beforeFiles.includes(name))).toEqual([]);
});
