import { Refusal } from '../../../shared/contract/errors';
import type { EventPayload } from '../../../shared/contract/events';
import type { ReadingsState } from '../../../shared/contract/reading-calls';
import type { DocumentReading } from '../../../shared/model/document-reading';
import type { ReadingToDo } from '../../../shared/vault-protocol/reading-calls';
import type { VaultHost } from '../hosts/vault-host';
import type { ReadingStep, StepEnd, StepWork } from './reading-step';

type Told = EventPayload<'readings'>;
type Counted = { readonly counts: ReadingsState['waiting']; readonly failed: number; readonly needsHer: number };
type StepOf = Pick<ReadingToDo, 'documentId' | 'step'>;

export interface ReadingsBy {
  readonly vault: Pick<VaultHost, 'ask' | 'askRecord'>;
  /** In the order in which they are done: all facts before any words. */
  readonly steps: readonly ReadingStep[];
  /** Whether she has paused it: kept outside the vault, so that it stays so. */
  readonly pause: { readonly read: () => boolean; readonly save: (isPaused: boolean) => void };
  /** The vault is open and may be changed, nobody leaves, nothing that she began is on its way in. */
  readonly mayRead: () => boolean;
  readonly tell: (told: Told) => void;
}

const sayEveryMs = 250;

/**
 * Drains what is still to be read of documents, one step of one document at a time, while she does other things: what waits stands in the vault, so that nothing is lost however this ends.
 * `wake` whenever something may have come to wait, or may be read again.
 */
export class Readings {
  readonly #by: ReadingsBy;
  readonly #passwords = new Map<string, string>();
  #isAwake = false;
  #isWoken = false;
  #first: StepOf | null = null;
  #picturesDone = 0;
  #abort: AbortController | null = null;
  #last: Pick<ReadingsState, 'waiting' | 'failed' | 'needsHer'> = { waiting: { facts: 0, words: 0, ocr: 0 }, failed: 0, needsHer: 0 };
  #underWay: ReadingsState['underWay'] = null;
  #saidAtMs = 0;

  constructor(by: ReadingsBy) {
    this.#by = by;
  }

  get state(): ReadingsState {
    return { ...this.#last, isPaused: this.#isPaused, picturesDone: this.#picturesDone, underWay: this.#underWay };
  }

  /** Reads whatever waits, until nothing does or nothing may be read. */
  wake(): void {
    // Whoever wakes it while it is about to fall asleep would wait for ever.
    this.#isWoken = true;
    if (this.#isAwake || !this.#by.mayRead()) return;
    this.#isAwake = true;
    this.#isWoken = false;
    // Only a vault that has gone throws here: the next opening takes up what is left.
    void this.#drain().catch(() => undefined).finally(() => {
      this.#isAwake = false;
      this.#underWay = null;
      if (this.#isWoken) this.wake();
    });
  }

  pause(): void {
    this.#by.pause.save(true);
    this.#first = null;
    this.#abort?.abort();
    this.#tell(null);
  }

  goOn(): void {
    this.#by.pause.save(false);
    this.#tell(null);
    this.wake();
  }

  /** She leaves: what is under way stops, what is waiting waits, passwords are forgotten. */
  stop(): void {
    this.#abort?.abort();
    this.#passwords.clear();
    this.#first = null;
    this.#picturesDone = 0;
  }

  /** A step of one document before all others, whatever became of it before; that alone, while the rest is paused. */
  async readNow(of: StepOf): Promise<void> {
    await this.#by.vault.ask('readings.again', of);
    this.#first = of;
    if (this.#underWay !== null && this.#underWay.documentId !== of.documentId) this.#abort?.abort();
    this.#tell(null);
    this.wake();
  }

  /** Keeps a password until she leaves, and reads the file with it. */
  async useGivenPassword(documentId: string, password: string): Promise<void> {
    this.#passwords.set(documentId, password);
    await this.readNow({ documentId, step: 'words' });
  }

  /** What a file is, at once and beside all else: she has just added it and looks at it. */
  async readFactsNow(reading: ReadingToDo, signal: AbortSignal): Promise<void> {
    const step = this.#by.steps.find((each) => each.step === 'facts');
    if (step !== undefined) await step.run(reading, this.#workFor(reading, signal));
  }

  /** What these files are, and say of themselves, before something is made of them; of what is known already nothing is read, and what cannot be read now is left to its turn. `said`: how many of how many. Gives whether any was unknown. */
  async readFactsOf(documentIds: readonly string[], signal: AbortSignal, said: (done: number, total: number) => void): Promise<boolean> {
    const { readings } = await this.#by.vault.ask('readings.factsWaiting', { documentIds: [...documentIds] });
    for (const [done, reading] of readings.entries()) {
      said(done, readings.length);
      await this.readFactsNow(reading, signal).catch(() => undefined);
      signal.throwIfAborted();
    }
    return readings.length > 0;
  }

  get #isPaused(): boolean {
    return this.#by.pause.read();
  }

  /** While it is paused, what she asks for is read all the same: `#first` until that has ended. */
  #mayGoOn(): boolean {
    return this.#by.mayRead() && (!this.#isPaused || this.#first !== null);
  }

  async #drain(): Promise<void> {
    const { vault, steps } = this.#by;
    while (this.#mayGoOn()) {
      const asked = this.#first;
      const wanted = this.#isPaused && asked !== null ? [asked.step] : steps.map(({ step }) => step);
      const { reading, ...counted } = await vault.ask('readings.next', { steps: wanted, first: asked });
      // Asked for one step alone, it counted that one alone.
      if (wanted.length === steps.length) this.#note(counted);
      else await this.#count();
      const isAsked = asked !== null && reading?.documentId === asked.documentId && reading.step === asked.step;
      if (this.#isPaused && !isAsked) {
        if (reading !== null) await this.#putBack({ documentId: reading.documentId, step: reading.step });
        if (this.#first === asked) this.#first = null;
        break;
      }
      if (reading === null) {
        this.#underWay = null;
        return this.#tell(null);
      }
      this.#underWay = { documentId: reading.documentId, step: reading.step, place: reading.place, total: reading.total };
      this.#tell(null);
      await this.#read(reading);
      if (isAsked && this.#first === asked) this.#first = null;
    }
    this.#underWay = null;
    // Paused: she is told what waits.
    if (this.#by.mayRead()) await this.#count();
    this.#tell(null);
  }

  async #count(): Promise<void> {
    this.#note(await this.#by.vault.ask('readings.count', { steps: this.#by.steps.map(({ step }) => step) }));
  }

  #note({ counts, failed, needsHer }: Counted): void {
    this.#last = { waiting: counts, failed, needsHer };
    if (counts.ocr === 0) this.#picturesDone = 0;
  }

  async #read(reading: ReadingToDo): Promise<void> {
    const { vault, steps } = this.#by;
    const { documentId, step } = reading;
    const abort = (this.#abort = new AbortController());
    const run = steps.find((each) => each.step === step);
    if (run === undefined) return;
    const work = this.#workFor(reading, abort.signal);
    let end: StepEnd;
    try {
      end = await run.run(reading, work);
    } catch (error) {
      if (abort.signal.aborted || !this.#by.mayRead()) return await this.#putBack({ documentId, step });
      const found = endOf(error);
      // The process broke: it may have been the machine's fault, so it is tried again, a few times (record/documents/document-readings.ts).
      if (found === 'again') return this.#tell(null);
      end = found;
    } finally {
      this.#abort = null;
    }
    // She gave its password while it was read without: what that came to would undo her asking, and nothing would read it with hers.
    if (this.#passwordOf(documentId) !== work.password) return await this.#putBack({ documentId, step });
    if (end !== 'noted') await vault.ask('readings.end', { documentId, step, ...end });
    if (step === 'ocr') this.#picturesDone += 1;
    this.#tell({ documentId, step, state: end === 'noted' ? 'done' : end.state });
  }

  #passwordOf(documentId: string): string | null {
    return this.#passwords.get(documentId) ?? null;
  }

  async #putBack(of: StepOf): Promise<void> {
    await this.#by.vault.ask('readings.putBack', of);
  }

  #workFor({ documentId, step, place }: ReadingToDo, signal: AbortSignal): StepWork {
    const { vault } = this.#by;
    let isFirst = place === 0;
    return {
      signal, vault, password: this.#passwordOf(documentId),
      read: async (start, end) => {
        signal.throwIfAborted();
        return (await vault.ask('documents.read', { id: documentId, start, end })).bytes;
      },
      takePages: async (pages, done, total) => {
        signal.throwIfAborted();
        await vault.ask('readings.takePages', { documentId, step, isFirst, pages: [...pages], place: done, total });
        isFirst = false;
        this.#underWay = { documentId, step, place: done, total };
        if (Date.now() - this.#saidAtMs > sayEveryMs) this.#tell(null);
        if (!this.#mayGoOn()) throw new Refusal('cancelled');
      },
    };
  }

  #tell(ended: Pick<DocumentReading, 'documentId' | 'step' | 'state'> | null): void {
    this.#saidAtMs = Date.now();
    this.#by.tell({ state: this.state, ended });
  }
}

/** What a step that threw means for its document. */
function endOf(error: unknown): StepEnd | 'again' {
  const because = (why: 'too-large' | 'tampered' | 'damaged'): StepEnd => ({ state: 'failed', why, details: null, ocrToo: false });
  if (!(error instanceof Refusal)) return 'again';
  if (error.code === 'limit-exceeded') return because('too-large');
  if (error.code === 'tampered') return because('tampered');
  return 'again';
}

