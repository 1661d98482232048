import { beginRecord, takeUpRecord } from '../../../electron/vault/calls/open-vault';
import { recordContext, type RecordContext } from '../../../electron/vault/record/record-context';
import type { FilePort } from '../../../electron/vault/store/file-port';
import { createStore, openStore, prepareCreate } from '../../../electron/vault/store/open-store';
import type { VaultStore } from '../../../electron/vault/store/store';
import { MemoryDisk } from '../../../electron/vault/store/testing/memory-disk';
import { Torn, watchedFiles, type Step } from '../../../electron/vault/store/testing/watched-files';
import { Refusal, type ErrorCode } from '../../../shared/contract/errors';
import { chanceFrom } from '../../proving/chance';
import { Explorer, type Violation } from '../crash-states-work/explorer';
import { vaultSecret } from '../crash-states-work/judge';
import { looseLock, vaultFolder } from '../crash-states-work/lock';
import { observed } from '../crash-states-work/observed-store';
import { recordDigest, sameRecord } from '../crash-states-work/record-digest';
import { filesOfSecond, secondCompartment } from '../crash-states-work/second-compartment';
import { sitting, type Act, type Sources } from './sitting';

/** How a step fails. `short`: a full disk that takes half of a write. */
export const failures = { ENOSPC: 'disk-full', short: 'disk-full', EIO: 'io-error', EACCES: 'folder-unwritable' } as const satisfies Record<string, ErrorCode>;
export type Failure = keyof typeof failures;

export interface Fault {
  /** The changing step that fails, counted from 1; 0: none. */
  at: number;
  how: Failure;
  /** Only that step, or every one from then on until the vault is closed. */
  lasts: 'once' | 'until closed';
}

export interface Outcome {
  steps: Step[];
  refused: number;
  violations: Violation[];
  states: number;
}

/** A disk that fails where it is told to. Taking away needs no room, so a full disk still does it. */
class FaultyDisk {
  readonly steps: Step[] = [];
  isMended = false;
  readonly files: FilePort;

  constructor(readonly disk: MemoryDisk, private readonly fault: Fault, isSilent: boolean) {
    const before = (step: Step, path: string): void => {
      this.steps.push(step);
      if (!this.failsNow(step)) return;
      // The folder above may be somebody else's: then nothing but the system keeps the vault's own name.
      if (fault.how === 'EACCES' && step === 'syncFolder' && path === '/home') disk.syncNow(path);
      if (fault.how === 'EIO' && (step === 'sync' || step === 'dataSync')) disk.forsake(path);
      if (fault.how === 'short' && step === 'write') throw new Torn('ENOSPC');
      throw Object.assign(new Error(fault.how), { code: fault.how === 'short' ? 'ENOSPC' : fault.how });
    };
    this.files = watchedFiles(isSilent ? this.silent(before) : disk, isSilent ? {} : { before });
  }

  private failsNow(step: Step): boolean {
    const { at, how, lasts } = this.fault;
    if (at === 0 || this.isMended) return false;
    if (lasts === 'once') return this.steps.length === at;
    const isFull = how === 'ENOSPC' || how === 'short';
    return this.steps.length >= at && !(isFull && step === 'remove');
  }

  /** What the proof's switch breaks: a write that fails says that it did not. */
  private silent(before: (step: Step, path: string) => void): FilePort {
    const { disk } = this;
    return watchedFiles({
      create: async (path) => {
        const file = await disk.create(path);
        return {
          ...file,
          write: async (bytes, position) => {
            try {
              before('write', path);
            } catch {
              return;
            }
            await file.write(bytes, position);
          },
        };
      },
      openForReading: (path) => disk.openForReading(path), rename: (from, to) => disk.rename(from, to), remove: (path) => disk.remove(path), makeFolder: (path) => disk.makeFolder(path),
      list: (path) => disk.list(path), exists: (path) => disk.exists(path), sizeOf: (path) => disk.sizeOf(path), removeFolder: (path) => disk.removeFolder(path), modifiedMs: (path) => disk.modifiedMs(path), touch: (path) => disk.touch(path), syncFolder: (path) => disk.syncFolder(path),
    }, {});
  }
}

/** Two sittings with one fault in them, and what is left at the end judged as after a kill and after a loss of power. */
export class Trial {
  private readonly disk = new MemoryDisk(new Map([['/home', null]]));
  private readonly faulty: FaultyDisk;
  private readonly explorer = new Explorer(chanceFrom(1), 1, Number.POSITIVE_INFINITY, 1);
  private readonly random;
  private refused = 0;

  constructor(private readonly fault: Fault, private readonly sources: Sources, isSilent: boolean) {
    this.faulty = new FaultyDisk(this.disk, fault, isSilent);
    this.explorer.watch(this.disk);
    // The same names each time, so that the same step is the same step.
    const chance = chanceFrom(2);
    this.random = (bytes: number): Uint8Array => Uint8Array.from({ length: bytes }, () => Math.floor(chance() * 256));
  }

  private get ports(): { files: FilePort; random: (bytes: number) => Uint8Array } {
    return { files: this.faulty.files, random: this.random };
  }

  private get where(): string {
    const { at, how, lasts } = this.fault;
    return `${how} ${lasts} from step ${at} (${this.faulty.steps[at - 1] ?? 'none'})`;
  }

  /** Does something that may be refused, with the code that is right and, when it fails once, once. */
  private async attempt<T>(what: string, work: () => Promise<T>): Promise<T | null> {
    const hadFailed = this.faulty.steps.length >= this.fault.at;
    try {
      return await work();
    } catch (error) {
      this.refused += 1;
      if (!(error instanceof Refusal)) this.explorer.complain(`${what}: throws ${String(error)}`, this.where, null);
      else if (error.code !== failures[this.fault.how]) this.explorer.complain(`${what}: refuses ${error.code}`, this.where, null);
      else if (this.fault.lasts === 'once' && hadFailed) this.explorer.complain(`${what}: still refuses when the disk works again`, this.where, null);
      return null;
    }
  }

  private async create(): Promise<VaultStore> {
    const parameters = await prepareCreate(vaultFolder, { quickKdf: true }, this.ports);
    const begin = async (store: VaultStore): Promise<void> => void (await beginRecord(store, { recoveryPrinted: '', example: false }));
    return createStore({ folder: vaultFolder, parameters, slots: [{ kind: 'passphrase', secretKey: vaultSecret }], begin, second: secondCompartment() }, this.ports);
  }

  /** Where not even the beginnings could be removed, the vault is there already, and opens. */
  private async createOrOpen(): Promise<VaultStore> {
    try {
      return await this.create();
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'vault-exists')) throw error;
      return (await takeUpRecord(await this.open(true), [], [])).context.store;
    }
  }

  private async open(mayBeHalfMade = false): Promise<VaultStore> {
    looseLock(this.disk);
    const { store, notices } = await openStore({ folder: vaultFolder, key: vaultSecret, mark: null }, this.ports);
    for (const notice of notices) if (notice !== 'tail-set-aside' && !(mayBeHalfMade && notice === 'copy-repaired')) this.explorer.complain(`opening says ${notice}`, this.where, null);
    return store;
  }

  /** Takes the vault up and works in it; the record in memory is at every moment what was acknowledged. */
  private async sit(opened: VaultStore, acts: readonly Act[], takeUp: (store: VaultStore) => Promise<RecordContext>): Promise<void> {
    this.explorer.shown(opened.mark().sequence, recordDigest(opened, 'between transactions'), () => opened.mark());
    let kept = recordDigest(opened, 'between transactions');
    let next = kept;
    const store = observed(opened, {
      underWay: (sequence, digest) => {
        next = digest;
        this.explorer.underWay(sequence, digest);
      },
      acknowledged: async (sequence) => {
        kept = next;
        this.explorer.promise(sequence);
      },
      promise: (sequence) => {
        kept = next;
        this.explorer.promise(sequence);
      },
    });
    const context = await takeUp(store);
    for (const [n, act] of acts.entries()) {
      await this.attempt(`act ${n}`, () => act(context));
      if (!sameRecord(kept, recordDigest(store, 'between transactions'))) this.explorer.complain(`act ${n}: the record in memory is not what was acknowledged`, this.where, null);
    }
    await store.close();
  }

  async run(): Promise<Outcome> {
    const made = (await this.attempt('making the vault', () => this.create())) ?? null;
    if (made === null) {
      this.faulty.isMended = true;
      looseLock(this.disk);
    }
    const first = made ?? (await this.attempt('making it again', () => this.createOrOpen()));
    // Where the fault came while the vault was made, the second compartment may not be on the disk as it is in memory.
    const wasMadeWell = this.fault.at === 0 || this.faulty.steps.length < this.fault.at;
    if (made !== null && wasMadeWell) this.explorer.rest(await filesOfSecond(this.disk));
    if (first !== null) await this.attempt('the first sitting', () => this.sit(first, sitting(this.sources), async (store) => recordContext(store)));
    await this.judgeLeft();
    const again = await this.attempt('opening', () => this.open());
    if (again !== null) await this.attempt('the second sitting', () => this.sit(again, sitting(this.sources).slice(0, 1), async (store) => (await takeUpRecord(store, [], [])).context));
    await this.judgeLeft();
    // Room again, or another cable: she goes on where she was.
    this.faulty.isMended = true;
    const last = await this.attempt('opening when the disk works again', () => this.open());
    if (last !== null) await this.attempt('the last sitting', () => this.sit(last, sitting(this.sources).slice(0, 1), async (store) => (await takeUpRecord(store, [], [])).context));
    await this.judgeLeft();
    return { steps: this.faulty.steps, refused: this.refused, violations: this.explorer.violations, states: this.explorer.states };
  }

  private judgeLeft(): Promise<void> {
    return this.explorer.look(this.where, ['everything', 'only what was synced']);
  }
}
