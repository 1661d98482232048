import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyContact } from '../../../../shared/model/case/contact';
import { wholeChronology } from '../../../../shared/model/chronology';
import type { VaultStore } from '../../store/store';
import { canonicalJson } from '../history/canonical-json';
import { refreshCaseEntry } from '../case/case-entries';
import { recordContext } from '../record-context';
import { chronologyRowOf, chronologyRows, chronologyYears } from './chronology';
import { writeLine } from './chronology-line';
import { makeMigratedStore } from '../testing/migrated-store';

let store: VaultStore;
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ store, remove } = await makeMigratedStore());
});
afterEach(() => remove());

const vague = ['', '2021-04', '2020-24', '2019'];
const day = (number: number) => {
  const edtf = vague[number % 11] ?? `20${15 + (number % 9)}-0${1 + (number % 9)}-${10 + (number % 18)}`;
  return { typed: edtf, edtf, timeOfDay: '', timeApproximate: false, basis: null };
};

/** Processor time of the best of some runs of what nothing has been kept of: what the work itself takes, whatever else the machine does. */
async function quickestMs(work: () => unknown): Promise<number> {
  const taken: number[] = [];
  for (let run = 0; run < 7; run += 1) {
    await store.transact((transaction) => transaction.run(`UPDATE setting SET value = value WHERE name = 'schema'`));
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    taken.push((user + system) / 1000);
  }
  return Math.min(...taken);
}

it('shows a page, goes to a line and counts the years of 20,000 incidents and 1,000 contacts in less than 100 ms', { timeout: 120_000 }, async () => {
  const { newId, now } = recordContext(store);
  await store.transact((transaction) => {
    for (let number = 0; number < 20_000; number += 1) {
      writeLine(transaction, { subject: 'incident', id: newId(), status: 'recorded', title: `Incident ${number}`, text: 'He stood outside and waited. '.repeat(20), happened: day(number), kinds: ['stalking'], personIds: [], evidenceCount: number % 3, amended: false, firstRecordedUtc: now() });
    }
  });
  const measure = async (): Promise<Record<'page' | 'jump' | 'years', number>> => ({
    page: await quickestMs(() => chronologyRows(store, wholeChronology, 0, 100)), jump: await quickestMs(() => chronologyRows(store, wholeChronology, 15_000, 100)), years: await quickestMs(() => chronologyYears(store, wholeChronology)),
  });
  const before = await measure();
  const contacts = Array.from({ length: 1000 }, newId);
  await store.transact((transaction) => {
    for (const [number, id] of contacts.entries()) {
      const content = { ...emptyContact, form: 'call' as const, happened: day(number * 7), told: 'They said that somebody would ring. '.repeat(10), reference: `47/${number}` };
      transaction.run(`INSERT INTO case_entry (id, kind, status, begun_utc, first_recorded_utc, content, earliest, row) VALUES (?, 'contact', 'recorded', ?, ?, ?, '', '')`, [id, now(), now(), canonicalJson(content)]);
      refreshCaseEntry(transaction, id);
    }
  });
  const after = await measure();
  if (process.env['TIDEMARK_FIGURES'] !== undefined) console.log(JSON.stringify({ before, after }));
  expect(chronologyRows(store, wholeChronology, 0, 1).total).toBe(21_000);
  expect(chronologyRows(store, { ...wholeChronology, show: ['contact'] }, 0, 500)).toMatchObject({ total: 1000 });
  expect(chronologyRowOf(store, { ...wholeChronology, show: ['contact'] }, 'contact', contacts[3]!)).not.toBeNull();
  for (const taken of Object.values(after)) expect(taken).toBeLessThan(100);
});
