import type * as NodeCrypto from 'node:crypto';
import { createHash } from 'node:crypto';
import { Worker, type MessagePort } from 'node:worker_threads';

/** SHA-256 (FIPS 180-4) of a stream. */
export interface RunningHash {
  /**
   * Hashes the first `byteCount` of `bytes`. Their memory is lent: it comes back with the promise, and `bytes` must not be used any more.
   * In order; need not be awaited before the next one.
   */
  update(bytes: Uint8Array<ArrayBuffer>, byteCount: number): Promise<Uint8Array<ArrayBuffer>>;
  /** 32 bytes; ends the stream. */
  digest(): Promise<Uint8Array>;
  /** Ends the stream without a digest. */
  drop(): void;
}

/** In this thread: for what is hashed sooner than it is handed over. */
export function hashHere(): RunningHash {
  const hash = createHash('sha256');
  return {
    update: async (bytes, byteCount) => {
      hash.update(bytes.subarray(0, byteCount));
      return bytes;
    },
    digest: async () => new Uint8Array(hash.digest()),
    drop: () => undefined,
  };
}

type Asked = { stream: number; bytes: Uint8Array<ArrayBuffer>; byteCount: number } | { stream: number; end: 'digest' | 'drop' };

/**
 * What the thread does: an answer for each question, in order. It runs from its text, because one text is right in Node, in a bundle and in
 * Electron, where a second file would have to be found in three ways. So it knows nothing of this file but what it is given.
 */
function answerInThread(port: MessagePort, crypto: typeof NodeCrypto): void {
  const hashes = new Map<number, NodeCrypto.Hash>();
  port.on('message', (asked: Asked) => {
    const hash = hashes.get(asked.stream) ?? crypto.createHash('sha256');
    hashes.set(asked.stream, hash);
    if ('bytes' in asked) {
      hash.update(asked.bytes.subarray(0, asked.byteCount));
      return port.postMessage(asked.bytes, [asked.bytes.buffer]);
    }
    hashes.delete(asked.stream);
    port.postMessage(asked.end === 'digest' ? new Uint8Array(hash.digest()) : new Uint8Array(0));
  });
}

const threadText = `(${answerInThread.toString()})(require('node:worker_threads').parentPort, require('node:crypto'));`;

interface Waiting {
  resolve(answer: Uint8Array<ArrayBuffer>): void;
  reject(error: unknown): void;
}

/**
 * Hashes streams in one thread of its own, so that the thread that asks can encrypt meanwhile. Memory is lent to it rather than shared: V8 fills
 * shared memory word by word, which takes half as long as hashing it. Starts when first needed (some 30 ms) and stays until `end`; it
 * keeps no process alive unless it is asked something.
 */
export class HashThread {
  private worker: Worker | null = null;
  private ending: Worker | null = null;
  private readonly waiting: Waiting[] = [];
  private streams = 0;

  begin(): RunningHash {
    const worker = (this.worker ??= this.start());
    const stream = this.streams++;
    return {
      update: (bytes, byteCount) => this.ask(worker, { stream, bytes, byteCount }),
      digest: () => this.ask(worker, { stream, end: 'digest' }),
      // Nobody waits for it; whatever is wrong with the thread is told to the next who asks.
      drop: () => void this.ask(worker, { stream, end: 'drop' }).catch(() => undefined),
    };
  }

  private start(): Worker {
    const worker = new Worker(threadText, { eval: true, env: {}, execArgv: [], name: 'hash' });
    worker.unref();
    worker.on('message', (answer: Uint8Array<ArrayBuffer>) => {
      this.waiting.shift()?.resolve(answer);
      // Of one that is being ended, the last answer must not let the process go before the end is known: it would go in the middle of closing.
      if (this.waiting.length === 0 && this.ending !== worker) worker.unref();
    });
    worker.on('error', (error) => this.gone(worker, error));
    worker.on('exit', () => this.gone(worker, new Error('the hashing thread ended')));
    return worker;
  }

  private ask(worker: Worker, asked: Asked): Promise<Uint8Array<ArrayBuffer>> {
    return new Promise((resolve, reject) => {
      if (this.worker !== worker) return reject(new Error('the hashing thread ended'));
      this.waiting.push({ resolve, reject });
      worker.ref();
      worker.postMessage(asked, 'bytes' in asked ? [asked.bytes.buffer] : []);
    });
  }

  private gone(worker: Worker, error: unknown): void {
    if (this.worker !== worker) return;
    this.worker = null;
    for (const asked of this.waiting.splice(0)) asked.reject(error);
  }

  async end(): Promise<void> {
    const { worker } = this;
    if (worker === null) return;
    this.ending = worker;
    await worker.terminate();
  }
}
