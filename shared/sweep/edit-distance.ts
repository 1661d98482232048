/**
 * How many slips lie between two words, up to `most`; `most + 1` where there are more. A slip is a letter too many, missing or wrong, or two neighbours exchanged (optimal string alignment, the commonest slips of the hand:
 * the package `fastest-levenshtein` counts an exchange as two and knows no bound).
 */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  if (one === other) return 0;
  const width = other.length + 1;
  let [before, last, row] = [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)];
  for (let at = 0; at < width; at += 1) last[at] = at;
  for (let i = 1; i <= one.length; i += 1) {
    row[0] = i;
    let least = i;
    const letter = one.charCodeAt(i - 1);
    for (let j = 1; j < width; j += 1) {
      const against = other.charCodeAt(j - 1);
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (letter === against ? 0 : 1));
      if (i > 1 && j > 1 && letter === other.charCodeAt(j - 2) && one.charCodeAt(i - 2) === against) slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      row[j] = slips;
      if (slips < least) least = slips;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[width - 1] ?? most + 1, most + 1);
}
