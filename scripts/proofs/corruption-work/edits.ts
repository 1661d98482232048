import type { Chance } from '../../../electron/vault/store/testing/power-loss';
import { upTo } from '../../proving/chance';
import type { VaultImage } from './images';

/** Changes a file's bytes; null where that cannot be done to it. Borders are where its pieces begin and where the last one ends. */
export type Edit = (bytes: Uint8Array, borders: readonly number[], chance: Chance) => { bytes: Uint8Array; how: string } | null;

/** The image with one file changed, or without it. */
export function editing(image: VaultImage, path: string, bytes: Uint8Array | null): VaultImage {
  const next = new Map(image);
  if (bytes === null) next.delete(path);
  else next.set(path, bytes);
  return next;
}

/** The image with these files put in, or taken away where there are no bytes. */
export function replacing(image: VaultImage, pairs: readonly (readonly [string, Uint8Array | undefined])[]): VaultImage {
  return pairs.reduce<VaultImage>((next, [path, bytes]) => editing(next, path, bytes ?? null), image);
}

function randomBytes(count: number, chance: Chance): Uint8Array {
  return Uint8Array.from({ length: count }, () => upTo(chance, 256));
}

function changed(bytes: Uint8Array, at: number, put: Uint8Array): Uint8Array {
  const next = bytes.slice();
  next.set(put.subarray(0, Math.max(0, bytes.length - at)), at);
  return next;
}

const joined = (...pieces: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));

/** Near a border as often as anywhere else, where what matters most lies. */
function somewhere(bytes: Uint8Array, borders: readonly number[], chance: Chance): number {
  if (chance() < 0.5) return upTo(chance, bytes.length);
  const border = borders[upTo(chance, borders.length)] ?? 0;
  return Math.max(0, Math.min(bytes.length - 1, border + upTo(chance, 80) - 40));
}

const blockBytes = (chance: Chance): number => [2, 16, 64, 512, 4096][upTo(chance, 5)] ?? 16;

/** A piece by its number: from and until. The file may be shorter than it was. */
function pieceAt(bytes: Uint8Array, borders: readonly number[], chance: Chance): readonly [number, number] | null {
  const number = upTo(chance, borders.length - 1);
  const [from, until] = [borders[number] ?? 0, Math.min(borders[number + 1] ?? 0, bytes.length)];
  return from < until ? [from, until] : null;
}

const flipBit: Edit = (bytes, borders, chance) => {
  const at = somewhere(bytes, borders, chance);
  return { bytes: changed(bytes, at, Uint8Array.of((bytes[at] ?? 0) ^ (1 << upTo(chance, 8)))), how: `a bit of byte ${at} of ${bytes.length}` };
};

const setByte: Edit = (bytes, borders, chance) => {
  const at = somewhere(bytes, borders, chance);
  return { bytes: changed(bytes, at, Uint8Array.of((bytes[at] ?? 0) ^ (1 + upTo(chance, 255)))), how: `byte ${at} of ${bytes.length}` };
};

const overwrite: Edit = (bytes, borders, chance) => {
  const at = somewhere(bytes, borders, chance);
  const block = randomBytes(blockBytes(chance), chance);
  return { bytes: changed(bytes, at, block), how: `${block.length} bytes from ${at} of ${bytes.length} overwritten` };
};

const zero: Edit = (bytes, borders, chance) => {
  if (chance() < 0.15) return { bytes: new Uint8Array(bytes.length), how: 'all of it zeros' };
  const at = somewhere(bytes, borders, chance);
  const block = new Uint8Array(blockBytes(chance));
  return { bytes: changed(bytes, at, block), how: `${block.length} bytes from ${at} of ${bytes.length} zeroed` };
};

const cut: Edit = (bytes, _, chance) => {
  const left = upTo(chance, bytes.length);
  return { bytes: bytes.slice(0, left), how: `cut to ${left} of ${bytes.length}` };
};

const cutAtBorder: Edit = (bytes, borders, chance) => {
  const left = borders[upTo(chance, borders.length)] ?? 0;
  return left < bytes.length ? { bytes: bytes.slice(0, left), how: `cut to ${left} of ${bytes.length}, where a piece ends` } : null;
};

const lengthen: Edit = (bytes, _, chance) => {
  const more = 1 + upTo(chance, 600);
  const what = [new Uint8Array(more), randomBytes(more, chance), bytes.slice(-more)][upTo(chance, 3)] ?? bytes;
  return { bytes: joined(bytes, what), how: `${what.length} bytes appended to ${bytes.length}` };
};

const dropPiece: Edit = (bytes, borders, chance) => {
  const piece = pieceAt(bytes, borders, chance);
  return piece && { bytes: joined(bytes.subarray(0, piece[0]), bytes.subarray(piece[1])), how: `the piece from ${piece[0]} to ${piece[1]} of ${bytes.length} dropped` };
};

const swapPieces: Edit = (bytes, borders, chance) => {
  const [one, other] = [pieceAt(bytes, borders, chance), pieceAt(bytes, borders, chance)];
  if (!one || !other || one[0] === other[0]) return null;
  const [first, second] = one[0] < other[0] ? [one, other] : [other, one];
  const swapped = joined(bytes.subarray(0, first[0]), bytes.subarray(...second), bytes.subarray(first[1], second[0]), bytes.subarray(...first), bytes.subarray(second[1]));
  return { bytes: swapped, how: `the pieces at ${first[0]} and ${second[0]} of ${bytes.length} swapped` };
};

const repeatPiece: Edit = (bytes, borders, chance) => {
  const piece = pieceAt(bytes, borders, chance);
  if (!piece) return null;
  const again = bytes.subarray(...piece);
  if (chance() < 0.4) return { bytes: changed(bytes, piece[1], again), how: `the piece at ${piece[0]} of ${bytes.length} again in place of the next` };
  if (chance() < 0.3) return { bytes: joined(bytes, again), how: `the piece at ${piece[0]} of ${bytes.length} again at the end` };
  return { bytes: joined(bytes.subarray(0, piece[1]), again, bytes.subarray(piece[1])), how: `the piece at ${piece[0]} of ${bytes.length} repeated` };
};

const empty: Edit = (bytes) => ({ bytes: new Uint8Array(0), how: `emptied, ${bytes.length} bytes` });

/** Some piece of a file; the whole of it where the piece is not there any more. */
function piece(bytes: Uint8Array, borders: readonly number[], chance: Chance): Uint8Array {
  const found = pieceAt(bytes, borders, chance);
  return found ? bytes.subarray(...found) : bytes;
}

/** The bytes with one of their pieces replaced. */
function pieceInstead(bytes: Uint8Array, borders: readonly number[], instead: Uint8Array, chance: Chance): Uint8Array | null {
  const found = pieceAt(bytes, borders, chance);
  return found && joined(bytes.subarray(0, found[0]), instead, bytes.subarray(found[1]));
}

/** What can be done to one file's bytes. */
export const within = { flipBit, setByte, overwrite, zero, cut, cutAtBorder, lengthen, dropPiece, swapPieces, repeatPiece, empty, piece, pieceInstead };
