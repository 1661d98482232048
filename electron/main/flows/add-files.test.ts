import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Refusal } from '../../../shared/contract/errors';
import { FromReader, type ReadJob } from '../../../shared/worker-protocol';
import { Reader } from '../../workers/read-source/reader';
import { makeArchive } from '../../workers/read-source/testing/make-archive';
import type { Reading } from '../hosts/read-source-host';
import type { ShellServices } from '../shell-services';
import type { RunningTask } from '../work/tasks';
import { addFiles, lookThroughFiles } from './add-files';

/** The real reader in this process, in place of one of its own: each piece is taken before it is acknowledged. */
vi.mock('../hosts/read-source-host', () => ({
  readSource: async (job: ReadJob, name: string, { onPiece }: Reading) => {
    let taken: Promise<void> = Promise.resolve();
    return new Promise<FromReader>((resolve, reject) => {
      const reader = new Reader((said) => {
        const word = FromReader.parse(structuredClone(said));
        if (word.say === 'progress') return;
        if (word.say === 'refused') return reject(new Refusal(word.error.code, word.error.file ?? name));
        if (word.say !== 'keep-file' && word.say !== 'file') return void taken.then(() => resolve(word));
        taken = taken.then(async () => {
          await onPiece?.(word);
          await reader.hear({ say: 'acknowledge' });
        });
        taken.catch(reject);
      });
      void reader.hear({ say: 'begin', job });
    });
  },
}));

let folder: string;
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'tidemark-add-files-')); });
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => path.join(folder, name);
const write = (name: string, bytes: string | Uint8Array): void => writeFileSync(at(name), bytes);
const remove = (name: string): void => rmSync(at(name));

/** A vault that seals what is on the disk. `before` is told of each call, and answers with a refusal. */
function shell(before: (name: string, file: string) => unknown = () => undefined) {
  const kept: string[] = [];
  const asked: string[] = [];
  const ask = async (name: string, input: { path?: string; last?: boolean; isSound?: boolean }): Promise<unknown> => {
    asked.push(name);
    const told = before(name, input.path ?? '');
    if (told instanceof Error) throw told;
    if (name === 'files.begin') return { batchId: 'b' };
    if (name === 'files.abandon') kept.length = 0;
    if (name === 'files.seal' && !existsSync(at(input.path ?? ''))) throw new Refusal('file-gone', input.path);
    if (name === 'files.seal' || (name === 'files.piece' && input.last && input.isSound)) kept.push(input.path ?? '');
    return { outcome: name === 'files.seal' || input.isSound ? 'kept' : null };
  };
  const task: RunningTask = { id: 't', signal: new AbortController().signal, progress: () => undefined };
  return { kept, asked, task, services: { vault: { ask } } as unknown as Pick<ShellServices, 'vault'> };
}
const add = ({ services, task }: ReturnType<typeof shell>, expected?: readonly string[]) => addFiles(services, task, { path: folder, name: 'Many' }, expected);

test('a file that went after she looked is left out and named at the end', async () => {
  for (let n = 1; n <= 5; n += 1) write(`photo${n}.jpg`, `photo ${n}`);
  const vault = shell();
  const { found, paths } = await lookThroughFiles(vault.task, { path: folder, name: 'Many' });
  expect(found.fileCount).toBe(5);
  remove('photo3.jpg');
  expect(await add(vault, paths)).toEqual({ kept: 4, known: 0, leftOutCount: 1, leftOut: [{ name: 'photo3.jpg', reason: 'gone' }] });
  expect(vault.kept).toEqual(['photo1.jpg', 'photo2.jpg', 'photo4.jpg', 'photo5.jpg']);
});

test('files that go, change or cannot be read while a folder of 300 is sealed are left out with their reasons, and the rest is kept', async () => {
  const name = (n: number): string => `IMG_${String(n).padStart(4, '0')}.jpg`;
  for (let n = 1; n <= 300; n += 1) write(name(n), `picture ${n}`);
  const vault = shell((call, file) => {
    if (call !== 'files.seal') return undefined;
    if (file === name(100)) {
      remove(name(250));
      appendFileSync(at(name(251)), 'more');
      // The reader has named this one already: it is the vault that finds it gone.
      remove(name(101));
    }
    if (file === name(200)) return new Refusal('file-unreadable', file);
    return file === name(210) ? new Refusal('file-changed') : undefined;
  });
  const { leftOut, ...counts } = await add(vault);
  expect(counts).toEqual({ kept: 295, known: 0, leftOutCount: 5 });
  expect(Object.fromEntries(leftOut.map(({ name: file, reason }) => [file, reason]))).toEqual({ [name(101)]: 'gone', [name(200)]: 'unreadable', [name(210)]: 'changed', [name(250)]: 'gone', [name(251)]: 'changed' });
  expect([vault.kept.length, vault.asked.at(-1)]).toEqual([295, 'files.commit']);
});

test('an archive that goes or changes after it was sealed is left out with what lies in it, and the rest is kept', async () => {
  for (const [change, reason] of [[() => remove('hers.zip'), 'gone'], [() => appendFileSync(at('hers.zip'), 'more'), 'changed']] as const) {
    write('a.txt', 'one');
    write('hers.zip', makeArchive([{ name: 'in.txt', bytes: Buffer.from('in it') }]));
    write('z.txt', 'two');
    let isDone = false;
    const vault = shell((call, file) => {
      if (isDone || call !== 'files.seal' || file !== 'z.txt') return;
      isDone = true;
      change();
    });
    expect(await add(vault, ['a.txt', 'hers.zip', 'z.txt'])).toMatchObject({ kept: 2, leftOut: expect.arrayContaining([{ name: 'hers.zip', reason }]) });
    expect(vault.kept).toEqual(['a.txt', 'z.txt']);
    expect(vault.asked.filter((call) => call === 'files.abandon' || call === 'files.commit')).toEqual(['files.abandon', 'files.commit']);
  }
});

test('a full disk and a failing vault stop all of it', async () => {
  write('a.txt', 'one');
  write('b.txt', 'two');
  for (const code of ['disk-full', 'io-error', 'tampered'] as const) {
    const vault = shell((call, file) => (call === 'files.seal' && file === 'b.txt' ? new Refusal(code) : undefined));
    await expect(add(vault)).rejects.toMatchObject({ code });
    expect([vault.kept, vault.asked.at(-1)]).toEqual([[], 'files.abandon']);
  }
});
