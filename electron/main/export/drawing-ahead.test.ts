import { expect, test, vi } from 'vitest';
import type { PictureWindow } from '../sandboxed/picture-window';
import { DrawingAhead } from './drawing-ahead';

// Windows are Electron's; here nothing is drawn by them.
vi.mock('electron', () => ({}));

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Things that are drawn until somebody says that they are done, and how often the window was closed. */
function aheadAndWork() {
  const closed: string[] = [];
  const ahead = new DrawingAhead({ draw: () => undefined, close: async () => void closed.push('closed') } as unknown as PictureWindow);
  const running: { name: string; done: (bytes: number) => void; breaks: (error: Error) => void }[] = [];
  let next = 0;
  const begin = (name: string, at = next++) => ahead.begin(at, () => new Promise<{ name: string; bytes: number }>((resolve, reject) => running.push({ name, done: (bytes) => resolve({ name, bytes }), breaks: reject })), ({ bytes }) => bytes);
  return { ahead, begin, running, closed, started: () => running.map(({ name }) => name) };
}

test('one is drawn at a time, in their order, before anybody takes it', async () => {
  const { begin, running, started } = aheadAndWork();
  const begun = ['a', 'b', 'c'].map((name) => begin(name));
  await settled();
  expect(started()).toEqual(['a']);
  running[0]!.done(1);
  await settled();
  expect(started()).toEqual(['a', 'b']);
  running[1]!.done(1);
  expect((await begun[1]!.take()).name).toBe('b');
  expect((await begun[0]!.take()).name).toBe('a');
  expect(started()).toEqual(['a', 'b', 'c']);
});

test('what was drawn and is not taken yet is bounded: the next waits until some of it is', async () => {
  const { begin, running, started } = aheadAndWork();
  const begun = ['a', 'b', 'c'].map((name) => begin(name));
  await settled();
  running[0]!.done(1);
  await settled();
  running[1]!.done(200 * 1024 * 1024);
  await settled();
  expect(started()).toEqual(['a', 'b']);
  await begun[0]!.take();
  await settled();
  expect(started()).toEqual(['a', 'b']);
  await begun[1]!.take();
  await settled();
  expect(started()).toEqual(['a', 'b', 'c']);
});

test('what stands before others is drawn before them, though it was begun later', async () => {
  const { begin, running, started } = aheadAndWork();
  begin('first', 0);
  begin('last', 9);
  begin('between', 4);
  await settled();
  running[0]!.done(1);
  await settled();
  expect(started()).toEqual(['first', 'between']);
});

test('what somebody waits for is drawn, though what was drawn of later things is as much as may be held', async () => {
  const { begin, running, started } = aheadAndWork();
  const later = begin('later', 9);
  await settled();
  running[0]!.done(200 * 1024 * 1024);
  await settled();
  const wanted = begin('wanted', 4);
  const not = begin('not', 5);
  await settled();
  expect(started()).toEqual(['later']);
  const taken = wanted.take();
  await settled();
  expect(started()).toEqual(['later', 'wanted']);
  running[1]!.done(1);
  expect((await taken).name).toBe('wanted');
  await settled();
  expect(started()).toEqual(['later', 'wanted']);
  await later.take();
  await settled();
  expect(started()).toEqual(['later', 'wanted', 'not']);
  running[2]!.done(1);
  expect((await not.take()).name).toBe('not');
});

test('one that breaks costs only itself, and says so to whoever takes it', async () => {
  const { begin, running, started } = aheadAndWork();
  const begun = ['a', 'b'].map((name) => begin(name));
  await settled();
  running[0]!.breaks(new Error('broke'));
  await settled();
  expect(started()).toEqual(['a', 'b']);
  await expect(begun[0]!.take()).rejects.toThrow('broke');
  running[1]!.done(1);
  expect((await begun[1]!.take()).name).toBe('b');
});

test('stopped, nothing more is begun, and a window that was opened meanwhile is closed again', async () => {
  const { ahead, begin, running, closed, started } = aheadAndWork();
  const begun = ['a', 'b', 'c'].map((name) => begin(name));
  await settled();
  ahead.end();
  expect(closed).toHaveLength(1);
  await expect(begun[1]!.take()).rejects.toMatchObject({ code: 'cancelled' });
  await expect(begun[2]!.take()).rejects.toMatchObject({ code: 'cancelled' });
  running[0]!.breaks(new Error('gone'));
  await settled();
  expect(closed).toHaveLength(2);
  expect(started()).toEqual(['a']);
  await expect(begin('late').take()).rejects.toMatchObject({ code: 'cancelled' });
});
