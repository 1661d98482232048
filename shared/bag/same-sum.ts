/** What a typed or pasted SHA-256 is, beside the ones that were worked out here. */
export type Comparison = 'nothing' | 'not-a-sum' | 'same' | 'another';

/** Spaces, line breaks, hyphens, colons and capitals do not count, nor does "SHA-256:" before it or a file's name behind it. */
export function compareSum(typed: string, known: readonly string[]): Comparison {
  const bare = typed.replace(/sha-?256/giu, '').trim().toLowerCase();
  if (bare === '') return 'nothing';
  const together = bare.replace(/[\s:\-\u00ad\u2010-\u2015\u200b\ufeff]/gu, '');
  const [sum] = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/u.exec(bare) ?? /^[0-9a-f]{64}$/u.exec(together) ?? [];
  if (sum === undefined) return 'not-a-sum';
  return known.includes(sum) ? 'same' : 'another';
}
