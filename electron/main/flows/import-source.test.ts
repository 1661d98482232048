import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Refusal } from '../../../shared/contract/errors';
import { FromReader, type ReadJob } from '../../../shared/worker-protocol';
import { Reader } from '../../workers/read-source/reader';
import type { Reading } from '../hosts/read-source-host';
import type { ShellServices } from '../shell-services';
import type { RunningTask } from '../work/tasks';
import { importSource } from './import-source';
import { previewSource } from './preview-source';

/** The real reader in this process, in place of one of its own: each piece is taken before the next is acknowledged. */
vi.mock('../hosts/read-source-host', () => ({
  readSource: async (job: ReadJob, name: string, { onPiece }: Reading) => {
    let last: FromReader | null = null;
    let taken: Promise<void> = Promise.resolve();
    const reader = new Reader((said) => {
      const word = FromReader.parse(structuredClone(said));
      if (word.say === 'recognised' || word.say === 'parts' || word.say === 'file') {
        taken = taken.then(async () => {
          await onPiece?.(word);
          await reader.hear({ say: 'acknowledge' });
        });
        taken.catch(() => undefined);
      } else if (word.say !== 'progress') last = word;
    });
    const failed = new Promise<never>((_, reject) => void setInterval(() => void taken.catch(reject), 5).unref());
    await Promise.race([reader.hear({ say: 'begin', job }), failed]);
    await taken;
    const word = last as FromReader | null;
    if (word?.say === 'refused') throw new Refusal(word.error.code, word.error.file ?? name);
    return word;
  },
}));

let folder: string;
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'tidemark-import-')); });
afterEach(() => rmSync(folder, { recursive: true }));

const chat = '25/03/2019, 21:05 - Dan: hello\n25/03/2019, 21:06 - Dan: a.jpg (file attached)\n';
function shell(answer: (name: string, input: unknown) => unknown = () => undefined) {
  const asked: [name: string, input: Record<string, unknown>][] = [];
  const ask = async (name: string, input: Record<string, unknown>): Promise<unknown> => {
    asked.push([name, input]);
    const told = answer(name, input);
    if (told instanceof Error) throw told;
    return told ?? (name === 'imports.begin' ? { importId: 'i', seals: [] } : name === 'imports.commit' ? { conversations: [] } : { stored: 2 });
  };
  const abort = new AbortController();
  const task: RunningTask = { id: 't', signal: abort.signal, progress: () => undefined };
  return { asked, abort, task, services: { vault: { ask } } as unknown as Pick<ShellServices, 'vault'> };
}
const choices = { dateOrder: null, columns: null, mail: null, locations: false, conversations: null };
const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);

test('what is recognised is sealed before anything is read; parts and files follow, and the end is what was read', async () => {
  write('chat.txt', chat);
  write('a.jpg', 'a picture');
  const { asked, task, services } = shell();
  await importSource(services, task, { source: { path: folder, name: 'Evidence' }, ...choices });
  expect(asked.map(([name]) => name)).toEqual(['imports.begin', 'imports.addFile', 'imports.addParts', 'imports.commit']);
  expect(asked[0]?.[1]).toEqual({ taskId: 't', path: folder, name: 'Evidence', isFolder: true, files: ['chat.txt'], ...choices });
  expect(asked[1]?.[1]).toMatchObject({ importId: 'i', name: 'a.jpg', last: true, isSound: true });
  expect(asked[2]?.[1]['parts']).toMatchObject([{ part: 'conversation', key: 'whatsapp:0' }, { part: 'messages', file: 0, entryName: '', messages: [{ text: 'hello' }, { attachments: [{ name: 'a.jpg', absent: null }] }] }]);
  expect(asked[3]?.[1]).toEqual({ importId: 'i', read: [{ path: 'chat.txt', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }], mayBeTruncated: [] });
});

test('what goes wrong is abandoned: a file that changes, a vault that refuses, a cancellation', async () => {
  write('chat.txt', chat);
  const source = { path: path.join(folder, 'chat.txt'), name: 'chat.txt' };
  const changing = shell((name) => { if (name === 'imports.begin') appendFileSync(source.path, chat); });
  await expect(importSource(changing.services, changing.task, { source, ...choices })).rejects.toMatchObject({ code: 'file-changed' });
  const full = shell((name) => (name === 'imports.addParts' ? new Refusal('disk-full') : undefined));
  await expect(importSource(full.services, full.task, { source, ...choices })).rejects.toMatchObject({ code: 'disk-full' });
  const stopped = shell((name) => { if (name === 'imports.begin') stopped.abort.abort(new Refusal('cancelled')); });
  await expect(importSource(stopped.services, stopped.task, { source, ...choices })).rejects.toMatchObject({ code: 'cancelled' });
  for (const { asked } of [changing, full, stopped]) expect([asked.at(-1)?.[0], asked.some(([name]) => name === 'imports.commit')]).toEqual(['imports.abandon', false]);
});

test('nothing is begun where nothing is recognised, or she must answer first', async () => {
  write('chat.txt', '01/02/2019, 21:05 - Dan: one\n');
  write('note.txt', 'Dear Sir,\n');
  for (const [name, code] of [['note.txt', 'not-understood'], ['chat.txt', 'date-order-needed']] as const) {
    const { asked, task, services } = shell();
    await expect(importSource(services, task, { source: { path: path.join(folder, name), name }, ...choices })).rejects.toMatchObject({ code });
    expect(asked).toEqual([]);
  }
  expect((await previewSource(shell().task, { path: path.join(folder, 'chat.txt'), name: 'chat.txt' }, choices)).dateOrder).toMatchObject({ settled: null });
});
