/** Whether one of these names or numbers is what she typed: words in it, without case and accents, or figures of a number, with or without the country in front. */
export function isNamedBy(names: readonly string[], typed: string): boolean {
  const wanted = fold(typed.trim());
  if (wanted === '') return true;
  if (names.some((name) => fold(name).includes(wanted))) return true;
  const figures = nationalFigures(typed);
  return figures.length >= 3 && !/\p{L}/u.test(typed) && names.some((name) => nationalFigures(name).includes(figures));
}

/** The figures of a telephone number alone, without `0`, `44` or `0044` in front: 07700 900123 and +44 7700 900123 are one number. */
function nationalFigures(text: string): string {
  return text.replace(/\D/g, '').replace(/^(?:00)?44(?=\d{9})|^0+/, '');
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
