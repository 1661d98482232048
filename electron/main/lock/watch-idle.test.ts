import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AwayWatch, type AwaySigns } from './watch-idle';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched(): { did: string[]; now: { open: boolean; working: boolean }; watch: AwayWatch; power: EventEmitter } {
  const did: string[] = [];
  const now = { open: true, working: false };
  const power = new EventEmitter();
  const watch = new AwayWatch({
    powerMonitor: power as unknown as AwaySigns['powerMonitor'], isOpen: () => now.open, isBringingIn: () => now.working, limitSeconds: () => 60,
    lock: () => {
      did.push('lock');
      now.open = false;
    },
    end: () => did.push('end'),
    cover: () => did.push('cover'),
  });
  return { did, now, watch, power };
}
const minutes = (count: number): number => count * 60_000;

it('locks after the idle time, counted from the last sign of her', () => {
  const { did, watch } = watched();
  vi.advanceTimersByTime(minutes(0.9));
  watch.noteActivity();
  vi.advanceTimersByTime(minutes(0.9));
  expect(did).toEqual([]);
  vi.advanceTimersByTime(minutes(0.2));
  expect(did).toEqual(['lock']);
});

it('covers while something goes into the vault, and locks when it is in, not between two files', () => {
  const { did, now } = watched();
  now.working = true;
  vi.advanceTimersByTime(minutes(10));
  expect(did).toEqual(['cover']);
  now.working = false;
  vi.advanceTimersByTime(1500);
  now.working = true;
  vi.advanceTimersByTime(minutes(1));
  expect(did).toEqual(['cover']);
  now.working = false;
  vi.advanceTimersByTime(5000);
  expect(did).toEqual(['cover', 'lock']);
});

it('lets nobody take the cover away', () => {
  const { did, now, watch } = watched();
  now.working = true;
  vi.advanceTimersByTime(minutes(2));
  watch.noteActivity();
  now.working = false;
  vi.advanceTimersByTime(5000);
  expect(did).toEqual(['cover', 'lock']);
});

it('locks in the end although the work never ends, and at once when the computer sleeps', () => {
  const endless = watched();
  endless.now.working = true;
  vi.advanceTimersByTime(minutes(62));
  expect(endless.did).toEqual(['cover', 'lock']);
  const asleep = watched();
  asleep.now.working = true;
  asleep.power.emit('suspend');
  expect(asleep.did).toEqual(['lock']);
});

it('ends with the computer, whether or not a vault is open', () => {
  const { did, power, now } = watched();
  now.open = false;
  power.emit('shutdown');
  expect(did).toEqual(['end']);
});

it('begins anew with the next vault', () => {
  const { did, now } = watched();
  now.working = true;
  vi.advanceTimersByTime(minutes(2));
  now.working = false;
  vi.advanceTimersByTime(5000);
  now.open = true;
  vi.advanceTimersByTime(minutes(0.5));
  expect(did).toEqual(['cover', 'lock']);
  vi.advanceTimersByTime(minutes(1));
  expect(did).toEqual(['cover', 'lock', 'lock']);
});
