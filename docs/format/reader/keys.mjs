/** The keys made from the vault key, and the names made with one of them (FORMAT.md, "Keys" and "Names"). */
import { readdir } from 'node:fs/promises';
import { join as pathOf } from 'node:path';
import { hkdf, hmac, same } from './primitives.mjs';

const purposes = { headerMac: 'header-mac', names: 'names', root: 'root', segments: 'segments', chain: 'chain', snapshots: 'snapshots', duplicates: 'duplicates' };
export const kinds = { temporary: 1, segment: 2, snapshot: 3, evidence: 4 };

export function vaultKeys(vaultKey, vaultId) {
  return Object.fromEntries(Object.entries(purposes).map(([name, purpose]) => [name, hkdf(vaultKey, vaultId, `tidemark/1/${purpose}`)]));
}

/** Name of root copy 0 or 1. */
export function rootName(keys, copy) {
  return hmac(keys.names, 0, copy).subarray(0, 16).toString('hex');
}

/** The kind (1 to 4) of one of this compartment's own names; undefined for any other name. */
export function kindOf(keys, name) {
  const bytes = Buffer.from(name, 'hex');
  return Object.values(kinds).find((kind) => same(hmac(keys.names, kind, bytes.subarray(0, 8)).subarray(0, 8), bytes.subarray(8)));
}

export function pathOfObject(folder, name) {
  return pathOf(folder, 'objects', name.slice(0, 2), name);
}

/** Every name under objects/ that has the form of one, with its folder. Other files are not looked at. */
export async function listObjects(folder) {
  const found = [];
  for (const sub of await entries(pathOf(folder, 'objects'))) {
    if (!/^[0-9a-f]{2}$/u.test(sub)) continue;
    for (const name of await entries(pathOf(folder, 'objects', sub))) if (/^[0-9a-f]{32}$/u.test(name)) found.push({ name, sub });
  }
  return found;
}

async function entries(folder) {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  }
}
