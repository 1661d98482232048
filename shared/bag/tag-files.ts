/** What every bag of ours begins with (RFC 8493, 2.1.1). */
export const bagitTxt = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** `bag-info.txt` (RFC 8493, 2.2.2). A value's line breaks become spaces: a line that begins with one would go on from the line before. */
export function writeTags(tags: readonly (readonly [label: string, value: string])[]): string {
  return tags.map(([label, value]) => `${label}: ${value.replace(/\s+/gu, ' ').trim()}\n`).join('');
}

/** Label and value of every line, in order; a line that begins with a space or tab goes on from the one before. Labels and values as written, without the spaces around them. */
export function readTags(text: string): { label: string; value: string }[] {
  const tags: { label: string; value: string }[] = [];
  for (const line of text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u)) {
    const last = tags.at(-1);
    if (/^[ \t]/u.test(line) && last !== undefined) {
      last.value = `${last.value} ${line.trim()}`.trim();
      continue;
    }
    const colon = line.indexOf(':');
    if (colon > 0) tags.push({ label: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() });
  }
  return tags;
}

/** The first value of a label, whatever its capitals. */
export function tagOf(tags: readonly { label: string; value: string }[], label: string): string | null {
  return tags.find((tag) => tag.label.toLowerCase() === label.toLowerCase())?.value ?? null;
}

/** `Payload-Oxum`: bytes, then files (RFC 8493, 2.2.2). null for anything else. */
export function readOxum(value: string): { bytes: number; files: number } | null {
  const [, bytes, files] = /^(\d{1,15})\.(\d{1,9})$/u.exec(value.trim()) ?? [];
  return bytes === undefined || files === undefined ? null : { bytes: Number(bytes), files: Number(files) };
}
