import type { BufferedSource } from '../byte-source';
import { emptyFrame, mostBlocks, mostParts, type PictureFrame } from './metadata-blocks';

/** The chunks of a WebP (RFC 9649): size, EXIF, XMP, how many pictures it has. */
export async function frameOfWebp(source: BufferedSource): Promise<PictureFrame> {
  const frame = emptyFrame();
  let pictures = 0;
  for (let at = 12, part = 0; part < mostParts && at + 8 <= source.sizeBytes; part += 1) {
    const head = await source.read(at, 18);
    const type = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    const place = { offset: at + 8, length: Math.min(length, source.sizeBytes - at - 8) };
    if (place.length < length) frame.notRead.add('damaged');
    readSize(frame, type, head.subarray(8));
    if (type === 'EXIF' && frame.exif.length < mostBlocks) frame.exif.push(await withoutMark(source, place));
    if (type === 'XMP ' && frame.xmp.length < mostBlocks) frame.xmp.push(place);
    if (type === 'ANMF') pictures += 1;
    at = place.offset + length + (length & 1);
  }
  frame.isAnimated = pictures > 0;
  frame.pageCount = Math.max(1, pictures);
  return frame;
}

/** Some programs leave JPEG's mark before the block. */
async function withoutMark(source: BufferedSource, place: { offset: number; length: number }): Promise<{ offset: number; length: number }> {
  const isMarked = (await source.read(place.offset, 6)).toString('latin1') === 'Exif\0\0';
  return isMarked && place.length >= 6 ? { offset: place.offset + 6, length: place.length - 6 } : place;
}

/** `VP8X` says the size of the whole; of a simple file the picture's own header does. */
function readSize(frame: PictureFrame, type: string, body: Buffer): void {
  if (frame.widthPx > 0 || body.length < 10) return;
  if (type === 'VP8X') [frame.widthPx, frame.heightPx] = [body.readUIntLE(4, 3) + 1, body.readUIntLE(7, 3) + 1];
  if (type === 'VP8 ' && body.readUIntBE(3, 3) === 0x9d012a) [frame.widthPx, frame.heightPx] = [body.readUInt16LE(6) & 0x3fff, body.readUInt16LE(8) & 0x3fff];
  if (type === 'VP8L' && body[0] === 0x2f) {
    const packed = body.readUInt32LE(1);
    [frame.widthPx, frame.heightPx] = [(packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1];
  }
}
