/** One name or handle to a line → the list that is kept: trimmed, without empty or repeated lines, at most 50 of at most 200 characters. */
export function linesOf(text: string): string[] {
  return [...new Set(text.split(/\r?\n/).map((line) => line.trim().slice(0, 200)).filter((line) => line !== ''))].slice(0, 50);
}
