import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyIncidentContent } from '../../../shared/model/incident';
import { nodeFilePort } from '../store/file-port';
import { readHeaderCopies, unlockHeader } from '../store/header/header-files';
import { kindOfName, rootNames } from '../store/object-names';
import { refused } from './testing/made-record';
import { startService, type TestService } from './testing/open-service';

/** Two compartments in one vault: whatever is done in one, the other stays byte for byte. */
const taskId = '7'.repeat(32);
const keys = { first: { passphrase: 1, code: 2, printed: '11111-11111-11111-11111-11111-11111' }, second: { passphrase: 3, code: 4, printed: '22222-22222-22222-22222-22222-22222' } } as const;
type Which = keyof typeof keys;
const key = (letter: number): Uint8Array => new Uint8Array(32).fill(letter);
const waysIn = (which: Which) => ({ passphraseKey: key(keys[which].passphrase), recoveryKey: key(keys[which].code), recoveryPrinted: keys[which].printed });

let outer: string;
let folder: string;
let vault: TestService;

beforeEach(async () => {
  outer = await mkdtemp(path.join(tmpdir(), 'tidemark-two-'));
  folder = path.join(outer, 'vault');
  vault = startService();
  const parameters = await vault.askShell('prepare.create', { folder, quickKdf: true });
  await vault.askShell('open.create', { folder, parameters, ...waysIn('first'), example: false, second: waysIn('second') });
});
afterEach(async () => {
  await vault.service.handle('open.close', {});
  await rm(outer, { recursive: true, force: true });
});

const unlock = (letter: number) => vault.askShell('open.unlock', { folder, key: key(letter), marks: [], refusedUtc: [] });
const close = () => vault.askShell('open.close', {});
const historyKinds = async () => (await vault.ask('history.list', { subjectId: null, offset: 0, limit: 99 })).entries.map(({ kind }) => kind).reverse();

async function write(title: string): Promise<void> {
  const { id } = await vault.ask('incidents.begin', {});
  await vault.ask('incidents.saveDraft', { id, content: { ...emptyIncidentContent, title, account: title.repeat(40) } });
  await vault.ask('incidents.record', { id });
}

const fileBytes = (sizeBytes: number): Uint8Array => new Uint8Array(sizeBytes).map((_, i) => (i * 7) & 255);

async function addFile(name: string, sizeBytes: number): Promise<string> {
  const source = path.join(outer, name);
  await writeFile(source, fileBytes(sizeBytes));
  return (await vault.askShell('documents.seal', { taskId, path: source, name, origin: 'added' })).document.id;
}

/** The objects of the compartment that a secret opens, each with the digest of its bytes. */
async function objectsOf(letter: number): Promise<Map<string, string>> {
  const { keys: own } = unlockHeader(await readHeaderCopies(nodeFilePort, folder), key(letter));
  const roots: readonly string[] = rootNames(own.names);
  const found = new Map<string, string>();
  for (const at of await readdir(path.join(folder, 'objects'), { recursive: true })) {
    const name = path.basename(at);
    if (kindOfName(own.names, name) === null && !roots.includes(name)) continue;
    found.set(name, createHash('sha256').update(await readFile(path.join(folder, 'objects', at))).digest('hex'));
  }
  return found;
}

/** The bytes of a header that belong to one half, and those that belong to nobody. */
async function halves(): Promise<[string, string, string]> {
  const head = await readFile(path.join(folder, 'head.0'));
  const half = (place: number): string => Buffer.concat([head.subarray(128 + place * 512, 640 + place * 512), head.subarray(3968 + place * 32, 4000 + place * 32)]).toString('hex');
  return [half(0), half(1), Buffer.concat([head.subarray(0, 64), head.subarray(72, 128), head.subarray(1152, 3968), head.subarray(4032, 4064)]).toString('hex')];
}

describe('two compartments made together', () => {
  it('each open with their own passphrase and code, hold a record of their own, and begin alike', async () => {
    expect(await historyKinds()).toEqual(['vault-created']);
    expect(await vault.ask('vault.pendingRecoveryCode', {})).toEqual({ recoveryCode: keys.first.printed });
    await write('of the first');
    await close();
    await unlock(keys.second.passphrase);
    expect(await historyKinds()).toEqual(['vault-created', 'vault-opened']);
    expect(await vault.ask('vault.pendingRecoveryCode', {})).toEqual({ recoveryCode: keys.second.printed });
    expect((await vault.ask('waysIn.list', {})).ways.map(({ kind }) => kind)).toEqual(['passphrase', 'recovery-code']);
    expect((await vault.ask('search.find', { text: 'first', offset: 0, limit: 9 })).total).toBe(0);
    await close();
    await unlock(keys.second.code);
    await write('of the second');
    await close();
    await unlock(keys.first.code);
    expect(await historyKinds()).toEqual(['vault-created', 'incident-begun', 'incident-recorded', 'vault-opened']);
    expect((await vault.ask('search.find', { text: 'second', offset: 0, limit: 9 })).total).toBe(0);
  });

  it('have neither a passphrase nor a code in common', async () => {
    const again = startService();
    const other = path.join(outer, 'other');
    const parameters = await again.askShell('prepare.create', { folder: other, quickKdf: true });
    await expect(again.askShell('open.create', { folder: other, parameters, ...waysIn('first'), example: false, second: { ...waysIn('second'), passphraseKey: key(keys.first.code) } })).rejects.toMatchObject(refused('same-secret'));
    expect(await readdir(other)).toEqual([]);
  });

  it('show the same files as one that is made with nothing to open the other', async () => {
    const sizes = async (of: string) => (await Promise.all((await readdir(of, { recursive: true })).filter((at) => at !== 'lock').map(async (at) => {
      const found = await stat(path.join(of, at));
      return found.isFile() ? [`${at.startsWith('objects') ? 'object' : at} ${found.size}`] : [];
    }))).flat().sort();
    const again = startService();
    const other = path.join(outer, 'other');
    const parameters = await again.askShell('prepare.create', { folder: other, quickKdf: true });
    await again.askShell('open.create', { folder: other, parameters, ...waysIn('first'), example: false });
    expect(await sizes(other)).toEqual(await sizes(folder));
    await again.askShell('open.close', {});
    await close();
    expect(await sizes(other)).toEqual(await sizes(folder));
    // Roots, two snapshots and a piece of journal of each, beside two headers and the spare room.
    expect(await sizes(other)).toHaveLength(13);
    await expect(again.askShell('open.unlock', { folder: other, key: key(keys.second.passphrase), marks: [], refusedUtc: [] })).rejects.toMatchObject(refused('wrong-secret'));
  });

  it('lie in halves drawn at random', async () => {
    const places = new Set<number>();
    for (let i = 0; i < 24 && places.size < 2; i += 1) {
      await vault.service.handle('open.close', {});
      folder = path.join(outer, `vault-${i}`);
      const parameters = await vault.askShell('prepare.create', { folder, quickKdf: true });
      await vault.askShell('open.create', { folder, parameters, ...waysIn('first'), example: false, second: waysIn('second') });
      places.add((await vault.askShell('open.mark', {})).half);
    }
    expect(places).toEqual(new Set([0, 1]));
  });
});

describe.each([['first', 'second'], ['second', 'first']] as const)('what is done in the %s', (mine, theirs) => {
  it(`leaves the ${theirs} whole, byte for byte: saving, erasing, purging, changing ways in, renewing, sweeping after a kill`, async () => {
    await close();
    await unlock(keys[theirs].passphrase);
    await write('theirs');
    const film = await addFile('film.mp4', 400_000);
    await close();
    const before = await objectsOf(keys[theirs].passphrase);
    await unlock(keys[mine].passphrase);
    const { half } = await vault.askShell('open.mark', {});
    const headBefore = await halves();
    const letter = await addFile('letter.pdf', 9000);
    await write('mine');
    await vault.ask('documents.erase', { id: letter, reason: 'not safe to keep' });
    await addFile('photograph.jpg', 70_000);
    await vault.askShell('waysIn.make', { proof: key(keys[mine].passphrase), key: key(31), made: { change: 'passphrase-changed' } });
    await vault.askShell('waysIn.remove', { proof: key(31), removed: { change: 'way-in-removed', kind: 'recovery-code' } });
    await vault.askShell('waysIn.renew', { taskId, proof: key(31), passphraseKey: key(33), recoveryKey: key(34), recoveryPrinted: keys.first.printed });
    await write('after');
    // A kill: what lies there now is opened by another process, which sweeps.
    const killed = path.join(outer, 'killed');
    await cp(folder, killed, { recursive: true, filter: (at) => !at.endsWith('/lock') });
    await close();
    folder = killed;
    await unlock(33);
    await close();
    expect(before.size).toBeGreaterThanOrEqual(5);
    expect(await objectsOf(keys[theirs].passphrase)).toEqual(before);
    const headNow = await halves();
    expect(headNow[2]).toBe(headBefore[2]);
    expect(headNow[half === 0 ? 1 : 0]).toBe(headBefore[half === 0 ? 1 : 0]);
    expect(headNow[half]).not.toBe(headBefore[half]);
    expect((await unlock(keys[theirs].passphrase)).notices).toEqual(['recovery-code-unconfirmed']);
    const kept = (await vault.askShell('documents.read', { id: film, start: 0, end: 400_000 })).bytes;
    expect(Buffer.from(kept).equals(Buffer.from(fileBytes(400_000)))).toBe(true);
    expect((await vault.ask('search.find', { text: 'mine', offset: 0, limit: 9 })).total).toBe(0);
    expect((await historyKinds()).filter((kind) => kind !== 'vault-opened')).toEqual(['vault-created', 'incident-begun', 'incident-recorded', 'document-added']);
  });
});
