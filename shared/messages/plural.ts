const cardinal = new Intl.PluralRules('en-GB');
const figures = new Intl.NumberFormat('en-GB');

/** A whole number and its noun in the right form: `countOf(1, 'entry', 'entries')` gives "1 entry". */
export function countOf(count: number, one: string, other: string): string {
  return `${figures.format(count)} ${cardinal.select(count) === 'one' ? one : other}`;
}

/** A number with thousands separators, as written in Britain. */
export function sayNumber(value: number): string {
  return figures.format(value);
}
