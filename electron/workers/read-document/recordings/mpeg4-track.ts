import type { RecordingTrack } from '../../../../shared/model/recording-details';
import { boxesAt, boxesIn, boxNamed, type Box } from '../boxes';
import type { BufferedSource } from '../byte-source';

const kinds: Readonly<Record<string, RecordingTrack['kind']>> = { vide: 'picture', soun: 'sound' };

/** One `trak`: what it holds, in which codec, upright measure or channels, and language. */
export async function readTrack(source: BufferedSource, track: Box): Promise<RecordingTrack> {
  const { boxes } = await boxesIn(source, track.start, track.end);
  const media = await boxesAt(source, boxes, ['mdia']);
  const handler = boxNamed(media, 'hdlr');
  const kind = kinds[handler ? (await source.read(handler.start + 8, 4)).toString('latin1') : ''] ?? 'other';
  const stsd = boxNamed(await boxesAt(source, media, ['minf', 'stbl']), 'stsd');
  const [entry] = stsd ? (await boxesIn(source, stsd.start + 8, stsd.end, 1)).boxes : [];
  const body = entry ? await source.read(entry.start, 28) : Buffer.alloc(0);
  const isTurned = await standsOnItsSide(source, boxNamed(boxes, 'tkhd'));
  const [width, height] = kind === 'picture' && body.length >= 28 ? [positive(body.readUInt16BE(24)), positive(body.readUInt16BE(26))] : [null, null];
  return {
    kind, codec: entry ? entry.type.replace(/[^\x20-\x7e]/g, '').trim() : '',
    widthPx: isTurned ? height : width, heightPx: isTurned ? width : height,
    channels: kind === 'sound' && body.length >= 28 ? positive(body.readUInt16BE(16)) : null,
    samplesPerSecond: kind === 'sound' && body.length >= 28 ? positive(body.readUInt16BE(24)) : null,
    language: await languageOf(source, boxNamed(media, 'mdhd')),
  };
}

/** The matrix in `tkhd` of a film that was taken upright: nothing in its first place. */
async function standsOnItsSide(source: BufferedSource, box: Box | undefined): Promise<boolean> {
  const bytes = box ? await source.read(box.start, 96) : Buffer.alloc(0);
  const at = bytes[0] === 1 ? 52 : 40;
  return bytes.length >= at + 8 && bytes.readInt32BE(at) === 0 && bytes.readInt32BE(at + 4) !== 0;
}

/** Three letters of five bits each (ISO 639-2/T); `und` says nothing. */
async function languageOf(source: BufferedSource, box: Box | undefined): Promise<string> {
  const bytes = box ? await source.read(box.start, 36) : Buffer.alloc(0);
  const at = bytes[0] === 1 ? 32 : 20;
  if (bytes.length < at + 2) return '';
  const packed = bytes.readUInt16BE(at);
  const letters = [10, 5, 0].map((shift) => String.fromCharCode(0x60 + ((packed >> shift) & 31))).join('');
  return /^[a-z]{3}$/.test(letters) && letters !== 'und' ? letters : '';
}

function positive(value: number): number | null {
  return value > 0 ? value : null;
}
