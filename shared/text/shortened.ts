/** The first words of a text in one line, cut between two of them; '' of nothing. `most`: characters as people see them. */
export function shortened(text: string, most: number): string {
  const whole = text.replace(/\s+/g, ' ').trim();
  const opening = [...new Intl.Segmenter('en-GB', { granularity: 'grapheme' }).segment(whole.slice(0, most * 5))].slice(0, most).map((piece) => piece.segment).join('');
  return opening.length < whole.length ? `${opening.replace(/\s+\S*$/, '')} …` : opening;
}
