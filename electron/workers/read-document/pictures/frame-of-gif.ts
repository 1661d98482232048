import type { BufferedSource } from '../byte-source';
import { cleanText } from './exif-values';
import { emptyFrame, mostParts, type PictureFrame } from './metadata-blocks';

/** What Adobe puts behind XMP, so that readers of blocks come out right. */
const magicTailBytes = 258;
/** Steps over data blocks; far more than any film of a phone's size has. */
const mostSteps = 200_000;

/** A GIF (version 89a): size, how many pictures, comments, and XMP where Adobe's programs put it. */
export async function frameOfGif(source: BufferedSource): Promise<PictureFrame> {
  const frame = emptyFrame();
  const head = await source.read(0, 13);
  if (head.length < 13) { frame.notRead.add('damaged'); return frame; }
  [frame.widthPx, frame.heightPx] = [head.readUInt16LE(6), head.readUInt16LE(8)];
  let at = 13 + tableBytes(head[10] ?? 0);
  let pictures = 0;
  const steps = { left: mostSteps };
  for (let part = 0; part < mostParts; part += 1) {
    const [kind = 0x3b, label = 0] = await source.read(at, 2);
    if (kind === 0x3b) break;
    if (kind === 0x21) {
      const begins = at + 2;
      at = await endOfBlocks(source, begins, steps);
      if (label === 0xfe && frame.fields.length < 20) frame.fields.push({ block: 'container', name: 'Comment', value: await joined(source, begins, at), place: { offset: begins, length: at - begins }, tellsPlace: false });
      const application = label === 0xff ? (await source.read(begins + 1, 11)).toString('latin1') : '';
      // XMP stands there raw: its bytes are not lengths of blocks, and a magic tail of 258 bytes makes them harmless.
      if (application === 'XMP DataXMP') frame.xmp.push({ offset: begins + 12, length: Math.max(0, at - begins - 12 - magicTailBytes) });
    } else if (kind === 0x2c) {
      pictures += 1;
      const packed = (await source.read(at + 9, 1))[0] ?? 0;
      at = await endOfBlocks(source, at + 10 + tableBytes(packed) + 1, steps);
    } else { frame.notRead.add('damaged'); break; }
    if (steps.left <= 0) { frame.notRead.add('too-long'); break; }
  }
  frame.pageCount = Math.max(1, pictures);
  frame.isAnimated = pictures > 1;
  return frame;
}

const tableBytes = (packed: number): number => ((packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1));

async function endOfBlocks(source: BufferedSource, from: number, steps: { left: number }): Promise<number> {
  let at = from;
  while (at < source.sizeBytes && steps.left > 0) {
    steps.left -= 1;
    const length = (await source.read(at, 1))[0] ?? 0;
    at += 1 + length;
    if (length === 0) break;
  }
  return Math.min(at, source.sizeBytes);
}

async function joined(source: BufferedSource, from: number, end: number): Promise<string> {
  const bytes = await source.read(from, Math.min(end - from, 8192));
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 1 + (bytes[at] ?? 0)) pieces.push(bytes.subarray(at + 1, at + 1 + (bytes[at] ?? 0)));
  return cleanText(Buffer.concat(pieces).toString('latin1'));
}
