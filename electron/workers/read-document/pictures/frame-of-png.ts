import { inflateSync } from 'node:zlib';
import type { FileField } from '../../../../shared/model/file-claims';
import type { BufferedSource } from '../byte-source';
import { cleanText } from './exif-values';
import { emptyFrame, mostBlockBytes, mostBlocks, mostParts, type PictureFrame } from './metadata-blocks';

/** Texts that are kept of one picture, and how long a packed one may become. */
const mostTexts = 100;
const mostTextBytes = 64 * 1024;

/** The chunks of a PNG (ISO/IEC 15948): size, EXIF, XMP, texts, the time of the last change, and whether it moves. */
export async function frameOfPng(source: BufferedSource): Promise<PictureFrame> {
  const frame = emptyFrame();
  for (let at = 8, part = 0; part < mostParts && at + 12 <= source.sizeBytes; part += 1) {
    const head = await source.read(at, 8);
    const length = head.readUInt32BE(0);
    const type = head.toString('latin1', 4, 8);
    const place = { offset: at + 8, length };
    if (place.offset + length + 4 > source.sizeBytes) { frame.notRead.add('damaged'); break; }
    if (type === 'IEND') break;
    switch (type) {
      case 'IHDR': {
        const size = await source.read(place.offset, 8);
        if (length >= 8) [frame.widthPx, frame.heightPx] = [size.readUInt32BE(0), size.readUInt32BE(4)];
        break;
      }
      case 'eXIf':
        if (frame.exif.length < mostBlocks) frame.exif.push(place);
        break;
      case 'acTL':
        frame.isAnimated = true;
        frame.pageCount = Math.max(1, Math.min(1_000_000, (await source.read(place.offset, 4)).readUInt32BE(0)));
        break;
      case 'tIME':
        if (length >= 7) frame.fields.push(timeField(await source.read(place.offset, 7), place));
        break;
      case 'tEXt': case 'zTXt': case 'iTXt':
        if (length > mostBlockBytes) frame.notRead.add('too-long');
        else if (frame.fields.length < mostTexts) readText(frame, type, await source.read(place.offset, length), place.offset);
        break;
      default:
    }
    at = place.offset + length + 4;
  }
  return frame;
}

function timeField(bytes: Buffer, place: { offset: number; length: number }): FileField {
  const two = (at: number): string => String(bytes[at] ?? 0).padStart(2, '0');
  return { block: 'container', name: 'tIME', value: `${String(bytes.readUInt16BE(0)).padStart(4, '0')}-${two(2)}-${two(3)}T${two(4)}:${two(5)}:${two(6)}Z`, place, tellsPlace: false };
}

/** A keyword and a text, packed or not; XMP stands in one of these, under a keyword of its own. */
function readText(frame: PictureFrame, type: string, bytes: Buffer, offset: number): void {
  const keyEnd = bytes.indexOf(0);
  if (keyEnd < 1 || keyEnd > 79) { frame.notRead.add('damaged'); return; }
  const name = cleanText(bytes.toString('latin1', 0, keyEnd)).slice(0, 200);
  let textAt = keyEnd + 1;
  let isPacked = false;
  if (type === 'zTXt') [isPacked, textAt] = [true, keyEnd + 2];
  if (type === 'iTXt') {
    isPacked = bytes[keyEnd + 1] === 1;
    const languageEnd = bytes.indexOf(0, keyEnd + 3);
    const translatedEnd = languageEnd < 0 ? -1 : bytes.indexOf(0, languageEnd + 1);
    if (translatedEnd < 0) { frame.notRead.add('damaged'); return; }
    textAt = translatedEnd + 1;
  }
  const place = { offset: offset + textAt, length: bytes.length - textAt };
  if (name === 'XML:com.adobe.xmp' && !isPacked) {
    if (frame.xmp.length < mostBlocks) frame.xmp.push(place);
    return;
  }
  const text = isPacked ? unpack(bytes.subarray(textAt)) : bytes.subarray(textAt, textAt + mostTextBytes);
  if (text === null) frame.notRead.add('damaged');
  else frame.fields.push({ block: 'container', name, value: cleanText(type === 'iTXt' ? new TextDecoder().decode(text) : text.toString('latin1')), place, tellsPlace: false });
}

function unpack(bytes: Buffer): Buffer | null {
  try {
    return inflateSync(bytes, { maxOutputLength: mostTextBytes });
  } catch {
    return null;
  }
}
