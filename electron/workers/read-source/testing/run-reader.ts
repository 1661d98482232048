import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NeutralMessage } from '../../../../shared/importers/neutral';
import { FromReader, type ReadJob } from '../../../../shared/worker-protocol';
import { Reader } from '../reader';

export interface Heard {
  readonly messages: NeutralMessage[];
  readonly attachments: Map<string, { bytes: Buffer; mediaType: string; modifiedUtc: string | null }>;
  readonly lastWord: Extract<FromReader, { say: 'preview' | 'conversation-end' | 'facts' | 'refused' }>;
  readonly mostOutstanding: number;
}

/** Runs one job as the shell would: parses every word, stores every piece a little later, acknowledges it. */
export async function runReader(job: ReadJob, storeMs = 0): Promise<Heard> {
  const messages: NeutralMessage[] = [];
  const pieces = new Map<string, { bytes: Buffer[]; last: boolean; mediaType: string; modifiedUtc: string | null }>();
  let lastWord: Heard['lastWord'] | null = null;
  let outstanding = 0;
  let mostOutstanding = 0;
  const reader = new Reader((said) => {
    const word = FromReader.parse(structuredClone(said));
    if (lastWord) throw new Error('spoke after the last word');
    if (word.say === 'progress') return;
    if (word.say !== 'messages' && word.say !== 'attachment') {
      lastWord = word;
      return;
    }
    outstanding += 1;
    mostOutstanding = Math.max(mostOutstanding, outstanding);
    if (word.say === 'messages') messages.push(...word.messages);
    else {
      const piece = pieces.get(word.name) ?? { bytes: [], last: false, mediaType: word.mediaType, modifiedUtc: word.modifiedUtc };
      if (piece.last) throw new Error('an attachment went on after its last piece');
      piece.bytes.push(Buffer.from(word.bytes));
      piece.last = word.last;
      pieces.set(word.name, piece);
    }
    setTimeout(() => {
      outstanding -= 1;
      void reader.hear({ say: 'acknowledge' });
    }, storeMs);
  });
  await reader.hear({ say: 'begin', job });
  if (!lastWord) throw new Error('no last word');
  const attachments = new Map([...pieces].map(([name, { bytes, mediaType, modifiedUtc, last }]) => {
    if (!last) throw new Error('an attachment has no end');
    return [name, { bytes: Buffer.concat(bytes), mediaType, modifiedUtc }];
  }));
  return { messages, attachments, lastWord, mostOutstanding };
}

/** Writes bytes to a file of their own, runs `use` with its path, and removes it. */
export async function withFile<T>(bytes: Uint8Array, use: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tidemark-reader-'));
  try {
    const file = path.join(folder, 'source');
    writeFileSync(file, bytes);
    return await use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
