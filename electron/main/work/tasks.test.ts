import { expect, test } from 'vitest';
import { Refusal } from '../../../shared/contract/errors';
import type { TaskEvent } from '../../../shared/contract/tasks';
import { Tasks, withoutContent } from './tasks';

function registry() {
  const told: TaskEvent[] = [];
  const cancelled: string[] = [];
  return { told, cancelled, tasks: new Tasks((event) => told.push(event), (id) => cancelled.push(id)) };
}
const done = (told: TaskEvent[]) => expect.poll(() => told.at(-1)?.state, { interval: 5 });

test('tells the beginning only after the call has answered, then the end with its result', async () => {
  const { tasks, told } = registry();
  const { taskId } = tasks.start('example', 'items', 'vault', async () => ({ kind: 'example', value: {} }));
  expect(told).toEqual([]);
  await done(told).toBe('finished');
  expect(told.map((event) => event.state)).toEqual(['running', 'finished']);
  expect(told.at(-1)).toMatchObject({ taskId, result: { kind: 'example' }, error: null });
});

test('a refusal keeps its code, a bug shows nothing of itself', async () => {
  const { tasks, told } = registry();
  tasks.start('sealing', 'bytes', 'vault', () => Promise.reject(new Refusal('disk-full', 'a.mp4')));
  await done(told).toBe('refused');
  expect(told.at(-1)!.error).toEqual({ code: 'disk-full', file: 'a.mp4' });
  tasks.start('sealing', 'bytes', 'vault', () => Promise.reject(new Error('/home/her/secret')));
  await expect.poll(() => told.at(-1)?.error?.code).toBe('unexpected');
  expect(JSON.stringify(told)).not.toContain('secret');
});

test('cancelling reaches the work and the vault, and ends as cancelled whatever the work says', async () => {
  const { tasks, told, cancelled } = registry();
  const { taskId } = tasks.start('sealing', 'bytes', 'vault', (task) => new Promise((_, reject) => task.signal.addEventListener('abort', () => reject(new Error('stopped')))));
  await done(told).toBe('running');
  tasks.cancel(taskId);
  await done(told).toBe('cancelled');
  expect(cancelled).toEqual([taskId]);
  expect(told.at(-1)!.error).toEqual({ code: 'cancelled' });
});

test('at lock everything ends, and work that will not stop is not waited for', async () => {
  const { tasks, told } = registry();
  tasks.start('printing', 'pages', 'window', () => new Promise(() => undefined));
  tasks.start('sealing', 'bytes', 'vault', (task) => new Promise((_, reject) => task.signal.addEventListener('abort', () => reject(new Error('stopped')))));
  await expect.poll(() => told.length).toBe(2);
  const startedAt = performance.now();
  await tasks.cancelAll();
  expect(performance.now() - startedAt).toBeLessThan(2500);
  expect(told.filter((event) => event.state === 'cancelled')).toHaveLength(1);
});

test('tells whether something is on its way into the vault, until it has ended', async () => {
  const { tasks, told } = registry();
  tasks.start('printing', 'pages', 'window', () => new Promise(() => undefined));
  expect(tasks.isBringingIn).toBe(false);
  tasks.start('sealing', 'bytes', 'vault', () => Promise.reject(new Refusal('disk-full')));
  expect(tasks.isBringingIn).toBe(true);
  await done(told).toBe('refused');
  expect(tasks.isBringingIn).toBe(false);
});

test('progress is told often enough to be seen and no oftener', async () => {
  const { tasks, told } = registry();
  tasks.start('sealing', 'bytes', 'vault', async (task) => {
    for (let piece = 0; piece < 1000; piece++) task.progress('sealing', piece, 1000, 'bytes');
    task.progress('reading', 1, 2, 'bytes');
    return { kind: 'example', value: {} };
  });
  await done(told).toBe('finished');
  expect(told.length).toBeLessThan(10);
  expect(told.some((event) => event.step === 'reading')).toBe(true);
});

test('what the covered page is told keeps how far work is and how it ended, and nothing of what came in', async () => {
  const { told, tasks } = registry();
  tasks.start('example', 'items', 'vault', async () => ({ kind: 'example', value: {} }));
  await done(told).toBe('finished');
  const event = told.at(-1)!;
  expect(event.result).not.toBeNull();
  expect(withoutContent(event)).toEqual({ ...event, result: null });
  expect(withoutContent({ ...event, state: 'refused', error: { code: 'disk-full', file: 'to Craig.mp4' } }).error).toEqual({ code: 'disk-full' });
});
