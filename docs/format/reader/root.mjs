/** The root, which names everything else (FORMAT.md, "Root"). */
import { readFile } from 'node:fs/promises';
import { chainStart, samePoint } from './chain.mjs';
import { Cursor } from './cursor.mjs';
import { Damage } from './damage.mjs';
import { kindOf, kinds, pathOfObject, rootName } from './keys.mjs';
import { hkdf, join, openGcm } from './primitives.mjs';

/** Gives the plain root of one copy. Throws Damage. */
export function openRoot(bytes, keys, vaultId, what) {
  if (bytes.length === 0 || bytes.length % 4096 !== 0) throw new Damage(`${what} does not have the length of one.`);
  const seal = hkdf(keys.root, bytes.subarray(0, 32), 'tidemark/1/root-seal');
  const plain = openGcm(seal, Buffer.alloc(12), join('root', vaultId), bytes.subarray(32));
  if (!plain) throw new Damage(`${what} does not verify: its content was changed, or it is not this vault's.`);
  return parseRoot(plain, what);
}

function parseRoot(plain, what) {
  const cursor = new Cursor(plain, what);
  if (cursor.u16() !== 1) cursor.fail('it does not begin with 1');
  const rootSequence = cursor.u64();
  const count = cursor.u8();
  if (count !== 1 && count !== 2) cursor.fail(`${count} generations`);
  const generations = Array.from({ length: count }, () => parseGeneration(cursor));
  const setAside = Array.from({ length: cursor.u16() }, () => cursor.take(16).toString('hex'));
  cursor.zerosToEnd();
  return { rootSequence, current: generations[0], previous: generations[1], setAside };
}

function parseGeneration(cursor) {
  const number = cursor.u64();
  const snapshot = cursor.flag() ? { name: cursor.take(16).toString('hex'), imageLength: cursor.u64() } : undefined;
  const base = parsePoint(cursor);
  const segments = Array.from({ length: cursor.u16() }, () => parseSegment(cursor));
  return { number, snapshot, base, segments };
}

function parseSegment(cursor) {
  const name = cursor.take(16).toString('hex');
  const base = parsePoint(cursor);
  const isTorn = cursor.flag();
  const end = cursor.flag() ? { length: cursor.u64(), point: parsePoint(cursor) } : undefined;
  return { name, base, isTorn, end };
}

export function parsePoint(cursor) {
  return { sequence: cursor.u64(), hash: cursor.take(32) };
}

/** Whether the parts of a root belong together. Throws Damage. */
export function checkRoot(root, keys, vaultId) {
  const bad = (why) => {
    throw new Damage(`The root is sealed with the right key but contradicts itself: ${why}.`);
  };
  for (const generation of [root.current, root.previous]) {
    if (!generation) continue;
    if (!generation.snapshot && !samePoint(generation.base, chainStart(keys, vaultId))) bad(`generation ${generation.number} has no snapshot and does not begin at the start`);
    if (generation.snapshot && kindOf(keys, generation.snapshot.name) !== kinds.snapshot) bad('a snapshot does not have a snapshot\'s name');
    let point = generation.base;
    for (const [index, segment] of generation.segments.entries()) {
      if (kindOf(keys, segment.name) !== kinds.segment) bad('a segment does not have a segment\'s name');
      if (!point || !samePoint(segment.base, point)) bad(`segment ${index + 1} of generation ${generation.number} does not begin where the one before ended`);
      point = segment.end?.point;
    }
    if (generation === root.previous && !(point && samePoint(point, root.current.base))) bad('the current generation does not begin where the previous one ended');
  }
}

/** The copy that verifies, with the higher root sequence. Throws Damage when none does. */
export async function readRoot(folder, keys, vaultId, findings) {
  const roots = [];
  for (const copy of [0, 1]) {
    const what = `Root copy ${copy}`;
    const root = await findings.attempt(async () => {
      const bytes = await readFile(pathOfObject(folder, rootName(keys, copy))).catch(() => {
        throw new Damage(`${what} is missing.`);
      });
      return { ...openRoot(bytes, keys, vaultId, what), copy };
    });
    if (root) roots.push(root);
  }
  if (roots.length === 0) throw new Damage('Neither root copy verifies: the vault\'s contents cannot be told from somebody else\'s.');
  roots.sort((one, other) => other.rootSequence - one.rootSequence);
  const [root, older] = roots;
  if (older && older.rootSequence !== root.rootSequence) findings.remarks.push(`The root copies differ (${root.rootSequence} and ${older.rootSequence}), as an interruption between writing the two leaves them.`);
  checkRoot(root, keys, vaultId);
  return root;
}
