/** Puts an Exif 2.32 block (APP1, little-endian TIFF) into a JPEG: orientation, when taken with its offset, device, and a position at sea. */
export function withExif(jpeg, { orientation, taken, offset, gps }) {
  const text = (s) => Buffer.from(s + '\0', 'ascii');
  const rational = (...pairs) => { const b = Buffer.alloc(pairs.length * 8); pairs.forEach(([n, d], i) => { b.writeUInt32LE(n, i * 8); b.writeUInt32LE(d, i * 8 + 4); }); return b; };
  const short = (n) => { const b = Buffer.alloc(2); b.writeUInt16LE(n); return b; };
  const long = (n) => { const b = Buffer.alloc(4); b.writeUInt32LE(n); return b; };
  const width = { 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 1: 1 };
  const parts = [];
  let at = 8;
  const directory = (entries) => {
    // Size first: the values that do not fit in four bytes follow their directory.
    const start = at, size = 2 + entries.length * 12 + 4;
    at += size;
    const head = Buffer.alloc(size), tails = [];
    head.writeUInt16LE(entries.length, 0);
    entries.forEach(([tag, type, value], i) => {
      const p = 2 + i * 12;
      head.writeUInt16LE(tag, p); head.writeUInt16LE(type, p + 2); head.writeUInt32LE(value.length / width[type], p + 4);
      if (value.length <= 4) value.copy(head, p + 8);
      else { head.writeUInt32LE(at, p + 8); tails.push(value); at += value.length; }
    });
    parts.push(head, ...tails);
    return start;
  };
  const rootEntries = (exifAt, gpsAt) => [[0x10f, 2, text('Example')], [0x110, 2, text('Example Phone 4')], [0x112, 3, short(orientation)], [0x132, 2, text(taken)], [0x8769, 4, long(exifAt)], ...(gps ? [[0x8825, 4, long(gpsAt)]] : [])];
  const rootSize = () => { at = 8; parts.length = 0; directory(rootEntries(0, 0)); return at; };
  const exifAt = rootSize();
  at = exifAt; parts.length = 0;
  directory([[0x9003, 2, text(taken)], [0x9010, 2, text(offset)], [0x9011, 2, text(offset)]]);
  const gpsAt = at;
  if (gps) directory([[1, 2, text('N')], [2, 5, rational([54, 1], [30, 1], [0, 1])], [3, 2, text('W')], [4, 5, rational([4, 1], [0, 1], [0, 1])]]);
  const rest = Buffer.concat(parts);
  at = 8; parts.length = 0;
  directory(rootEntries(exifAt, gpsAt));
  const tiff = Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), ...parts, rest]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const marker = Buffer.from([0xff, 0xe1, 0, 0]);
  marker.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), marker, body, jpeg.subarray(2)]);
}
