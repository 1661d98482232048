import type { CheckFinding, CheckResult, CheckUnderWay, VaultPart } from '../../../shared/contract/check-calls';
import { Refusal, type CallError } from '../../../shared/contract/errors';
import { verifyHistoryInSteps } from '../record/history/history';
import type { RecordContext } from '../record/record-context';
import { agreesWithHistory, beginCheck, documentFindings, fileFigures, filesToCheck, fileToCheck, finishCheck, lastCheck, noteFilesChecked, openCheck, type FileChecked, type FileToCheck, type OpenCheck } from '../record/vault/vault-checks';
import type { FilesDamage } from '../store/store';
import { CheckProgress } from './check-progress';
import { Pace, type Busyness } from './pace';

const filesAtOnce = 100;

const partOf: Record<FilesDamage, VaultPart> = { 'header-copy': 'door', 'both-headers': 'door', 'root-copy': 'contents', 'both-roots': 'contents', record: 'record', reserve: 'reserve' };

/** A disk that takes nothing more: then it stays damaged, and is told as that. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

/**
 * "Check my vault": everything that lies on the disk is read and compared, in the background, one check at a time. What was verified is kept in the
 * record, so that a check goes on after a lock; in a vault that can only be read, in memory.
 */
export class CheckWork {
  #progress: CheckProgress | null;
  #last: CheckResult | null;
  #stopped: CallError | null = null;
  #isBeginning = false;
  /** Something is being done to the files that a check would read as damage, or read twice. */
  #isAside = false;
  /** Whether a check that stands aside goes on by itself afterwards: not where she pauses it meanwhile. */
  #goesOn = false;
  /** What had to be mended before a check could begin. */
  #mendedFirst: CheckFinding[] = [];
  #running: { abort: AbortController; ended: Promise<void> } | null = null;
  /** Bytes of the file that is being read. */
  #partBytes = 0;

  constructor(
    private readonly context: RecordContext,
    private readonly busyness: Busyness,
  ) {
    const open = openCheck(context.store);
    this.#progress = open === null ? null : new CheckProgress(open, open.done);
    this.#last = lastCheck(context.store);
  }

  state(): { underWay: CheckUnderWay | null; last: CheckResult | null } {
    return { underWay: this.#progress === null ? null : this.#underWay(this.#progress), last: this.#last === null ? null : this.#withNamesOfNow(this.#last) };
  }

  #underWay(progress: CheckProgress): CheckUnderWay {
    const total = fileFigures(this.context.store);
    return {
      beganUtc: progress.check.beganUtc, isRunning: this.#running !== null, stopped: this.#stopped,
      filesDone: progress.done.size, filesTotal: Math.max(total.files, progress.done.size),
      bytesDone: progress.bytes + this.#partBytes, bytesTotal: Math.max(total.bytes, progress.bytes + this.#partBytes),
      findings: documentFindings(this.context.store, [...progress.done.values()]),
    };
  }

  /** A document may have been given another name since, or been erased. */
  #withNamesOfNow(last: CheckResult): CheckResult {
    const documents = last.findings.flatMap((each) => (each.about === 'document' ? [each] : []));
    return { ...last, findings: [...last.findings.filter((each) => each.about !== 'document'), ...documentFindings(this.context.store, documents)] };
  }

  /** Begins, or goes on where it was. Refuses `disk-full` and `io-error` when a new one cannot be entered, and `busy` while it stands aside. */
  async run(): Promise<void> {
    if (this.#isAside) throw new Refusal('busy');
    if (this.#running !== null || this.#isBeginning) return;
    this.#isBeginning = true;
    try {
      this.#progress ??= new CheckProgress(await this.#begin(), []);
    } finally {
      this.#isBeginning = false;
    }
    const abort = new AbortController();
    this.#stopped = null;
    const ended = this.#work(this.#progress, new Pace(this.busyness, abort.signal))
      .catch(async (error: unknown) => {
        if (!abort.signal.aborted) this.#stopped = { code: error instanceof Refusal ? error.code : 'unexpected' };
        await this.#keep();
      })
      .finally(() => {
        this.#running = null;
        this.#partBytes = 0;
      });
    this.#running = { abort, ended };
  }

  /** Stops where it is; resolves when that is kept. */
  async pause(): Promise<void> {
    this.#goesOn = false;
    await this.#stop();
  }

  async #stop(): Promise<void> {
    this.#running?.abort.abort();
    await this.#running?.ended;
  }

  /**
   * Runs work during which no check reads: one that is running is paused, and goes on by itself afterwards, unless `mayGoOn` then says no. Refuses `busy`
   * while a check is just being entered.
   */
  async standAside<T>(work: () => Promise<T>, mayGoOn: () => boolean): Promise<T> {
    if (this.#isAside || this.#isBeginning) throw new Refusal('busy');
    this.#isAside = true;
    this.#goesOn = this.#running !== null;
    try {
      await this.#stop();
      return await work();
    } finally {
      this.#isAside = false;
      // What cannot go on now can be gone on with by hand.
      if (this.#goesOn && this.#progress !== null && mayGoOn()) await this.run().catch(unlessRefused);
    }
  }

  async #work(progress: CheckProgress, pace: Pace): Promise<void> {
    const { store } = this.context;
    await this.#readFiles(progress, pace);
    const findings: CheckFinding[] = [...this.#mendedFirst];
    const { entries, brokenAt } = await verifyHistoryInSteps(store, () => pace.step());
    if (brokenAt !== null) findings.push({ about: 'history', sequence: brokenAt });
    findings.push(...(await this.#verifyOwnFiles(brokenAt === null, pace)));
    findings.push(...documentFindings(store, [...progress.done.values()]));
    const result: CheckResult = { beganUtc: progress.check.beganUtc, endedUtc: this.context.now(), files: progress.done.size, bytes: progress.bytes, entries, findings };
    if (!store.readOnly) await finishCheck(this.context, progress.check, result, progress.unkept);
    this.#progress = null;
    this.#mendedFirst = [];
    this.#last = result;
  }

  async #begin(): Promise<Pick<OpenCheck, 'id' | 'beganUtc'>> {
    const { context } = this;
    if (context.store.readOnly) return { id: context.newId(), beganUtc: context.now() };
    try {
      return await beginCheck(context);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'vault-gone')) throw error;
      // Without any header nothing can be saved. Where the rest of the vault still lies, they are put back first.
      await context.store.files.mend(['both-headers']);
      const check = await beginCheck(context);
      this.#mendedFirst = [{ about: 'part', part: 'door', isMended: true }];
      return check;
    }
  }

  /** Every document's file, those added meanwhile too. */
  async #readFiles(progress: CheckProgress, pace: Pace): Promise<void> {
    let after: FileToCheck | null = null;
    for (;;) {
      const files: FileToCheck[] = filesToCheck(this.context.store, after, filesAtOnce);
      for (const file of files) {
        after = file;
        if (await this.#stands(progress.done.get(file.documentId), file)) continue;
        await this.#readFile(progress, file, pace);
        if (progress.isKeepingDue) await this.#keep();
      }
      if (files.length < filesAtOnce) return;
    }
  }

  /** Whether what was read of a file before is still what lies there, as far as the disk tells: one found whole that was changed since is read again. */
  async #stands(done: FileChecked | undefined, { sealed }: FileToCheck): Promise<boolean> {
    if (done?.objectName !== sealed.objectName) return false;
    return done.found !== 'whole' || !(await this.context.store.files.isEvidenceChangedSince(sealed.objectName, done.atUtc));
  }

  async #readFile(progress: CheckProgress, listed: FileToCheck, pace: Pace): Promise<void> {
    const { store } = this.context;
    let file: FileToCheck | null = listed;
    while (file !== null) {
      const { documentId, sealed }: FileToCheck = file;
      const atUtc = this.context.now();
      await pace.step();
      const found = await store.files.evidence(sealed, (bytes) => {
        this.#partBytes += bytes;
        return pace.step();
      }).finally(() => {
        this.#partBytes = 0;
      });
      // What was erased while it was being read is not missing; what was sealed anew meanwhile lies under another name.
      const now: FileToCheck | null = fileToCheck(store, documentId);
      if (now?.sealed.objectName === sealed.objectName) {
        progress.add({ documentId, objectName: sealed.objectName, sizeBytes: sealed.sizeBytes, atUtc, found: found === 'whole' && !agreesWithHistory(store, now) ? 'damaged' : found });
        return;
      }
      file = now;
    }
  }

  /** Header, root, snapshots, journal. What is damaged there is written anew, as long as what this process holds is itself in order. */
  async #verifyOwnFiles(isHistoryWhole: boolean, pace: Pace): Promise<CheckFinding[]> {
    const { files, readOnly } = this.context.store;
    const damage = await files.verify(() => pace.step());
    if (damage.length === 0) return [];
    let isMended = false;
    if (!readOnly && isHistoryWhole) {
      await files.mend(damage).catch(unlessRefused);
      isMended = (await files.verify(() => pace.step())).length === 0;
    }
    return [...new Set(damage.map((each) => partOf[each]))].map((part) => ({ about: 'part', part, isMended }));
  }

  async #keep(): Promise<void> {
    const progress = this.#progress;
    if (progress === null || progress.unkept.length === 0 || this.context.store.readOnly) return;
    const files = progress.unkept;
    progress.unkept = [];
    progress.keptAtMs = performance.now();
    try {
      await this.context.store.transact((transaction) => noteFilesChecked(transaction, progress.check.id, files), 'notes');
    } catch (error) {
      progress.unkept = [...files, ...progress.unkept];
      if (!(error instanceof Refusal)) throw error;
      this.#stopped ??= { code: error.code };
    }
  }
}
