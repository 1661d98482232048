/** A cell that a spreadsheet would work out instead of showing (OWASP, "CSV Injection"). */
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;

/**
 * A table as RFC 4180 has it, in UTF-8 with a byte order mark, which Excel needs to read letters beyond English. What a spreadsheet would take for a formula begins with an apostrophe, which it does
 * not show.
 */
export function writeTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${[columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const shown = formula.test(text.trimStart()) ? `'${text}` : text;
  return /[",\r\n]/u.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
