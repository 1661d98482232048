import { createHash } from 'node:crypto';
import type { Chance } from '../../../electron/vault/store/testing/power-loss';
import { oneOf, upTo } from '../../proving/chance';
import { roles, type Anatomy, type Part } from './anatomy';
import { differences, type VaultImage } from './images';
import { editing, replacing, within, type Edit } from './edits';

/** What corruptions are drawn from: the vault, what each file of it is, how it was before, and another vault. */
export interface Ground {
  image: VaultImage;
  anatomy: Anatomy;
  older: readonly VaultImage[];
  /** The same record as its files lay before the vault was closed, where it was. */
  beforeClosing: Ground | null;
  foreign: { image: VaultImage; anatomy: Anatomy };
}

export interface Corruption {
  image: VaultImage;
  how: string;
}

type Draw = (ground: Ground, image: VaultImage, chance: Chance) => Corruption | null;

/** Every role as often as any other, however many files have it. */
function drawPart(parts: readonly Part[], chance: Chance): Part | undefined {
  const there = roles.filter((role) => parts.some((part) => part.role === role));
  const role = oneOf(chance, there);
  return oneOf(chance, parts.filter((part) => part.role === role));
}

/** Changes one file's bytes. */
const onBytes = (edit: Edit): Draw => ({ anatomy }, image, chance) => {
  const part = drawPart(anatomy.parts, chance);
  const bytes = part && image.get(part.path);
  const edited = part && bytes && bytes.length > 0 ? edit(bytes, part.borders, chance) : null;
  return part && edited ? { image: editing(image, part.path, edited.bytes), how: `${part.role}: ${edited.how}` } : null;
};

const dropFile: Draw = ({ anatomy }, image, chance) => {
  const part = drawPart(anatomy.parts, chance);
  return part ? { image: editing(image, part.path, null), how: `${part.role}: dropped` } : null;
};

const swapFiles: Draw = ({ anatomy }, image, chance) => {
  const [one, other] = [drawPart(anatomy.parts, chance), drawPart(anatomy.parts, chance)];
  if (!one || !other) return null;
  return { image: replacing(image, [[one.path, image.get(other.path)], [other.path, image.get(one.path)]]), how: `${one.role} and ${other.role}: swapped` };
};

/** Its own bytes under another file's name, or under one that was free. */
const copyFile: Draw = ({ anatomy }, image, chance) => {
  const [one, other] = [drawPart(anatomy.parts, chance), drawPart(anatomy.parts, chance)];
  if (!one || !other) return null;
  if (chance() < 0.3) {
    const name = createHash('sha256').update(String(chance())).digest('hex').slice(0, 32);
    return { image: replacing(image, [[`objects/${name.slice(0, 2)}/${name}`, image.get(one.path)]]), how: `${one.role}: doubled under a free name` };
  }
  return { image: replacing(image, [[other.path, image.get(one.path)]]), how: `${one.role}: doubled in place of ${other.role}` };
};

/** A record or chunk of one file in place of one of another. */
const pieceBetween: Draw = ({ anatomy }, image, chance) => {
  const [one, other] = [drawPart(anatomy.parts, chance), drawPart(anatomy.parts, chance)];
  const [from, to] = [one && image.get(one.path), other && image.get(other.path)];
  if (!one || !other || !from || !to) return null;
  const bytes = within.pieceInstead(to, other.borders, within.piece(from, one.borders, chance), chance);
  return bytes ? { image: editing(image, other.path, bytes), how: `a piece of ${one.role} in place of one of ${other.role}` } : null;
};

const foreignFile: Draw = ({ anatomy, foreign }, image, chance) => {
  const theirs = drawPart(foreign.anatomy.parts, chance);
  if (!theirs) return null;
  const bytes = foreign.image.get(theirs.path);
  if (chance() < 0.2) return { image: replacing(image, [[theirs.path, bytes]]), how: `${theirs.role} of another vault, under its own name` };
  const alike = chance() < 0.7 ? anatomy.parts.filter((part) => part.role === theirs.role) : anatomy.parts;
  // Both copies, where there are two: one alone is mended from the other.
  const paths = ['header', 'root'].includes(theirs.role) && chance() < 0.6 ? anatomy.parts.filter((part) => part.role === theirs.role).map((part) => part.path) : [oneOf(chance, alike)?.path];
  return { image: replacing(image, paths.flatMap((path) => (path === undefined ? [] : [[path, bytes] as const]))), how: `${theirs.role} of another vault` };
};

/** One file, or one kind of file, as it was earlier; everything else as it is. */
const olderFile: Draw = ({ anatomy, older }, image, chance) => {
  const before = oneOf(chance, older);
  if (!before) return null;
  const changed = differences(before, image).filter((path) => before.has(path));
  const both = anatomy.parts.filter((part) => part.role === (chance() < 0.5 ? 'root' : 'header')).map((part) => part.path);
  const dice = chance();
  if (dice < 0.3) return { image: replacing(image, both.map((path) => [path, before.get(path)])), how: 'both copies of the root, or of the header, as they were earlier' };
  if (dice < 0.7) {
    const path = oneOf(chance, changed);
    return path === undefined ? null : { image: replacing(image, [[path, before.get(path)]]), how: 'one file as it was earlier' };
  }
  const some = changed.filter(() => chance() < 0.6);
  return { image: replacing(image, some.map((path) => [path, before.get(path)])), how: 'some files as they were earlier' };
};

/** Everything as it was earlier; or that, with what came later left beside it. */
const rollBack: Draw = ({ older }, image, chance) => {
  const before = oneOf(chance, older);
  if (!before) return null;
  return chance() < 0.5 ? { image: before, how: 'the whole vault as it was earlier' } : { image: new Map([...image, ...before]), how: 'the whole vault as it was earlier, with what came later beside it' };
};

const wholeForeign: Draw = ({ foreign }) => ({ image: foreign.image, how: 'another vault of the same passphrase in its place' });

/** As somebody without any key would: the checksum made to agree, and the revision raised so that this copy comes first. */
const forgeHeader: Draw = (_, image, chance) => {
  const at = [upTo(chance, 128), 128 + upTo(chance, 1024), 1152 + upTo(chance, 2912)][upTo(chance, 3)] ?? 0;
  const mask = 1 + upTo(chance, 255);
  const raised = chance() < 0.5;
  const forged = (path: string): Uint8Array | null => {
    const bytes = Buffer.from(image.get(path) ?? []);
    if (bytes.length !== 4096) return null;
    bytes[at] = (bytes[at] ?? 0) ^ mask;
    if (raised) bytes[70] = (bytes[70] ?? 0) + 1;
    createHash('sha256').update(bytes.subarray(0, 4064)).digest().copy(bytes, 4064);
    return new Uint8Array(bytes);
  };
  const paths = [['head.0'], ['head.1'], ['head.0', 'head.1']][upTo(chance, 3)] ?? [];
  const pairs = paths.map((path) => [path, forged(path)] as const);
  if (pairs.some(([, bytes]) => bytes === null)) return null;
  return { image: replacing(image, pairs.map(([path, bytes]) => [path, bytes ?? undefined])), how: `header: byte ${at} changed in ${paths.length === 2 ? 'both copies' : 'one copy'} and the checksum made to agree${raised ? ', a later revision' : ''}` };
};

const kinds: readonly (readonly [number, Draw])[] = [
  [6, onBytes(within.flipBit)], [4, onBytes(within.setByte)], [4, onBytes(within.overwrite)], [3, onBytes(within.zero)], [4, onBytes(within.cut)], [5, onBytes(within.cutAtBorder)], [3, onBytes(within.lengthen)],
  [4, onBytes(within.dropPiece)], [4, onBytes(within.swapPieces)], [4, onBytes(within.repeatPiece)], [1, onBytes(within.empty)], [4, pieceBetween],
  [4, dropFile], [4, swapFiles], [4, copyFile], [5, foreignFile], [5, olderFile], [3, rollBack], [0.2, wholeForeign], [4, forgeHeader],
];
const weight = kinds.reduce((sum, [share]) => sum + share, 0);

function drawOne(ground: Ground, image: VaultImage, chance: Chance): Corruption | null {
  let left = chance() * weight;
  for (const [share, draw] of kinds) {
    left -= share;
    if (left < 0) return draw(ground, image, chance);
  }
  return null;
}

/** One corruption, or two to four at once; never one that changes nothing. */
export function corrupt(ground: Ground, chance: Chance): Corruption {
  for (;;) {
    const count = chance() < 0.75 ? 1 : 2 + upTo(chance, 3);
    let { image } = ground;
    const hows: string[] = [];
    while (hows.length < count) {
      const done = drawOne(ground, image, chance);
      if (done === null) continue;
      ({ image } = done);
      hows.push(done.how);
    }
    if (differences(ground.image, image).length > 0) return { image, how: hows.join('; ') };
  }
}
