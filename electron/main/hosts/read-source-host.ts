import { Refusal } from '../../../shared/contract/errors';
import { FromReader, type ReadJob, type ToReader } from '../../../shared/worker-protocol';
import { programFiles } from './program-files';
import { spawnProcess } from './spawn-process';

const memoryBytes = 1536 * 1024 * 1024;
const silenceMs = 60_000;

export type Piece = Extract<FromReader, { say: 'recognised' | 'parts' | 'file' | 'keep-file' }>;
type LastWord = Extract<FromReader, { say: 'source-preview' | 'source-end' | 'files-found' | 'files-end' | 'bundle-checked' }>;

export interface Reading {
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number, unit: 'bytes' | 'messages') => void;
  /** Takes the pieces one after another; the reader waits for it. */
  readonly onPiece?: (piece: Piece) => Promise<void>;
}

/**
 * Reads one source nobody trusts in a process of its own, which has no keys and ends with this call. Resolves with the reader's last
 * word. Refuses what the reader refuses; `limit-exceeded` when it grew too large or fell silent; `not-understood` when it broke.
 */
export async function readSource(job: ReadJob, name: string, reading: Reading): Promise<LastWord> {
  reading.signal.throwIfAborted();
  let settle: { resolve: (word: LastWord) => void; reject: (error: unknown) => void };
  const answer = new Promise<LastWord>((resolve, reject) => (settle = { resolve, reject }));
  let pieces: Promise<void> = Promise.resolve();

  const child = spawnProcess(programFiles.readSource, 'Tidemark reader', { memoryBytes, silenceMs }, (message) => {
    const parsed = FromReader.safeParse(message);
    if (!parsed.success) return settle.reject(new Refusal('not-understood', name));
    const said = parsed.data;
    switch (said.say) {
      case 'progress':
        return reading.onProgress?.(said.done, said.total, said.unit);
      case 'recognised':
      case 'parts':
      case 'file':
      case 'keep-file':
        pieces = pieces.then(async () => {
          await reading.onPiece?.(said);
          child.post({ say: 'acknowledge' } satisfies ToReader);
        });
        return void pieces.catch((error: unknown) => settle.reject(error));
      case 'refused':
        return settle.reject(new Refusal(said.error.code, said.error.file ?? name));
      case 'source-preview':
      case 'source-end':
      case 'files-found':
      case 'files-end':
      case 'bundle-checked':
        return void pieces.then(() => settle.resolve(said), settle.reject);
      default:
        return settle.reject(new Refusal('not-understood', name));
    }
  });
  const stop = (): void => settle.reject(new Refusal('cancelled'));
  reading.signal.addEventListener('abort', stop, { once: true });
  void child.ended.then((reason) => settle.reject(new Refusal(reason === 'exited' ? 'not-understood' : 'limit-exceeded', name)));
  child.post({ say: 'begin', job } satisfies ToReader);
  try {
    return await answer;
  } finally {
    reading.signal.removeEventListener('abort', stop);
    child.kill();
  }
}
