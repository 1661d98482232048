import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { Needle } from './process-memory';

const side = 256;

/** A picture of random points (PNG, 8 bits RGB), and some of them as they lie in memory: in the file, and drawn. */
export function makeNoisePicture(): { file: Buffer; needles: Needle[] } {
  const points = randomBytes(side * side * 3);
  const rows = Buffer.concat(Array.from({ length: side }, (_, row) => Buffer.concat([Buffer.from([0]), points.subarray(row * side * 3, (row + 1) * side * 3)])));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const file = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
  const needles: Needle[] = [];
  for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
    const inFile = Math.floor(file.length * share);
    needles.push({ name: 'picture', encoding: 'file', bytes: file.subarray(inFile, inFile + 48) });
    const row = Math.floor(side * share);
    const drawn = Array.from({ length: 16 }, (_, at) => points.subarray((row * side + 100 + at) * 3, (row * side + 101 + at) * 3));
    needles.push({ name: 'picture', encoding: 'rgba', bytes: Buffer.concat(drawn.map((point) => Buffer.from([point[0]!, point[1]!, point[2]!, 255]))) });
    needles.push({ name: 'picture', encoding: 'bgra', bytes: Buffer.concat(drawn.map((point) => Buffer.from([point[2]!, point[1]!, point[0]!, 255]))) });
  }
  return { file, needles };
}

/** PNG specification, 5.3. */
function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
