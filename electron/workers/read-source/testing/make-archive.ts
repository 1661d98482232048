import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive to make, with every lie a made-up archive may tell. */
export interface EntryToMake {
  readonly name: string | Buffer;
  readonly bytes: Uint8Array;
  readonly stored?: boolean;
  readonly saysSize?: number;
  readonly saysCrc?: number;
  readonly mode?: number;
  readonly flags?: number;
  readonly modifiedUnix?: number;
  /** Share the packed bytes of the entry with this index. */
  readonly overlaps?: number;
}

/** A ZIP archive (APPNOTE 6.3) as its entries say. */
export function makeArchive(entries: readonly EntryToMake[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.isBuffer(entry.name) ? entry.name : Buffer.from(entry.name, 'utf8');
    const packed = entry.stored ? Buffer.from(entry.bytes) : deflateRawSync(entry.bytes);
    const extra = entry.modifiedUnix === undefined ? Buffer.alloc(0) : Buffer.concat([Buffer.from([0x55, 0x54, 5, 0, 1]), uint32(entry.modifiedUnix)]);
    const common = Buffer.concat([
      uint16(20), uint16(entry.flags ?? 0x0800), uint16(entry.stored ? 0 : 8), uint16(0), uint16(0x21), uint32(entry.saysCrc ?? crc32(entry.bytes)),
      uint32(packed.length), uint32(entry.saysSize ?? entry.bytes.length), uint16(name.length), uint16(extra.length),
    ]);
    const offset = entry.overlaps === undefined ? at : (offsets[entry.overlaps] ?? 0);
    offsets.push(offset);
    if (entry.overlaps === undefined) {
      const local = Buffer.concat([uint32(0x04034b50), common, name, extra, packed]);
      parts.push(local);
      at += local.length;
    }
    directory.push(Buffer.concat([uint32(0x02014b50), uint16(0x0314), common, uint16(0), uint16(0), uint16(0), uint32(((entry.mode ?? 0o100644) << 16) >>> 0), uint32(offset), name, extra]));
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...parts, listed, uint32(0x06054b50), uint16(0), uint16(0), uint16(entries.length), uint16(entries.length), uint32(listed.length), uint32(at), uint16(0)]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
