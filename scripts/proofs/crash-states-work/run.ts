import { beginRecord, takeUpRecord } from '../../../electron/vault/calls/open-vault';
import type { RecordContext } from '../../../electron/vault/record/record-context';
import type { FilePort } from '../../../electron/vault/store/file-port';
import { createStore, prepareCreate } from '../../../electron/vault/store/open-store';
import type { VaultStore } from '../../../electron/vault/store/store';
import { MemoryDisk } from '../../../electron/vault/store/testing/memory-disk';
import type { Chance } from '../../../electron/vault/store/testing/power-loss';
import { watchedFiles } from '../../../electron/vault/store/testing/watched-files';
import { chanceFrom, upTo } from '../../proving/chance';
import { Explorer } from './explorer';
import { openWithAny, vaultSecret } from './judge';
import { KeyRing } from './key-ring';
import { Life } from './life';
import { looseLock, vaultFolder } from './lock';
import { observed } from './observed-store';
import { recordDigest } from './record-digest';
import { filesOfSecond, secondCompartment } from './second-compartment';

export interface RunInput {
  seed: number;
  sources: readonly string[];
  states: number;
  effort: number;
  /** The disk says that it holds what it was told to hold, and does not. */
  syncDoesNothing: boolean;
}

export interface RunTotals {
  lives: number;
  killed: number;
  powerLost: number;
  steps: number;
}

/** A disk whose fdatasync lies: what the proof's switch breaks. */
function lying(disk: FilePort): FilePort {
  return { ...withMethods(disk), create: async (path) => ({ ...(await disk.create(path)), dataSync: async () => undefined }) };
}

function withMethods(disk: FilePort): FilePort {
  return {
    create: (path) => disk.create(path), openForReading: (path) => disk.openForReading(path), rename: (from, to) => disk.rename(from, to), remove: (path) => disk.remove(path),
    makeFolder: (path) => disk.makeFolder(path), list: (path) => disk.list(path), exists: (path) => disk.exists(path), sizeOf: (path) => disk.sizeOf(path), removeFolder: (path) => disk.removeFolder(path), modifiedMs: (path) => disk.modifiedMs(path),
    touch: (path) => disk.touch(path), syncFolder: (path) => disk.syncFolder(path),
  };
}

/** A vault's lives one after another, each ended by closing, a kill or a loss of power, and every moment's crash states judged. */
export class Run {
  readonly totals: RunTotals = { lives: 0, killed: 0, powerLost: 0, steps: 0 };
  readonly explorer: Explorer;
  private readonly keys = new KeyRing(vaultSecret);
  private readonly chance: Chance;
  private disk = new MemoryDisk(new Map([['/home', null]]));
  private hasVault = false;
  private deadFrom = Number.POSITIVE_INFINITY;

  constructor(private readonly input: RunInput) {
    this.chance = chanceFrom(input.seed);
    this.explorer = new Explorer(chanceFrom(input.seed + 1), input.effort, input.states, 3, this.keys);
    this.explorer.watch(this.disk);
  }

  private port(): FilePort {
    let steps = 0;
    return watchedFiles(this.input.syncDoesNothing ? lying(this.disk) : this.disk, {
      before: () => {
        steps += 1;
        this.totals.steps += 1;
        if (steps >= this.deadFrom) throw Object.assign(new Error('EIO'), { code: 'EIO' });
      },
      after: (step, path) => this.explorer.look(`${step} ${kindOfPath(path)}`),
    });
  }

  /** @returns whether to go on */
  async live(): Promise<void> {
    this.totals.lives += 1;
    const dice = this.chance();
    const end = dice < 0.25 ? 'close' : dice < 0.6 ? 'kill' : 'power';
    // The first steps are those of opening, where little has happened and much is mended.
    this.deadFrom = end === 'close' ? Number.POSITIVE_INFINITY : 1 + upTo(this.chance, this.chance() < 0.4 ? 40 : 400);
    let store: VaultStore | null = null;
    try {
      const opened = await this.open(this.port());
      store = opened.store;
      const life = new Life(opened.context, this.chance, this.input.sources, this.keys, (sequence) => this.explorer.promise(sequence));
      for (let i = 2 + upTo(this.chance, 8); i > 0 || end !== 'close'; i -= 1) await life.act();
    } catch (error) {
      if (this.deadFrom === Number.POSITIVE_INFINITY) this.explorer.complain(`the work itself failed: ${String(error)}`, 'work', null);
    } finally {
      await store?.close();
    }
    if (end === 'kill') this.totals.killed += 1;
    if (end === 'power') {
      this.totals.powerLost += 1;
      this.disk = new MemoryDisk(this.explorer.lose(this.disk));
      this.explorer.watch(this.disk);
    }
    looseLock(this.disk);
  }

  private async open(files: FilePort): Promise<{ store: VaultStore; context: RecordContext }> {
    if (!this.hasVault) {
      // A first life that is cut short leaves nothing to build on: it begins anew where it stopped.
      if (!(await this.disk.exists(`${vaultFolder}/head.0`)) && !(await this.disk.exists(`${vaultFolder}/head.1`))) return this.create(files);
    }
    const before = this.explorer.promised;
    const { store: opened, notices, key } = await openWithAny({ folder: vaultFolder, mark: null, keys: this.keys.all }, files);
    this.keys.settle(key);
    this.hasVault = true;
    if (opened.readOnly || opened.mark().sequence < before) throw new Error(`the run's own vault was damaged: ${notices.join(', ')}`);
    this.explorer.shown(opened.mark().sequence, recordDigest(opened, 'between transactions'), () => opened.mark());
    const store = observed(opened, this.explorer);
    const { context } = await takeUpRecord(store, notices, []);
    return { store, context };
  }

  private async create(files: FilePort): Promise<{ store: VaultStore; context: RecordContext }> {
    const parameters = await prepareCreate(vaultFolder, { quickKdf: true }, { files });
    const made = await createStore({ folder: vaultFolder, parameters, slots: [{ kind: 'passphrase', secretKey: vaultSecret }], second: secondCompartment() }, { files });
    this.hasVault = true;
    this.explorer.rest(await filesOfSecond(this.disk));
    this.explorer.shown(0, recordDigest(made, 'between transactions'), () => made.mark());
    const store = observed(made, this.explorer);
    return { store, context: await beginRecord(store, { recoveryPrinted: '', example: false }) };
  }
}

function kindOfPath(path: string): string {
  const name = path.split('/').pop() ?? '';
  if (name.length === 32) return 'an object';
  if (name.length === 2) return 'a shelf';
  return name.replace(/\.[0-9a-f]{16,}$/, ' temporary');
}
