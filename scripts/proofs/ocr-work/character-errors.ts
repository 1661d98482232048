/** Text as it is compared: one normal form (NFC), any white space one space, typographic apostrophes plain. */
export const comparable = (text: string): string => text.normalize('NFC').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();

/** How many characters must be put in, left out or changed to make `read` of `real` (Levenshtein), both made comparable; and of how many. */
export function characterErrors(read: string, real: string): { errors: number; characters: number } {
  const from = [...comparable(real)];
  const to = [...comparable(read)];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= to.length; column += 1) {
      line.push(Math.min(above[column]! + 1, line[column - 1]! + 1, above[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1)));
    }
    above = line;
  }
  return { errors: above[to.length]!, characters: from.length };
}
