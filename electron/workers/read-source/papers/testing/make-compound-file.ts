const sectorBytes = 512;
const [endOfChain, free, fatSector] = [0xfffffffe, 0xffffffff, 0xfffffffd];

/** A compound file of version 3 ([MS-CFB]) with these streams in its root: each at least 4,096 bytes (filled up with zeros), so that none lies in the small stream. At most 3, and 60 KB together. */
export function makeCompoundFile(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const contents = Object.entries(streams).map(([name, bytes]) => [name, Buffer.concat([bytes, Buffer.alloc(Math.max(0, 4096 - bytes.length))])] as const);
  const fat: number[] = [fatSector, endOfChain];
  const directory = [entryOf('Root Entry', 5, 1, endOfChain, 0)];
  const bodies: Buffer[] = [];
  for (const [index, [name, bytes]] of contents.entries()) {
    const sectors = Math.ceil(bytes.length / sectorBytes);
    // A tree that leans to the right: each the sibling of the one before.
    directory.push(entryOf(name, 2, index + 1 < contents.length ? index + 2 : free, fat.length, bytes.length));
    for (let sector = 1; sector <= sectors; sector += 1) fat.push(sector === sectors ? endOfChain : fat.length + 1);
    bodies.push(Buffer.concat([bytes, Buffer.alloc(sectors * sectorBytes - bytes.length)]));
  }
  const header = Buffer.alloc(sectorBytes);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  for (const [at, value] of [[24, 0x3e], [26, 3], [28, 0xfffe], [30, 9], [32, 6]] as const) header.writeUInt16LE(value, at);
  for (const [at, value] of [[44, 1], [48, 1], [56, 4096], [60, endOfChain], [68, endOfChain]] as const) header.writeUInt32LE(value, at);
  for (let at = 76; at < sectorBytes; at += 4) header.writeUInt32LE(at === 76 ? 0 : free, at);
  const table = Buffer.alloc(sectorBytes, 0xff);
  for (const [index, next] of fat.entries()) table.writeUInt32LE(next, index * 4);
  const listed = Buffer.concat(directory);
  return Buffer.concat([header, table, listed, Buffer.alloc(sectorBytes - listed.length), ...bodies]);
}

function entryOf(name: string, type: 2 | 5, next: number, start: number, size: number): Buffer {
  const entry = Buffer.alloc(128);
  const written = Buffer.from(`${name}\0`, 'utf16le');
  written.copy(entry);
  entry.writeUInt16LE(written.length, 64);
  entry[66] = type;
  entry[67] = 1;
  for (const [at, value] of [[68, free], [72, type === 5 ? free : next], [76, type === 5 ? next : free], [116, start], [120, size]] as const) entry.writeUInt32LE(value, at);
  return entry;
}

/** An old Word file ([MS-DOC]): its header (`Fib`), a piece table of two pieces, the first of one byte a letter (windows-1252), the second of two, and their words. `isEncrypted`: as Word marks one with a password. */
export function makeWordFile(narrow: string, wide: string, isEncrypted = false): Buffer {
  const main = Buffer.alloc(4096);
  const [narrowAt, wideAt] = [1024, 2048];
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0x00c1, 2);
  main.writeUInt16LE(0x0200 | (isEncrypted ? 0x0100 : 0), 10);
  main.write(narrow, narrowAt, 'latin1');
  main.write(wide, wideAt, 'utf16le');
  const pieces = Buffer.alloc(3 * 4 + 2 * 8);
  for (const [index, position] of [0, narrow.length, narrow.length + wide.length].entries()) pieces.writeUInt32LE(position, index * 4);
  pieces.writeUInt32LE((0x40000000 | (narrowAt * 2)) >>> 0, 12 + 2);
  pieces.writeUInt32LE(wideAt, 20 + 2);
  const clx = Buffer.concat([Buffer.from([2]), Buffer.from(Uint32Array.of(pieces.length).buffer), pieces]);
  main.writeUInt32LE(0, 0x01a2);
  main.writeUInt32LE(clx.length, 0x01a6);
  return makeCompoundFile({ '1Table': clx, WordDocument: main });
}
