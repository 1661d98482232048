import type { RecordingDetails } from '../../../../shared/model/recording-details';
import type { BufferedSource } from '../byte-source';
import { emptyRecording } from './recording';

/** Bytes of a frame by its type (RFC 4867, 5.3), its head included; a frame is 20 ms. */
const narrow = [13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1];
const wide = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 1, 1, 1, 1, 1, 1];
const framesPerSecond = 50;
/** Ten hours: no phone recorded longer. */
const mostFrames = 10 * 3600 * framesPerSecond;

/** AMR, in which older phones keep calls and voice notes: frames are counted, because nothing says the length. */
export async function readAmr(source: BufferedSource): Promise<RecordingDetails> {
  const isWide = (await source.read(0, 9)).toString('latin1') === '#!AMR-WB\n';
  const sizes = isWide ? wide : narrow;
  let frames = 0;
  let at = isWide ? 9 : 6;
  for (; at < source.sizeBytes && frames < mostFrames; frames += 1) {
    const [head = 0] = await source.read(at, 1);
    at += sizes[(head >> 3) & 15] ?? 1;
  }
  const track = { kind: 'sound', codec: isWide ? 'AMR-WB' : 'AMR-NB', widthPx: null, heightPx: null, channels: 1, samplesPerSecond: isWide ? 16_000 : 8000, language: '' } as const;
  return { ...emptyRecording('AMR'), seconds: frames / framesPerSecond, tracks: [track], notRead: at > source.sizeBytes ? ['damaged'] : at < source.sizeBytes ? ['too-long'] : [] };
}
