const headBytes = 44;
const entryBytes = 20;
/** The table of drawings as SVG (OpenType 1.9). */
const svgTable = 'SVG ';

/**
 * A face of emoji holds each drawing twice, as layers of outlines (`COLR`) and as SVG, which Chromium never reads: of Noto Color Emoji that is 20 MB of 25, unpacked anew in every window that prints a single emoji, a fifth of a second each (measured). Gives the face without it, otherwise as it came.
 * @param {Buffer} woff a face as WOFF 1.0 (W3C Recommendation of 13 December 2012); throws when it is none, or holds no such table
 * @returns {Buffer}
 */
export function withoutDrawingsTwice(woff) {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file');
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const entry = woff.subarray(headBytes + entryBytes * index, headBytes + entryBytes * (index + 1));
    const from = entry.readUInt32BE(4);
    return { tag: entry.toString('latin1', 0, 4), entry: Buffer.from(entry), packed: woff.subarray(from, from + entry.readUInt32BE(8)) };
  });
  const kept = tables.filter(({ tag }) => tag !== svgTable);
  if (kept.length === tables.length) throw new Error('the face holds no SVG');
  const head = Buffer.from(woff.subarray(0, headBytes));
  let at = headBytes + entryBytes * kept.length;
  let sfntBytes = 12 + 16 * kept.length;
  const bodies = kept.map(({ entry, packed }) => {
    entry.writeUInt32BE(at, 4);
    at += toFour(packed.length);
    sfntBytes += toFour(entry.readUInt32BE(12));
    return Buffer.concat([packed, Buffer.alloc(toFour(packed.length) - packed.length)]);
  });
  head.writeUInt32BE(at, 8);
  head.writeUInt16BE(kept.length, 12);
  head.writeUInt32BE(sfntBytes, 16);
  // What may follow the tables (metadata, private data) goes.
  head.fill(0, 24, headBytes);
  return Buffer.concat([head, ...kept.map(({ entry }) => entry), ...bodies]);
}

const toFour = (/** @type {number} */ bytes) => Math.ceil(bytes / 4) * 4;
