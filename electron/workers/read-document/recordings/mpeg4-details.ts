import type { FileField, FilePlace } from '../../../../shared/model/file-claims';
import type { RecordingDetails } from '../../../../shared/model/recording-details';
import { boxesAt, boxesIn, boxNamed, type Box } from '../boxes';
import type { BufferedSource } from '../byte-source';
import { claimOf } from '../claimed-times';
import { cleanText } from '../pictures/exif-values';
import { positionFromIso6709 } from './iso6709';
import { readTrack } from './mpeg4-track';
import { emptyRecording } from './recording';

/** QuickTime's clock begins on 1 January 1904, UTC. */
const epochMs = Date.UTC(1904, 0, 1);
const mostKeys = 300;
const mostValueBytes = 4096;
const mostTracks = 50;
const mostTimes = 50;
const contentIdentifier = 'com.apple.quicktime.content.identifier';

/** MP4, MOV, M4A and 3GP (ISO/IEC 14496-12, QuickTime File Format): length, streams, and what phones write of time, place and device. The sound and pictures themselves are stepped over. */
export async function readMpeg4(source: BufferedSource): Promise<RecordingDetails> {
  const { boxes, isCut } = await boxesIn(source, 0, source.sizeBytes);
  const moov = boxNamed(boxes, 'moov');
  const details = emptyRecording((await source.read(8, 4)).toString('latin1') === 'qt  ' ? 'QuickTime' : 'MPEG-4');
  if (!moov) return { ...details, notRead: ['damaged'] };
  const { boxes: inMoov, isCut: isMoovCut } = await boxesIn(source, moov.start, moov.end);
  const header = await readHeader(source, boxNamed(inMoov, 'mvhd'));
  const tracks: RecordingDetails['tracks'] = [];
  for (const track of inMoov.filter(({ type }) => type === 'trak').slice(0, mostTracks)) tracks.push(await readTrack(source, track));
  const udta = await boxesAt(source, inMoov, ['udta']);
  const fields = [...(await readKeys(source, boxNamed(inMoov, 'meta'))), ...(await readKeys(source, boxNamed(udta, 'meta'))), ...(await readUserData(source, udta))];
  const find = (...names: string[]): FileField | undefined => fields.find(({ name }) => names.includes(name));
  const location = find('com.apple.quicktime.location.ISO6709', '©xyz');
  const accuracy = Number(find('com.apple.quicktime.location.accuracy.horizontal')?.value ?? Number.NaN);
  const position = location ? positionFromIso6709(location.value, location.place) : null;
  const times = [
    ...fields.filter(({ name }) => name === 'com.apple.quicktime.creationdate' || name === '©day').map(({ name, value, place }) => claimOf({ says: 'taken', block: 'container', name, asWritten: value, place })),
    header.made === null ? null : claimOf({ says: 'made', block: 'container', name: 'creation_time', asWritten: header.made.written, place: header.made.place }),
  ].filter((claim) => claim !== null).slice(0, mostTimes);
  return {
    ...details, seconds: header.seconds, tracks, fields, times,
    position: position === null ? null : { ...position, accuracyMetres: accuracy >= 0 ? accuracy : null },
    device: [find('com.apple.quicktime.make', 'com.android.manufacturer', '©mak')?.value ?? '', find('com.apple.quicktime.model', 'com.android.model', '©mod')?.value ?? ''].filter((part) => part !== '').join(' ').slice(0, 200),
    contentIdentifier: find(contentIdentifier)?.value.slice(0, 100) ?? '',
    notRead: isCut || isMoovCut ? ['damaged'] : [],
  };
}

interface MovieHeader { readonly seconds: number | null; readonly made: { readonly written: string; readonly place: FilePlace } | null }

async function readHeader(source: BufferedSource, box: Box | undefined): Promise<MovieHeader> {
  const bytes = box ? await source.read(box.start, 32) : Buffer.alloc(0);
  if (!box || bytes.length < 20) return { seconds: null, made: null };
  const isLong = bytes[0] === 1;
  if (isLong && bytes.length < 32) return { seconds: null, made: null };
  const made = isLong ? Number(bytes.readBigUInt64BE(4)) : bytes.readUInt32BE(4);
  const perSecond = isLong ? bytes.readUInt32BE(20) : bytes.readUInt32BE(12);
  const length = isLong ? Number(bytes.readBigUInt64BE(24)) : bytes.readUInt32BE(16);
  const isUnknown = length === 0 || (isLong ? length > 2 ** 60 : length === 0xffffffff);
  const time = new Date(epochMs + made * 1000);
  // Many programs leave it at nothing, and some count from 1970.
  const isTime = made > 0 && !Number.isNaN(time.getTime()) && time.getUTCFullYear() >= 1980 && time.getUTCFullYear() <= 9999;
  return { seconds: perSecond === 0 || isUnknown ? null : length / perSecond, made: isTime ? { written: time.toISOString().replace('.000', ''), place: { offset: box.start + 4, length: isLong ? 8 : 4 } } : null };
}

/** `keys` and `ilst`: names and values, as Apple's phones and Android write them. QuickTime's `meta` has no version, ISO's has. */
async function readKeys(source: BufferedSource, meta: Box | undefined): Promise<FileField[]> {
  if (!meta) return [];
  const head = await source.read(meta.start, 4);
  const isIso = head.length === 4 && head.readUInt32BE(0) === 0;
  const { boxes } = await boxesIn(source, meta.start + (isIso ? 4 : 0), meta.end);
  const [keys, list] = [boxNamed(boxes, 'keys'), boxNamed(boxes, 'ilst')];
  if (!list) return [];
  const names = keys ? await readNames(source, keys) : [];
  const fields: FileField[] = [];
  for (const item of (await boxesIn(source, list.start, list.end, mostKeys)).boxes) {
    const data = boxNamed((await boxesIn(source, item.start, item.end, 10)).boxes, 'data');
    if (!data || data.end - data.start <= 8) continue;
    const number = Buffer.from(item.type, 'latin1').readUInt32BE(0);
    const name = cleanText(names[number - 1] ?? item.type);
    const place = { offset: data.start + 8, length: data.end - data.start - 8 };
    const kind = (await source.read(data.start, 4)).readUInt32BE(0);
    const value = kind === 1 && place.length <= mostValueBytes ? cleanText((await source.read(place.offset, place.length)).toString('utf8')) : kind === 1 || place.length > 8 ? '' : (await source.read(place.offset, place.length)).toString('hex');
    if (value !== '') fields.push({ block: 'container', name, value, place, tellsPlace: /location|gps|xyz/i.test(name) });
  }
  return fields;
}

async function readNames(source: BufferedSource, keys: Box): Promise<string[]> {
  const { boxes } = await boxesIn(source, keys.start + 8, keys.end, mostKeys);
  const names: string[] = [];
  for (const { start, end } of boxes) names.push((await source.read(start, Math.min(end - start, 200))).toString('utf8'));
  return names;
}

/** QuickTime's user data: `©xyz` and its like, a length, a language, the text. */
async function readUserData(source: BufferedSource, udta: readonly Box[]): Promise<FileField[]> {
  const fields: FileField[] = [];
  for (const { type, start, end } of udta.slice(0, mostKeys)) {
    if (!type.startsWith('\u00a9') || end - start < 5) continue;
    const length = Math.min((await source.read(start, 2)).readUInt16BE(0), end - start - 4, mostValueBytes);
    const value = cleanText((await source.read(start + 4, length)).toString('utf8'));
    if (value !== '') fields.push({ block: 'container', name: type, value, place: { offset: start + 4, length }, tellsPlace: type === '©xyz' });
  }
  return fields;
}
