import { join } from 'node:path';
import { takeUpRecord } from '../../../electron/vault/calls/open-vault';
import { systemRandom } from '../../../electron/vault/crypto/primitives';
import { verifyHistory } from '../../../electron/vault/record/history/history';
import { readHeaderCopies, unlockHeader } from '../../../electron/vault/store/header/header-files';
import { ObjectFolder } from '../../../electron/vault/store/object-folder';
import type { FilePort } from '../../../electron/vault/store/file-port';
import { rootNames } from '../../../electron/vault/store/object-names';
import { createStore, openStore, prepareCreate, type OpenedStore } from '../../../electron/vault/store/open-store';
import type { RememberedMark } from '../../../electron/vault/store/recover';
import type { VaultStore } from '../../../electron/vault/store/store';
import { MemoryDisk, type DiskImage } from '../../../electron/vault/store/testing/memory-disk';
import { contentDigest } from '../../../electron/vault/store/testing/power-loss';
import { watchedFiles } from '../../../electron/vault/store/testing/watched-files';
import { readRoot } from '../../../electron/vault/store/vault-files';
import { Refusal } from '../../../shared/contract/errors';
import { looseLock, vaultFolder } from './lock';
import { recordDigest, type RecordDigest } from './record-digest';
import { ofSecond, openSecond, secondCompartment } from './second-compartment';

export const vaultSecret = new Uint8Array(32).fill(0x43);

/** What was found in a state. */
export interface Verdict {
  /** `none`: no vault opens there, which is right only while it was being made. */
  opens: 'whole' | 'none';
  /** What opened it. */
  key: Uint8Array;
  sequence: number;
  digest: RecordDigest | null;
  tailSetAside: boolean;
  /** One copy of header or root was written and the other was not: right only while the vault was being made. */
  copyRepaired: boolean;
  /** What is wrong whatever was acknowledged. */
  problems: string[];
  /** The files whose bytes it rests on: with the same names and the same bytes in these, the same would be found. */
  read: ReadonlySet<string>;
}

const verified = new Set<string>();

/** Every document that is kept has its evidence, and the evidence verifies. The same bytes are verified once. */
async function missingEvidence(store: VaultStore, disk: MemoryDisk): Promise<string[]> {
  const problems: string[] = [];
  const documents = store.all<{ object_name: string; evidence_key: Uint8Array; size_bytes: number; sha256: string }>(`SELECT object_name, evidence_key, size_bytes, sha256 FROM document WHERE object_name IS NOT NULL`);
  for (const { object_name: name, evidence_key: key, size_bytes: sizeBytes } of documents) {
    const bytes = disk.peek(join(vaultFolder, 'objects', name.slice(0, 2), name));
    if (bytes === null) {
      problems.push('a document without its evidence');
      continue;
    }
    const known = `${name} ${contentDigest(bytes)} ${Buffer.from(key).toString('hex')} ${sizeBytes}`;
    if (verified.has(known)) continue;
    try {
      const reader = await store.evidence.open({ objectName: name, key: new Uint8Array(key), sizeBytes });
      await reader.read(0, sizeBytes);
      await reader.close();
      verified.add(known);
    } catch (error) {
      problems.push(`evidence that does not verify: ${String(error)}`);
    }
  }
  return problems;
}

const hasRecord = (store: VaultStore): boolean => store.all(`SELECT name FROM sqlite_master WHERE name = 'document'`).length > 0;

/** Opens with the first of the keys that opens it. */
export async function openWithAny({ folder, mark, keys }: { folder: string; mark: RememberedMark | null; keys: readonly Uint8Array[] }, files: FilePort): Promise<OpenedStore & { key: Uint8Array }> {
  for (const [n, key] of keys.entries()) {
    try {
      return { ...(await openStore({ folder, key: key.slice(), mark }, { files })), key };
    } catch (error) {
      if (n === keys.length - 1 || !(error instanceof Refusal && error.code === 'wrong-secret')) throw error;
    }
  }
  throw new Error('no keys');
}

/** Opens, reads all, and dies without closing: as the first look after the power came back, cut short again. */
async function firstLook(disk: MemoryDisk, mark: RememberedMark | null, keys: readonly Uint8Array[]): Promise<Verdict> {
  let dead = false;
  const files = watchedFiles(disk, { before: () => { if (dead) throw Object.assign(new Error('EIO'), { code: 'EIO' }); } });
  looseLock(disk);
  const { store, notices, key } = await openWithAny({ folder: vaultFolder, mark, keys }, files);
  const verdict: Verdict = { opens: 'whole', key, sequence: store.mark().sequence, digest: recordDigest(store, 'between transactions'), tailSetAside: notices.includes('tail-set-aside'), copyRepaired: notices.includes('copy-repaired'), problems: [], read: disk.read };
  if (store.readOnly) verdict.problems.push('opens read-only');
  for (const notice of notices) if (notice !== 'tail-set-aside' && notice !== 'copy-repaired') verdict.problems.push(`says ${notice}`);
  if (hasRecord(store)) verdict.problems.push(...(await missingEvidence(store, disk)));
  dead = true;
  await store.close();
  return verdict;
}

/** Opens again as the program does, which clears away what was cut short; afterwards nothing may be there that nothing names. */
async function secondLook(disk: MemoryDisk, key: Uint8Array): Promise<string[]> {
  looseLock(disk);
  const { store, notices } = await openStore({ folder: vaultFolder, key, mark: null }, { files: disk });
  const problems = notices.map((notice) => `says ${notice} at the second opening`);
  await takeUpRecord(store, notices, []);
  const wrong = verifyHistory(store);
  if (wrong !== null) problems.push(`the history does not verify from ${wrong} on`);
  if (store.all(`SELECT id FROM conversation WHERE ready = 0`).length > 0) problems.push('an import cut short is still there');
  if (store.all(`SELECT id FROM document WHERE status = 'importing'`).length > 0) problems.push('a document of an import cut short is still there');
  problems.push(...(await missingEvidence(store, disk)));
  const referenced = new Set(store.all<{ object_name: string }>(`SELECT object_name FROM document WHERE object_name IS NOT NULL`).map((row) => row.object_name));
  await store.close();
  problems.push(...(await leftovers(disk, referenced, key)));
  return problems;
}

async function leftovers(disk: MemoryDisk, referenced: ReadonlySet<string>, key: Uint8Array): Promise<string[]> {
  const { header, keys } = unlockHeader(await readHeaderCopies(disk, vaultFolder), key);
  const roots: readonly string[] = rootNames(keys.names);
  const objects = new ObjectFolder(vaultFolder, disk, keys.names, systemRandom);
  const { root } = await readRoot({ folder: vaultFolder, vaultId: header.vaultId, keys, files: disk, objects, random: systemRandom });
  const named = new Set([...root.setAside, ...referenced]);
  for (const generation of [root.current, root.previous]) {
    if (generation?.snapshot) named.add(generation.snapshot.name);
    for (const segment of generation?.segments ?? []) named.add(segment.name);
  }
  const isOfSecond = await ofSecond(disk);
  const problems: string[] = [];
  for (const shelf of await disk.list(join(vaultFolder, 'objects'))) {
    for (const name of await disk.list(join(vaultFolder, 'objects', shelf))) {
      const kind = objects.kindOf(name);
      // What belongs to neither compartment is left from a renewal, or from the making of another vault that was cut short.
      if (kind === null && !roots.includes(name) && !isOfSecond(name)) problems.push('an object of another key is left behind');
      if (kind !== null && !named.has(name)) problems.push(`a ${kind} that nothing names is left behind`);
    }
  }
  const others = (await disk.list(vaultFolder)).filter((name) => !['head.0', 'head.1', 'objects', 'spare'].includes(name));
  if (others.length > 0) problems.push(`left behind: ${others.map((name) => name.replace(/[0-9a-f]{16,}/, '…')).join(', ')}`);
  return problems;
}

async function thirdLook(disk: MemoryDisk, key: Uint8Array): Promise<string[]> {
  const { store, notices } = await openStore({ folder: vaultFolder, key, mark: null }, { files: disk });
  const problems = [...notices.map((notice) => `says ${notice} at the third opening`), ...(hasRecord(store) ? await missingEvidence(store, disk) : [])];
  await store.close();
  return problems;
}

/** A vault cut short while it was made is none: then one can be made there. */
async function canBeMade(image: DiskImage, read: Set<string>): Promise<string[]> {
  const disk = new MemoryDisk(image);
  looseLock(disk);
  try {
    const parameters = await prepareCreate(vaultFolder, { quickKdf: true }, { files: disk });
    await (await createStore({ folder: vaultFolder, parameters, slots: [{ kind: 'passphrase', secretKey: vaultSecret }], second: secondCompartment() }, { files: disk })).close();
    return [];
  } catch (error) {
    return [`no vault opens there and none can be made: ${String(error)}`];
  } finally {
    for (const path of disk.read) read.add(path);
  }
}

/** Opens a state with the program's own code, three times over. */
export async function judge(image: DiskImage, mark: RememberedMark | null, isDeep: boolean, keys: readonly Uint8Array[]): Promise<Verdict> {
  const disk = new MemoryDisk(image);
  let verdict: Verdict;
  try {
    verdict = await firstLook(disk, mark, keys);
  } catch (error) {
    const none: Verdict = { opens: 'none', key: vaultSecret, sequence: 0, digest: null, tailSetAside: false, copyRepaired: false, problems: [], read: disk.read };
    if (!(error instanceof Refusal)) return { ...none, problems: [`throws ${String(error)}`] };
    if (error.code !== 'no-vault-here' && error.code !== 'header-damaged') return { ...none, problems: [`refuses ${error.code}`] };
    return { ...none, problems: await canBeMade(image, disk.read) };
  }
  try {
    if (isDeep) verdict.problems.push(...(await secondLook(disk, verdict.key)), ...(await thirdLook(disk, verdict.key)), ...(await openSecond(disk)));
  } catch (error) {
    verdict.problems.push(`a later opening fails: ${String(error)}`);
  }
  return verdict;
}
