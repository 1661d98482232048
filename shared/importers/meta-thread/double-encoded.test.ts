import { expect, it } from 'vitest';
import fc from 'fast-check';
import { undoubled } from './double-encoded';

const doubled = (text: string): string => Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');

it('gives back what was written, whatever the script', () => {
  for (const text of ['Renée', '😡', 'اردو', '中文', 'ŵŷ', 'żółć', '\u00a0', 'plain', '']) expect(undoubled(doubled(text))).toBe(text);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => undoubled(doubled(text)) === text));
});

it('leaves alone what is not doubled, or not whole', () => {
  // é by itself is no UTF-8; a character above U+00FF cannot be a byte; an emoji cut after three of its bytes is none.
  for (const text of ['Ren\u00e9e', 'caf\u00e9 \u0177', '\ud83d\ude00', 'what a day \u00f0\u009f\u0098', '\u00c3', '\ufeff\u00c3\u00a9']) expect(undoubled(text)).toBe(text);
});
