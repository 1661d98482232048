/**
 * Opens a vault from its folder alone, in the order of FORMAT.md, "Opening", and verifies everything on the way.
 * It only reads: nothing in the folder is written, mended or locked.
 */
import { access, readFile } from 'node:fs/promises';
import { join as pathOf } from 'node:path';
import { Damage } from './damage.mjs';
import { openDatabase, replay } from './database.mjs';
import { openHeader } from './header.mjs';
import { kindOf, kinds, listObjects, pathOfObject, rootName, vaultKeys } from './keys.mjs';
import { hkdf } from './primitives.mjs';
import { readRoot } from './root.mjs';
import { openSealed } from './sealed-file.mjs';
import { readSegment } from './segment.mjs';

/**
 * Gives { header, slot, keys, vaultId, root, database, point, objects }: the database as of `point`, the last transaction that verifies.
 * What does not hold is in `findings`; Damage is thrown when nothing can be shown, NotRead when the vault was not opened.
 */
export async function readVault(folder, secrets, findings) {
  const objects = await listObjects(folder);
  if (await isThere(pathOf(folder, 'lock'))) findings.remarks.push('The folder is marked as in use: the program may have the vault open and be changing it.');
  const { header, slot } = await openHeader(folder, secrets, objects.length > 0, findings);
  const { vaultId } = header;
  const keys = vaultKeys(slot.vaultKey, vaultId);
  const root = await readRoot(folder, keys, vaultId, findings);
  const vault = { folder, vaultId, keys, findings };

  const reserve = root.previous && (await readReserve(vault, root.previous));
  const start = await findings.attempt(() => startOf(vault, root.current, `the snapshot of generation ${root.current.number}`));
  const { database, point, isWhole } = start ? await fromSnapshot(vault, root, start, reserve) : await fromReserve(vault, root, reserve);
  if (!isWhole && point.sequence === 0) throw new Damage('Nothing of what was saved is left before the damage.');
  sayObjects(objects, root, keys, findings);
  return { header, slot, keys, vaultId, root, database, point, objects };
}

/** The usual way: the current snapshot and the journal after it. */
async function fromSnapshot(vault, root, database, reserve) {
  if (reserve?.isWhole) compareReserve(reserve.database, database, vault.findings);
  reserve?.database.close();
  return { database, ...(await replayJournal(vault, root.current, database)) };
}

/** The current snapshot does not verify: the generation before it, and the current journal after that only when nothing is missing between. */
async function fromReserve(vault, root, reserve) {
  if (!reserve) throw new Damage('The snapshot does not verify, and there is no earlier generation to begin from: nothing can be shown.');
  vault.findings.remarks.push('What follows was rebuilt from the generation before the damaged snapshot.');
  return reserve.isWhole ? { database: reserve.database, ...(await replayJournal(vault, root.current, reserve.database)) } : reserve;
}

/** The database that a generation begins with. Throws Damage. */
async function startOf({ folder, vaultId, keys }, generation, what) {
  const parts = [];
  if (generation.snapshot) {
    const { name, imageLength } = generation.snapshot;
    const keyOf = (salt) => hkdf(keys.snapshots, salt, 'tidemark/1/snapshot-seal');
    await openSealed(pathOfObject(folder, name), { name, length: imageLength, vaultId, before: 32, keyOf, what: capital(what) }, (plain) => parts.push(plain));
  }
  return openDatabase(Buffer.concat(parts));
}

/** The previous generation up to its end or the first damage; undefined when its snapshot does not verify. */
async function readReserve(vault, generation) {
  const database = await vault.findings.attempt(() => startOf(vault, generation, `the snapshot of the reserve, generation ${generation.number},`));
  return database && { database, ...(await replayJournal(vault, generation, database)) };
}

/** Replays the segments of a generation until its end or the first damage. Gives the last point that verified. */
async function replayJournal({ folder, vaultId, keys, findings }, generation, database) {
  let { base: point } = generation;
  for (const [index, segment] of generation.segments.entries()) {
    const what = `Journal segment ${index + 1} of generation ${generation.number}`;
    const read = await findings.attempt(async () => {
      const bytes = await readFile(pathOfObject(folder, segment.name)).catch((error) => {
        if (error.code === 'ENOENT') throw new Damage(`${what} is missing.`);
        throw error;
      });
      return readSegment(bytes, { segment, generation, keys, vaultId, what }, (payload, next) => {
        replay(database, payload, `Change ${next.sequence}`);
        point = next;
      });
    });
    if (segment.isTorn) findings.remarks.push(`${what}: a last record that was not whole was set aside when the vault was opened after an interruption.`);
    if (read?.torn) findings.damage.push(`${what}: the last ${read.torn} bytes are not a whole record. A power cut while saving leaves this; so does somebody who cuts or changes the last record.`);
    if (!read) return { point, isWhole: false };
  }
  return { point, isWhole: true };
}

/** Both were made independently: the reserve by repeating each change, the snapshot by the program from its own database. */
function compareReserve(reserve, snapshot, findings) {
  const last = 'SELECT sequence, hash FROM history ORDER BY sequence DESC LIMIT 1';
  const [one, other] = [reserve, snapshot].map((database) => {
    try {
      return JSON.stringify(database.exec(last));
    } catch {
      return 'no history';
    }
  });
  if (one !== other) findings.damage.push('The snapshot does not have the same history as the journal it was made from.');
}

/** Objects that the root does not name: left by an interruption, or not this compartment's. Neither is damage. */
function sayObjects(objects, root, keys, findings) {
  const named = new Set([rootName(keys, 0), rootName(keys, 1), ...root.setAside]);
  for (const generation of [root.current, root.previous]) {
    if (generation?.snapshot) named.add(generation.snapshot.name);
    for (const segment of generation?.segments ?? []) named.add(segment.name);
  }
  let left = 0;
  let foreign = 0;
  for (const { name } of objects) {
    if (named.has(name)) continue;
    const kind = kindOf(keys, name);
    if (kind === undefined) foreign++;
    else if (kind !== kinds.evidence) left++;
  }
  if (left > 0) findings.remarks.push(`${left} files are left over from an interruption; the vault does not use them.`);
  if (foreign > 0) findings.remarks.push(`${foreign} files under objects/ are another compartment's, which this secret does not open. Every vault is made with one, whether anybody can open it or not.`);
  for (const name of root.setAside) if (!objects.some((object) => object.name === name)) findings.remarks.push('An object that was set aside is missing; nothing that was saved depends on it.');
}

function isThere(path) {
  return access(path).then(() => true, () => false);
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}
