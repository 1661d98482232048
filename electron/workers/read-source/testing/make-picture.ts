/** What a made picture says of itself in its EXIF block (CIPA DC-008). */
export interface PictureToMake {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly orientation?: number;
  readonly taken?: string;
  readonly offset?: string;
  readonly make?: string;
  readonly model?: string;
  readonly position?: boolean;
}

/** A JPEG that is all headers: EXIF in APP1, its size in SOF0, no picture to decode. */
export function makeJpeg(picture: PictureToMake): Buffer {
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), makeTiff(picture)]);
  const size = Buffer.alloc(17);
  size.writeUInt16BE(17, 0);
  size[2] = 8;
  size.writeUInt16BE(picture.heightPx, 3);
  size.writeUInt16BE(picture.widthPx, 5);
  size[7] = 3;
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), uint16(exif.length + 2), exif, Buffer.from([0xff, 0xc0]), size, Buffer.from([0xff, 0xda, 0, 12]), Buffer.alloc(10), Buffer.from([0xff, 0xd9])]);
}

/** A PNG of one IHDR. */
export function makePng(widthPx: number, heightPx: number): Buffer {
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13, 0);
  header.write('IHDR', 4, 'latin1');
  header.writeUInt32BE(widthPx, 8);
  header.writeUInt32BE(heightPx, 12);
  header.set([8, 6, 0, 0, 0], 16);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), header, Buffer.from([0, 0, 0, 0]), Buffer.from('IEND', 'latin1'), Buffer.from([0xae, 0x42, 0x60, 0x82])]);
}

type Field = readonly [tag: number, type: 2 | 3 | 4 | 5, value: Buffer | number];

/** TIFF 6.0, big-endian: directory 0, the EXIF directory and the GPS directory. */
function makeTiff({ orientation, taken, offset, make, model, position }: PictureToMake): Buffer {
  const ascii = (text: string): Buffer => Buffer.from(`${text}\0`, 'latin1');
  const degrees = Buffer.concat([51, 1, 30, 1, 0, 1].map(uint32));
  const exif: Field[] = [...(taken ? [[0x9003, 2, ascii(taken)] as Field] : []), ...(offset ? [[0x9011, 2, ascii(offset)] as Field] : [])];
  const gps: Field[] = position ? [[1, 2, ascii('N')], [2, 5, degrees], [3, 2, ascii('W')], [4, 5, degrees]] : [];
  const main = (exifAt: number, gpsAt: number): Field[] => [
    ...(make ? [[0x010f, 2, ascii(make)] as Field] : []), ...(model ? [[0x0110, 2, ascii(model)] as Field] : []), ...(orientation ? [[0x0112, 3, orientation] as Field] : []),
    [0x8769, 4, exifAt], ...(position ? [[0x8825, 4, gpsAt] as Field] : []),
  ];
  const exifAt = 8 + directory(main(0, 0), 8).length;
  const exifBytes = directory(exif, exifAt);
  const gpsAt = exifAt + exifBytes.length;
  return Buffer.concat([Buffer.from('MM\0*\0\0\0\b', 'latin1'), directory(main(exifAt, gpsAt), 8), exifBytes, ...(position ? [directory(gps, gpsAt)] : [])]);
}

function directory(fields: readonly Field[], at: number): Buffer {
  let heapAt = at + 2 + fields.length * 12 + 4;
  const heap: Buffer[] = [];
  const rows = fields.map(([tag, type, value]) => {
    const bytes = typeof value === 'number' ? (type === 3 ? Buffer.concat([uint16(value), uint16(0)]) : uint32(value)) : value;
    const count = typeof value === 'number' ? 1 : type === 5 ? value.length / 8 : value.length;
    if (bytes.length <= 4) return Buffer.concat([uint16(tag), uint16(type), uint32(count), bytes, Buffer.alloc(4 - bytes.length)]);
    const row = Buffer.concat([uint16(tag), uint16(type), uint32(count), uint32(heapAt)]);
    heap.push(bytes);
    heapAt += bytes.length;
    return row;
  });
  return Buffer.concat([uint16(fields.length), ...rows, uint32(0), ...heap]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
