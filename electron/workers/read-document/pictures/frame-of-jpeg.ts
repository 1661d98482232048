import type { BufferedSource } from '../byte-source';
import { cleanText } from './exif-values';
import { emptyFrame, mostBlocks, mostParts, type PictureFrame } from './metadata-blocks';

const xmpMark = 'http://ns.adobe.com/xap/1.0/\0';
const endOfImage = Buffer.from([0xff, 0xd9]);
const lookedAtOnce = 64 * 1024;
const mostLookedThrough = 64 * 1024 * 1024;
const photoshopMark = 'Photoshop 3.0\0';

/** The segments of a JPEG (ITU-T T.81) up to the picture's data: size from the frame header, EXIF and XMP from APP1, IPTC from Photoshop's APP13, comments. Whether the picture's end is there is looked for behind them. */
export async function frameOfJpeg(source: BufferedSource): Promise<PictureFrame> {
  const frame = emptyFrame();
  let at = 2;
  for (let part = 0; part < mostParts; part += 1) {
    const head = await source.read(at, 4);
    if (head.length < 4 || head[0] !== 0xff) { frame.notRead.add('damaged'); break; }
    const marker = head[1] ?? 0;
    // Fill bytes, and markers that stand alone.
    if (marker === 0xff) { at += 1; continue; }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) { at += 2; continue; }
    if (marker === 0xd9 || marker === 0xda) break;
    const length = head.readUInt16BE(2);
    if (length < 2 || at + 2 + length > source.sizeBytes) { frame.notRead.add('damaged'); break; }
    await readSegment(source, frame, marker, { offset: at + 4, length: length - 2 });
    at += 2 + length;
  }
  if (!(await hasEnd(source, at))) frame.notRead.add('cut-short');
  return frame;
}

/**
 * Whether the mark of the picture's end (EOI) stands behind `from`: in the picture's data 0xFF is never followed by 0xD9 (T.81, B.1.1.5). Mostly it stands in the last stretch; where a film or the like is hung on
 * behind the picture, it is looked for from the front. Of a picture longer than what is looked through nothing is said.
 */
async function hasEnd(source: BufferedSource, from: number): Promise<boolean> {
  if (await holdsEnd(source, Math.max(from, source.sizeBytes - lookedAtOnce))) return true;
  for (let at = from; at < source.sizeBytes; at += lookedAtOnce) {
    if (at - from > mostLookedThrough || (await holdsEnd(source, at))) return true;
  }
  return false;
}

/** One byte more, in which a mark cut in two ends. */
const holdsEnd = async (source: BufferedSource, at: number): Promise<boolean> => (await source.read(at, lookedAtOnce + 1)).includes(endOfImage);

async function readSegment(source: BufferedSource, frame: PictureFrame, marker: number, place: { offset: number; length: number }): Promise<void> {
  const isSize = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
  if (isSize) {
    const size = await source.read(place.offset, 5);
    if (size.length === 5 && frame.widthPx === 0) [frame.heightPx, frame.widthPx] = [size.readUInt16BE(1), size.readUInt16BE(3)];
  } else if (marker === 0xe1) {
    const mark = (await source.read(place.offset, Math.min(place.length, xmpMark.length))).toString('latin1');
    if (mark.startsWith('Exif\0') && frame.exif.length < mostBlocks) frame.exif.push({ offset: place.offset + 6, length: place.length - 6 });
    else if (mark === xmpMark && frame.xmp.length < mostBlocks) frame.xmp.push({ offset: place.offset + mark.length, length: place.length - mark.length });
  } else if (marker === 0xed) {
    const mark = (await source.read(place.offset, photoshopMark.length)).toString('latin1');
    if (mark === photoshopMark) await readResources(source, frame, place.offset + mark.length, place.offset + place.length);
  } else if (marker === 0xfe && frame.fields.length < mostBlocks) {
    const value = cleanText(new TextDecoder().decode(await source.read(place.offset, Math.min(place.length, 8192))));
    if (value !== '') frame.fields.push({ block: 'container', name: 'Comment', value, place, tellsPlace: false });
  }
}

/** Photoshop's image resources: `8BIM`, a number, a name of even length, a size; 0x0404 holds IPTC. */
async function readResources(source: BufferedSource, frame: PictureFrame, from: number, end: number): Promise<void> {
  for (let at = from, part = 0; at + 12 <= end && part < 1000; part += 1) {
    const head = await source.read(at, 8);
    if (head.toString('latin1', 0, 4) !== '8BIM') return;
    const nameBytes = (1 + (head[6] ?? 0) + 1) & ~1;
    const size = await source.read(at + 6 + nameBytes, 4);
    if (size.length < 4) return;
    const length = size.readUInt32BE(0);
    const place = { offset: at + 10 + nameBytes, length };
    if (place.offset + length > end) { frame.notRead.add('damaged'); return; }
    if (head.readUInt16BE(4) === 0x0404 && frame.iptc.length < mostBlocks) frame.iptc.push(place);
    at = place.offset + ((length + 1) & ~1);
  }
}
