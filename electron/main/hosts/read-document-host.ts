import { Refusal } from '../../../shared/contract/errors';
import type { LaidPicture } from '../../../shared/model/laid-out';
import type { PageRead } from '../../../shared/vault-protocol/reading-calls';
import { askedBytes, FromReader, rangeBytes, type ReadJob, type ToReader } from '../../../shared/worker-protocol';
import { programFiles } from './program-files';
import { spawnProcess } from './spawn-process';

const memoryBytes = 1536 * 1024 * 1024;
const silenceMs = 60_000;
/** A document that is not read by then is left as far as it is. */
const wholeLimitMs = 15 * 60_000;

export type DocumentJob = Extract<ReadJob, { job: 'read-document' }>;
export type DocumentLastWord = Extract<FromReader, { say: 'facts' | 'words-end' | 'laid-out' }>;

export interface DocumentBeingRead {
  readonly signal: AbortSignal;
  /** Plain bytes of the document. What this throws ends the reading with it. */
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
  /** Takes pages one after another; the reader waits for it. */
  readonly onPages: (pages: readonly PageRead[], place: number, total: number) => Promise<void>;
  /** Takes pictures of what is laid out, likewise. */
  readonly onPicture?: (picture: LaidPicture) => void;
  /** Somebody waits for it. */
  readonly isAwaited?: boolean;
  /** The reading program, where it is not the one beside this. */
  readonly program?: string;
}

/**
 * Has one step of a kept document read by a process of its own without keys, which asks for the stretches it needs and ends with this call. Resolves with its last word. Refuses `limit-exceeded` when it grew too
 * large, fell silent, took too long or asked for too much, and `not-understood` when it broke.
 */
export async function readDocumentIn(job: DocumentJob, { signal, read, onPages, onPicture, isAwaited = false, program = programFiles.readSource }: DocumentBeingRead): Promise<DocumentLastWord> {
  signal.throwIfAborted();
  let settle: { resolve: (word: DocumentLastWord) => void; reject: (error: unknown) => void };
  const answer = new Promise<DocumentLastWord>((resolve, reject) => (settle = { resolve, reject }));
  let turn: Promise<void> = Promise.resolve();
  let asked = 0;
  const inTurn = (work: () => Promise<void>): void => {
    turn = turn.then(work);
    turn.catch((error: unknown) => settle.reject(error));
  };
  const give = async (start: number, end: number): Promise<void> => {
    asked += end - start;
    if (end <= start || end > job.sizeBytes || end - start > rangeBytes || asked > askedBytes[job.step]) throw new Refusal('limit-exceeded');
    child.post({ say: 'bytes', bytes: Uint8Array.from(await read(start, end)) } satisfies ToReader);
  };

  const child = spawnProcess(program, 'Tidemark reader', { memoryBytes, silenceMs, isPatient: !isAwaited }, (message) => {
    const parsed = FromReader.safeParse(message);
    if (!parsed.success) return settle.reject(new Refusal('not-understood'));
    const said = parsed.data;
    switch (said.say) {
      case 'progress':
        return;
      case 'want':
        return inTurn(() => give(said.start, said.end));
      case 'pages':
        return inTurn(async () => {
          await onPages(said.pages, said.place, said.total);
          child.post({ say: 'acknowledge' } satisfies ToReader);
        });
      case 'laid-picture':
        return inTurn(async () => {
          onPicture?.(said.picture);
          child.post({ say: 'acknowledge' } satisfies ToReader);
        });
      case 'facts':
      case 'words-end':
      case 'laid-out':
        return void turn.then(() => settle.resolve(said), () => undefined);
      default:
        return settle.reject(new Refusal('not-understood'));
    }
  });
  const stop = (): void => settle.reject(new Refusal('cancelled'));
  const timer = setTimeout(() => settle.reject(new Refusal('limit-exceeded')), wholeLimitMs);
  signal.addEventListener('abort', stop, { once: true });
  void child.ended.then((reason) => settle.reject(new Refusal(reason === 'exited' ? 'not-understood' : 'limit-exceeded')));
  child.post({ say: 'begin', job } satisfies ToReader);
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    child.kill();
  }
}
