import { execFileSync } from 'node:child_process';

/** The paragraphs of a Word file (ECMA-376, part 1, 17.3) that hold anything, read with unzip and patterns: by another way than any that writes or reads such files in the program. Foot included, its fields as they stand. */
export function paragraphsOf(file: string): string[] {
  const parts = execFileSync('unzip', ['-Z1', file], { encoding: 'utf8' }).trim().split('\n').filter((name) => /^word\/(?:document|footer\d*)\.xml$/.test(name));
  return parts.sort().flatMap((part) => paragraphsIn(execFileSync('unzip', ['-p', file, part], { encoding: 'utf8', maxBuffer: 1 << 28 })));
}

function paragraphsIn(xml: string): string[] {
  return xml.split('</w:p>').map((paragraph) => plain([...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr)\/>|<w:br [^>]*\/>/g)].map(([, text]) => (text === undefined ? ' ' : decoded(text))).join(''))).filter((text) => text !== '');
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string): string => text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (_all, number?: string, hex?: string, name?: string) => (name === undefined ? String.fromCodePoint(Number.parseInt(number ?? hex ?? '', number === undefined ? 16 : 10)) : (named[name] ?? '?')));

/** Without what is only space, and what an office program may set anew: marks of direction. */
export const plain = (text: string): string => text.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();
