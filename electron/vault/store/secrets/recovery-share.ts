import { combine, split } from 'shamir-secret-sharing';
import { Refusal } from '../../../../shared/contract/errors';
import type { ShareFacts } from '../../../../shared/contract/ways-in-calls';
import { mostShares } from '../../../../shared/contract/secrets';
import { sameBytes, sha256, zero, type RandomSource, systemRandom } from '../../crypto/primitives';
import { digitsOf } from '../../../../shared/text/crockford';
import { bytesOfDigits, printDigits, readDigits } from './printed-digits';

/**
 * Recovery shares: a random secret of 16 bytes split so that any `needed` of up to eight shares give it again, and fewer say nothing of it (Shamir;
 * docs/FORMAT.md, "Recovery shares"). A share is `u8 (version 1, needed) ‖ set id(3) ‖ point(16) ‖ u8 number ‖ check(4)`, forty digits as printed.
 */
const version = 1;
const secretBytes = 16;
const setBytes = 3;
const shareBytes = 1 + setBytes + secretBytes + 1;
const checkBytes = 4;
const characters = 40;
const fewestNeeded = 2;

/** A share as it was read. */
export interface Share {
  needed: number;
  setId: Uint8Array;
  /** Which of the set it is, from 1. */
  number: number;
  /** The value of the secret's polynomials at `number`. */
  point: Uint8Array;
}

/** @returns the shares as printed, the first numbered 1, and the 16 bytes that go through the key derivation. */
export async function newShares(needed: number, count: number, random: RandomSource = systemRandom): Promise<{ printed: string[]; secret: Uint8Array }> {
  if (needed < fewestNeeded || count < needed || count > mostShares) throw new RangeError('2 <= needed <= count <= 8');
  const secret = random(secretBytes);
  const setId = random(setBytes);
  const drawn = await split(secret, count, needed);
  const basis = drawn.slice(0, needed).map((each): Placed => ({ number: each[secretBytes] ?? 0, point: each.subarray(0, secretBytes) }));
  const printed: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const point = await valueAt(basis, number);
    printed.push(printShare({ needed, setId, number, point }));
    zero(point);
  }
  zero(...drawn);
  return { printed, secret };
}

export function printShare(share: Share): string {
  const bytes = Buffer.concat([Uint8Array.of((version << 4) | share.needed), share.setId, share.point, Uint8Array.of(share.number)]);
  const whole = Buffer.concat([bytes, checkOf(bytes)]);
  const printed = printDigits(digitsOf(whole, characters));
  zero(bytes, whole);
  return printed;
}

function checkOf(bytes: Uint8Array): Uint8Array {
  return sha256(Buffer.from('tidemark/1/share', 'ascii'), bytes).subarray(0, checkBytes);
}

/** Whether forty digits are a share: for finding a slip. */
export function isShare(digits: readonly number[]): boolean {
  return shareOf(digits) !== null;
}

function shareOf(digits: readonly number[]): Share | null {
  const whole = bytesOfDigits(digits);
  const bytes = whole.subarray(0, shareBytes);
  const head = bytes[0] ?? 0;
  const share = { needed: head & 15, setId: bytes.slice(1, 1 + setBytes), point: bytes.slice(1 + setBytes, shareBytes - 1), number: bytes[shareBytes - 1] ?? 0 };
  const isSound = sameBytes(checkOf(bytes), whole.subarray(shareBytes)) && head >> 4 === version && share.needed >= fewestNeeded && share.needed <= mostShares && share.number > 0;
  zero(whole);
  if (isSound) return share;
  zero(share.point);
  return null;
}

/** @param typed UTF-8 as typed; the caller zeroes it. Refuses `code-not-matching`. */
export function readShare(typed: Uint8Array): Share {
  const digits = readDigits(typed, characters);
  const share = digits === null ? null : shareOf(digits);
  digits?.fill(0);
  if (share === null) throw new Refusal('code-not-matching');
  return share;
}

/** What a share says of itself to whoever holds it; the set by its first group, as it is printed. */
export function shareFacts(typed: Uint8Array): ShareFacts {
  const share = readShare(typed);
  const firstGroup = printDigits(digitsOf(Uint8Array.of((version << 4) | share.needed, ...share.setId), 5));
  zero(share.point);
  return { setId: firstGroup, number: share.number, needed: share.needed };
}

type Placed = Pick<Share, 'number' | 'point'>;

/**
 * The value at `number` of the polynomials that pass through these points. The library gives the value at 0; in GF(2^8) adding `number` to every
 * coordinate moves 0 there.
 */
async function valueAt(basis: readonly Placed[], number: number): Promise<Uint8Array> {
  const moved = basis.map((each) => Uint8Array.of(...each.point, each.number ^ number));
  const value = await combine(moved);
  zero(...moved);
  return value;
}

/** A secret that some of the shares give, and the numbers of those that do not fit it. */
export interface SharedSecret {
  secret: Uint8Array;
  leftOut: number[];
}

/** With one share more than needed and one of them false, each of them may be the false one. */
const mostCandidates = mostShares;

/**
 * The secrets that shares may stand for, the one that most of them agree on first. One, unless a share is there that was made to look as if it belonged to
 * the set: its check digits hold and its points do not; then the vault's slots tell. The same share twice counts once.
 * Refuses `code-not-matching` (one does not read), `shares-mixed` (they are of different sets), `shares-too-few`.
 */
export async function combineShares(typed: readonly Uint8Array[]): Promise<SharedSecret[]> {
  const shares: Share[] = [];
  try {
    for (const each of typed) shares.push(readShare(each));
    const [first] = shares;
    if (first === undefined) throw new Refusal('shares-too-few');
    if (shares.some((share) => share.needed !== first.needed || !sameBytes(share.setId, first.setId))) throw new Refusal('shares-mixed');
    const places = [...shares.keys()].filter((place) => !shares.slice(0, place).some((earlier) => isSame(earlier, shares[place])));
    if (new Set(places.map((place) => shares[place]?.number)).size < first.needed) throw new Refusal('shares-too-few');
    return await candidates(shares, places, first.needed);
  } finally {
    for (const share of shares) zero(share.point);
  }
}

function isSame(left: Share, right: Share | undefined): boolean {
  return right !== undefined && left.number === right.number && sameBytes(left.point, right.point);
}

async function candidates(shares: readonly Share[], places: readonly number[], needed: number): Promise<SharedSecret[]> {
  const found: (SharedSecret & { agreeing: string })[] = [];
  for (const chosen of subsets(places, needed)) {
    const basis = chosen.map((place) => shares[place]).filter((share) => share !== undefined);
    if (new Set(basis.map((share) => share.number)).size < needed) continue;
    const leftOut: number[] = [];
    for (const place of places) {
      const share = shares[place];
      if (share === undefined || chosen.includes(place)) continue;
      const value = await valueAt(basis, share.number);
      if (!sameBytes(value, share.point)) leftOut.push(place);
      zero(value);
    }
    const agreeing = places.filter((place) => !leftOut.includes(place)).join();
    if (found.some((each) => each.agreeing === agreeing)) continue;
    found.push({ secret: await valueAt(basis, 0), leftOut: leftOut.map((place) => shares[place]?.number ?? 0), agreeing });
    if (leftOut.length === 0) break;
  }
  found.sort((left, right) => left.leftOut.length - right.leftOut.length);
  zero(...found.slice(mostCandidates).map(({ secret }) => secret));
  return found.slice(0, mostCandidates).map(({ secret, leftOut }) => ({ secret, leftOut }));
}

function subsets(places: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return places.flatMap((place, at) => subsets(places.slice(at + 1), size - 1).map((rest) => [place, ...rest]));
}
