import type { ProtectedFact } from '../model/protected-fact';
import { figuresOf } from '../text/phone-number';

/** Figures with stars, crosses or dots for those left out, as screens and letters show them: `07*** ***123`, `•••• 0123`. */
const masked = /(?:\+?\d[\d ]{0,6})?[*xX•#·]{2,}(?:[ *xX•#·-]{0,8}[*xX•#·])?[ -]?\d{3,6}(?!\d)/g;

/** Telephone numbers of which figures were left out, where all that are left stand as in hers. */
export function findMasked(text: string, facts: readonly Pick<ProtectedFact, 'id' | 'kind' | 'text' | 'alsoWritten'>[]): { factId: string; start: number; end: number }[] {
  const numbers = facts.filter(({ kind }) => kind === 'phone').flatMap(({ id, text: written, alsoWritten }) => [written, ...alsoWritten].map((one) => ({ id, figures: figuresOf(one).replace(/^44(?=\d{9,10}$)/, '0') })));
  if (numbers.length === 0) return [];
  const found: { factId: string; start: number; end: number }[] = [];
  for (const match of text.matchAll(masked)) {
    const [, before = '', after = ''] = /^(.*?)[*xX•#·].*?(\d{3,6})$/s.exec(match[0]) ?? [];
    const [begins, ends] = [figuresOf(before).replace(/^44/, '0'), after];
    for (const { id, figures } of numbers) if (figures.length >= 7 && figures.startsWith(begins) && figures.endsWith(ends)) found.push({ factId: id, start: match.index, end: match.index + match[0].length });
  }
  return found;
}
