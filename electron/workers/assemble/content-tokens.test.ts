import { expect, test } from 'vitest';
import { contentTokens } from './content-tokens';

const bytesOf = (content: string): Uint8Array => Uint8Array.from(Buffer.from(content, 'latin1'));

test('a number is the nearest there is to what is written, however it is written; what is none is an operator', () => {
  for (const word of ['0', '-0', '1.', '.5', '-.5', '+1.25', '00012.340', '0.1', '4.35', '595.27559', '123456789012345', '1234567.8901234', '0.000001', '123456789012345678', '0.1234567890123456789', '99999999999999999999.5']) {
    const { tokens: [token] } = contentTokens(bytesOf(`${word} `));
    expect(token?.is === 'number' && Object.is(token.value, Number(word)), word).toBe(true);
  }
  for (const word of ['+', '-', '.', '-.', '1.2.3', '--1', '1e5', '9x', 'x9', '1\u0080', 'Tj', 'T*', "'", '"']) expect(contentTokens(bytesOf(word)).tokens, word).toEqual([{ is: 'operator', name: word, start: 0, end: word.length }]);
});

test('strings, names and comments hide what is in them; an inline picture ends the reading', () => {
  const { tokens, isWhole } = contentTokens(bytesOf('(a (b) \\) Tj) % BI\n<4142> /Do [ 1 ] TJ BI 7'));
  expect(isWhole).toBe(false);
  expect(tokens.filter((token) => token.is !== 'other').map((token) => (token.is === 'operator' ? token.name : token.value))).toEqual([1, 'TJ', 'BI']);
});
