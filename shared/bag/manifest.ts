import { decodePath, encodePath } from './bag-paths';

/** SHA-256 of one file, lower-case hexadecimal, and its path from the bag's own folder, `/` between folders. */
export interface ManifestLine {
  readonly path: string;
  readonly sum: string;
}

/** A manifest as RFC 8493, 2.1.3 has it, in the order of the paths by code units: also what `sha256sum -c` reads. */
export function writeManifest(lines: readonly ManifestLine[]): string {
  return [...lines].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)).map(({ path, sum }) => `${sum}  ${encodePath(path)}\n`).join('');
}

/** Digests that a checker of ours can work out, with their lengths in hexadecimal digits. */
export const digestDigits = { sha512: 128, sha256: 64, sha1: 40, md5: 32 } as const;
export type DigestName = keyof typeof digestDigits;

/** The digest of a manifest's file name; null where it is none or of a kind that is not known. */
export function manifestNamed(path: string): { isTag: boolean; algorithm: DigestName | null } | null {
  const [, tag, written] = /^(tag)?manifest-([A-Za-z0-9-]+)\.txt$/u.exec(path) ?? [];
  if (written === undefined) return null;
  const name = written.toLowerCase().replaceAll('-', '');
  return { isTag: tag !== undefined, algorithm: Object.hasOwn(digestDigits, name) ? (name as DigestName) : null };
}

/**
 * Reads what any tool may have written: `\n`, `\r\n` or `\r` at the end of a line, spaces or tabs between, digits in any case, a `*` before the path (binary, as `md5sum` writes it), `./` before
 * it. `strange`: lines, counted from 1, that are none of that.
 */
export function readManifest(text: string, algorithm: DigestName): { lines: ManifestLine[]; strange: number[] } {
  const lines: ManifestLine[] = [];
  const strange: number[] = [];
  const line = new RegExp(`^\\s*([0-9a-fA-F]{${digestDigits[algorithm]}})[ \\t]+\\*?(?:\\./)*(.+)$`, 'u');
  for (const [index, written] of text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u).entries()) {
    if (written.trim() === '') continue;
    const [, sum, path] = line.exec(written) ?? [];
    if (sum === undefined || path === undefined) strange.push(index + 1);
    else lines.push({ path: decodePath(path), sum: sum.toLowerCase() });
  }
  return { lines, strange };
}
