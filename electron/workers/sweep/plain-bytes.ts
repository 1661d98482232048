/** Shortest run of letters that is looked at in bytes that nothing else understands. */
const fewest = 5;

/** What can be read in any bytes: runs of letters in Latin-1 or UTF-8, and in UTF-16 of either order. Other signs part them. */
export function textInBytes(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const narrow = runsIn(buffer.toString('utf8').includes('\ufffd') ? buffer.toString('latin1') : buffer.toString('utf8'));
  const wide = [0, 1].flatMap((from) => runsIn(buffer.toString('utf16le', from)));
  const swapped = buffer.length % 2 === 0 && buffer.length < 64 * 1024 * 1024 ? runsIn(Buffer.from(buffer).swap16().toString('utf16le')) : [];
  return [...narrow, ...wide, ...swapped].join('\n');
}

const runsIn = (text: string): string[] => text.match(new RegExp(`[\\p{L}\\p{M}\\p{N}\\p{Zs}\\p{P}\\p{S}\\t]{${fewest},}`, 'gu'))?.filter((run) => /[\p{Script=Latin}\d]{3}|\p{L}{3}/u.test(run) && !/[\u0800-\u{10ffff}]/u.test(run.slice(0, 5))) ?? [];

const entity = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos|nbsp|shy));/gi;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' };
const character = (code: number): string => (code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' ');

export const withoutEntities = (text: string): string => (text.includes('&') ? text.replace(entity, (_, hex?: string, decimal?: string, name?: string) => (hex ? character(Number.parseInt(hex, 16)) : decimal ? character(Number(decimal)) : named[(name ?? '').toLowerCase()] ?? ' ')) : text);

const mostInside = 200;

/** The same text as those read it who undo what programs do to it: character references, percent signs, backslashes of JSON, base64 within. Only what differs. */
export function otherReadings(text: string): string[] {
  const readings: string[] = [];
  const add = (reading: string): void => { if (reading !== text && reading !== '') readings.push(reading); };
  add(withoutEntities(text));
  if (/%[0-9a-f]{2}/i.test(text)) add(text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8')));
  if (/\\(?:u[0-9a-f]{4}|n|t|\/)/i.test(text)) add(text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).replace(/\\[nrt]/g, ' ').replace(/\\(.)/g, '$1').toWellFormed());
  if (/=[0-9A-F]{2}/.test(text)) add(Buffer.from(text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8'));
  const inside = (text.match(/[A-Za-z0-9+/]{24,}(?:\r?\n[A-Za-z0-9+/]{4,})*={0,2}/g) ?? []).slice(0, mostInside).map((run) => textInBytes(Buffer.from(run, 'base64')));
  add(inside.filter((one) => one !== '').join('\n'));
  return readings;
}
