import type { z } from 'zod';
import { Refusal, type ErrorCode } from '../../../shared/contract/errors';
import { spawnProcess, type SpawnedProcess } from './spawn-process';

export interface AskedProcessGiven<Answer> {
  readonly file: string;
  readonly name: string;
  readonly memoryBytes: number;
  /** Longest time for one question. */
  readonly silenceMs: number;
  /** What the process says: an answer, and to which question. */
  readonly said: z.ZodType<{ id: number; answer: Answer }>;
  /** Refused when the process broke, died, took too long, or answered something else. */
  readonly refusal: ErrorCode;
}

/** A key-less process that is asked one thing after another. It ends with `end`, at a lock, or when it fails. */
export class AskedProcess<Request, Answer extends { gave: string }> {
  readonly #given: AskedProcessGiven<Answer>;
  readonly #child: SpawnedProcess;
  readonly #waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  #nextId = 1;

  constructor(given: AskedProcessGiven<Answer>) {
    this.#given = given;
    this.#child = spawnProcess(given.file, given.name, { memoryBytes: given.memoryBytes, silenceMs: null }, (message) => {
      const parsed = given.said.safeParse(message);
      if (!parsed.success) return this.#child.kill();
      const { id, answer } = parsed.data;
      this.#waiting.get(id)?.resolve(answer);
      this.#waiting.delete(id);
    });
    void this.#child.ended.then(() => {
      for (const { reject } of this.#waiting.values()) reject(new Refusal(given.refusal));
      this.#waiting.clear();
    });
  }

  /** One question and its answer, of one of the kinds expected. */
  async ask<G extends Answer['gave']>(request: Request, ...expected: G[]): Promise<Extract<Answer, { gave: G }>> {
    const id = this.#nextId++;
    const answered = new Promise<Answer>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    const timer = setTimeout(() => this.#child.kill(), this.#given.silenceMs);
    this.#child.post({ id, request });
    try {
      const answer = await answered;
      if (!(expected as string[]).includes(answer.gave)) throw new Refusal(this.#given.refusal);
      return answer as Extract<Answer, { gave: G }>;
    } finally {
      clearTimeout(timer);
    }
  }

  end(): void { this.#child.kill(); }
}
