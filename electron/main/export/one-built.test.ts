import { expect, it, vi } from 'vitest';
import { type BuiltOne, OneBuilt } from './one-built';

const id = (n: number): string => String(n).padStart(32, '0');
const builtBy = (taskId: string, planId: string): BuiltOne => ({ exportId: taskId, planId, token: `token ${taskId}` });

function begun() {
  const withdraw = vi.fn();
  const stop = vi.fn();
  return { withdraw, stop, one: new OneBuilt(withdraw, stop) };
}

/** Made of a plan, and waiting. */
async function made(one: OneBuilt<BuiltOne>, taskId: string, planId: string): Promise<void> {
  await one.make(taskId, async () => {
    one.isOf(taskId, planId);
    one.keep(taskId, builtBy(taskId, planId));
  });
}

it('keeps one: what waits goes as soon as another is begun', async () => {
  const { one, withdraw, stop } = begun();
  await made(one, id(1), id(11));
  expect(one.as(id(1))).toEqual(builtBy(id(1), id(11)));
  await one.make(id(2), async () => expect(one.waiting).toBe(null));
  expect(withdraw.mock.calls).toEqual([[`token ${id(1)}`]]);
  expect(() => one.as(id(1))).toThrow('not-found');
  expect(stop).not.toHaveBeenCalled();
});

it('stops a making when another is begun, and never keeps what it makes all the same', async () => {
  const { one, stop, withdraw } = begun();
  let finish: () => void = () => undefined;
  const first = one.make(id(1), async () => {
    one.isOf(id(1), id(11));
    await new Promise<void>((resolve) => { finish = resolve; });
    one.keep(id(1), builtBy(id(1), id(11)));
  });
  await made(one, id(2), id(12));
  expect(stop.mock.calls).toEqual([[id(1)]]);
  finish();
  await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  expect(one.waiting).toEqual(builtBy(id(2), id(12)));
  expect(withdraw.mock.calls).toEqual([[`token ${id(1)}`]]);
});

it('lets go of what holds something that was erased, waiting or half made, and of nothing else', async () => {
  const { one, withdraw, stop } = begun();
  await made(one, id(1), id(11));
  one.letGoOfPlan(id(12));
  expect(one.waiting).not.toBe(null);
  one.letGoOfPlan(id(11));
  expect(one.waiting).toBe(null);
  expect(withdraw).toHaveBeenCalledWith(`token ${id(1)}`);
  await one.make(id(2), async () => {
    one.isOf(id(2), id(12));
    one.letGoOfPlan(id(11));
    expect(stop).not.toHaveBeenCalled();
    one.letGoOfPlan(id(12));
    expect(stop.mock.calls).toEqual([[id(2)]]);
  });
});
