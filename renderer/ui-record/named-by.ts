import { figuresOf, figuresTyped } from '../../shared/text/phone-number';

/** Whether one of these names or numbers is what she typed: words in it, without case and accents, or figures of a number, with or without the country in front. */
export function isNamedBy(names: readonly string[], typed: string): boolean {
  const wanted = fold(typed.trim());
  if (wanted === '') return true;
  if (names.some((name) => fold(name).includes(wanted))) return true;
  const figures = figuresTyped(typed);
  return figures.length >= 3 && !/\p{L}/u.test(typed) && names.some((name) => figuresOf(name).includes(figures));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
