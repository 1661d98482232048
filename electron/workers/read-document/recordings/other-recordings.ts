import { CouldNotDetermineFileTypeError, parseFromTokenizer, UnsupportedFileTypeError, type IAudioMetadata } from 'music-metadata';
import { AbstractTokenizer, EndOfStreamError, type IReadChunkOptions } from 'strtok3';
import type { FileField } from '../../../../shared/model/file-claims';
import type { RecordingDetails, RecordingTrack } from '../../../../shared/model/recording-details';
import { TooMuchRead, type BufferedSource } from '../byte-source';
import { claimOf } from '../claimed-times';
import { cleanText } from '../pictures/exif-values';
import { emptyRecording } from './recording';

/** Longest single value that is read at once; covers are left out. */
const mostBufferBytes = 8 * 1024 * 1024;
const mostFields = 300;
/** Kinds of tracks as Matroska numbers them; music-metadata does so for all containers, and exports no names for them. */
const [pictureTrack, soundTrack] = [1, 2];

/** music-metadata's way to bytes: by ranges, and never more at once than a value can be. */
class RangeTokenizer extends AbstractTokenizer {
  readonly fileInfo: { size: number; mimeType: string };

  constructor(private readonly source: BufferedSource, mediaType: string) {
    super({ maxBufferSize: mostBufferBytes } as never);
    this.fileInfo = { size: source.sizeBytes, mimeType: mediaType };
  }

  supportsRandomAccess(): boolean {
    return true;
  }

  setPosition(position: number): void {
    this.position = position;
  }

  async readBuffer(into: Uint8Array, options: IReadChunkOptions = {}): Promise<number> {
    if (options.position !== undefined) this.position = options.position;
    const read = await this.peekBuffer(into, { ...options, position: this.position });
    this.position += read;
    return read;
  }

  async peekBuffer(into: Uint8Array, options: IReadChunkOptions = {}): Promise<number> {
    const bytes = await this.source.read(options.position ?? this.position, options.length ?? into.length);
    if (bytes.length === 0 && into.length > 0 && options.mayBeLess !== true) throw new EndOfStreamError();
    into.set(bytes);
    return bytes.length;
  }
}

/** MP3, Ogg, Opus, FLAC, WAV, AAC, Matroska, WebM, Windows Media and others, by music-metadata. What it cannot make out has no length and says so. */
export async function readOtherRecording(source: BufferedSource, mediaType: string): Promise<RecordingDetails> {
  let found: IAudioMetadata;
  try {
    found = await parseFromTokenizer(new RangeTokenizer(source, mediaType) as never, { skipCovers: true, duration: false, skipPostHeaders: false } as never);
  } catch (error) {
    const isUnknown = error instanceof CouldNotDetermineFileTypeError || error instanceof UnsupportedFileTypeError;
    return { ...emptyRecording(''), notRead: [error instanceof TooMuchRead ? 'too-long' : isUnknown ? 'not-known' : 'damaged'] };
  }
  const { format, native } = found;
  const seconds = format.duration !== undefined && Number.isFinite(format.duration) && format.duration >= 0 ? format.duration : null;
  const fields = fieldsOf(native);
  return {
    ...emptyRecording(cleanText(format.container ?? '').slice(0, 100)), seconds: seconds ?? estimate(source.sizeBytes, format.bitrate), isLengthEstimated: seconds === null && format.bitrate !== undefined,
    tracks: tracksOf(found), fields,
    times: fields.filter(({ name }) => /^(?:TDRC|TDRL|TDOR|DATE|DATE_RECORDED|ICRD|WM\/EncodingTime|creation_time)$/i.test(name)).map(({ name, value }) => claimOf({ says: 'made', block: 'container', name, asWritten: value, place: null })).filter((claim) => claim !== null).slice(0, 50),
  };
}

function tracksOf({ format }: IAudioMetadata): RecordingTrack[] {
  const whole = (value: number | undefined): number | null => (value !== undefined && Number.isInteger(value) && value > 0 && value < 1e9 ? value : null);
  const sound = { channels: whole(format.numberOfChannels), samplesPerSecond: whole(format.sampleRate) };
  const listed = (format.trackInfo ?? []).slice(0, 50).map((track): RecordingTrack => ({
    kind: track.video || track.type === pictureTrack ? 'picture' : track.audio || track.type === soundTrack ? 'sound' : 'other', codec: cleanText(track.codecName ?? '').slice(0, 100),
    widthPx: whole(track.video?.pixelWidth), heightPx: whole(track.video?.pixelHeight), channels: whole(track.audio?.channels), samplesPerSecond: whole(track.audio?.samplingFrequency), language: track.language === 'und' ? '' : cleanText(track.language ?? '').slice(0, 20),
  }));
  if (listed.length > 0) return listed;
  return format.codec === undefined && sound.channels === null ? [] : [{ kind: 'sound', codec: cleanText(format.codec ?? '').slice(0, 100), widthPx: null, heightPx: null, ...sound, language: '' }];
}

function fieldsOf(native: IAudioMetadata['native']): FileField[] {
  const fields: FileField[] = [];
  for (const tags of Object.values(native)) {
    for (const { id, value } of tags) {
      const text = typeof value === 'string' || typeof value === 'number' ? cleanText(String(value)) : '';
      const name = cleanText(id).slice(0, 200);
      if (text !== '' && fields.length < mostFields) fields.push({ block: 'container', name, value: text, place: null, tellsPlace: /location|gps|geo/i.test(name) });
    }
  }
  return fields;
}

function estimate(sizeBytes: number, bitsPerSecond: number | undefined): number | null {
  return bitsPerSecond !== undefined && bitsPerSecond > 0 ? (sizeBytes * 8) / bitsPerSecond : null;
}
