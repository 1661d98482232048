import { Refusal } from '../../../shared/contract/errors';
import { FromAssembler, type AssemblerAnswer, type AssemblerRequest, type ToAssembler } from '../../../shared/assemble-protocol';
import { spawnProcess, type SpawnedProcess } from '../hosts/spawn-process';

const memoryBytes = 6 * 1024 * 1024 * 1024;
/** Longest time for one question: a large exhibit, or the finish of a very large document. */
const silenceMs = 10 * 60_000;

/** The process that assembles one export. It ends with `end`, at a lock, or when it fails. */
export class AssemblerHost {
  readonly #child: SpawnedProcess;
  readonly #waiting = new Map<number, { resolve: (answer: AssemblerAnswer) => void; reject: (error: Error) => void }>();
  #nextId = 1;

  constructor(file: string) {
    this.#child = spawnProcess(file, 'Tidemark pages', { memoryBytes, silenceMs: null }, (message) => {
      const parsed = FromAssembler.safeParse(message);
      if (!parsed.success) return this.#child.kill();
      const { id, answer } = parsed.data;
      this.#waiting.get(id)?.resolve(answer);
      this.#waiting.delete(id);
    });
    void this.#child.ended.then(() => {
      for (const { reject } of this.#waiting.values()) reject(new Refusal('cannot-print'));
      this.#waiting.clear();
    });
  }

  /** One question and its answer of the kind expected. Refuses `cannot-print` when the process broke, died or took too long. */
  async ask<G extends AssemblerAnswer['gave']>(request: AssemblerRequest, ...expected: G[]): Promise<Extract<AssemblerAnswer, { gave: G }>> {
    const id = this.#nextId++;
    const answered = new Promise<AssemblerAnswer>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    const timer = setTimeout(() => this.#child.kill(), silenceMs);
    this.#child.post({ id, request } satisfies ToAssembler);
    try {
      const answer = await answered;
      if (!(expected as string[]).includes(answer.gave)) throw new Refusal('cannot-print');
      return answer as Extract<AssemblerAnswer, { gave: G }>;
    } finally {
      clearTimeout(timer);
    }
  }

  end(): void { this.#child.kill(); }
}
