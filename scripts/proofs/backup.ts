import { spawn } from 'node:child_process';
import { mkdirSync, statfsSync } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { evidenceLength } from '../../electron/vault/store/copies/copy-object';
import type { Proof } from '../proving/proof';
import { KeptVault, newTask } from './backup-work/kept-vault';
import { sizeOf, withMadeUpFile } from './backup-work/made-up-bytes';
import { MadeVault, passphrase } from './reader-work/made-vault';
import { readerSays } from './reader-work/what-they-say';

type Asking = Pick<MadeVault, 'askShell' | 'ask'>;

/** Starts a backup in a process of its own and kills it after a while; whether it was finished by then. */
function makeAndDie(program: string, folder: string, place: string, afterMs: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, folder, place], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (text.includes('began')) setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.on('error', reject);
    child.on('close', () => resolve(said.includes('made')));
  });
}

async function filesOf(folder: string): Promise<Map<string, { bytes: number; changedMs: number }>> {
  const found = new Map<string, { bytes: number; changedMs: number }>();
  for (const name of await readdir(join(folder, 'objects'), { recursive: true })) {
    const about = await stat(join(folder, 'objects', name));
    if (about.isFile()) found.set(name, { bytes: about.size, changedMs: about.mtimeMs });
  }
  return found;
}

async function flip(path: string): Promise<void> {
  const bytes = await readFile(path);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

export const proof: Proof = {
  catches: 'a backup that is not every byte that was put in: after an incremental run, a kill in the middle, restoring elsewhere, and joining with a damaged vault; each file by its SHA-256, and by the independent reader',
  breaks: 'changes one byte of a file in the backup before it is restored',
  drivesProgram: false,
  async run({ isSmall, isBroken, say, scratch, root, partFile }) {
    const wantedBytes = isSmall ? 3e6 : 5e9;
    const { bavail, bsize } = statfsSync(scratch);
    if (bavail * bsize < 5 * wantedBytes) throw new Error('there is no room for five times the evidence');
    const failures: string[] = [];
    const expected = new Map<string, string>();
    const [folder, stick, away, joined] = ['vault', 'stick', 'away', 'joined'].map((name) => join(scratch, name)) as [string, string, string, string];
    mkdirSync(stick);
    let bytes = 0;
    const addFile = async (vault: Asking): Promise<void> => {
      const number = expected.size;
      const sizeBytes = sizeOf(number, isSmall);
      const sha256 = await withMadeUpFile(scratch, number, sizeBytes, async (path, name) => void (await vault.askShell('documents.seal', { taskId: newTask(), path, name, origin: 'added' })));
      expected.set(`film-${number}.bin`, sha256);
      bytes += sizeBytes;
    };

    const made = await MadeVault.create(folder);
    for (let number = 0; number < (isSmall ? 5 : 200); number += 1) await made.record(`entry ${number}`);
    while (bytes < wantedBytes * 0.9) await addFile(made);
    say(`${expected.size} files, ${Math.round(bytes / 1e6)} MB`);
    const { id } = await made.askShell('backup.takePlace', { folder: stick });
    const began = performance.now();
    const first = await made.askShell('backup.make', { taskId: newTask(), id });
    const firstSeconds = (performance.now() - began) / 1000;
    if (first.newFiles !== expected.size || first.damagedHere.kept.length + first.damagedHere.absent.length > 0) failures.push(`the first backup took ${first.newFiles} of ${expected.size} files`);
    say(`first backup: ${first.newFiles} files, ${Math.round(first.newBytes / 1e6)} MB in ${firstSeconds.toFixed(1)} s`);

    const before = await filesOf(stick);
    const addedFrom = expected.size;
    const bytesBefore = bytes;
    for (let more = 0; more < 4; more += 1) await addFile(made);
    await made.record('after the first backup');
    const beganAgain = performance.now();
    const second = await made.askShell('backup.make', { taskId: newTask(), id });
    const secondSeconds = (performance.now() - beganAgain) / 1000;
    const after = await filesOf(stick);
    const touched = [...before].filter(([name, { changedMs }]) => after.get(name) !== undefined && after.get(name)?.changedMs !== changedMs).length;
    if (second.newFiles !== expected.size - addedFrom || second.keptFiles !== addedFrom) failures.push(`the second backup took ${second.newFiles} new files and kept ${second.keptFiles}`);
    // The two copies of the root keep their names.
    if (touched > 2) failures.push(`the second backup wrote ${touched} objects that were there already`);
    if (second.newBytes > (bytes - bytesBefore) * 1.2 + 8e6) failures.push(`the second backup wrote ${second.newBytes} bytes for ${bytes - bytesBefore} new ones`);
    say(`second backup: ${second.newFiles} files, ${Math.round(second.newBytes / 1e6)} MB in ${secondSeconds.toFixed(1)} s`);

    while (bytes < wantedBytes) await addFile(made);
    await made.close();
    let killed = 0;
    for (const afterMs of isSmall ? [3, 20, 60] : [40, 200, 600, 1500]) {
      if (!(await makeAndDie(partFile('maker'), folder, id, afterMs))) killed += 1;
      const looking = new KeptVault();
      await looking.unlock(folder);
      const checked = await looking.askShell('backup.check', { taskId: newTask(), id });
      if (!checked.recordWhole || checked.damaged.length > 0) failures.push(`killed after ${afterMs} ms, the backup is not whole: ${checked.damaged.length} files`);
      await looking.close();
    }
    const going = new KeptVault();
    await going.unlock(folder);
    const last = await going.askShell('backup.make', { taskId: newTask(), id });
    if (last.newFiles + last.keptFiles !== expected.size) failures.push(`after the kills the backup has ${last.newFiles + last.keptFiles} of ${expected.size} files`);
    await going.close();
    say(`${killed} kills`);

    const lengths = new Set(Array.from({ length: expected.size }, (_, number) => evidenceLength(sizeOf(number, isSmall))));
    const inVault = await filesOf(folder);
    const longest = [...(await filesOf(stick))].filter(([name, { bytes: length }]) => lengths.has(length) && inVault.has(name)).sort(([, left], [, right]) => right.bytes - left.bytes).map(([name]) => name);
    if (isBroken) await flip(join(stick, 'objects', longest[0] ?? ''));
    const restoring = new KeptVault();
    const beganRestoring = performance.now();
    const { restored } = await restoring.askShell('open.restore', { taskId: newTask(), from: stick, to: away, key: await restoring.key(stick) });
    const restoreSeconds = (performance.now() - beganRestoring) / 1000;
    const verified = compare('restored', expected, await restoring.digests(), failures);
    if (restored.files !== expected.size) failures.push(`restoring verified ${restored.files} of ${expected.size} files`);
    await restoring.close();
    const said = await readerSays(root, away, { typed: passphrase });
    const known = new Set(expected.values());
    const readerVerified = said.shown?.evidence.filter(({ verifies, sha256 }) => verifies && known.has(sha256)).length ?? 0;
    if (!said.isSound || readerVerified !== expected.size) failures.push(`the reader verifies ${readerVerified} of ${expected.size} restored files: ${said.words}`);
    say(`restored in ${restoreSeconds.toFixed(1)} s: ${verified} files as they were put in, ${readerVerified} to the reader`);
    await rm(away, { recursive: true, force: true });

    // The vault loses its headers, a root and three files; the backup, older by an entry and a file, loses one that the vault has and one that it has not.
    const [both, here, gone, there] = longest.slice(isBroken ? 1 : 0);
    const newer = new KeptVault();
    await newer.unlock(folder);
    await addFile(newer);
    await newer.close();
    for (const name of [both, here]) await flip(join(folder, 'objects', name!));
    await rm(join(folder, 'objects', gone!));
    for (const name of [both, there]) await flip(join(stick, 'objects', name!));
    for (const copy of ['head.0', 'head.1']) await flip(join(folder, copy));
    const joining = new KeptVault();
    const { joined: report } = await joining.askShell('open.join', { taskId: newTask(), damaged: folder, backup: stick, to: joined, key: await joining.key(stick) });
    if (report.lostFiles.length !== 1 || report.filesFromBackup !== 2 || report.filesFromVault !== expected.size - 3) failures.push(`joining took ${report.filesFromVault} files from the vault, ${report.filesFromBackup} from the backup, and lost ${report.lostFiles.length}`);
    const whole = new Map([...expected].filter(([name]) => !report.lostFiles.includes(name)));
    const joinedVerified = compare('joined', whole, new Map([...(await joining.digests())].filter(([name]) => whole.has(name))), failures);
    await joining.close();
    say(`joined: ${report.filesFromVault} files from the vault, ${report.filesFromBackup} from the backup, ${report.lostFiles.length} lost`);

    const figures = {
      files: expected.size, evidenceMB: Math.round(bytes / 1e6), firstBackupSeconds: Number(firstSeconds.toFixed(1)), firstBackupMBPerSecond: Number((first.newBytes / 1e6 / firstSeconds).toFixed(1)),
      incrementalFiles: second.newFiles, incrementalMB: Number((second.newBytes / 1e6).toFixed(1)), incrementalSeconds: Number(secondSeconds.toFixed(1)), kills: killed,
      restoreSeconds: Number(restoreSeconds.toFixed(1)), restoredAsPutIn: verified, restoredToTheReader: readerVerified, joinedAsPutIn: joinedVerified, joinedFromBackup: report.filesFromBackup, lostInBoth: report.lostFiles.length,
    };
    return { ok: failures.length === 0, figures, failures: failures.slice(0, 20) };
  },
};

/** How many are there as they were put in. */
function compare(what: string, expected: ReadonlyMap<string, string>, found: ReadonlyMap<string, string | null>, failures: string[]): number {
  let same = 0;
  for (const [name, sha256] of expected) {
    if (found.get(name) === sha256) same += 1;
    else failures.push(`${what}: ${name} is not what was put in`);
  }
  if (found.size !== expected.size) failures.push(`${what}: ${found.size} files, ${expected.size} were put in`);
  return same;
}
