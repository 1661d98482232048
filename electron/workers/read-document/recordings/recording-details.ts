import type { RecordingDetails } from '../../../../shared/model/recording-details';
import { BufferedSource, TooMuchRead, type ByteSource } from '../byte-source';
import { readAmr } from './amr-details';
import { readMpeg4 } from './mpeg4-details';
import { readOtherRecording } from './other-recordings';
import { emptyRecording } from './recording';

/** Of one recording, however long it is; what says its length stands in few places. */
const mostBytes = 64 * 1024 * 1024;

/** What a sound or film file says of itself, read by the stretches it points to; nothing is decoded. Throws only what the source throws. */
export async function readRecordingDetails(inner: ByteSource, mediaType: string): Promise<RecordingDetails> {
  const source = new BufferedSource(inner, mostBytes);
  try {
    if (/^(?:audio|video)\/(?:mp4|quicktime|3gpp2?)$/.test(mediaType)) return await readMpeg4(source);
    if (mediaType === 'audio/amr' || mediaType === 'audio/amr-wb') return await readAmr(source);
    return await readOtherRecording(source, mediaType);
  } catch (error) {
    if (!(error instanceof TooMuchRead)) throw error;
    return { ...emptyRecording(''), notRead: ['too-long'] };
  }
}
