/** Recovery shares: reading the printed ones and putting enough of them together (FORMAT.md, "Recovery shares"). */
import { toBits } from './base32.mjs';
import { NotRead } from './damage.mjs';
import { sha256 } from './primitives.mjs';

/** One printed share: { needed, set, point, values }. Throws NotRead when it was not typed as printed. */
export function readShare(typed, number) {
  const bits = toBits(typed);
  if (bits?.length !== 200) throw new NotRead(`Share ${number} does not have 40 digits, or one that is none.`);
  const bytes = Buffer.from(Array.from({ length: 25 }, (_, index) => Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2)));
  const share = bytes.subarray(0, 21);
  if (!sha256('tidemark/1/share', share).subarray(0, 4).equals(bytes.subarray(21))) throw new NotRead(`Share ${number} was not typed as it is printed: its last digits do not fit.`);
  const [first] = share;
  if (first >> 4 !== 1) throw new NotRead(`Share ${number} is of a kind that this reader does not know.`);
  return { needed: first & 15, set: share.toString('hex', 1, 4), values: share.subarray(4, 20), point: share[20] };
}

/** The 16 secret bytes. Too few, or shares of different sets, throw NotRead; wrong ones give wrong bytes, which open nothing. */
export function combineShares(printed) {
  const shares = printed.map((typed, index) => readShare(typed, index + 1));
  if (new Set(shares.map(({ set, needed }) => `${set} ${needed}`)).size > 1) throw new NotRead('These shares were not made together.');
  const different = [...new Map(shares.map((share) => [share.point, share])).values()];
  const needed = shares[0]?.needed ?? 2;
  if (different.length < needed) throw new NotRead(`${needed} different shares are needed; these are ${different.length}.`);
  const used = different.slice(0, needed);
  return Buffer.from(Array.from({ length: 16 }, (_, at) => used.reduce((sum, share) => sum ^ multiply(share.values[at], weight(share, used)), 0)));
}

/** Lagrange's basis polynomial of a share at 0. Subtracting is XOR. */
function weight(share, used) {
  return used.reduce((product, other) => (other === share ? product : multiply(product, multiply(other.point, inverse(other.point ^ share.point)))), 1);
}

/** In GF(2^8) with the polynomial x^8 + x^4 + x^3 + x + 1. */
function multiply(one, other) {
  let product = 0;
  for (let left = one, right = other; right > 0; right >>= 1) {
    if (right & 1) product ^= left;
    left = left & 128 ? (left << 1) ^ 0x11b : left << 1;
  }
  return product;
}

/** The power 254, because every element but 0 has the power 255 equal to 1. */
function inverse(value) {
  let result = 1;
  for (let i = 0; i < 254; i++) result = multiply(result, value);
  return result;
}
