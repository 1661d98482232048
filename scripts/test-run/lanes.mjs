/**
 * Runs steps in their order: neighbours that may run beside others as many at once as there are lanes, every other by itself.
 * @template {{ isBeside?: boolean }} Step
 * @template Lane
 * @template Outcome
 * @param {readonly Step[]} steps
 * @param {readonly Lane[]} lanes at least one; none is given to two steps at once
 * @param {(step: Step, lane: Lane) => Promise<Outcome>} run
 * @returns {Promise<Outcome[]>} in the order of the steps
 */
export async function runInLanes(steps, lanes, run) {
  /** @type {Outcome[]} */
  const outcomes = [];
  let next = 0;
  while (next < steps.length) {
    const isTogether = Boolean(steps[next]?.isBeside);
    let end = next + 1;
    while (isTogether && steps[end]?.isBeside) end += 1;
    await Promise.all((isTogether ? lanes : lanes.slice(0, 1)).map(async (lane) => {
      while (next < end) {
        const number = next++;
        outcomes[number] = await run(/** @type {Step} */ (steps[number]), lane);
      }
    }));
  }
  return outcomes;
}
