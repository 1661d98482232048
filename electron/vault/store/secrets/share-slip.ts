import type { ShareSlip } from '../../../../shared/contract/ways-in-calls';
import { crockfordAlphabet, digitOf } from '../../../../shared/text/crockford';

const digitCount = 40;
const groupLength = 5;
const groupOf = (index: number): number => Math.min(digitCount / groupLength, Math.floor(index / groupLength) + 1);

/**
 * Where a share that could not be read is amiss, as far as its check digits tell: they are 32 bits, so that of the 1,279 shares that one slip or one
 * swap could have come from, at most one is a share (another by chance once in three million times).
 * @param typed UTF-8 as typed. The caller zeroes it.
 * @param isShare whether forty digits, each 0 to 31, are a share. They are zeroed afterwards.
 */
export function findShareSlip(typed: Uint8Array, isShare: (digits: readonly number[]) => boolean): ShareSlip {
  const digits: number[] = [];
  const groupLengths: number[] = [0];
  try {
    for (const character of Buffer.from(typed.buffer, typed.byteOffset, typed.length).toString('utf8').normalize('NFKC').toUpperCase().trim()) {
      if (/[\s\p{Pd}]/u.test(character)) {
        if (groupLengths.at(-1) !== 0) groupLengths.push(0);
        continue;
      }
      const digit = digitOf(character);
      if (digit === -1) return { kind: 'odd-sign', group: groupOf(digits.length) };
      digits.push(digit);
      groupLengths.push((groupLengths.pop() ?? 0) + 1);
    }
    if (digits.length < digitCount) return { kind: 'short', missing: digitCount - digits.length, group: oddGroup(groupLengths) };
    if (digits.length > digitCount) return { kind: 'long', over: digits.length - digitCount, group: oddGroup(groupLengths) };
    return oneSlip(digits, isShare) ?? oneSwap(digits, isShare) ?? { kind: 'several' };
  } finally {
    digits.fill(0);
  }
}

/** The one group of eight that is not five long, when she typed the groups apart. */
function oddGroup(lengths: readonly number[]): number | null {
  const groups = lengths.filter((length) => length > 0);
  const odd = groups.flatMap((length, index) => (length === groupLength ? [] : [index + 1]));
  return groups.length === digitCount / groupLength && odd.length === 1 ? odd[0] ?? null : null;
}

function oneSlip(digits: number[], isShare: (digits: readonly number[]) => boolean): ShareSlip | null {
  for (let index = 0; index < digitCount; index++) {
    const asTyped = digits[index] ?? 0;
    for (let other = 0; other < crockfordAlphabet.length; other++) {
      digits[index] = other;
      if (other !== asTyped && isShare(digits)) return { kind: 'one', group: groupOf(index) };
    }
    digits[index] = asTyped;
  }
  return null;
}

function oneSwap(digits: number[], isShare: (digits: readonly number[]) => boolean): ShareSlip | null {
  const swap = (index: number): void => { [digits[index], digits[index + 1]] = [digits[index + 1] ?? 0, digits[index] ?? 0]; };
  for (let index = 0; index + 1 < digitCount; index++) {
    swap(index);
    if (isShare(digits)) return { kind: 'swapped', left: groupOf(index), right: groupOf(index + 1) };
    swap(index);
  }
  return null;
}
