/** The two copies of the header and their slots (FORMAT.md, "Header"). */
import { readFile } from 'node:fs/promises';
import { join as pathOf } from 'node:path';
import { Damage, NotRead } from './damage.mjs';
import { argon2id, hkdf, hmac, join, openGcm, same, sha256 } from './primitives.mjs';

const length = 4096;
const slotKinds = { 1: 'a passphrase', 2: 'a recovery code', 3: 'a key file', 4: 'a recovery key split among people' };

/** One copy, checked as far as it can be without a secret. Throws Damage; NotRead for a later version. */
export function parseHeader(bytes, name) {
  const bad = (why) => {
    throw new Damage(`The header copy ${name} is damaged: ${why}.`);
  };
  if (bytes.length !== length) bad(`it has ${bytes.length} bytes, not ${length}`);
  if (!same(sha256(bytes.subarray(0, 4064)), bytes.subarray(4064))) bad('its checksum does not fit');
  if (bytes.toString('latin1', 0, 8) !== 'TIDEMARK') bad('it is not a Tidemark header');
  const version = bytes.readUInt16BE(8);
  if (version > 1) throw new NotRead(`This vault has format version ${version}; this reader knows version 1.`);
  const memoryKiB = bytes.readUInt32BE(32);
  const iterations = bytes.readUInt32BE(36);
  if (version !== 1 || bytes.readUInt8(28) !== 1 || bytes.readUInt8(29) !== 1) bad('version, key derivation or parallelism is not 1');
  if ([...bytes.subarray(10, 12), ...bytes.subarray(30, 32), ...bytes.subarray(56, 64)].some((byte) => byte !== 0)) bad('a byte that must be zero is not');
  if (memoryKiB < 8192 || memoryKiB > 1_048_576 || iterations < 1 || iterations > 10) bad('the costs of the key derivation are outside what the format allows');
  const revision = bytes.readBigUInt64BE(64);
  if (revision >= 2n ** 53n) bad('its revision is 2^53 or more');
  return {
    name,
    bytes,
    publicPart: bytes.subarray(0, 64),
    vaultId: bytes.subarray(12, 28),
    salt: bytes.subarray(40, 56),
    memoryKiB,
    iterations,
    revision: Number(revision),
  };
}

/** The keys that open a slot, from the secret key S. */
export function slotKeys(secretKey, salt) {
  return { seal: hkdf(secretKey, salt, 'tidemark/1/slot-seal'), commit: hkdf(secretKey, salt, 'tidemark/1/slot-commit') };
}

/** Tries all eight slots. Commitment first: GCM alone does not commit to a key. */
export function openSlot(header, secretKey) {
  const keys = slotKeys(secretKey, header.salt);
  for (let number = 0; number < 8; number++) {
    const slot = header.bytes.subarray(128 + number * 128, 256 + number * 128);
    const nonce = slot.subarray(0, 12);
    const sealed = slot.subarray(12, 96);
    const associated = join(header.publicPart, number);
    if (!same(hmac(keys.commit, associated, nonce, sealed), slot.subarray(96))) continue;
    const plain = openGcm(keys.seal, nonce, associated, sealed);
    if (!plain || !slotKinds[plain[32]] || plain.subarray(33).some((byte) => byte !== 0)) throw new Damage(`Slot ${number} of ${header.name} commits to this secret but does not open.`);
    return { number, kind: slotKinds[plain[32]], vaultKey: plain.subarray(0, 32), compartment: number < 4 ? 0 : 1 };
  }
  return undefined;
}

/** Whether the MAC of a compartment (0 or 1) holds under this vault key. */
export function macHolds(header, vaultKey, compartment) {
  const key = hkdf(vaultKey, header.vaultId, 'tidemark/1/header-mac');
  const slots = header.bytes.subarray(128 + compartment * 512, 640 + compartment * 512);
  return same(hmac(key, header.publicPart, slots), header.bytes.subarray(3968 + compartment * 32, 4000 + compartment * 32));
}

async function copyOf(folder, name) {
  try {
    return await readFile(pathOf(folder, name));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Opens the header of a vault folder with any of the secrets (bytes for Argon2id). Gives header and slot.
 * Notes in `findings` what does not hold; throws NotRead when nothing opens.
 */
export async function openHeader(folder, secrets, hasObjects, findings) {
  const sound = [];
  let copies = 0;
  for (const name of ['head.0', 'head.1']) {
    const bytes = await copyOf(folder, name);
    if (bytes) copies++;
    const header = await findings.attempt(() => {
      if (!bytes) throw new Damage(`The header copy ${name} is missing.`);
      return parseHeader(bytes, name);
    });
    if (header) sound.push(header);
  }
  if (copies === 0 && !hasObjects) throw new NotRead('There is no vault in this folder.');
  if (sound.length === 0) throw new Damage('Neither header copy is sound: without one, no secret opens the vault.');

  sound.sort((one, other) => other.revision - one.revision);
  let slotOpened = false;
  for (const header of sound) {
    for (const secret of secrets) {
      const secretKey = await argon2id(secret.bytes, header.salt, header.memoryKiB, header.iterations);
      const slot = await findings.attempt(() => openSlot(header, secretKey));
      if (!slot) continue;
      slotOpened = true;
      if (!macHolds(header, slot.vaultKey, slot.compartment)) {
        findings.damage.push(`The slots of ${header.name} were changed by somebody without the vault's key: its MAC does not hold.`);
        continue;
      }
      compareOther(header, slot, sound, findings);
      return { header, slot };
    }
  }
  if (slotOpened) throw new Damage('The secret is right, but no header copy can be trusted.');
  throw new NotRead('No slot opens: this is not a way into this vault.');
}

/** Both copies must be equal. Why they are not cannot be told for certain: the revision, the random parts and the other compartment are under no MAC of this one. */
function compareOther(header, slot, sound, findings) {
  for (const other of sound) {
    if (other === header || other.bytes.equals(header.bytes)) continue;
    if (macHolds(other, slot.vaultKey, slot.compartment)) {
      findings.damage.push(`The header copies are not equal (${header.name} has revision ${header.revision}, ${other.name} has ${other.revision}), though the slots of both are the vault's own. An interruption while the header was written leaves this; so does somebody who changes what no key of this secret protects.`);
    } else {
      findings.damage.push(`The header copy ${other.name} differs from ${header.name} and its MAC does not hold.`);
    }
  }
}
