import { expect, test, vi } from 'vitest';
import type { ReadingStepName } from '../../../shared/model/document-reading';
import type { VaultHost } from '../hosts/vault-host';
import { Readings, type ReadingsBy } from './readings';

const idOf = (number: number): string => String(number).padStart(32, '0');

/** As many pictures as are to be read, a vault that hands them out, and a step that ends when the test says so. */
function made(count: number, kept: { isPaused: boolean } = { isPaused: false }, isLocked = false) {
  const waiting = Array.from({ length: count }, (_, index) => idOf(index + 1));
  const read: string[] = [];
  const ended: string[] = [];
  let isOpen = true;
  let release: (() => void) | null = null;
  const counts = () => ({ counts: { facts: 0, words: 0, ocr: waiting.length }, failed: 0, needsHer: 0 });
  const answers: Record<string, (input: { first?: { documentId: string } | null; steps?: ReadingStepName[]; documentId?: string; state?: string }) => unknown> = {
    'readings.next': ({ first, steps }) => {
      const documentId = steps?.includes('ocr') !== true ? undefined : waiting.find((id) => id === first?.documentId) ?? waiting[0];
      return { reading: documentId === undefined ? null : { documentId, step: 'ocr', place: 0, total: 0, originalName: 'a.png', sizeBytes: 1, mediaType: 'image/png', form: 'image' }, ...counts() };
    },
    'readings.count': counts,
    'readings.again': ({ documentId }) => { if (documentId !== undefined && !waiting.includes(documentId)) waiting.push(documentId); return {}; },
    'readings.putBack': () => ({}),
    'readings.end': ({ documentId, state }) => { ended.push(state ?? ''); waiting.splice(waiting.indexOf(documentId ?? ''), 1); return {}; },
  };
  const asked: string[] = [];
  const ask = (async (name: string, input: object) => {
    asked.push(name);
    return answers[name]!(input);
  }) as unknown as VaultHost['ask'];
  const tell = vi.fn<ReadingsBy['tell']>();
  const readings = new Readings({
    vault: { ask, askRecord: ask as unknown as VaultHost['askRecord'] }, mayRead: () => isOpen, tell, pause: { read: () => kept.isPaused, save: (isPaused) => { kept.isPaused = isPaused; } },
    steps: [{ step: 'ocr', run: async ({ documentId }, { signal, password }) => {
      await new Promise<void>((done, stop) => { release = done; signal.addEventListener('abort', () => stop(new Error('stopped'))); });
      read.push(documentId);
      if (isLocked && password === null) return { state: 'needs-her', why: 'password', details: null, ocrToo: false };
      return { state: 'done', why: '', details: null, ocrToo: false };
    } }],
  });
  const one = async (): Promise<void> => {
    await vi.waitFor(() => expect(release).not.toBeNull());
    const done = release;
    release = null;
    done?.();
  };
  return { readings, read, ended, one, waiting, asked, tell, kept, close: () => { isOpen = false; readings.stop(); }, open: () => { isOpen = true; readings.wake(); } };
}

test('counts how many of how many, from when nothing waited', async () => {
  const { readings, one, read, asked } = made(3);
  readings.wake();
  await vi.waitFor(() => expect(readings.state).toMatchObject({ picturesDone: 0, waiting: { ocr: 3 }, isPaused: false, underWay: { documentId: idOf(1) } }));
  await one();
  await vi.waitFor(() => expect(readings.state).toMatchObject({ picturesDone: 1, waiting: { ocr: 2 }, underWay: { documentId: idOf(2) } }));
  await one();
  await one();
  await vi.waitFor(() => expect(readings.state).toMatchObject({ picturesDone: 0, waiting: { ocr: 0 }, underWay: null }));
  expect(read).toEqual([idOf(1), idOf(2), idOf(3)]);
  // Whoever gives the next one has counted.
  expect(asked).not.toContain('readings.count');
});

test('paused, it stays so over a lock and a new start, says what waits, and goes on where it was', async () => {
  const { readings, one, read, close, open, kept } = made(3);
  readings.wake();
  await one();
  await vi.waitFor(() => expect(readings.state.underWay?.documentId).toBe(idOf(2)));
  readings.pause();
  await vi.waitFor(() => expect(readings.state).toMatchObject({ isPaused: true, underWay: null, waiting: { ocr: 2 } }));
  close();
  open();
  expect(readings.state.isPaused).toBe(true);
  const started = made(2, kept);
  started.readings.wake();
  await vi.waitFor(() => expect(started.readings.state).toMatchObject({ isPaused: true, underWay: null, waiting: { ocr: 2 } }));
  expect(started.read).toEqual([]);
  started.readings.goOn();
  expect(kept.isPaused).toBe(false);
  await started.one();
  await started.one();
  await vi.waitFor(() => expect(started.read).toHaveLength(2));
  expect(read).toEqual([idOf(1)]);
});

test('what she asks for is read while all else is paused, and nothing after it', async () => {
  const { readings, one, read } = made(3, { isPaused: true });
  readings.wake();
  await vi.waitFor(() => expect(readings.state.waiting.ocr).toBe(3));
  await readings.readNow({ documentId: idOf(2), step: 'ocr' });
  await one();
  await vi.waitFor(() => expect(readings.state).toMatchObject({ isPaused: true, underWay: null, waiting: { ocr: 2 } }));
  expect(read).toEqual([idOf(2)]);
});

test('going on while it falls asleep wakes it', async () => {
  const { readings, one, read } = made(1, { isPaused: true });
  readings.wake();
  readings.goOn();
  await one();
  await vi.waitFor(() => expect(read).toEqual([idOf(1)]));
});

test('a password that she gives while its file is read without is used: what the earlier reading came to is not entered', async () => {
  const { readings, one, read, ended, waiting } = made(1, { isPaused: false }, true);
  readings.wake();
  await vi.waitFor(() => expect(readings.state.underWay?.documentId).toBe(idOf(1)));
  await readings.useGivenPassword(idOf(1), 'open');
  await one();
  await one();
  await vi.waitFor(() => expect(waiting).toEqual([]));
  expect(read).toEqual([idOf(1), idOf(1)]);
  expect(ended).toEqual(['done']);
});
