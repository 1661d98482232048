import { expect, test } from 'vitest';
import { showHidden } from './show-hidden';

test('a name that turns itself round shows how', () => {
  expect(showHidden('photo\u202egpj.exe')).toBe('photo[RLO]gpj.exe');
  expect(showHidden('a\u2067b\u2069\u2066c')).toBe('a[RLI]b[PDI][LRI]c');
  expect(showHidden('let\u200fter.pdf')).toBe('let[RLM]ter.pdf');
});

test('two names that look alike do not', () => {
  expect(showHidden('Cra\u200big')).toBe('Cra[ZWSP]ig');
  expect(showHidden('\ufeffCraig\u3164')).toBe('[BOM]Craig[filler]');
});

test('what writes words and emoji is left, and a phone’s marks at the edges say nothing', () => {
  for (const name of ['کتاب‌ها.pdf', 'رسالة.txt', '👩‍👩‍👧 family ❤️.jpg', 'क्‍ष.txt', 'walk-in centre 23.04.2022.pdf']) expect(showHidden(name)).toBe(name);
  expect(showHidden('\u200eIMG-20190312-WA0001.jpg\u200e')).toBe('IMG-20190312-WA0001.jpg');
  expect(showHidden('ab\u200dc')).toBe('ab[ZWJ]c');
});
