import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combineShares, isShare, newShares, printShare, readShare, shareFacts } from './recovery-share';
import { crockfordAlphabet } from '../../../../shared/text/crockford';

const typed = (text: string): Uint8Array => new TextEncoder().encode(text);
const combine = (...shares: string[]) => combineShares(shares.map(typed));
const outcome = async (...shares: string[]): Promise<string> => combine(...shares).then(() => 'combined', (error: { code: string }) => error.code);

const set = fc.tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 0, max: 6 })).map(([needed, more]) => ({ needed, count: Math.min(8, needed + more) }));
const chosenFrom = (count: number, size: number) => fc.shuffledSubarray(Array.from({ length: count }, (_, i) => i), { minLength: size, maxLength: size });

describe('recovery shares', () => {
  it('give the secret again, any needed of them, in any order, and more; as typed by people', async () => {
    await fc.assert(fc.asyncProperty(set.chain(({ needed, count }) => fc.tuple(fc.constant({ needed, count }), fc.integer({ min: needed, max: count }).chain((size) => chosenFrom(count, size)))), async ([{ needed, count }, chosen]) => {
      const { printed, secret } = await newShares(needed, count);
      expect(new Set(printed.map((share) => share.slice(0, 5))).size).toBe(1);
      for (const [i, share] of printed.entries()) {
        expect(share).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
        expect(shareFacts(typed(share))).toEqual({ setId: share.slice(0, 5), number: i + 1, needed });
        expect(printShare(readShare(typed(share)))).toBe(share);
      }
      const asTyped = chosen.map((i) => (printed[i] ?? '').toLowerCase().replaceAll('-', i % 2 === 0 ? ' – ' : '').replaceAll('0', 'o').replaceAll('1', 'l'));
      expect(await combine(...asTyped)).toEqual([{ secret, leftOut: [] }]);
    }), { numRuns: 60 });
  });

  it('give nothing when there are too few, also when one of them is there twice', async () => {
    await fc.assert(fc.asyncProperty(set, async ({ needed, count }) => {
      const { printed } = await newShares(needed, count);
      const few = printed.slice(0, needed - 1);
      expect(await outcome(...few)).toBe('shares-too-few');
      expect(await outcome(...few, few[0] ?? '')).toBe('shares-too-few');
    }), { numRuns: 30 });
    expect(await outcome()).toBe('shares-too-few');
  });

  it('of different sets are told apart', async () => {
    const [one, other, threeNeeded] = [await newShares(2, 3), await newShares(2, 3), await newShares(3, 3)];
    expect(await outcome(one.printed[0] ?? '', other.printed[1] ?? '')).toBe('shares-mixed');
    expect(await outcome(one.printed[0] ?? '', one.printed[1] ?? '', threeNeeded.printed[1] ?? '')).toBe('shares-mixed');
  });

  it('with any one slip, or two neighbours swapped, do not read', async () => {
    const { printed } = await newShares(3, 5);
    const share = printed[2] ?? '';
    for (let at = 0; at < share.length; at += 1) {
      const character = share[at] ?? '';
      if (character === '-') continue;
      for (const other of crockfordAlphabet.replace(character, '')) {
        expect(() => readShare(typed(share.slice(0, at) + other + share.slice(at + 1)))).toThrow('code-not-matching');
      }
    }
    const digits = share.replaceAll('-', '');
    for (let at = 0; at + 1 < digits.length; at += 1) {
      if (digits[at] === digits[at + 1]) continue;
      expect(() => readShare(typed(digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2)))).toThrow('code-not-matching');
    }
    for (const wrong of ['', digits.slice(1), `${digits}0`, digits.replace(/^./, 'U'), digits.replace(/^./, '\u{1F511}')]) expect(() => readShare(typed(wrong))).toThrow('code-not-matching');
    expect(isShare(Array.from(digits, (digit) => crockfordAlphabet.indexOf(digit)))).toBe(true);
    expect(isShare(Array.from({ length: 40 }, () => 0))).toBe(false);
  });

  it('never read as something else than what was printed, whatever is typed', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 200 })), (anything) => {
      const bytes = typeof anything === 'string' ? typed(anything) : anything;
      expect(() => readShare(bytes)).toThrow('code-not-matching');
    }));
  });

  /** One of the set by its look, made by somebody who holds a share: all but its point agrees. */
  const forge = (printed: string): string => {
    const share = readShare(typed(printed));
    return printShare({ ...share, point: share.point.map((byte) => byte ^ 0x5a) });
  };

  it('with a forged one among them and two to spare: the forged one is named', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 2, max: 6 }), fc.nat(7), async (needed, at) => {
      const { printed, secret } = await newShares(needed, needed + 2);
      const place = at % printed.length;
      printed[place] = forge(printed[place] ?? '');
      const [first, second] = await combine(...printed);
      expect(first).toEqual({ secret, leftOut: [place + 1] });
      expect(second?.leftOut.length ?? 9).toBeGreaterThan(1);
    }), { numRuns: 25 });
  });

  it('with a forged one among them and one to spare: the right secret is among as many as there are shares', async () => {
    for (const needed of [2, 4, 7]) {
      const { printed, secret } = await newShares(needed, needed + 1);
      printed[1] = forge(printed[1] ?? '');
      const found = await combine(...printed);
      expect(found).toHaveLength(needed + 1);
      expect(found.filter((each) => Buffer.from(each.secret).equals(secret))).toEqual([{ secret, leftOut: [2] }]);
    }
  });

  it('with a forged one beside the true one of its number: both stand for themselves', async () => {
    const { printed, secret } = await newShares(2, 3);
    const found = await combine(forge(printed[0] ?? ''), printed[0] ?? '', printed[1] ?? '');
    expect(found).toContainEqual({ secret, leftOut: [1] });
    expect(await outcome(forge(printed[0] ?? ''), printed[0] ?? '')).toBe('shares-too-few');
  });

  it('with one too few, fit every secret equally: each byte of a point is as likely as any other', async () => {
    const counts = new Uint32Array(256);
    for (let round = 0; round < 800; round += 1) {
      const { printed } = await newShares(2, 2, (bytes) => new Uint8Array(bytes).fill(7));
      for (const byte of readShare(typed(printed[0] ?? '')).point) counts[byte] = (counts[byte] ?? 0) + 1;
    }
    // 12,800 bytes over 256 values: 50 each, chi-squared with 255 degrees of freedom is below 350 but once in 20,000.
    expect(counts.reduce((sum, count) => sum + (count - 50) ** 2 / 50, 0)).toBeLessThan(350);
  });
});
