import { boxesIn, boxNamed, type Box } from '../boxes';
import type { BufferedSource } from '../byte-source';
import { emptyFrame, mostBlockBytes, mostBlocks, type PictureFrame } from './metadata-blocks';

const mostItems = 4000;

/**
 * HEIC, HEIF and AVIF (ISO/IEC 23008-12): items that a `meta` box lists. Size from the primary item's `ispe`, EXIF and XMP from items of their own, wherever `iloc` says they lie. The picture is turned by
 * `irot`, which whoever decodes it applies, so that the turn in EXIF does not count.
 */
export async function frameOfHeif(source: BufferedSource): Promise<PictureFrame> {
  const frame = emptyFrame();
  frame.turnsItself = true;
  const { boxes } = await boxesIn(source, 0, source.sizeBytes);
  const meta = boxNamed(boxes, 'meta');
  if (!meta) { frame.notRead.add('damaged'); return frame; }
  const { boxes: inMeta, isCut } = await boxesIn(source, meta.start + 4, meta.end);
  if (isCut) frame.notRead.add('damaged');
  const primary = await readPrimary(source, boxNamed(inMeta, 'pitm'));
  await readSizes(source, frame, boxNamed(inMeta, 'iprp'), primary);
  const items = await readItems(source, boxNamed(inMeta, 'iinf'));
  const locations = await readLocations(source, boxNamed(inMeta, 'iloc'), boxNamed(inMeta, 'idat'));
  for (const [id, type] of items) {
    const place = locations.get(id);
    if (!place || (type !== 'Exif' && type !== 'xmp')) continue;
    if (place.offset + place.length > source.sizeBytes) { frame.notRead.add('damaged'); continue; }
    if (type === 'xmp' && frame.xmp.length < mostBlocks) frame.xmp.push(place);
    if (type === 'Exif' && frame.exif.length < mostBlocks) {
      // The item begins with how far off the TIFF header stands, because JPEG's mark may come first.
      const head = await source.read(place.offset, 4);
      const before = head.length < 4 ? place.length : head.readUInt32BE(0);
      if (before + 12 <= place.length) frame.exif.push({ offset: place.offset + 4 + before, length: place.length - 4 - before });
      else frame.notRead.add('damaged');
    }
  }
  const brands = (await source.read(8, 4)).toString('latin1');
  frame.isAnimated = brands === 'avis' || brands === 'msf1' || brands === 'hevc';
  return frame;
}

async function whole(source: BufferedSource, box: Box | undefined): Promise<Buffer> {
  return box && box.end - box.start <= mostBlockBytes ? source.read(box.start, box.end - box.start) : Buffer.alloc(0);
}

async function readPrimary(source: BufferedSource, box: Box | undefined): Promise<number> {
  const bytes = await whole(source, box);
  return bytes.length < 6 ? 0 : bytes[0] === 0 ? bytes.readUInt16BE(4) : bytes.length >= 8 ? bytes.readUInt32BE(4) : 0;
}

/** `ipco` lists properties, `ipma` says which belong to which item, counting from 1. Without a word on the primary item the largest size counts. */
async function readSizes(source: BufferedSource, frame: PictureFrame, box: Box | undefined, primary: number): Promise<void> {
  if (!box) return;
  const { boxes } = await boxesIn(source, box.start, box.end);
  const container = boxNamed(boxes, 'ipco');
  const properties = container ? (await boxesIn(source, container.start, container.end, mostItems)).boxes : [];
  const own = await propertiesOf(source, boxNamed(boxes, 'ipma'), primary);
  let isOwn = false;
  for (const [index, property] of properties.entries()) {
    if (property.type !== 'ispe') continue;
    const bytes = await source.read(property.start, 12);
    if (bytes.length < 12) continue;
    const [widthPx, heightPx] = [bytes.readUInt32BE(4), bytes.readUInt32BE(8)];
    const belongs = own.has(index + 1);
    if (belongs ? !isOwn : !isOwn && widthPx * heightPx > frame.widthPx * frame.heightPx) [frame.widthPx, frame.heightPx] = [widthPx, heightPx];
    isOwn ||= belongs;
  }
}

async function propertiesOf(source: BufferedSource, box: Box | undefined, primary: number): Promise<ReadonlySet<number>> {
  const bytes = await whole(source, box);
  const found = new Set<number>();
  if (bytes.length < 8) return found;
  const [isLongId, isLongIndex] = [bytes[0] !== 0, ((bytes[3] ?? 0) & 1) === 1];
  const count = bytes.readUInt32BE(4);
  let at = 8;
  for (let entry = 0; entry < Math.min(count, mostItems) && at + (isLongId ? 5 : 3) <= bytes.length; entry += 1) {
    const id = isLongId ? bytes.readUInt32BE(at) : bytes.readUInt16BE(at);
    at += isLongId ? 4 : 2;
    const associations = bytes[at] ?? 0;
    at += 1;
    for (let one = 0; one < associations && at + (isLongIndex ? 2 : 1) <= bytes.length; one += 1) {
      if (id === primary) found.add(isLongIndex ? bytes.readUInt16BE(at) & 0x7fff : (bytes[at] ?? 0) & 0x7f);
      at += isLongIndex ? 2 : 1;
    }
  }
  return found;
}

/** Items that speak of the picture: by id, `Exif` or `xmp`. */
async function readItems(source: BufferedSource, box: Box | undefined): Promise<Map<number, 'Exif' | 'xmp'>> {
  const items = new Map<number, 'Exif' | 'xmp'>();
  if (!box) return items;
  const version = (await source.read(box.start, 1))[0];
  const { boxes } = await boxesIn(source, box.start + (version === 0 ? 6 : 8), box.end, mostItems);
  for (const entry of boxes) {
    const bytes = await source.read(entry.start, Math.min(entry.end - entry.start, 512));
    if (entry.type !== 'infe' || bytes.length < 12 || (bytes[0] ?? 0) < 2) continue;
    const isLong = bytes[0] === 3;
    const id = isLong ? bytes.readUInt32BE(4) : bytes.readUInt16BE(4);
    const typeAt = isLong ? 10 : 8;
    const type = bytes.toString('latin1', typeAt, typeAt + 4);
    if (type === 'Exif') items.set(id, 'Exif');
    if (type === 'mime' && bytes.toString('latin1', typeAt + 4).includes('application/rdf+xml')) items.set(id, 'xmp');
  }
  return items;
}

/** Where items lie (`iloc`), those in one piece: in the file, or in `idat` beside. */
async function readLocations(source: BufferedSource, box: Box | undefined, idat: Box | undefined): Promise<Map<number, { offset: number; length: number }>> {
  const bytes = await whole(source, box);
  const places = new Map<number, { offset: number; length: number }>();
  if (bytes.length < 8) return places;
  const version = bytes[0] ?? 0;
  const sizes = bytes.readUInt16BE(4);
  const [offsetBytes, lengthBytes, baseBytes, indexBytes] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, version > 0 ? sizes & 15 : 0];
  let at = 6;
  const number = (length: number): number => {
    let value = 0;
    for (let byte = 0; byte < length; byte += 1) value = value * 256 + (bytes[at + byte] ?? 0);
    at += length;
    return value;
  };
  const count = number(version < 2 ? 2 : 4);
  for (let item = 0; item < Math.min(count, mostItems) && at < bytes.length; item += 1) {
    const id = number(version < 2 ? 2 : 4);
    const method = version > 0 ? number(2) & 15 : 0;
    number(2);
    const base = number(baseBytes);
    const extents = number(2);
    for (let extent = 0; extent < extents && at < bytes.length; extent += 1) {
      number(indexBytes);
      const [offset, length] = [number(offsetBytes), number(lengthBytes)];
      const from = method === 1 ? (idat?.start ?? Number.NaN) : 0;
      const isWhole = extents === 1 && method < 2 && length > 0 && Number.isSafeInteger(from + base + offset + length);
      if (isWhole) places.set(id, { offset: from + base + offset, length });
    }
  }
  return places;
}
