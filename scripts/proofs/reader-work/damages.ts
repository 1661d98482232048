import { createHash } from 'node:crypto';
import { appendFile, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changeByte } from '../../proving/change-byte';
import type { Part, PartFile } from './vault-parts';

const kinds = ['changed', 'cut', 'lengthened', 'removed', 'swapped', 'repeated', 'forged'] as const;

const any = (below: number): number => Math.floor(Math.random() * below);
const oneOf = <T>(list: readonly T[]): T => list[any(list.length)]!;

/** Damages one vault folder in a way drawn at random. Returns what was done, in words. */
export async function damage(folder: string, parts: Record<Part, PartFile[]>): Promise<string> {
  const part = oneOf((Object.keys(parts) as Part[]).filter((name) => parts[name].length > 0));
  const file = oneOf(parts[part]);
  const path = join(folder, file.path);
  const kind = oneOf(kinds);
  switch (kind) {
    case 'changed': {
      const at = any(file.bytes);
      await changeByte(path, at, 1 + any(255));
      return `${part}: byte ${at} of ${file.bytes} changed`;
    }
    case 'cut': {
      const left = any(file.bytes);
      await truncate(path, left);
      return `${part}: cut to ${left} of ${file.bytes}`;
    }
    case 'lengthened': {
      const more = 1 + any(600);
      await appendFile(path, Buffer.alloc(more, any(256)));
      return `${part}: ${more} bytes appended`;
    }
    case 'removed':
      await rm(path);
      return `${part}: a file removed`;
    case 'forged':
      return forgeHeader(folder);
    case 'swapped':
    case 'repeated': {
      const other = join(folder, oneOf(Object.values(parts).flat().filter((each) => each.path !== file.path && !each.path.startsWith('head.'))).path);
      const [mine, theirs] = [await readFile(path), await readFile(other)];
      if (kind === 'swapped') await writeFile(other, mine);
      await writeFile(path, theirs);
      return `${part}: ${kind} with another file`;
    }
  }
}

/** As somebody without keys would: the second header copy changed, perhaps in its revision, with which it comes first, and its checksum made to agree. */
async function forgeHeader(folder: string): Promise<string> {
  const path = join(folder, 'head.1');
  const bytes = await readFile(path);
  const at = [any(64), 64 + any(4000)][any(2)]!;
  bytes[at] = bytes[at]! ^ (1 + any(255));
  createHash('sha256').update(bytes.subarray(0, 4064)).digest().copy(bytes, 4064);
  await writeFile(path, bytes);
  return `header: byte ${at} changed and the checksum made to agree`;
}
