import { xmlHead } from '../xml';

/** Which style a cell has: its place in the list of `cellXfs` below. */
export const cellStyles = { head: 1, text: 2, guarded: 3, day: 4, moment: 5, number: 6 } as const;

const aligned = '<alignment vertical="top" wrapText="1"/>';

/** The styles of every spreadsheet: a bold head, text that wraps, text kept from becoming a formula, days and moments (ECMA-376-1, 18.8). */
export function spreadsheetStyles(): string {
  const xf = (inner: string): string => `<xf borderId="0" xfId="0" ${inner}`;
  return `${xmlHead}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="d\\ mmm\\ yyyy"/><numFmt numFmtId="165" formatCode="d\\ mmm\\ yyyy\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Arial"/><family val="2"/></font><font><b/><sz val="11"/><name val="Arial"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF1EEE8"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">${[
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    `${xf('numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">')}${aligned}</xf>`,
    `${xf('numFmtId="49" fontId="0" fillId="0" applyNumberFormat="1" applyAlignment="1">')}${aligned}</xf>`,
    `${xf('numFmtId="49" fontId="0" fillId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1">')}${aligned}</xf>`,
    `${xf('numFmtId="164" fontId="0" fillId="0" applyNumberFormat="1" applyAlignment="1">')}<alignment horizontal="left" vertical="top"/></xf>`,
    `${xf('numFmtId="165" fontId="0" fillId="0" applyNumberFormat="1" applyAlignment="1">')}<alignment horizontal="left" vertical="top"/></xf>`,
    `${xf('numFmtId="0" fontId="0" fillId="0" applyAlignment="1">')}<alignment horizontal="left" vertical="top"/></xf>`,
  ].join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
