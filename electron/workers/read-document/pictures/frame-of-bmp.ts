import type { BufferedSource } from '../byte-source';
import { emptyFrame, type PictureFrame } from './metadata-blocks';

/** A BMP says its size and no more. A height below zero says that its rows run from the top. */
export async function frameOfBmp(source: BufferedSource): Promise<PictureFrame> {
  const frame = emptyFrame();
  const head = await source.read(0, 26);
  if (head.length < 26) frame.notRead.add('damaged');
  else if (head.readUInt32LE(14) === 12) [frame.widthPx, frame.heightPx] = [head.readUInt16LE(18), head.readUInt16LE(20)];
  else [frame.widthPx, frame.heightPx] = [Math.max(0, head.readInt32LE(18)), Math.abs(head.readInt32LE(22))];
  return frame;
}
