import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TaskEvent } from '../../../shared/contract/tasks';
import type { BuiltExport, ExportChoice } from '../../../shared/model/export';
import { PagesMade } from './pages-made';

const id = (n: number): string => String(n).padStart(32, '0');
const wanted = { caseName: 'Re A', includePrivileged: true, foundRedactions: [] } as unknown as ExportChoice;
const builtAs = (n: number): BuiltExport => ({ exportId: id(n) } as unknown as BuiltExport);

let tell: (event: TaskEvent) => void;
let standing: 'stands' | 'outdated' | 'gone';
let begun: number;
const cancelled: string[] = [];

beforeEach(() => {
  standing = 'stands';
  begun = 0;
  cancelled.length = 0;
  vi.stubGlobal('tidemark', {
    calls: {
      'exports.build': () => Promise.resolve({ ok: true, value: { taskId: id(++begun) } }),
      'exports.standing': () => Promise.resolve({ ok: true, value: { standing } }),
      'program.cancelTask': ({ taskId }: { taskId: string }) => { cancelled.push(taskId); return Promise.resolve({ ok: true, value: {} }); },
    },
    events: { task: (listener: typeof tell) => { tell = listener; return () => undefined; } },
  });
});
afterEach(() => vi.unstubAllGlobals());

const event = (n: number, more: Partial<TaskEvent>): TaskEvent => ({ taskId: id(n), state: 'running', step: 'printing', done: 3, total: 12, unit: 'pages', result: null, error: null, ...more });
const finished = (n: number): TaskEvent => event(n, { state: 'finished', result: { kind: 'export', value: builtAs(n) } });
const ended = (n: number): TaskEvent => event(n, { state: 'cancelled', error: { code: 'cancelled' } });

/** The answer that names the work has come. */
const answered = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function made(pages: PagesMade): Promise<void> {
  const making = pages.make(wanted, 'key');
  await vi.waitFor(() => expect(begun).toBeGreaterThan(0));
  await answered();
  tell(finished(begun));
  expect(await making).toBe(true);
}

it('goes on making while nobody looks, says how far it is, and keeps what was made and decided', async () => {
  const pages = new PagesMade();
  const making = pages.make(wanted, 'key');
  await vi.waitFor(() => expect(pages.read().running).not.toBe(null));
  expect(pages.letsOut).toEqual({ includePrivileged: true, foundRedactions: [] });
  await answered();
  tell(event(1, {}));
  expect(pages.read().running).toMatchObject({ fraction: 0.25, figure: '3 of 12 pages' });
  tell(finished(1));
  expect(await making).toBe(true);
  const { built } = pages.read().pages!;
  expect(built.exportId).toBe(id(1));
  pages.note(built, { released: new Map([['1', 'she knows']]) });
  pages.leave();
  expect(await pages.lookAgain()).toBe(true);
  expect(pages.read()).toMatchObject({ running: null, standing: 'stands', isBack: true, isLetGo: false, pages: { of: 'key', saved: null } });
  expect([...pages.read().pages!.released]).toEqual([['1', 'she knows']]);
  // Of other pages nothing is noted.
  pages.note(builtAs(1), { released: new Map() });
  expect(pages.read().pages!.released.size).toBe(1);
});

it('holds nothing to be savable until the vault has said so, and says when it is not', async () => {
  const pages = new PagesMade();
  await made(pages);
  pages.leave();
  standing = 'outdated';
  const looking = pages.lookAgain();
  expect(pages.read().standing).toBe('asking');
  expect(await looking).toBe(false);
  expect(pages.read()).toMatchObject({ standing: 'outdated', isBack: true });
  expect(pages.read().pages).not.toBe(null);
});

it('keeps nothing of pages of which something was erased, and says so', async () => {
  const pages = new PagesMade();
  await made(pages);
  standing = 'gone';
  expect(await pages.lookAgain()).toBe(false);
  expect(pages.read()).toEqual({ running: null, error: null, pages: null, standing: 'stands', isBack: false, isLetGo: true });
  expect(pages.letsOut).toBe(null);
});

it('tells a making that she stopped from one that was stopped by other pages', async () => {
  const pages = new PagesMade();
  const first = pages.make(wanted, 'key');
  await vi.waitFor(() => expect(begun).toBe(1));
  await answered();
  pages.stop();
  await vi.waitFor(() => expect(cancelled).toEqual([id(1)]));
  tell(ended(1));
  expect(await first).toBe(false);
  expect(pages.read()).toMatchObject({ running: null, isLetGo: false, error: { code: 'cancelled' } });
  const second = pages.make(wanted, 'key');
  await vi.waitFor(() => expect(begun).toBe(2));
  await answered();
  tell(ended(2));
  expect(await second).toBe(false);
  expect(pages.read()).toMatchObject({ isLetGo: true });
});
