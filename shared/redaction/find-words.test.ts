import { describe, expect, it } from 'vitest';
import type { WordsToTakeOut } from '../model/redaction';
import { finderOf } from './find-words';
import { redactWords } from './redact-words';

const take = (text: string, words: string, isWholeWord = false): string => redactWords(text, finderOf([{ words, reason: 'address', isWholeWord }]));
const label = '[redacted: address]';

describe('words are found', () => {
  it.each([
    ['12 Rose Lane', 'at 12 ROSE  lane,', `at ${label},`],
    ['12 Rose Lane', 'at 12\r\nRose\u00a0Lane', `at ${label}`],
    ['12 Rose Lane', 'at 12, Rose-Lane', `at ${label}`],
    ['SW1A 2AA', 'in sw1a2aa.', `in ${label}.`],
    ['SW1A2AA', 'in SW1A 2AA.', `in ${label}.`],
    ['Rosehill', 'write to rosehillrefuge@example.org', `write to ${label}refuge@example.org`],
    ['Rosehill', 'the Rose-\nhill house', `the ${label} house`],
    ['Rosehill', 'Rose\u00adhill, R\u200bosehill', `${label}, ${label}`],
    ['Zoe', 'Zoë and Zoe\u0308 and ＺＯＥ', `${label} and ${label} and ${label}`],
    ["O'Neill", 'Mrs O\u2019Neill', `Mrs ${label}`],
    ['07700 900 123', 'ring 07700-900123 or +44 7700 900123 or 0044 (0)7700 900 123', `ring ${label} or ${label} or ${label}`],
    ['+44 7700 900123', 'ring (07700) 900123!', `ring ${label}!`],
    ['مريم', 'قالت مَرْيَم ذلك', `قالت ${label} ذلك`],
  ])('%s in %j', (words, text, expected) => expect(take(text, words)).toBe(expected));

  it('as a word of its own only, where she says so', () => {
    expect(take('Leo said: leopard, Leo\u2019s, (LEO), Galileo', 'Leo', true)).toBe(`${label} said: leopard, ${label}\u2019s, (${label}), Galileo`);
  });

  it('and leaves other words alone', () => {
    for (const text of ['12 Rosen Lane', '2 Rose Lane', 'SW1A 2AB', 'Rose']) expect(take(text, '12 Rose Lane')).toBe(text);
    expect(take('nothing here', '--')).toBe('nothing here');
  });

  it('once, where several overlap', () => {
    const wanted: WordsToTakeOut[] = [{ words: 'Rose Lane', reason: 'address', isWholeWord: false }, { words: '12 Rose', reason: 'refuge', isWholeWord: false }];
    expect(redactWords('at 12 Rose Lane now', finderOf(wanted))).toBe('at [redacted: place of safety] now');
  });
});

describe('words in a coded form go with the whole of it', () => {
  it.each([
    ['https://maps.example/?q=12%20Rose%20Lane&z=1', label],
    ['https://maps.example/?q=12+Rose%20Lane', label],
    ['see =?utf-8?B?MTIgUm9zZSBMYW5l?= there', `see ${label} there`],
    ['a&#49;2&#32;Rose&#x20;Lane', label],
    ['12=20Rose=20Lane', label],
  ])('%s', (text, expected) => expect(take(text, '12 Rose Lane')).toBe(expected));
  it('and stay where the words are not in it', () => expect(take('https://x.example/?q=12%20Lily%20Lane', '12 Rose Lane')).toBe('https://x.example/?q=12%20Lily%20Lane'));
});

it('takes about as long as its text is, whatever stands in it', () => {
  const find = finderOf([{ words: '12 Rose Lane', reason: 'address', isWholeWord: false }, { words: '07700 900 123', reason: 'address', isWholeWord: true }]);
  const took = (lines: number): number => {
    const text = 'Rose 12 - - - - \n'.repeat(lines);
    const start = performance.now();
    find(text);
    return performance.now() - start;
  };
  took(5000);
  expect(took(40_000)).toBeLessThan(10 * 8 * Math.max(took(5000), 5));
});
