/** Width and height in pixels as stored, before any turning. */
interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

const lookedAt = 64 * 1024;

/** Reads the size from the header of WebP (RFC 9649), BMP, and HEIF or AVIF (ISO 23008-12 `ispe`, the largest); null for others or damaged ones. */
export function readPictureSize(bytes: Uint8Array): PictureSize | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, lookedAt));
  if (head.length < 30) return null;
  const start = head.toString('latin1', 0, 16);
  const size = start.startsWith('RIFF') && start.startsWith('WEBP', 8) ? ofWebp(head) : start.startsWith('BM') ? ofBmp(head) : start.startsWith('ftyp', 4) ? ofHeif(head) : null;
  return size && size.widthPx > 0 && size.heightPx > 0 && size.widthPx < 1e6 && size.heightPx < 1e6 ? size : null;
}

function ofWebp(head: Buffer): PictureSize | null {
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8 ': return head.readUIntBE(23, 3) === 0x9d012a ? { widthPx: head.readUInt16LE(26) & 0x3fff, heightPx: head.readUInt16LE(28) & 0x3fff } : null;
    case 'VP8L': {
      const packed = head.readUInt32LE(21);
      return head[20] === 0x2f ? { widthPx: (packed & 0x3fff) + 1, heightPx: ((packed >>> 14) & 0x3fff) + 1 } : null;
    }
    case 'VP8X': return { widthPx: head.readUIntLE(24, 3) + 1, heightPx: head.readUIntLE(27, 3) + 1 };
    default: return null;
  }
}

function ofBmp(head: Buffer): PictureSize | null {
  if (head.readUInt32LE(14) === 12) return { widthPx: head.readUInt16LE(18), heightPx: head.readUInt16LE(20) };
  // A height below zero says that the rows run from the top.
  return { widthPx: head.readInt32LE(18), heightPx: Math.abs(head.readInt32LE(22)) };
}

function ofHeif(head: Buffer): PictureSize | null {
  let largest: PictureSize | null = null;
  for (let at = head.indexOf('ispe'); at >= 0 && at + 16 <= head.length; at = head.indexOf('ispe', at + 4)) {
    const size = { widthPx: head.readUInt32BE(at + 8), heightPx: head.readUInt32BE(at + 12) };
    if (!largest || size.widthPx * size.heightPx > largest.widthPx * largest.heightPx) largest = size;
  }
  return largest;
}
