import { readdirSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { TaskEvent } from '../shared/contract/tasks';
import { wholeChronology } from '../shared/model/chronology';
import { ask, askForTask, mustAsk } from './support/ask';
import { openExample } from './support/example';
import { expect, test } from './support/journey';

/** Stopped wherever it is, or sent where it cannot go, an export leaves nothing: no window, no process, no file, no line in the record. */
test('an export that is stopped, or cannot be saved, leaves nothing', async ({ start, folder }) => {
  test.setTimeout(180_000);
  // A temporary folder of its own: what else this machine does is not looked at.
  const temporary = join(folder, 'temporary');
  mkdirSync(temporary);
  const tidemark = await start({ env: { TMPDIR: temporary } });
  const { page, app } = tidemark;
  await openExample(page);
  const { rows } = await mustAsk(page, 'chronology.rows', { filter: wholeChronology, offset: 0, limit: 500 });
  const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 500 });
  const choice = {
    caseName: 'Ellis (invented)', leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [], excerptIds: [],
    incidentIds: rows.filter(({ subject, status }) => subject === 'incident' && status === 'recorded').map(({ id }) => id), caseIds: [], documentIds: documents.map(({ id }) => id),
  };
  // Pictures are read behind what she does, in a window of its own, which would come and go here.
  await mustAsk(page, 'readings.pause', {});
  await expect.poll(() => alive(app), { timeout: 40_000 }).toEqual({ windows: 1, pages: 0 });
  const before = { ...(await alive(app)), temporary: readdirSync(temporary).sort() };

  for (const step of ['gathering', 'printing', 'pictures', 'assembling'] as const) {
    await test.step(`stopped while ${step}`, async () => {
      expect(await buildUntil(page, choice, step)).toMatchObject({ state: 'cancelled', step, error: { code: 'cancelled' } });
      await expect.poll(() => alive(app), { message: step }).toEqual({ windows: before.windows, pages: 0 });
      expect(readdirSync(temporary).sort()).toEqual(before.temporary);
      expect((await mustAsk(page, 'exports.list', {})).exports).toEqual([]);
    });
  }

  const built = await askForTask(page, 'exports.build', choice);
  if (built.state !== 'finished' || built.result?.kind !== 'export') throw new Error(`the pages were not made: ${built.state}`);
  const { exportId } = built.result.value;
  const places: [string, string, () => void][] = [
    ['the dialog is closed', '', () => undefined],
    ['a stick taken out', join(folder, 'stick', 'case.pdf'), () => undefined],
    ['a folder in the way', join(folder, 'case.pdf'), () => mkdirSync(join(folder, 'case.pdf'))],
  ];
  for (const [name, place, make] of places) {
    await test.step(name, async () => {
      make();
      const there = readdirSync(folder).sort();
      tidemark.answerDialogs(place === '' ? {} : { save: place });
      const answer = await ask(page, 'exports.save', { exportId });
      expect(answer).toMatchObject(place === '' ? { ok: true, value: { saved: false } } : { ok: false, error: { code: name === 'a stick taken out' ? 'place-gone' : 'cannot-save' } });
      expect(readdirSync(folder).sort()).toEqual(there);
      expect((await mustAsk(page, 'exports.list', {})).exports).toEqual([]);
    });
  }

  await test.step('the same pages can still be saved, and then the record says so', async () => {
    rmSync(join(folder, 'case.pdf'), { recursive: true });
    writeFileSync(join(folder, 'case.pdf'), 'an older one');
    tidemark.answerDialogs({ save: join(folder, 'case.pdf') });
    expect(await mustAsk(page, 'exports.save', { exportId })).toMatchObject({ saved: true });
    expect((await mustAsk(page, 'exports.list', {})).exports).toHaveLength(1);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

/** Windows of any kind, and processes that put pages together. */
function alive(app: ElectronApplication): Promise<{ windows: number; pages: number }> {
  return app.evaluate(({ app: program, BrowserWindow }) => ({ windows: BrowserWindow.getAllWindows().length, pages: program.getAppMetrics().filter(({ name }) => name === 'Tidemark pages').length }));
}

/** Starts an export and stops it as soon as it says that it has come to `step`; its last event. */
function buildUntil(page: Page, choice: unknown, step: TaskEvent['step']): Promise<TaskEvent> {
  return page.evaluate(
    ([given, until]) =>
      new Promise<TaskEvent>((resolve) => {
        const { calls, events } = (globalThis as unknown as { tidemark: { calls: Record<string, (input: unknown) => Promise<unknown>>; events: Record<string, (listener: (told: unknown) => void) => () => void> } }).tidemark;
        const stop = events['task']!((payload) => {
          const told = payload as TaskEvent;
          if (told.state === 'running' && told.step === until) void calls['program.cancelTask']!({ taskId: told.taskId });
          if (told.state === 'running') return;
          stop();
          resolve(told);
        });
        void calls['exports.build']!(given);
      }),
    [choice, step] as const,
  );
}
