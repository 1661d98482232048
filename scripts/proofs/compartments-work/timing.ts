import { nodeFilePort } from '../../../electron/vault/store/file-port';
import { openSlots, type Header, type OpenedSlot } from '../../../electron/vault/store/header/header';
import { readHeaderCopies } from '../../../electron/vault/store/header/header-files';
import { takeUpRecord } from '../../../electron/vault/calls/open-vault';
import { openStore } from '../../../electron/vault/store/open-store';
import type { Chance } from '../../../electron/vault/store/testing/power-loss';
import { compareRanks, median, type RankComparison } from './rank-test';
import type { TwoVaults, Which } from './two-vaults';

export interface TimesCompared extends RankComparison {
  /** Milliseconds, for each of the two. */
  medians: [number, number];
  times: number;
}

/** Takes both in turn, in an order that nobody can foresee, after some that do not count. */
async function compare(times: number, chance: Chance, once: (which: Which) => Promise<number>): Promise<TimesCompared> {
  const taken: [number[], number[]] = [[], []];
  for (let i = 0; i < times + 20; i += 1) {
    const order: Which[] = chance() < 0.5 ? [0, 1] : [1, 0];
    for (const which of order) {
      const ms = await once(which);
      if (i >= 20) taken[which].push(ms);
    }
  }
  return { ...compareRanks(...taken), medians: [median(taken[0]), median(taken[1])], times };
}

/** Finding out which slot a secret opens. `open`: the program's own, or what the proof breaks. */
export async function slotTimes(vaults: TwoVaults, times: number, chance: Chance, open: (header: Header, key: Uint8Array) => OpenedSlot | null = openSlots): Promise<TimesCompared> {
  const [header] = (await readHeaderCopies(nodeFilePort, vaults.folder)).sound;
  if (header === undefined) throw new Error('no header');
  // By the place of the header, which is what a stopwatch might tell.
  const keys = [0, 1].map((which) => vaults.keyOf(which as Which, 'passphrase')).sort((left, right) => (openSlots(header, left)?.place ?? 0) - (openSlots(header, right)?.place ?? 0));
  return compare(times, chance, async (which) => {
    const from = performance.now();
    open(header, keys[which] ?? new Uint8Array(32));
    return performance.now() - from;
  });
}

/** The whole of an opening after the key derivation, in each of two compartments that hold the same. Closing is not counted. */
export function openingTimes(vaults: TwoVaults, times: number, chance: Chance): Promise<TimesCompared> {
  return compare(times, chance, async (which) => {
    const from = performance.now();
    const { store, notices } = await openStore({ folder: vaults.folder, key: vaults.keyOf(which, 'passphrase'), mark: null });
    const { context } = await takeUpRecord(store, notices, []);
    const ms = performance.now() - from;
    await context.store.close();
    return ms;
  });
}

/** What `--break` breaks: a reader that stops at the slot that opens. */
export function openFirstSlot(header: Header, key: Uint8Array): OpenedSlot | null {
  for (let index = 0; index < 8; index += 1) {
    const alone = Buffer.from(header.bytes);
    for (let other = 0; other < 8; other += 1) if (other !== index) alone.fill(0, 128 + other * 128, 256 + other * 128);
    const opened = openSlots({ ...header, bytes: alone }, key);
    if (opened !== null) return opened;
  }
  return null;
}

/** Every row of a compartment's database, as text. */
export async function everythingIn(vaults: TwoVaults, which: Which): Promise<string> {
  const { store } = await openStore({ folder: vaults.folder, key: vaults.keyOf(which, 'passphrase'), mark: null });
  const tables = store.all<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`);
  const rows = tables.flatMap(({ name }) => store.all(`SELECT * FROM "${name}"`));
  const text = rows.map((row) => Object.values(row).map((value) => (value instanceof Uint8Array ? `${Buffer.from(value).toString('latin1')} ${Buffer.from(value).toString('hex')}` : String(value))).join('\n')).join('\n');
  await store.close();
  return text;
}
