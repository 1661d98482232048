import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ClipboardKeeper } from './clipboard-keeper';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Old Electron answers at once, new Electron with a promise. */
const kinds = ['at once', 'as a promise'] as const;
function clipboard(kind: (typeof kinds)[number]) {
  const held = { text: '' };
  const given = <T>(value: T): T | Promise<T> => (kind === 'at once' ? value : Promise.resolve(value));
  return {
    held,
    readText: () => given(held.text),
    writeText: (text: string) => {
      held.text = text;
      return given(undefined);
    },
  };
}

test.each(kinds)('what was copied is gone at lock (%s)', async (kind) => {
  const access = clipboard(kind);
  const keeper = new ClipboardKeeper(access);
  await keeper.copy('hers');
  expect(access.held.text).toBe('hers');
  await keeper.clearIfOurs();
  expect(access.held.text).toBe('');
});

test.each(kinds)('and after a minute (%s)', async (kind) => {
  const access = clipboard(kind);
  await new ClipboardKeeper(access).copy('hers');
  await vi.advanceTimersByTimeAsync(61_000);
  expect(access.held.text).toBe('');
});

test.each(kinds)('what another program put there since stays (%s)', async (kind) => {
  const access = clipboard(kind);
  const keeper = new ClipboardKeeper(access);
  await keeper.copy('hers');
  access.held.text = 'another';
  await keeper.clearIfOurs();
  expect(access.held.text).toBe('another');
});
