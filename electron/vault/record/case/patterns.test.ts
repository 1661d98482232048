import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyIncidentContent } from '../../../../shared/model/incident';
import { abuseKinds } from '../../../../shared/picklists';
import type { VaultStore } from '../../store/store';
import { canonicalJson } from '../history/canonical-json';
import { refreshIncident } from '../incidents/incidents';
import { recordContext } from '../record-context';
import { elementLines, elementSummaries } from './course-of-conduct';
import { patterns } from './patterns';
import { makeMigratedStore } from '../testing/migrated-store';

let store: VaultStore;
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ store, remove } = await makeMigratedStore());
});
afterEach(() => remove());

/** Each time after a change, so that nothing that was worked out before is any help. */
async function quickestMs(work: () => unknown): Promise<number> {
  const took: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    await store.transact((transaction) => transaction.run(`INSERT INTO setting (name, value) VALUES (?, '')`, [`turn ${recordContext(store).newId()}`]));
    const from = performance.now();
    work();
    took.push(performance.now() - from);
  }
  return Math.min(...took);
}

const dates = ['2019-03-12', '2020-06', '2021', '2019-06~', '', '2022-11-02', '2018-01-05', '2020-02-29'];

it('counts twenty thousand incidents, and looks at every element of them, within the time of a page', async () => {
  const { newId, now } = recordContext(store);
  const count = 20_000;
  await store.transact((transaction) => {
    for (let number = 0; number < count; number++) {
      const edtf = dates[number % dates.length]!;
      const content = {
        ...emptyIncidentContent, title: `Entry ${number}`, account: 'What he said and did that day, as I wrote it down that night. '.repeat(12), effectOnMe: number % 3 === 0 ? 'I did not sleep.' : '',
        happened: { ...emptyIncidentContent.happened, typed: edtf, edtf }, kinds: [abuseKinds[number % abuseKinds.length]!.id, abuseKinds[(number * 7) % abuseKinds.length]!.id].filter((kind, at, all) => all.indexOf(kind) === at),
      };
      const id = newId();
      transaction.run(`INSERT INTO incident (id, status, begun_utc, first_recorded_utc, content) VALUES (?, 'recorded', ?, ?, ?)`, [id, now(), now(), canonicalJson(content)]);
      transaction.run(`INSERT INTO incident_version (incident_id, number, at_utc, reason, content) VALUES (?, 1, ?, '', ?)`, [id, now(), canonicalJson(content)]);
      refreshIncident(transaction, id);
    }
  });
  const all = patterns(store, { fromDay: '', toDay: '' });
  expect(all.counted).toBe(count);
  expect(all.buckets.reduce((sum, { counts }) => sum + counts.all, 0) + all.notWellKnown).toBe(count);
  const lines = elementLines(store, { elementId: 's76-behaviour', offset: 0, limit: 100 });
  expect(lines.lines).toHaveLength(100);
  const figures = {
    patternsMs: await quickestMs(() => patterns(store, { fromDay: '', toDay: '' })), summariesMs: await quickestMs(() => elementSummaries(store)), linesMs: await quickestMs(() => elementLines(store, { elementId: 's76-behaviour', offset: 0, limit: 100 })),
  };
  if (process.env['FIGURES'] !== undefined) process.stderr.write(`${JSON.stringify(figures)}\n`);
  // 50 ms and 100 ms are the promises on a machine at rest (FIGURES=1 says the figures); here a pass that grows with the square is caught, also where everybody else works.
  for (const ms of Object.values(figures)) expect(ms).toBeLessThan(1000);
}, 240_000);
