import { Refusal } from '../../../shared/contract/errors';
import { FromSweeper, type SweeperAnswer, type SweeperRequest, type ToSweeper } from '../../../shared/sweep-protocol';
import { spawnProcess, type SpawnedProcess } from '../hosts/spawn-process';

const memoryBytes = 4 * 1024 * 1024 * 1024;
/** Longest time for one question: a very large bundle. */
const silenceMs = 10 * 60_000;

/** The process that looks through finished files. It ends with `end`, or when it fails. */
export class SweeperHost {
  readonly #child: SpawnedProcess;
  readonly #waiting = new Map<number, { resolve: (answer: SweeperAnswer) => void; reject: (error: Error) => void }>();
  #nextId = 1;

  constructor(file: string) {
    this.#child = spawnProcess(file, 'Tidemark sweep', { memoryBytes, silenceMs: null }, (message) => {
      const parsed = FromSweeper.safeParse(message);
      if (!parsed.success) return this.#child.kill();
      const { id, answer } = parsed.data;
      this.#waiting.get(id)?.resolve(answer);
      this.#waiting.delete(id);
    });
    void this.#child.ended.then(() => {
      for (const { reject } of this.#waiting.values()) reject(new Refusal('cannot-sweep'));
      this.#waiting.clear();
    });
  }

  /** One question and its answer of the kind expected. Refuses `cannot-sweep` when the process broke, died or took too long. */
  async ask<G extends SweeperAnswer['gave']>(request: SweeperRequest, expected: G): Promise<Extract<SweeperAnswer, { gave: G }>> {
    const id = this.#nextId++;
    const answered = new Promise<SweeperAnswer>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    const timer = setTimeout(() => this.#child.kill(), silenceMs);
    this.#child.post({ id, request } satisfies ToSweeper);
    try {
      const answer = await answered;
      if (answer.gave !== expected) throw new Refusal('cannot-sweep');
      return answer as Extract<SweeperAnswer, { gave: G }>;
    } finally {
      clearTimeout(timer);
    }
  }

  end(): void { this.#child.kill(); }
}
