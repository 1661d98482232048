import { expect, it } from 'vitest';
import type { TaskEvent } from '../../shared/contract/tasks';
import { sayRunning } from './long-task';

const figureOf = (done: number, total: number, unit: TaskEvent['unit']): string => sayRunning({ taskId: 'a'.repeat(32), state: 'running', step: 'checking', done, total, unit } as unknown as TaskEvent).figure;

it('says how far it is in a unit that fits the whole of it', () => {
  expect(figureOf(210_800_000, 6_442_500_000, 'bytes')).toBe('0.21 of 6.44 GB');
  expect(figureOf(1_250_000, 45_000_000, 'bytes')).toBe('1.3 of 45 MB');
  expect(figureOf(3, 12, 'pages')).toBe('3 of 12 pages');
  expect(figureOf(0, 0, 'bytes')).toBe('');
});
