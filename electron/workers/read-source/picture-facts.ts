import ExifReader from 'exifreader';
import type { PictureFacts } from '../../../shared/model/document';
import { readPictureSize } from './picture-size';

type Tag = { value?: unknown; description?: unknown } | undefined;
type Group = Readonly<Record<string, Tag>> | undefined;

/** Tags that are looked at; the rest is not even unpacked. */
const wanted = {
  file: ['Image Width', 'Image Height'], png: ['Image Width', 'Image Height'], gif: ['Image Width', 'Image Height'], riff: ['Image Width', 'Image Height'],
  exif: ['Orientation', 'DateTimeOriginal', 'OffsetTimeOriginal', 'OffsetTime', 'SubSecTimeOriginal', 'Make', 'Model', 'PixelXDimension', 'PixelYDimension', 'ImageWidth', 'ImageLength', 'GPSLatitude', 'GPSLongitude', 'GPS Info IFD Pointer', 'Exif IFD Pointer'],
};

/**
 * What an image says of itself: size, orientation, when and with what it was taken, whether it names a place. A device's claim, not
 * a fact. Nothing is decoded. A damaged or made-up block gives what could be read; what is not said is 0 or ''.
 */
export function readPictureFacts(bytes: Uint8Array): PictureFacts {
  let tags: Readonly<Record<string, Group>> = {};
  try {
    tags = ExifReader.load(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { expanded: true, includeTags: wanted } as never) as unknown as Readonly<Record<string, Group>>;
  } catch {
    // No block that can be read: the header may still tell the size.
  }
  const exif = tags.exif;
  const sized = [tags.file, tags.png, tags.gif, tags.riff].find((group) => number(group?.['Image Width']) > 0);
  const own = readPictureSize(bytes);
  const widthPx = own?.widthPx || number(sized?.['Image Width']) || number(exif?.PixelXDimension) || number(exif?.ImageWidth);
  const heightPx = own?.heightPx || number(sized?.['Image Height']) || number(exif?.PixelYDimension) || number(exif?.ImageLength);
  const orientation = number(exif?.Orientation);
  const taken = text(exif?.DateTimeOriginal);
  const offset = text(exif?.OffsetTimeOriginal) || text(exif?.OffsetTime);
  return {
    widthPx,
    heightPx,
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    takenAsWritten: taken === '' ? '' : `${taken}${offset === '' ? '' : ` ${offset}`}`.slice(0, 60),
    hasPosition: exif?.GPSLatitude !== undefined || exif?.GPSLongitude !== undefined || tags.gps !== undefined,
    device: [text(exif?.Make), text(exif?.Model)].filter((part) => part !== '').join(' ').slice(0, 200),
  };
}

function number(tag: Tag): number {
  const value = Array.isArray(tag?.value) ? (tag.value as unknown[])[0] : tag?.value;
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 1e6 ? value : 0;
}

function text(tag: Tag): string {
  const value = Array.isArray(tag?.value) ? (tag.value as unknown[])[0] : tag?.value;
  return typeof value === 'string' ? value.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim() : '';
}
