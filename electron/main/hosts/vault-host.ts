import type { z } from 'zod';
import type { CallInput, CallNameAt, CallOutput } from '../../../shared/contract';
import { fromText, type Travelling } from '../../../shared/contract/answer-text';
import { CallError, Refusal } from '../../../shared/contract/errors';
import { vaultCalls, VaultNotice, type FromVault, type ToVault, type VaultCallName, type VaultCalls } from '../../../shared/vault-protocol/vault-calls';
import { programFiles } from './program-files';
import { spawnProcess, type SpawnedProcess } from './spawn-process';

type VaultInput<N extends VaultCallName> = z.infer<VaultCalls[N]['input']>;
type VaultOutput<N extends VaultCallName> = z.infer<VaultCalls[N]['output']>;

/** The database lives in memory (sql.js ends at 1.97 GB; evidence never goes into it, so it stays under 700 MB); past this something is wrong. */
const memoryBytes = 4 * 1024 * 1024 * 1024;
const closeWithinMs = 700;

interface Running {
  readonly process: SpawnedProcess;
  readonly waiting: Map<number, (result: Travelling) => void>;
}

/** The one process that holds keys. Started when first asked something; ended by `close` or `kill`, or by a crash. */
export class VaultHost {
  #running: Running | null = null;
  #nextId = 1;
  readonly #onNotice: (notice: VaultNotice) => void;
  readonly #onGone: () => void;

  /** `onGone` is called when the process ended without having been told to. */
  constructor(onNotice: (notice: VaultNotice) => void, onGone: () => void) {
    this.#onNotice = onNotice;
    this.#onGone = onGone;
  }

  /** Starts the process ahead of the first question, so that nobody waits for it. */
  warm(): void {
    this.#running ??= this.#start();
  }

  /** One of the shell's own questions. Throws the vault's refusal as a Refusal. */
  async ask<N extends VaultCallName>(name: N, input: VaultInput<N>): Promise<VaultOutput<N>> {
    return vaultCalls[name].output.parse(unwrap(await this.#send(name, input))) as VaultOutput<N>;
  }

  /** A call of the contract that the vault answers, on the shell's own behalf. */
  async askRecord<N extends CallNameAt<'vault'>>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    return unwrap(await this.#send(name, input)) as CallOutput<N>;
  }

  /** Passes a call of the window on. The input has been parsed; the result goes to the window as it stands. */
  forward(name: CallNameAt<'vault'>, input: unknown): Promise<Travelling> {
    return this.#send(name, input);
  }

  cancel(taskId: string): void {
    this.#running?.process.post({ cancel: taskId } satisfies ToVault);
  }

  /** Before work is cancelled because she leaves: what is on its way in is then named at the next opening, as nothing that she cancels is. */
  leave(): void {
    if (this.#running !== null) void this.#send('open.leave', {});
  }

  /** Closes the vault and ends the process: cleanly if it manages within 0.7 seconds, in any case for good: nothing acknowledged is lost by it. */
  async close(): Promise<void> {
    const running = this.#running;
    if (running === null) return;
    const closed = this.#send('open.close', {});
    this.#running = null;
    await Promise.race([closed, running.process.ended, new Promise((resolve) => setTimeout(resolve, closeWithinMs))]);
    running.process.kill();
    await running.process.ended;
  }

  /** Ends the process at once. Nothing acknowledged is lost by it. */
  kill(): void {
    const running = this.#running;
    this.#running = null;
    running?.process.kill();
  }

  #send(name: string, input: unknown): Promise<Travelling> {
    const running = (this.#running ??= this.#start());
    const id = this.#nextId++;
    return new Promise((resolve) => {
      running.waiting.set(id, resolve);
      running.process.post({ id, call: name, input } satisfies ToVault);
    });
  }

  #start(): Running {
    const waiting: Running['waiting'] = new Map();
    const child = spawnProcess(programFiles.vault, 'Tidemark vault', { memoryBytes, silenceMs: null }, (message) => {
      const notice = VaultNotice.safeParse(message);
      if (notice.success) return this.#onNotice(notice.data);
      const { id, result } = message as Extract<FromVault, { id: number }>;
      waiting.get(id)?.(asResult(result));
      waiting.delete(id);
    });
    const running: Running = { process: child, waiting };
    void child.ended.then(() => {
      for (const resolve of waiting.values()) resolve({ ok: false, error: { code: 'locked' } });
      waiting.clear();
      if (this.#running !== running) return;
      this.#running = null;
      this.#onGone();
    });
    return running;
  }
}

/** Holds the vault to the closed set of codes. */
function asResult(result: unknown): Travelling {
  const given = result as Partial<{ ok: boolean; value: unknown; text: unknown; error: unknown }> | null;
  if (given?.ok === true) return typeof given.text === 'string' ? { ok: true, text: given.text } : { ok: true, value: given.value };
  const error = CallError.safeParse(given?.error);
  return { ok: false, error: error.success ? error.data : { code: 'unexpected' } };
}

function unwrap(travelling: Travelling): unknown {
  const result = fromText(travelling);
  if (result.ok) return result.value;
  throw new Refusal(result.error.code, result.error.file);
}
