/** Control words that stand for a character; ends of paragraphs and lines are each reader's own. */
export const rtfCharacters: Readonly<Record<string, string>> = { tab: '\t', lquote: '\u2018', rquote: '\u2019', ldblquote: '\u201c', rdblquote: '\u201d', bullet: '\u2022', endash: '\u2013', emdash: '\u2014', emspace: '\u2003', enspace: '\u2002' };

/** `\fcharset` by code page (RTF 1.9.1, "Font Table"). */
export const rtfCharsets: Readonly<Record<number, string>> = { 0: '1252', 77: '10000', 128: '932', 129: '949', 134: '936', 136: '950', 161: '1253', 162: '1254', 163: '1258', 177: '1255', 178: '1256', 186: '1257', 204: '1251', 222: '874', 238: '1250' };

/** The UTF-16 unit of `\u`, whose number is signed. */
export function rtfUnit(value: number | null): string { return String.fromCharCode(((value ?? 0) + 0x10000) & 0xffff); }
