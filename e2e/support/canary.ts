import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Text that occurs nowhere else: planted in a field or a file, it must be found in no file on disk. Letters only, to survive any escaping. */
export function makeCanary(label: string): string {
  const letters = [...randomBytes(16)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
  return `canary${label.replaceAll(/[^a-z]/gi, '')}${letters}`;
}

export interface Sighting {
  canary: string;
  file: string;
  encoding: string;
}

/** Every form of a canary that we look for: UTF-8, UTF-16 of both orders, and base64 at its three alignments. */
export function formsOf(canary: string): { encoding: string; bytes: Buffer }[] {
  const littleEndian = Buffer.from(canary, 'utf16le');
  const forms = [
    { encoding: 'utf-8', bytes: Buffer.from(canary) },
    { encoding: 'utf-16le', bytes: littleEndian },
    { encoding: 'utf-16be', bytes: Buffer.from(littleEndian).swap16() },
  ];
  for (const shift of [0, 1, 2]) {
    const text = Buffer.concat([Buffer.alloc(shift), Buffer.from(canary)]).toString('base64');
    // Characters that also hold bits of the neighbours are cut off: they are not ours to know.
    const from = Math.ceil((shift * 8) / 6);
    const to = Math.floor(((shift + canary.length) * 8) / 6);
    forms.push({ encoding: `base64+${shift}`, bytes: Buffer.from(text.slice(from, to)) });
  }
  return forms;
}

/** Every regular file below a folder; links are not followed. */
export function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

const CHUNK_BYTES = 4 << 20;

/** Looks through whole files for canaries in every form. Files that vanish meanwhile are left out. */
export function findCanaries(files: Iterable<string>, canaries: readonly string[]): Sighting[] {
  const forms = canaries.flatMap((canary) => formsOf(canary).map((form) => ({ canary, ...form })));
  const overlap = Math.max(0, ...forms.map(({ bytes }) => bytes.length));
  const found: Sighting[] = [];
  for (const file of files) {
    const seen = new Set<string>();
    for (const bytes of chunksOf(file, overlap)) {
      for (const { canary, encoding, bytes: form } of forms) {
        const key = `${canary} ${encoding}`;
        if (seen.has(key) || !bytes.includes(form)) continue;
        seen.add(key);
        found.push({ canary, file, encoding });
      }
    }
  }
  return found;
}

function* chunksOf(file: string, overlap: number): Generator<Buffer> {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    return;
  }
  try {
    const buffer = Buffer.alloc(CHUNK_BYTES + overlap);
    let kept = 0;
    for (;;) {
      const read = readSync(handle, buffer, kept, CHUNK_BYTES, null);
      if (read === 0) return;
      yield buffer.subarray(0, kept + read);
      const keep = Math.min(overlap, kept + read);
      buffer.copyWithin(0, kept + read - keep, kept + read);
      kept = keep;
    }
  } finally {
    closeSync(handle);
  }
}
