import { afterEach, expect, it, vi } from 'vitest';
import type { TaskEvent } from '../../../shared/contract/tasks';

const id = (n: number) => String(n).padStart(32, '0');

afterEach(() => vi.unstubAllGlobals());

it.each([['open', true], ['behind the cover, where no result is told', false]])('asks for each file once, however many are chosen together: %s', async (_where, isTold) => {
  vi.resetModules();
  const asked: string[] = [];
  let tell: (event: TaskEvent) => void = () => undefined;
  // The bridge as the preload makes it: a grant is used up by the first call that names it.
  vi.stubGlobal('tidemark', {
    calls: {
      'documents.add': ({ grant }: { grant: string }) => {
        if (asked.includes(grant)) return Promise.resolve({ ok: false, error: { code: 'grant-spent' } });
        asked.push(grant);
        return Promise.resolve({ ok: true, value: { taskId: id(100 + Number(grant)) } });
      },
    },
    events: { task: (listener: typeof tell) => { tell = listener; return () => undefined; } },
  });
  const { addingQueue } = await import('./adding-queue');
  addingQueue.add({ grants: [1, 2, 3, 4, 5].map((n) => ({ grant: id(n), name: `${n}.jpg`, sizeBytes: 10 })), refused: [] });
  await vi.waitFor(() => expect(asked).toEqual([id(1), id(2)]));
  for (const n of [1, 2, 3, 4, 5]) {
    await vi.waitFor(() => expect(addingQueue.read()[n - 1]).toMatchObject({ state: 'running', taskId: id(100 + n) }));
    tell({ taskId: id(100 + n), state: 'finished', step: 'sealing', done: 10, total: 10, unit: 'bytes', error: null, result: isTold ? { kind: 'document', value: { document: { id: id(200 + n) } as never, duplicateOfId: null } } : null });
  }
  if (isTold) expect(addingQueue.read().map(({ state }) => state)).toEqual(['kept', 'kept', 'kept', 'kept', 'kept']);
  expect(asked).toEqual([1, 2, 3, 4, 5].map(id));
});

it('gives back the leave to read a file that she stops before its turn, and only that', async () => {
  vi.resetModules();
  const [letGo, cancelled]: [string[], string[]] = [[], []];
  vi.stubGlobal('tidemark', {
    calls: {
      'documents.add': ({ grant }: { grant: string }) => Promise.resolve({ ok: true, value: { taskId: id(100 + Number(grant)) } }),
      'documents.letGo': ({ grant }: { grant: string }) => { letGo.push(grant); return Promise.resolve({ ok: true, value: {} }); },
      'program.cancelTask': ({ taskId }: { taskId: string }) => { cancelled.push(taskId); return Promise.resolve({ ok: true, value: {} }); },
    },
    events: { task: () => () => undefined },
  });
  const { addingQueue } = await import('./adding-queue');
  addingQueue.add({ grants: [1, 2, 3].map((n) => ({ grant: id(n), name: `${n}.jpg`, sizeBytes: 10 })), refused: [] });
  await vi.waitFor(() => expect(addingQueue.read()[1]).toMatchObject({ taskId: id(102) }));
  for (const file of addingQueue.read().slice(1)) addingQueue.stop(file);
  expect([letGo, cancelled]).toEqual([[id(3)], [id(102)]]);
  expect(addingQueue.read().map(({ state }) => state)).toEqual(['running', 'running', 'stopped']);
});
