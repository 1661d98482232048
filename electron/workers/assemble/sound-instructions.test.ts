import { describe, expect, test } from 'vitest';
import { soundInstructions } from './sound-instructions';

const taken = (text: string) => {
  const result = soundInstructions(Buffer.from(text, 'latin1'));
  return result === null ? null : { text: Buffer.from(result.bytes).toString('latin1').replace(/\s+/g, ' ').trim(), isPart: result.isPart };
};

describe('drawing instructions', () => {
  test.each([
    ['BT /F1 12 Tf (words (in) \\) brackets) Tj [(a) -20 <4142>] TJ ET'],
    ['/Span <</ActualText (x) /MCID 3>> BDC q 1 0 0 1 0 0 cm Q EMC % a remark ) >'],
    ['BI /W 1 /H 1 /BPC 8 /CS /G ID )>EI<\x00 EI Q q'],
    ['-.5 +3 0.1.2 re (no operator after these)'],
    [''],
  ])('sound ones stay as they are: %s', (text) => expect(taken(text)).toBeNull());

  test.each([
    ['1 0 0 rg ) (word) Tj', '1 0 0 rg (word) Tj', false],
    ['<41zz42> Tj } 3 w', '<41 42> Tj 3 w', false],
    ['(first) Tj [(second) Tj (third) Tj', '(first) Tj (third) Tj', true],
    ['(first) Tj (cut off', '(first) Tj', true],
    ['<</MCID (x) 3>> BDC 1 w', '1 w', true],
    ['/a#00 gs 1 w', '1 w', true],
    ['1 w BI /W 1 ID abc', '1 w', true],
  ])('of %s only what is sound', (text, left, isPart) => expect(taken(text)).toEqual({ text: left, isPart }));

  test('what is left is sound itself, whatever it was made of', () => {
    const signs = ['(', ')', '<', '>', '[', ']', '/N', '12', ' Tj', ' ', '<<', '>>', '{', 'BI', ' ID ', ' EI ', '\\', '#', '%', '\n'];
    for (let seed = 1; seed < 400; seed++) {
      let state = seed;
      const text = Array.from({ length: 60 }, () => signs[(state = (state * 48271) % 2147483647) % signs.length]).join('');
      const once = soundInstructions(Buffer.from(text, 'latin1'));
      if (once !== null) expect(soundInstructions(once.bytes), text).toBeNull();
    }
  });
});
