import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import sodium from 'libsodium-wrappers-sumo';
import { describe, expect, it } from 'vitest';
import { deriveKey, sha256, systemRandom } from '../crypto/primitives';
import { evidenceSealKey } from './evidence';
import { nodeFilePort, readWhole } from './file-port';
import { buildHeader, headerMacHolds, openSlots, rewriteSlot, soundHeader } from './header/header';
import { readHeaderCopies, unlockHeader } from './header/header-files';
import { keyFileSecret } from './secrets/key-file';
import { ObjectFolder } from './object-folder';
import { rootNames } from './object-names';
import { printRecoveryCode, readRecoveryCode } from './secrets/recovery-code';
import { combineShares } from './secrets/recovery-share';
import { chainNext, chainStart, saltBytes, SegmentCipher } from './segment';
import { encodeStatements } from './statement-record';
import type { SealedEvidence } from './store';
import { newFolder, openVault } from './testing/sample-vault';
import { countedRandom, makeVectorVault, vectorEvidence, vectorEvidenceSizes, vectorKdf, vectorKeyFile, vectorPassphrase, vectorRecoverySecret, vectorRows, vectorShares } from './testing/vector-vault';
import { readRoot } from './vault-files';

/**
 * The vectors of docs/FORMAT.md: the files under docs/format/vectors are read, and made again byte for byte. Written once, by this test
 * with TIDEMARK_WRITE_VECTORS=1, for format version 1; a change that turns this red is a new format version.
 */
const vectorFolder = join(import.meta.dirname, '../../../docs/format/vectors');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

interface Vectors {
  keys: { passphrase: string; recovery: string };
  evidence: (Omit<SealedEvidence, 'key'> & { key: string })[];
  mark: { sequence: number; hash: string };
}

async function derive(secret: Uint8Array): Promise<Uint8Array> {
  await sodium.ready;
  return sodium.crypto_pwhash(32, secret, vectorKdf.salt, vectorKdf.iterations, vectorKdf.memoryKiB * 1024, sodium.crypto_pwhash_ALG_ARGON2ID13);
}

async function filesIn(folder: string): Promise<Record<string, string>> {
  // The spare room is random and no part of the vault.
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && entry.name !== 'spare');
  const found = await Promise.all(entries.map(async (entry): Promise<[string, string]> => {
    const path = join(entry.parentPath, entry.name);
    return [relative(folder, path).replaceAll('\\', '/'), hex(sha256(await readFile(path)))];
  }));
  return Object.fromEntries(found.sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Every value a second implementation wants to compare on its way. */
async function describeVault(folder: string, made: Awaited<ReturnType<typeof makeVectorVault>>, keys: { passphrase: Uint8Array; recovery: Uint8Array }): Promise<object> {
  const copies = await readHeaderCopies(nodeFilePort, folder);
  const { header, keys: vaultKeys } = unlockHeader(copies, keys.passphrase);
  const vaultKey = openSlots(header, keys.passphrase)?.vaultKey ?? new Uint8Array();
  const objects = new ObjectFolder(folder, nodeFilePort, vaultKeys.names, systemRandom);
  const { root } = await readRoot({ folder, vaultId: header.vaultId, keys: vaultKeys, files: nodeFilePort, objects, random: systemRandom });
  const [firstSegment] = root.previous?.segments ?? [];
  const segmentBytes = (firstSegment && (await readWhole(nodeFilePort, join(folder, 'objects', firstSegment.name.slice(0, 2), firstSegment.name)))) ?? new Uint8Array();
  const payload = encodeStatements([{ sql: 'CREATE TABLE item (id INTEGER PRIMARY KEY, text TEXT, number, blob BLOB)', parameters: [] }]);
  const start = chainStart(vaultKeys, header.vaultId);
  const salt = segmentBytes.subarray(0, saltBytes);
  const cipher = new SegmentCipher(vaultKeys, salt, header.vaultId);
  // The key of the marks kept outside seals nothing in the vault's folder.
  const { marks: _marks, ...keysOfFiles } = vaultKeys;
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Uint8Array ? hex(inner) : inner)));
  return {
    about: 'Test vectors of the Tidemark vault, format version 1. See docs/FORMAT.md. All bytes in hexadecimal; the vault is in the folder "vault".',
    kdf: { passphraseNfkcUtf8: hex(Buffer.from(vectorPassphrase.normalize('NFKC'), 'utf8')), recoverySecret: hex(vectorRecoverySecret), recoveryPrinted: printRecoveryCode(vectorRecoverySecret), ...vectorKdf, salt: hex(vectorKdf.salt) },
    keys: { passphrase: hex(keys.passphrase), recovery: hex(keys.recovery) },
    slotKeys: { seal: hex(deriveKey(keys.passphrase, vectorKdf.salt, 'tidemark/1/slot-seal')), commit: hex(deriveKey(keys.passphrase, vectorKdf.salt, 'tidemark/1/slot-commit')) },
    keyFile: { content: hex(vectorKeyFile), secret: hex(keyFileSecret(vectorKeyFile)), key: hex(await derive(keyFileSecret(vectorKeyFile))) },
    shares: { needed: vectorShares.needed, printed: vectorShares.printed, secret: hex(vectorShares.secret), key: hex(await derive(Uint8Array.from(vectorShares.secret))) },
    twoCompartments: await describeTwo(),
    vaultId: hex(header.vaultId),
    vaultKey: hex(vaultKey),
    vaultKeys: plain(keysOfFiles),
    rootNames: rootNames(vaultKeys.names),
    root: plain(root),
    chainStart: plain(start),
    firstRecord: {
      payload: hex(payload),
      chain: plain(chainNext(vaultKeys, start, payload)),
      segmentSalt: hex(salt),
      framed: hex(cipher.frame(1, payload, start.hash)),
      atOffset: Buffer.from(segmentBytes).indexOf(cipher.frame(1, payload, start.hash)),
    },
    evidence: made.evidence.map((sealed) => ({ ...sealed, key: hex(sealed.key), sealKey: hex(evidenceSealKey(sealed.key, header.vaultId)) })),
    mark: made.mark,
    rows: plain(vectorRows),
    files: await filesIn(folder),
  };
}

/** A header of two compartments with every kind of way in, and the same after one of them has changed. Each vault key and the secret that opens it. */
async function describeTwo(): Promise<object> {
  const random = countedRandom('tidemark/1/vector/two');
  const vaultId = random(16);
  const [first, second] = [random(32), random(32)];
  const secrets = { passphrase: random(32), keyFile: await derive(keyFileSecret(vectorKeyFile)), shares: await derive(Uint8Array.from(vectorShares.secret)), other: random(32), changed: random(32) };
  const macKeyOf = (vaultKey: Uint8Array): Uint8Array => deriveKey(vaultKey, vaultId, 'tidemark/1/header-mac');
  const half = { place: 1 as const, vaultKey: first, macKey: macKeyOf(first) };
  const before = buildHeader({
    vaultId, parameters: { ...vectorKdf }, revision: 1,
    halves: [
      { ...half, slots: [{ kind: 'passphrase', secretKey: secrets.passphrase }, { kind: 'key-file', secretKey: secrets.keyFile }, { kind: 'shared-key', secretKey: secrets.shares }] },
      { place: 0, vaultKey: second, macKey: macKeyOf(second), slots: [{ kind: 'passphrase', secretKey: secrets.other }] },
    ],
  }, random);
  const after = rewriteSlot(soundHeader(before), { ...half, kind: 'passphrase', secretKey: secrets.changed }, random);
  const opens = (bytes: Uint8Array): object => Object.fromEntries(Object.entries(secrets).map(([name, key]) => {
    const opened = openSlots(soundHeader(bytes), key);
    return [name, opened && { slot: opened.index, vaultKey: hex(opened.vaultKey), macHolds: headerMacHolds(soundHeader(bytes), opened.place, macKeyOf(opened.vaultKey)) }];
  }));
  return { keys: Object.fromEntries(Object.entries(secrets).map(([name, key]) => [name, hex(key)])), header: hex(before), opens: opens(before), afterPassphraseChanged: hex(after), opensThen: opens(after) };
}

async function readVectors(): Promise<Vectors> {
  return JSON.parse(await readFile(join(vectorFolder, 'vectors.json'), 'utf8')) as Vectors;
}

async function makeAgain(): Promise<{ folder: string; described: object }> {
  const keys = { passphrase: await derive(Buffer.from(vectorPassphrase.normalize('NFKC'), 'utf8')), recovery: await derive(vectorRecoverySecret) };
  const folder = join(await newFolder(), 'vault');
  const made = await makeVectorVault(join(await newFolder(), 'vault'), folder, keys);
  return { folder, described: await describeVault(folder, made, keys) };
}

describe('the test vectors of format version 1', () => {
  it.runIf(process.env['TIDEMARK_WRITE_VECTORS'] === '1')('are written', async () => {
    const { folder, described } = await makeAgain();
    await rm(vectorFolder, { recursive: true, force: true });
    await mkdir(vectorFolder, { recursive: true });
    await cp(folder, join(vectorFolder, 'vault'), { recursive: true, filter: (path) => !path.endsWith('spare') });
    await writeFile(join(vectorFolder, 'vectors.json'), `${JSON.stringify(described, null, 2)}\n`);
  });

  it('are made again byte for byte', async () => {
    const { folder, described } = await makeAgain();
    expect(described).toEqual(await readVectors());
    expect(await filesIn(folder)).toEqual(await filesIn(join(vectorFolder, 'vault')));
  });

  it('are read with the passphrase and with the recovery code', async () => {
    const vectors = await readVectors();
    for (const key of [vectors.keys.passphrase, vectors.keys.recovery]) {
      const folder = await newFolder();
      await cp(join(vectorFolder, 'vault'), folder, { recursive: true });
      const { store, notices } = await openVault(folder, { key: bytesOf(key), mark: vectors.mark });
      expect(notices).toEqual([]);
      expect(store.all('SELECT * FROM item ORDER BY id')).toEqual(vectorRows);
      for (const [i, sealed] of vectors.evidence.entries()) {
        const expected = vectorEvidence(vectorEvidenceSizes[i] ?? 0);
        const reader = await store.evidence.open({ ...sealed, key: bytesOf(sealed.key) });
        expect(hex(sha256(await reader.read(0, sealed.sizeBytes)))).toBe(sealed.sha256);
        expect(sealed.sha256).toBe(hex(sha256(expected)));
        await reader.close();
      }
      await store.close();
    }
  });

  it('give the secret of the shares, any two of them, and of the key file', async () => {
    const typed = vectorShares.printed.map((share) => Buffer.from(share));
    for (const chosen of [[0, 1], [2, 0], [1, 2], [0, 1, 2]]) {
      expect(await combineShares(chosen.map((at) => typed[at] ?? new Uint8Array()))).toEqual([{ secret: Uint8Array.from(vectorShares.secret), leftOut: [] }]);
    }
    expect(hex(keyFileSecret(vectorKeyFile))).toBe('7a3be5ff214088d1997db8990fd1c9150dade2645c6b62abaabcd65c17e74bba');
  });

  it('bind the recovery code to its printed form', async () => {
    expect(readRecoveryCode(Buffer.from(printRecoveryCode(vectorRecoverySecret)))).toEqual(vectorRecoverySecret);
    expect(countedRandom('x')(33)).toHaveLength(33);
  });

  it.each([
    ['head.0 and head.1', ['head.0', 'head.1'], 100, 'header-damaged'],
    ['head.0 alone', ['head.0'], 44, 'copy-repaired'],
    ['head.1 alone', ['head.1'], 4090, 'copy-repaired'],
  ] as const)('with a byte changed in %s are not taken as they are', async (_name, files, at, expected) => {
    const vectors = await readVectors();
    const folder = await newFolder();
    await cp(join(vectorFolder, 'vault'), folder, { recursive: true });
    for (const name of files) {
      const bytes = await readFile(join(folder, name));
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await writeFile(join(folder, name), bytes);
    }
    const outcome = await openVault(folder, { key: bytesOf(vectors.keys.passphrase) }).then((opened) => opened.notices, (error: { code: string }) => [error.code]);
    expect(outcome).toEqual([expected]);
  });

  it('with a later version number are refused as newer, not as damaged', async () => {
    const folder = await newFolder();
    await cp(join(vectorFolder, 'vault'), folder, { recursive: true });
    for (const name of ['head.0', 'head.1']) {
      const bytes = await readFile(join(folder, name));
      bytes.writeUInt16BE(2, 8);
      bytes.set(sha256(bytes.subarray(0, 4064)), 4064);
      await writeFile(join(folder, name), bytes);
    }
    await expect(openVault(folder)).rejects.toMatchObject({ code: 'newer-format' });
  });
});
