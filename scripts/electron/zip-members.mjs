import { createReadStream, createWriteStream, mkdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

const END_RECORD = Buffer.from([0x50, 0x4b, 5, 6]);
const DIRECTORY_ENTRY = 0x02014b50;
const DEFLATED = 8;

/**
 * Unpacks the named members of a zip (APPNOTE 6.3, no zip64) and nothing else. Throws when one is missing or has another size.
 * @param {string} zip
 * @param {string} folder where they go
 * @param {Map<string, string>} members name below `prefix` → name below `folder`
 * @param {string} prefix
 */
export async function unzipMembers(zip, folder, members, prefix) {
  const missing = new Set(members.keys());
  const file = await open(zip, 'r');
  try {
    for (const entry of await readDirectory(file)) {
      const name = entry.name.startsWith(prefix) ? entry.name.slice(prefix.length) : null;
      if (name === null || !missing.delete(name)) continue;
      const target = join(folder, /** @type {string} */ (members.get(name)));
      await unpack(file, zip, entry, target);
    }
  } finally {
    await file.close();
  }
  if (missing.size) throw new Error(`the zip lacks ${[...missing].join(', ')}`);
}

/** @param {import('node:fs/promises').FileHandle} file */
async function readDirectory(file) {
  const { size } = await file.stat();
  const tail = Buffer.alloc(Math.min(size, 65557));
  await file.read(tail, 0, tail.length, size - tail.length);
  const end = tail.lastIndexOf(END_RECORD);
  if (end < 0) throw new Error('the zip has no end record');
  const directory = Buffer.alloc(tail.readUInt32LE(end + 12));
  await file.read(directory, 0, directory.length, tail.readUInt32LE(end + 16));
  const entries = [];
  for (let at = 0; at < directory.length; ) {
    if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error("the zip's directory is damaged");
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      sizeBytes: directory.readUInt32LE(at + 24),
      isExecutable: ((directory.readUInt32LE(at + 38) >>> 16) & 0o111) !== 0,
      headerAt: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function unpack(file, zip, { name, method, packedBytes, sizeBytes, isExecutable, headerAt }, target) {
  const header = Buffer.alloc(30);
  await file.read(header, 0, 30, headerAt);
  const start = headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  mkdirSync(dirname(target), { recursive: true });
  const packed = createReadStream(zip, { start, end: start + packedBytes - 1, highWaterMark: 1 << 20 });
  const written = createWriteStream(target, { mode: isExecutable ? 0o755 : 0o644 });
  if (method === DEFLATED) await pipeline(packed, createInflateRaw({ chunkSize: 1 << 20 }), written);
  else await pipeline(packed, written);
  if (statSync(target).size !== sizeBytes) throw new Error(`${name} has the wrong size in the zip`);
}
