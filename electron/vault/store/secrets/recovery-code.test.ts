import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRecoveryCode, printRecoveryCode, readRecoveryCode } from './recovery-code';

const read = (typed: string): Uint8Array => readRecoveryCode(Buffer.from(typed, 'utf8'));

describe('a recovery code', () => {
  it('is read as it was printed, however it is typed', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (secret) => {
      const printed = printRecoveryCode(secret);
      expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/);
      for (const typed of [printed, printed.toLowerCase(), printed.replaceAll('-', ' '), ` ${printed.replaceAll('-', '')}\n`, printed.replaceAll('0', 'o').replaceAll('1', 'l'), printed.replaceAll('-', ' – ')]) {
        expect(read(typed)).toEqual(secret);
      }
    }));
  });

  it('with one character wrong, two exchanged, one left out or one more is refused', () => {
    const { printed } = newRecoveryCode();
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    for (let i = 0; i < printed.length; i += 1) {
      const at = printed[i] ?? '';
      if (at === '-') continue;
      for (const other of alphabet) {
        if (other !== at) expect(() => read(printed.slice(0, i) + other + printed.slice(i + 1)), `${printed} ${i} ${other}`).toThrow('code-not-matching');
      }
      expect(() => read(printed.slice(0, i) + printed.slice(i + 1))).toThrow('code-not-matching');
    }
    for (const typed of ['', 'hello', `${printed}0`, '\u{1F600}'.repeat(30), 'U'.repeat(30)]) expect(() => read(typed)).toThrow('code-not-matching');
  });

  it('is another each time', () => {
    expect(new Set(Array.from({ length: 50 }, () => newRecoveryCode().printed)).size).toBe(50);
  });
});
