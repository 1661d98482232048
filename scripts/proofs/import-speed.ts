import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { OneAhead } from '../../electron/main/flows/one-ahead';
import { FromReader } from '../../shared/worker-protocol';
import { messageBatches } from '../benches/measuring/fill-record';
import type { Proof } from '../proving/proof';
import { makeVault, residentMB, startVault, type AskVault } from '../proving/vault-process';

/** Messages a second by the clock, from the first byte sealed to the conversation shown and searchable. */
const atLeastPerSecond = 20_000;
/** Of the vault's process, which holds the whole record in memory (design.md, "The vault on disk"); and of the reader's, which holds one element. */
const atMostVaultMB = 900;
const atMostReaderMB = 300;
const word = 'petunias';

export const proof: Proof = {
  catches: 'bringing in messages that became slower than 20,000 a second with the search index, or that takes memory without bound',
  breaks: 'loses time at every part, inside the process that holds the vault',
  drivesProgram: false,
  async run({ isSmall, isBroken, say, scratch, partFile }) {
    const count = isSmall ? 5000 : 500_000;
    const chat = join(scratch, 'WhatsApp Chat with Craig.txt');
    writeChat(chat, count);
    const vault = startVault(partFile('vault'), [String(isBroken ? (isSmall ? 5000 : 150) : 0)]);
    const reader = fork(partFile('reader'), { serialization: 'advanced' });
    try {
      await makeVault(vault.ask, join(scratch, 'vault'));
      say(`${count} messages are brought in`);
      const before = [vault.pid, reader.pid, process.pid].map(processorSeconds);
      const start = performance.now();
      const conversation = await bringIn(reader, vault.ask, chat);
      const seconds = (performance.now() - start) / 1000;
      const [vaultCpuSeconds = 0, readerCpuSeconds = 0, shellCpuSeconds = 0] = [vault.pid, reader.pid, process.pid].map((pid, i) => Number((processorSeconds(pid) - (before[i] ?? 0)).toFixed(2)));
      const [vaultMB, readerMB] = [await vault.ask<number>('memory', {}), conversation.readerMB];
      const failures = await lookInside(vault.ask, conversation, count);
      const perSecond = count / seconds;
      // A small run spends most of its time at its beginning.
      if (perSecond < (isSmall ? atLeastPerSecond / 20 : atLeastPerSecond)) failures.push(`${Math.round(perSecond)} messages a second`);
      if (vaultMB > atMostVaultMB) failures.push(`the vault took ${Math.round(vaultMB)} MB`);
      if (readerMB > atMostReaderMB) failures.push(`the reader took ${Math.round(readerMB)} MB`);
      return { ok: failures.length === 0, failures, figures: { messages: count, messagesPerSecond: Math.round(perSecond), seconds: Number(seconds.toFixed(2)), vaultPeakMB: Math.round(vaultMB), readerPeakMB: Math.round(readerMB), vaultCpuSeconds, readerCpuSeconds, shellCpuSeconds } };
    } finally {
      vault.end();
      reader.disconnect();
    }
  },
};

/** A WhatsApp export of Android's British layout; every thousandth message holds a word that is nowhere else. */
function writeChat(path: string, count: number): void {
  const file = openSync(path, 'w');
  let line = 0;
  for (const batch of messageBatches(count, 5000)) {
    writeSync(file, batch.map(({ at, sender, text }) => `${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)}, ${at.slice(11, 16)} - ${sender}: ${text}${line++ % 1000 === 0 ? ` ${word}` : ''}\n`).join(''));
  }
  closeSync(file);
}

interface BroughtIn {
  id: string;
  messageCount: number;
  readerMB: number;
}

/** As electron/main/flows/import-source.ts passes the reader's words on: parsed, one after another, acknowledged when stored. */
function bringIn(reader: ChildProcess, ask: AskVault, path: string): Promise<BroughtIn> {
  const name = 'WhatsApp Chat with Craig.txt';
  const choices = { dateOrder: 'dmy' as const, columns: null };
  let importId = '';
  let pieces: Promise<unknown> = Promise.resolve();
  const parts = new OneAhead<unknown[]>(async (batch) => void (await ask('imports.addParts', { importId, parts: batch })));
  return new Promise((resolve, reject) => {
    const take = async (said: FromReader): Promise<void> => {
      if (said.say === 'recognised') ({ importId } = await ask<{ importId: string }>('imports.begin', { taskId: '0'.repeat(32), path, name, isFolder: said.isFolder, files: said.files.map((file) => file.path), ...choices, conversations: null, mail: null, locations: false }));
      else if (said.say === 'parts') await parts.add(said.parts);
      else if (said.say === 'source-end') {
        await parts.stored();
        const { conversations } = await ask<{ conversations: BroughtIn[] }>('imports.commit', { importId, read: said.files, mayBeTruncated: said.mayBeTruncated });
        const [conversation] = conversations;
        if (conversation === undefined) throw new Error('nothing came in');
        return resolve({ ...conversation, readerMB: residentMB(reader.pid) });
      } else if (said.say !== 'progress') throw new Error(`the reader says ${said.say}`);
      if (said.say !== 'progress') reader.send({ say: 'acknowledge' });
    };
    reader.on('message', (said) => {
      pieces = pieces.then(() => take(FromReader.parse(said)));
      pieces.catch(reject);
    });
    reader.on('exit', () => reject(new Error('the reader ended')));
    reader.send({ say: 'begin', job: { job: 'read-source', path, name, ...choices, keys: null, mail: null, locations: false } });
  });
}

/** What a process has used of the processors so far (Linux: proc(5), stat, in hundredths of a second); 0 where the system does not tell. */
function processorSeconds(pid: number | undefined): number {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ').slice(11, 13);
    return (Number(user) + Number(system)) / 100;
  } catch {
    return 0;
  }
}

/** All of it is there, in its order and where it says, and is found. */
async function lookInside(ask: AskVault, { id, messageCount }: BroughtIn, count: number): Promise<string[]> {
  const failures: string[] = [];
  if (messageCount !== count) failures.push(`${messageCount} of ${count} messages are there`);
  const { ordinals } = await ask<{ ordinals: number[] }>('messages.find', { conversationId: id, text: word });
  if (ordinals.length !== count / 1000 || ordinals.some((ordinal, i) => ordinal !== i * 1000)) failures.push(`the word is found ${ordinals.length} times`);
  const [last] = (await ask<{ messages: { sourceLine: number; sender: string }[] }>('messages.page', { conversationId: id, firstOrdinal: count - 1, limit: 1 })).messages;
  if (last?.sourceLine !== count) failures.push('the last message does not stand on the last line');
  return failures;
}
