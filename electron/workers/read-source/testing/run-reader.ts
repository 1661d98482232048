import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NeutralMessage } from '../../../../shared/importers/parts';
import type { ReadPart } from '../../../../shared/importers/read-part';
import { FromReader, type ReadJob } from '../../../../shared/worker-protocol';
import { Reader } from '../reader';

type Word<Say extends FromReader['say']> = Extract<FromReader, { say: Say }>;

export interface Heard {
  readonly recognised: Word<'recognised'> | null;
  readonly parts: ReadPart[];
  /** Of all conversations, in order. */
  readonly messages: NeutralMessage[];
  /** Files that came whole, by id; those that could not be read. */
  readonly files: Map<string, { name: string; bytes: Buffer; mediaType: string; modifiedUtc: string | null }>;
  readonly notSound: string[];
  /** Of `read-files`, in order. */
  readonly keepFiles: Word<'keep-file'>[];
  readonly lastWord: Word<'source-preview' | 'source-end' | 'facts' | 'files-found' | 'files-end' | 'bundle-checked' | 'refused'>;
  readonly mostOutstanding: number;
}

/** Runs one job as the shell would: parses every word, stores every piece a little later, acknowledges it. */
export async function runReader(job: ReadJob, storeMs = 0): Promise<Heard> {
  const parts: ReadPart[] = [];
  const pieces = new Map<string, { name: string; bytes: Buffer[]; last: boolean; mediaType: string; modifiedUtc: string | null }>();
  const notSound: string[] = [];
  const keepFiles: Word<'keep-file'>[] = [];
  let recognised: Heard['recognised'] = null;
  let lastWord: Heard['lastWord'] | null = null;
  let outstanding = 0;
  let mostOutstanding = 0;
  let isSealed = false;
  const reader = new Reader((said) => {
    const word = FromReader.parse(structuredClone(said));
    if (lastWord) throw new Error('spoke after the last word');
    if (word.say === 'progress') return;
    if (word.say === 'want' || word.say === 'pages' || word.say === 'words-end' || word.say === 'laid-picture' || word.say === 'laid-out') throw new Error('a source is not read by stretches');
    if (word.say !== 'recognised' && word.say !== 'parts' && word.say !== 'file' && word.say !== 'keep-file') {
      lastWord = word;
      return;
    }
    if (word.say !== 'recognised' && word.say !== 'keep-file' && job.job !== 'read-files' && !isSealed) throw new Error('read before it was sealed');
    outstanding += 1;
    mostOutstanding = Math.max(mostOutstanding, outstanding);
    if (word.say === 'recognised') recognised = word;
    else if (word.say === 'keep-file') keepFiles.push(word);
    else if (word.say === 'parts') parts.push(...word.parts);
    else hearFile(word);
    setTimeout(() => {
      outstanding -= 1;
      isSealed = true;
      void reader.hear({ say: 'acknowledge' });
    }, storeMs);
  });
  await reader.hear({ say: 'begin', job });
  if (!lastWord) throw new Error('no last word');
  const files = new Map([...pieces].map(([id, { name, bytes, mediaType, modifiedUtc, last }]) => {
    if (!last) throw new Error('a file has no end');
    return [id, { name, bytes: Buffer.concat(bytes), mediaType, modifiedUtc }];
  }));
  return { recognised, parts, messages: parts.flatMap((part) => (part.part === 'messages' ? part.messages : [])), files, notSound, keepFiles, lastWord, mostOutstanding };

  function hearFile(word: Word<'file'>): void {
    if (!word.isSound) {
      if (!word.last) throw new Error('unsound before its end');
      notSound.push(word.id);
      pieces.delete(word.id);
      return;
    }
    const piece = pieces.get(word.id) ?? { name: word.name, bytes: [], last: false, mediaType: word.mediaType, modifiedUtc: word.modifiedUtc };
    if (piece.last) throw new Error('a file went on after its last piece');
    piece.bytes.push(Buffer.from(word.bytes));
    piece.last = word.last;
    pieces.set(word.id, piece);
  }
}

/** Writes bytes to a file of their own, runs `use` with its path, and removes it. */
export async function withFile<T>(bytes: Uint8Array, use: (file: string) => Promise<T>): Promise<T> {
  return withFolder({ source: bytes }, (folder) => use(path.join(folder, 'source')));
}

/** The same with a folder of files by their paths in it. */
export async function withFolder<T>(files: Readonly<Record<string, Uint8Array>>, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tidemark-reader-'));
  try {
    for (const [name, bytes] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), bytes);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
