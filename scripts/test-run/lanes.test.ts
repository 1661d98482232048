import { expect, it } from 'vitest';
import { runInLanes } from './lanes.mjs';

interface Step {
  name: string;
  isBeside?: boolean;
  /** Goes on until the step of that name has ended. */
  outlasts?: string;
}

/** What happened, in order: `a>1` begins in lane 1, `a.` ends. */
async function happenings(steps: readonly Step[], lanes: readonly string[]): Promise<{ seen: string; outcomes: string[] }> {
  const seen: string[] = [];
  const ended = new Map(steps.map(({ name }) => [name, whenResolved()]));
  const outcomes = await runInLanes(steps, lanes, async ({ name, outlasts }, lane) => {
    seen.push(`${name}>${lane}`);
    await (outlasts === undefined ? null : ended.get(outlasts)?.promise);
    seen.push(`${name}.`);
    ended.get(name)?.resolve();
    return name;
  });
  return { seen: seen.join(' '), outcomes };
}

const names = (steps: readonly Step[]): Step[] => steps.map(({ name, isBeside }) => ({ name, ...(isBeside && { isBeside }) }));
const steps: Step[] = [{ name: 'a', isBeside: true, outlasts: 'c' }, { name: 'b', isBeside: true }, { name: 'c', isBeside: true }, { name: 'd' }, { name: 'e' }, { name: 'f', isBeside: true, outlasts: 'g' }, { name: 'g', isBeside: true }];

it('runs as many neighbours at once as there are lanes, and what wants the machine by itself when all before it have ended', async () => {
  expect(await happenings(steps, ['1', '2'])).toEqual({ seen: 'a>1 b>2 b. c>2 c. a. d>1 d. e>1 e. f>1 g>2 g. f.', outcomes: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] });
});

it('runs one after the other where there is one lane', async () => {
  expect((await happenings(names(steps), ['1'])).seen).toBe('a>1 a. b>1 b. c>1 c. d>1 d. e>1 e. f>1 f. g>1 g.');
});

it('throws what a step throws', async () => {
  await expect(runInLanes([{ isBeside: true }], ['1'], () => Promise.reject(new Error('no such program')))).rejects.toThrow('no such program');
});

/** Promise.withResolvers, which Node 20 lacks. */
function whenResolved(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((resolved) => (resolve = resolved));
  return { promise, resolve };
}
