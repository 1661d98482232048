/** Checks every value of docs/format/vectors: each is made again from what stands before it, or read from the vault there. */
import { readFile } from 'node:fs/promises';
import { join as pathOf } from 'node:path';
import { chainStart, nextPoint } from './chain.mjs';
import { Findings } from './damage.mjs';
import { rowsOf } from './database.mjs';
import { macHolds, openSlot, parseHeader, slotKeys } from './header.mjs';
import { rootName, pathOfObject } from './keys.mjs';
import { argon2id, hkdf, hmac, sha256 } from './primitives.mjs';
import { keyFileBytes, passphraseBytes, recoveryCodeBytes } from './secrets.mjs';
import { combineShares } from './shares.mjs';
import { openSealed } from './sealed-file.mjs';
import { headAt, openRecord, segmentKeys } from './segment.mjs';
import { readVault } from './vault.mjs';

const hex = (bytes) => Buffer.from(bytes).toString('hex');
const fromHex = (text) => Buffer.from(text, 'hex');

/** Gives [{ name, agrees }], one for each value compared. */
export async function checkVectors(folder) {
  const vectors = JSON.parse(await readFile(pathOf(folder, 'vectors.json'), 'utf8'));
  const vaultFolder = pathOf(folder, 'vault');
  const results = [];
  const check = (name, made, expected) => results.push({ name, agrees: JSON.stringify(made) === JSON.stringify(expected) });

  for (const [name, digest] of Object.entries(vectors.files)) check(`file ${name}`, hex(sha256(await readFile(pathOf(vaultFolder, name)))), digest);
  await checkSecrets(vectors, check);
  await checkOtherWaysIn(vectors, check);
  for (const [header, opens] of [['header', 'opens'], ['afterPassphraseChanged', 'opensThen']]) checkCompartments(vectors.twoCompartments, header, opens, check);

  for (const secret of [passphraseBytes(fromHex(vectors.kdf.passphraseNfkcUtf8).toString('utf8')), fromHex(vectors.kdf.recoverySecret)]) {
    const findings = new Findings();
    const vault = await readVault(vaultFolder, [{ bytes: secret }], findings);
    const by = `opened by ${vault.slot.kind}`;
    check(`${by}: nothing is damaged`, findings.damage, []);
    checkKeysAndRoot(vault, vectors, by, check);
    check(`${by}: mark`, pointOf(vault.point), vectors.mark);
    check(`${by}: rows`, itemsOf(vault.database), vectors.rows);
    await checkFirstRecord(vault, vaultFolder, vectors, by, check);
    await checkEvidence(vault, vaultFolder, vectors, by, check);
    vault.database.close();
  }
  return results;
}

async function checkSecrets({ kdf, keys, slotKeys: expected }, check) {
  const salt = fromHex(kdf.salt);
  const code = recoveryCodeBytes(kdf.recoveryPrinted);
  const passphraseKey = await argon2id(fromHex(kdf.passphraseNfkcUtf8), salt, kdf.memoryKiB, kdf.iterations);
  check('recovery code read', code && hex(code), kdf.recoverySecret);
  check('secret key of the passphrase', hex(passphraseKey), keys.passphrase);
  check('secret key of the recovery code', hex(await argon2id(code, salt, kdf.memoryKiB, kdf.iterations)), keys.recovery);
  const made = slotKeys(passphraseKey, salt);
  check('slot seal key', hex(made.seal), expected.seal);
  check('slot commitment key', hex(made.commit), expected.commit);
}

async function checkOtherWaysIn({ kdf, keyFile, shares }, check) {
  const keyOf = async (secret) => hex(await argon2id(secret, fromHex(kdf.salt), kdf.memoryKiB, kdf.iterations));
  const fileSecret = keyFileBytes(fromHex(keyFile.content));
  check('key file', [hex(fileSecret), await keyOf(fileSecret)], [keyFile.secret, keyFile.key]);
  for (const [one, another] of [[0, 1], [1, 2], [2, 0]]) {
    const secret = combineShares([shares.printed[one], shares.printed[another]]);
    check(`shares ${one + 1} and ${another + 1}`, [hex(secret), await keyOf(secret)], [shares.secret, shares.key]);
  }
}

/** Which slot of a header with two compartments each secret key opens. */
function checkCompartments(vectors, header, opens, check) {
  const parsed = parseHeader(fromHex(vectors[header]), header);
  for (const [name, expected] of Object.entries(vectors[opens])) {
    const slot = openSlot(parsed, fromHex(vectors.keys[name]));
    const found = slot ? { slot: slot.number, vaultKey: hex(slot.vaultKey), macHolds: macHolds(parsed, slot.vaultKey, slot.compartment) } : null;
    check(`two compartments, ${header}: ${name}`, found, expected);
  }
}

function checkKeysAndRoot({ keys, vaultId, slot, root, header }, vectors, by, check) {
  check(`${by}: costs`, [hex(header.salt), header.memoryKiB, header.iterations, header.bytes[29]], [vectors.kdf.salt, vectors.kdf.memoryKiB, vectors.kdf.iterations, vectors.kdf.parallelism]);
  check(`${by}: vault id`, hex(vaultId), vectors.vaultId);
  check(`${by}: vault key`, hex(slot.vaultKey), vectors.vaultKey);
  for (const [name, key] of Object.entries(vectors.vaultKeys)) check(`${by}: key ${name}`, keys[name] && hex(keys[name]), key);
  check(`${by}: root names`, [rootName(keys, 0), rootName(keys, 1)], vectors.rootNames);
  const { rootSequence, current, previous, setAside } = root;
  check(`${by}: root`, { rootSequence, current: generationOf(current), previous: generationOf(previous), setAside }, vectors.root);
  check(`${by}: chain start`, pointOf(chainStart(keys, vaultId)), vectors.chainStart);
}

async function checkFirstRecord({ keys, vaultId, root }, folder, { firstRecord }, by, check) {
  const payload = fromHex(firstRecord.payload);
  check(`${by}: chain after the first record`, pointOf(nextPoint(keys, chainStart(keys, vaultId), payload)), firstRecord.chain);
  const segment = await readFile(pathOfObject(folder, root.previous.segments[0].name));
  const framed = fromHex(firstRecord.framed);
  check(`${by}: segment salt`, hex(segment.subarray(0, 32)), firstRecord.segmentSalt);
  check(`${by}: first record's place`, hex(segment.subarray(firstRecord.atOffset, firstRecord.atOffset + framed.length)), firstRecord.framed);
  const { seal, heads } = segmentKeys(keys, segment.subarray(0, 32));
  const announced = headAt(framed, 0, 1, heads);
  check(`${by}: first record's head`, announced, framed.length - 16);
  const opened = openRecord(framed.subarray(16), 1, chainStart(keys, vaultId).hash, seal, vaultId, 'The first record');
  check(`${by}: first record's payload`, opened && hex(opened), firstRecord.payload);
}

async function checkEvidence({ keys, vaultId }, folder, vectors, by, check) {
  for (const file of vectors.evidence) {
    const key = hkdf(fromHex(file.key), vaultId, 'tidemark/1/evidence-seal');
    check(`${by}: evidence ${file.objectName} seal key`, hex(key), file.sealKey);
    const parts = [];
    await openSealed(pathOfObject(folder, file.objectName), { name: file.objectName, length: file.sizeBytes, vaultId, before: 0, keyOf: () => key, what: 'Evidence' }, (plain) => parts.push(plain));
    const digest = sha256(...parts);
    check(`${by}: evidence ${file.objectName} SHA-256`, hex(digest), file.sha256);
    check(`${by}: evidence ${file.objectName} duplicate tag`, hex(hmac(keys.duplicates, digest)), file.duplicateTag);
  }
}

function pointOf(point) {
  return { sequence: point.sequence, hash: hex(point.hash) };
}

function generationOf({ number, snapshot, base, segments }) {
  return {
    number,
    snapshot: snapshot ? { name: snapshot.name, imageBytes: snapshot.imageLength } : null,
    base: pointOf(base),
    segments: segments.map(({ name, base: from, isTorn, end }) => ({ name, base: pointOf(from), end: end ? { lengthBytes: end.length, point: pointOf(end.point) } : null, tornTail: isTorn })),
  };
}

function itemsOf(database) {
  const rows = [];
  for (const { id, text, number, blob } of rowsOf(database, 'SELECT id, CAST(text AS BLOB) AS text, number, blob FROM item ORDER BY id')) {
    rows.push({ id, text: text && Buffer.from(text).toString('utf8'), number, blob: blob && hex(blob) });
  }
  return rows;
}
