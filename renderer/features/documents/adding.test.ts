import { describe, expect, it } from 'vitest';
import type { TaskEvent } from '../../../shared/contract/tasks';
import { type AddedFile, type AddingAct, afterAct, nextToBegin } from './adding';

const id = (n: number) => String(n).padStart(32, '0');
const grant = (n: number) => ({ grant: id(n), name: `${n}.jpg`, sizeBytes: 100 });
const told = (n: number, over: Partial<TaskEvent>): AddingAct => ({ do: 'told', event: { taskId: id(100 + n), state: 'running', step: 'sealing', done: 0, total: 100, unit: 'bytes', result: null, error: null, ...over } });
const queue = (...numbers: number[]): AddingAct => ({ do: 'queue', grants: numbers.map(grant), refused: [] });
const after = (...acts: AddingAct[]) => acts.reduce<readonly AddedFile[]>(afterAct, []);
const begun = (n: number): AddingAct[] => [{ do: 'begin', key: id(n) }, { do: 'started', key: id(n), taskId: id(100 + n) }];
const finished = (n: number, duplicateOfId: string | null) => told(n, { state: 'finished', result: { kind: 'document', value: { document: { id: id(200 + n) } as never, duplicateOfId } } });

describe('adding files', () => {
  it('begins two at a time, and the next when one is over', () => {
    let files = after(queue(1, 2, 3));
    expect(nextToBegin(files).map((file) => file.name)).toEqual(['1.jpg', '2.jpg']);
    files = [...begun(1), ...begun(2)].reduce(afterAct, files);
    expect(nextToBegin(files)).toEqual([]);
    files = afterAct(files, finished(1, null));
    expect(nextToBegin(files).map((file) => file.name)).toEqual(['3.jpg']);
  });

  it('keeps each file its own progress, end and error', () => {
    const files = after(queue(1, 2, 3, 4), ...[1, 2, 3].flatMap(begun),
      told(1, { done: 40 }), finished(2, id(7)), told(3, { state: 'refused', error: { code: 'disk-full' } }));
    expect(files.map(({ state, doneBytes, error }) => [state, doneBytes, error?.code])).toEqual([['running', 40, undefined], ['duplicate', 0, undefined], ['refused', 0, 'disk-full'], ['waiting', 0, undefined]]);
    expect(files[1]?.documentId).toBe(id(7));
  });

  it('shows a file that could not be picked up beside the others, which go on', () => {
    const files = after({ do: 'queue', grants: [grant(1)], refused: [{ key: 'refused 1', error: { code: 'file-unreadable', file: 'gone.jpg' } }] }, ...begun(1), finished(1, null));
    expect(files.map(({ name, state, error }) => [name, state, error?.code])).toEqual([['1.jpg', 'kept', undefined], ['gone.jpg', 'refused', 'file-unreadable']]);
    expect(nextToBegin(files)).toEqual([]);
  });

  it('takes a stop for a stop, however it is told', () => {
    const files = after(queue(1, 2, 3), ...[1, 2].flatMap(begun), told(1, { state: 'cancelled' }), told(2, { state: 'refused', error: { code: 'cancelled' } }), { do: 'stop-waiting', key: id(3) });
    expect(files.map((file) => file.state)).toEqual(['stopped', 'stopped', 'stopped']);
  });

  it('hears nothing more of a file that is over, and nothing of files that are not its own', () => {
    const files = after(queue(1), ...begun(1), finished(1, null), told(1, { done: 5 }), told(9, { done: 5 }));
    expect(files.map(({ state, doneBytes }) => [state, doneBytes])).toEqual([['kept', 0]]);
  });

  it('clears only what is over', () => {
    const files = after(queue(1, 2), ...begun(1), finished(1, null), { do: 'clear' });
    expect(files.map((file) => file.name)).toEqual(['2.jpg']);
  });
});
