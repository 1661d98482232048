import type { RememberedMark } from '../../../electron/vault/store/recover';
import type { DiskImage, MemoryDisk } from '../../../electron/vault/store/testing/memory-disk';
import { contentDigest, crashStates, type Chance, type CrashState } from '../../../electron/vault/store/testing/power-loss';
import { judge, vaultSecret, type Verdict } from './judge';
import { KeyRing } from './key-ring';
import { KnownVerdicts } from './known-verdicts';
import { isBeside } from './lock';
import type { Observer } from './observed-store';
import { sameRecord, type RecordDigest } from './record-digest';

export interface Violation {
  what: string;
  /** The step after which the power went. */
  after: string;
  /** What of the unsynced was left. */
  left: string;
  files: number;
  bytes: number;
}

/** What must be found at some moment: every transaction up to `acknowledged`, at most the one under way besides. */
interface Expected {
  vaultMade: boolean;
  acknowledged: number;
  mark: RememberedMark | null;
  /** Any of which may open it. */
  keys: readonly Uint8Array[];
  /** What may be there under each number: one once it was acknowledged; of those refused, any, for the disk may have it all the same. */
  digests: ReadonlyMap<number, readonly RecordDigest[]>;
}

/** Keeps what was promised so far, and has every state that a loss of power may leave judged against it. */
export class Explorer implements Observer {
  readonly violations: Violation[] = [];
  /** Looks that a state was given, the repeated ones among them, which need no second judging. */
  looks = 0;
  tornTails = 0;
  notYetVaults = 0;
  /** States that were opened; the others differ from one of these in nothing that opening reads. */
  openings = 0;
  private readonly verdicts = new KnownVerdicts();
  private vaultMade = false;
  private acknowledgedSequence = 0;
  private readonly digests = new Map<number, readonly RecordDigest[]>();
  private markOf: (() => RememberedMark) | null = null;
  private mark: RememberedMark | null = null;
  private disk: MemoryDisk | null = null;
  /** Files of the other compartment, and the digests of their bytes. */
  private resting: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly chance: Chance,
    private readonly effort: number,
    private readonly most: number,
    /** Every so many states are opened twice more, and searched for leftovers. */
    private readonly deepEach: number,
    private readonly keys = new KeyRing(vaultSecret),
  ) {}

  get states(): number {
    return this.verdicts.size;
  }

  get isEnough(): boolean {
    return this.states >= this.most || this.violations.length >= 50;
  }

  watch(disk: MemoryDisk): void {
    this.disk = disk;
  }

  /** From now on these files stay as they are, whatever is done. */
  rest(files: ReadonlyMap<string, string>): void {
    this.resting = files;
  }

  /** A vault was made or opened, and shows this: it must never show less again. */
  shown(sequence: number, digest: RecordDigest, markOf: () => RememberedMark): void {
    this.vaultMade = true;
    this.markOf = markOf;
    for (const known of this.digests.keys()) if (known > sequence) this.digests.delete(known);
    this.digests.set(sequence, [digest]);
    this.acknowledgedSequence = sequence;
    this.mark = markOf();
  }

  /** What the vault must show at least, when it is opened after this. */
  get promised(): number {
    return this.acknowledgedSequence;
  }

  underWay(sequence: number, digest: RecordDigest): void {
    this.digests.set(sequence, [...(this.digests.get(sequence) ?? []), digest]);
  }

  async acknowledged(sequence: number, digest: () => RecordDigest): Promise<void> {
    this.digests.set(sequence, [digest()]);
    this.promise(sequence);
    await this.look('acknowledged');
  }

  /** From now on a vault that shows less is wrong. */
  promise(sequence: number): void {
    // Of several that were under way in turn, the last is the one that was acknowledged.
    this.digests.set(sequence, (this.digests.get(sequence) ?? []).slice(-1));
    this.acknowledgedSequence = sequence;
    this.mark = this.markOf?.() ?? null;
    for (const old of this.digests.keys()) if (old < sequence) this.digests.delete(old);
  }

  complain(what: string, after: string, state: CrashState | null): void {
    const files = [...(state?.image.values() ?? [])].filter((content) => content !== null);
    this.violations.push({ what, after, left: state?.how ?? 'no loss of power', files: files.length, bytes: files.reduce((sum, content) => sum + content.length, 0) });
  }

  /** Judges what could be left if the power went now; `only` those ways, where they are named. */
  async look(after: string, only?: readonly string[]): Promise<void> {
    if (this.disk === null || this.isEnough) return;
    const expected: Expected = { vaultMade: this.vaultMade, acknowledged: this.acknowledgedSequence, mark: this.mark, keys: this.keys.all, digests: new Map(this.digests) };
    for (const state of crashStates(this.disk, this.chance, this.effort, isBeside)) {
      if (only && !only.includes(state.how)) continue;
      this.looks += 1;
      if (this.isEnough) return;
      for (const [path, digest] of this.resting) {
        const bytes = state.image.get(path);
        if (!bytes || contentDigest(bytes) !== digest) this.complain(`a file of the other compartment is ${bytes ? 'changed' : 'gone'}`, after, state);
      }
      let verdict = this.verdicts.find(state);
      if (verdict === undefined) {
        verdict = await judge(state.image, expected.mark, this.openings % this.deepEach === 0, expected.keys);
        this.openings += 1;
        this.verdicts.add(state, verdict);
        if (verdict.tailSetAside) this.tornTails += 1;
        if (verdict.opens === 'none') this.notYetVaults += 1;
        for (const problem of verdict.problems) this.complain(problem, after, state);
      }
      if (verdict.problems.length > 0) continue;
      const wrong = compare(verdict, expected);
      if (wrong !== null) this.complain(wrong, after, state);
    }
  }

  /** One of the states that a loss of power may leave, to go on from. */
  lose(disk: MemoryDisk): DiskImage {
    const states = crashStates(disk, this.chance, this.effort, isBeside);
    return states[Math.floor(this.chance() * states.length)]?.image ?? new Map<string, null>();
  }
}

function compare(verdict: Verdict, { vaultMade, acknowledged, keys, digests }: Expected): string | null {
  if (verdict.opens === 'none') return vaultMade ? 'the vault does not open' : null;
  if (!keys.some((key) => Buffer.compare(key, verdict.key) === 0)) return 'opens with a way in that is over';
  // Between the two copies of a header that is being changed.
  if (verdict.copyRepaired && vaultMade && keys.length === 1) return 'says copy-repaired';
  if (verdict.sequence < acknowledged) return `${acknowledged - verdict.sequence} acknowledged saves are missing`;
  if (verdict.sequence > acknowledged + 1) return 'more is there than was ever saved';
  const possible = digests.get(verdict.sequence);
  if (possible === undefined) return vaultMade ? 'a save is there that nobody made' : null;
  const { digest } = verdict;
  return digest !== null && possible.some((one) => sameRecord(one, digest)) ? null : 'what is there is not what was saved';
}
