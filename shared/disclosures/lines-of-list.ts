/** A line holds at most this many UTF-16 units (shared/model/case/disclosure.ts); what is longer comes in several. */
const longestLine = 5000;
const numberSign = /^\s{0,20}[([]?(\d{1,5})[.):\]]\s/;

/**
 * A pasted or read list as its lines, each as it stands, trimmed; blank ones are left out. Where the list is numbered (two numbers or more that follow each other), what stands below a numbered line without a number of its own belongs to it. Any text; linear.
 */
export function linesOfList(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029\f\v]/).map((line) => line.replaceAll('\0', '').trim()).filter((line) => line !== '');
  return (isNumbered(lines) ? joinedBelowNumbers(lines) : lines).flatMap(inLengths);
}

function numberOf(line: string): number | null {
  const found = numberSign.exec(`${line} `);
  return found === null ? null : Number(found[1]);
}

function isNumbered(lines: readonly string[]): boolean {
  const numbers = lines.flatMap((line) => { const number = numberOf(line); return number === null ? [] : [number]; });
  return numbers.length >= 2 && numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
}

function joinedBelowNumbers(lines: readonly string[]): string[] {
  const items: string[][] = [];
  let begun = false;
  for (const line of lines) {
    const isNew = numberOf(line) !== null;
    const last = items.at(-1);
    // What stands before the first number is a heading, a line of its own each.
    if (isNew || !begun || last === undefined) items.push([line]);
    else last.push(line);
    begun = begun || isNew;
  }
  return items.map((parts) => parts.join(' '));
}

function inLengths(line: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < line.length; at += longestLine) parts.push(line.slice(at, at + longestLine));
  return parts;
}
