import type { PictureFacts } from '../../../../shared/model/document';
import type { FileField } from '../../../../shared/model/file-claims';
import type { NotReadReason, PictureDetails } from '../../../../shared/model/picture-details';
import { BufferedSource, TooMuchRead, type ByteSource } from '../byte-source';
import { nameOfTag } from './exif-names';
import { cleanText, commentOf, numbersOf, sayValue, textOf } from './exif-values';
import { frameOfBmp } from './frame-of-bmp';
import { frameOfGif } from './frame-of-gif';
import { frameOfHeif } from './frame-of-heif';
import { frameOfJpeg } from './frame-of-jpeg';
import { frameOfPng } from './frame-of-png';
import { frameOfWebp } from './frame-of-riff';
import { readIptcFields } from './iptc-fields';
import { emptyFrame, mostBlockBytes, type PictureFrame } from './metadata-blocks';
import { positionOf, positionOfXmp, timesOf } from './picture-claims';
import { screenshotSignsOf } from './screenshot-signs';
import { readAppleNote, readDirectories, type Directories, type TiffField } from './tiff-directories';
import { readXmpFields } from './xmp-fields';

/** Of one picture, whatever its size; a GIF of many pictures is walked through. */
const mostBytes = 256 * 1024 * 1024;
const mostFields = 1000;
const userComments = new Set([0x9286, 0x001b, 0x001c]);
const xmpTag = 0x02bc;
const iptcTag = 0x83bb;
const makerNoteTag = 0x927c;
const appleContentIdentifier = 0x0011;

export interface ReadPicture { readonly facts: PictureFacts; readonly details: PictureDetails }

/**
 * What a picture says of itself, read by the stretches it points to; no pixel is decoded. Throws only what the source throws: what is damaged or made up gives what could be read, and says so (`notRead`).
 * `originalName` tells a screenshot.
 */
export async function readPictureDetails(inner: ByteSource, mediaType: string, originalName: string): Promise<ReadPicture> {
  const source = new BufferedSource(inner, mostBytes);
  let frame = emptyFrame();
  let exif: TiffField[] = [];
  let fields: FileField[] = [];
  const notRead = new Set<NotReadReason>();
  try {
    frame = await readFrame(source, mediaType);
    for (const reason of frame.notRead) notRead.add(reason);
    for (const place of frame.exif) take(await readDirectories(source, place, false));
    const note = exif.find((field) => field.directory === 'exif' && field.tag === makerNoteTag);
    const apple = note ? await readAppleNote(source, note.place) : null;
    if (apple) exif = [...exif, ...apple.fields];
    fields = [...frame.fields, ...exif.map(asField), ...(await readPackets(source, frame, exif, notRead))];
  } catch (error) {
    if (!(error instanceof TooMuchRead)) throw error;
    notRead.add('too-long');
  }
  const find = (directory: string, tag: number): TiffField | undefined => exif.find((field) => field.directory === directory && field.tag === tag);
  const words = (directory: string, tag: number): string => { const field = find(directory, tag); return field ? textOf(field).slice(0, 200) : ''; };
  const number = (directory: string, tag: number): number => { const field = find(directory, tag); return (field ? numbersOf(field)[0] : undefined) ?? 0; };
  const device = [words('image', 0x010f), words('image', 0x0110)].filter((part) => part !== '').join(' ').slice(0, 200);
  const orientation = frame.turnsItself ? 1 : number('image', 0x0112);
  const widthPx = measure(frame.widthPx || number('exif', 0xa002) || number('image', 0x0100));
  const heightPx = measure(frame.heightPx || number('exif', 0xa003) || number('image', 0x0101));
  const position = positionOf(exif) ?? positionOfXmp(fields);
  const times = timesOf(exif, fields);
  const taken = times.find(({ block, name }) => block === 'exif' && name === 'DateTimeOriginal');
  const namesPlace = position !== null || exif.some(({ directory, tag }) => directory === 'gps' && (tag === 2 || tag === 4)) || fields.some(({ block, name }) => block === 'xmp' && /GPSL(?:atitude|ongitude)$/.test(name));
  return {
    facts: { widthPx, heightPx, orientation: orientation >= 1 && orientation <= 8 ? orientation : 1, takenAsWritten: taken?.asWritten.slice(0, 60) ?? '', hasPosition: namesPlace, device },
    details: {
      fields: fields.filter(({ value }) => value !== '').slice(0, mostFields), times, position, device, software: words('image', 0x0131), contentIdentifier: words('apple', appleContentIdentifier).slice(0, 100),
      pageCount: frame.pageCount, isAnimated: frame.isAnimated, screenshotSigns: screenshotSignsOf({ originalName, widthPx, heightPx, fields, device, mediaType }), notRead: [...notRead],
    },
  };

  function take(directories: Directories): void {
    exif = [...exif, ...directories.fields];
    if (directories.isDamaged) notRead.add('damaged');
    if (directories.isCut) notRead.add('too-long');
  }
  async function readFrame(from: BufferedSource, type: string): Promise<PictureFrame> {
    switch (type) {
      case 'image/jpeg': return frameOfJpeg(from);
      case 'image/png': case 'image/apng': return frameOfPng(from);
      case 'image/webp': return frameOfWebp(from);
      case 'image/gif': return frameOfGif(from);
      case 'image/bmp': return frameOfBmp(from);
      case 'image/heic': case 'image/heif': case 'image/avif': case 'image/heic-sequence': case 'image/heif-sequence': return frameOfHeif(from);
      case 'image/tiff': {
        const directories = await readDirectories(from, { offset: 0, length: from.sizeBytes }, true);
        take(directories);
        return { ...emptyFrame(), pageCount: directories.pageCount };
      }
      default: return { ...emptyFrame(), notRead: new Set(['not-known']) };
    }
  }
}

/** XMP and IPTC, which a TIFF keeps in tags of their own. */
async function readPackets(source: BufferedSource, frame: PictureFrame, exif: readonly TiffField[], notRead: Set<NotReadReason>): Promise<FileField[]> {
  const inTags = (tag: number): PictureFrame['xmp'] => exif.filter((field) => field.directory === 'image' && field.tag === tag).map(({ place }) => place);
  const fields: FileField[] = [];
  for (const [places, isXmp] of [[[...frame.xmp, ...inTags(xmpTag)], true], [[...frame.iptc, ...inTags(iptcTag)], false]] as const) {
    for (const { offset, length } of places) {
      if (length > mostBlockBytes) { notRead.add('too-long'); continue; }
      const bytes = await source.read(offset, length);
      const { fields: found, isDamaged } = isXmp ? readXmpFields(bytes, offset) : readIptcFields(bytes, offset);
      fields.push(...found);
      if (isDamaged) notRead.add('damaged');
    }
  }
  return fields;
}

function asField(field: TiffField): FileField {
  const isRaw = field.tag === makerNoteTag || field.tag === xmpTag || field.tag === iptcTag;
  const value = isRaw ? '' : userComments.has(field.tag) && field.type === 7 ? commentOf(field) : sayValue(field);
  return { block: field.directory === 'apple' ? 'maker-note' : 'exif', name: nameOfTag(field.directory, field.tag), value: cleanText(value), place: field.place, tellsPlace: field.directory === 'gps' };
}

function measure(value: number): number {
  return Number.isInteger(value) && value > 0 && value < 1e6 ? value : 0;
}
