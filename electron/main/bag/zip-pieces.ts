import { Readable } from 'node:stream';
import yazl from 'yazl';
import type { BagFile } from './bag-contents';

type Packed = Pick<BagFile, 'path' | 'sizeBytes' | 'pieces'>;

/** From here on a file in an archive needs ZIP64. */
const fourGigabytes = 0xffff_fffe;

/**
 * A bag as one ZIP archive (APPNOTE 6.3, ZIP64 where it needs it), under one folder, as it is within: photographs and film do not get smaller. In pieces, as they are made; the bytes hang on nothing
 * but the files and the day.
 */
export async function* zipPieces(folder: string, files: AsyncIterable<Packed>, preparedUtc: string): AsyncGenerator<Uint8Array> {
  const zip = new yazl.ZipFile();
  const out = zip.outputStream as Readable;
  const fail = (error: unknown): void => void out.destroy(error instanceof Error ? error : new Error('not packed'));
  zip.on('error', fail);
  const filling = fill(zip, folder, files, noonOf(preparedUtc)).catch(fail);
  try {
    for await (const piece of out) yield piece as unknown as Uint8Array;
  } finally {
    out.destroy();
  }
  await filling;
}

async function fill(zip: yazl.ZipFile, folder: string, files: AsyncIterable<Packed>, mtime: Date): Promise<void> {
  for await (const { path, sizeBytes, pieces } of files) {
    await new Promise<void>((resolve, reject) => {
      const stream = Readable.from(pieces, { objectMode: false });
      stream.once('error', reject);
      stream.once('end', resolve);
      zip.addReadStreamLazy(`${folder}/${path}`, { compress: false, mtime, mode: 0o100644, forceDosTimestamp: true, forceZip64Format: sizeBytes > fourGigabytes, size: sizeBytes }, (give) => give(null, stream));
    });
  }
  zip.end();
}

/** Times in an archive are the wall clock's, without a zone: noon of the day, which every zone has and no change of clocks takes away. */
function noonOf(utc: string): Date {
  const [year = 1980, month = 1, day = 1] = utc.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, day, 12, 0, 0);
}
