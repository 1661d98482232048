import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const isSum = /^[0-9a-f]{64}$/;

/** Everything RFC 8493 asks of a bag of version 1.0 (sections 2 and 3), by code that shares nothing with the program. A line for each thing that is not so. */
export function checkByTheRfc(bag: string): string[] {
  const wrong: string[] = [];
  const read = (name: string): string => (existsSync(join(bag, name)) ? readFileSync(join(bag, name), 'utf8') : '');
  // 2.1.1: exactly two lines, UTF-8, no byte order mark.
  if (read('bagit.txt') !== 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n') wrong.push('bagit.txt is not as 2.1.1 has it');
  if (!existsSync(join(bag, 'data'))) wrong.push('there is no data (2.1.2)');
  const onDisk = filesBelow(bag, '');
  const lists = { payload: linesOf(read('manifest-sha256.txt'), wrong), tags: linesOf(read('tagmanifest-sha256.txt'), wrong) };
  for (const [path] of lists.payload) if (!path.startsWith('data/')) wrong.push(`the payload manifest lists ${path} (2.1.3)`);
  for (const [path] of lists.tags) if (path.startsWith('data/') || path.startsWith('tagmanifest-')) wrong.push(`the tag manifest lists ${path} (2.2.1)`);
  for (const [path, sum] of [...lists.payload, ...lists.tags]) {
    if (/(?:^|\/)\.\.(?:\/|$)|^[/~]|\\/.test(path)) wrong.push(`${path} leads out of the bag (5.1)`);
    else if (!existsSync(join(bag, path))) wrong.push(`missing: ${path}`);
    else if (createHash('sha256').update(readFileSync(join(bag, path))).digest('hex') !== sum) wrong.push(`changed: ${path}`);
  }
  for (const path of onDisk) if (path.startsWith('data/') && !lists.payload.has(path)) wrong.push(`in no payload manifest: ${path}`);
  for (const path of onDisk) if (!path.startsWith('data/') && path !== 'tagmanifest-sha256.txt' && !lists.tags.has(path)) wrong.push(`in no tag manifest: ${path}`);
  const [, oxum] = /^Payload-Oxum: (.+)$/m.exec(read('bag-info.txt')) ?? [];
  const payload = onDisk.filter((path) => path.startsWith('data/'));
  if (oxum !== `${payload.reduce((sum, path) => sum + statSync(join(bag, path)).size, 0)}.${payload.length}`) wrong.push(`Payload-Oxum says ${oxum} (2.2.2)`);
  const folded = onDisk.map((path) => path.normalize('NFC').toUpperCase());
  if (new Set(folded).size !== folded.length) wrong.push('two paths differ in capitals alone (6.1.3)');
  return wrong;
}

function linesOf(text: string, wrong: string[]): Map<string, string> {
  const lines = new Map<string, string>();
  for (const line of text.split('\n').slice(0, -1)) {
    const sum = line.slice(0, 64);
    const path = line.slice(66).replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
    if (!isSum.test(sum) || line.slice(64, 66) !== '  ' || path === '' || lines.has(path)) wrong.push(`a line of a manifest: ${line}`);
    lines.set(path, sum);
  }
  if (lines.size === 0) wrong.push('a manifest is missing or empty');
  return lines;
}

export function filesBelow(root: string, at: string): string[] {
  return readdirSync(join(root, at), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesBelow(root, `${at}${entry.name}/`) : [`${at}${entry.name}`]));
}
