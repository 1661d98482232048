import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftKeeper } from './draft-keeper';

type Answer = { ok: true; value: { savedUtc: string } } | { ok: false; error: { code: 'disk-full' } };
const saved: Answer = { ok: true, value: { savedUtc: '2026-05-03T20:04:11.250Z' } };
const full: Answer = { ok: false, error: { code: 'disk-full' } };

/** A disk that answers when told to. */
class SlowDisk {
  readonly started: string[] = [];
  private readonly waiting: ((answer: Answer) => void)[] = [];
  readonly save = (content: string): Promise<Answer> => {
    this.started.push(content);
    return new Promise((resolve) => this.waiting.push(resolve));
  };
  async answer(answer: Answer = saved): Promise<void> {
    this.waiting.shift()?.(answer);
    await vi.advanceTimersByTimeAsync(0);
  }
}

let disk: SlowDisk;
let keeper: DraftKeeper<string>;
beforeEach(() => { vi.useFakeTimers(); disk = new SlowDisk(); keeper = new DraftKeeper(disk.save); });
afterEach(() => { vi.useRealTimers(); });

describe('saving what she types', () => {
  it('waits 400 ms after the last key and saves the newest words once', async () => {
    keeper.change('I');
    await vi.advanceTimersByTimeAsync(300);
    keeper.change('I was');
    await vi.advanceTimersByTimeAsync(399);
    expect(disk.started).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(disk.started).toEqual(['I was']);
    await disk.answer();
    expect(keeper.read()).toEqual({ kind: 'saved', atUtc: saved.value.savedUtc });
  });

  it('never has two saves on their way, and saves last what was typed last', async () => {
    keeper.change('one');
    await vi.advanceTimersByTimeAsync(400);
    keeper.change('two');
    await vi.advanceTimersByTimeAsync(5000);
    expect(disk.started).toEqual(['one']);
    await disk.answer();
    expect(keeper.read().kind).toBe('waiting');
    await vi.advanceTimersByTimeAsync(400);
    expect(disk.started).toEqual(['one', 'two']);
    await disk.answer();
    expect(keeper.read().kind).toBe('saved');
  });

  it('does not say saved while newer words are not', async () => {
    keeper.change('one');
    await vi.advanceTimersByTimeAsync(400);
    keeper.change('two');
    await disk.answer();
    expect(keeper.read().kind).not.toBe('saved');
  });

  it('flushes at once, also words typed while a save is on its way', async () => {
    keeper.change('one');
    const flushed = keeper.flush();
    expect(disk.started).toEqual(['one']);
    keeper.change('two');
    let isDone = false;
    void flushed.then(() => { isDone = true; });
    await disk.answer();
    expect(isDone).toBe(false);
    expect(disk.started).toEqual(['one', 'two']);
    await disk.answer();
    expect(isDone).toBe(true);
  });

  it('keeps refused words and tries again until they are safe', async () => {
    keeper.change('only copy');
    await vi.advanceTimersByTimeAsync(400);
    await disk.answer(full);
    expect(keeper.read()).toEqual({ kind: 'refused', error: full.error });
    await vi.advanceTimersByTimeAsync(3000);
    expect(disk.started).toEqual(['only copy', 'only copy']);
    await disk.answer();
    expect(keeper.read().kind).toBe('saved');
  });

  it('goes on saying it is not saved while she types after a refusal', async () => {
    keeper.change('one');
    await vi.advanceTimersByTimeAsync(400);
    await disk.answer(full);
    keeper.change('one and two');
    expect(keeper.read().kind).toBe('refused');
    await vi.advanceTimersByTimeAsync(400);
    expect(disk.started.at(-1)).toBe('one and two');
  });

  it('sends the newest words before the lock without waiting for the save before', async () => {
    keeper.change('one');
    await vi.advanceTimersByTimeAsync(400);
    keeper.change('last words');
    void keeper.sendNow();
    expect(disk.started).toEqual(['one', 'last words']);
  });

  it('survives a save that throws', async () => {
    const throwing = new DraftKeeper<string>(() => Promise.reject(new Error('gone')));
    throwing.change('one');
    await throwing.flush();
    expect(throwing.read()).toEqual({ kind: 'refused', error: { code: 'unexpected' } });
    throwing.forget();
  });

  it('saves nothing more once the draft is gone', async () => {
    keeper.change('one');
    keeper.forget();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(disk.started).toEqual([]);
  });
});
