import { ReadableStream, TransformStream } from 'node:stream/web';
import { configure, ZipWriter } from '@zip.js/zip.js';

/** AES-256. */
const strongest = 3;
/** Small pieces cost a turn of the loop each: 10 MB a second against 25 (measured). */
const pieceBytes = 4 * 1024 * 1024;

/**
 * One file shut in a ZIP with a passphrase (WinZip AE-2, AES-256, as 7-Zip opens it; APPNOTE 6.3, ZIP64), in pieces as they are made: nothing is held whole. The names within a ZIP can be read without its passphrase, so that what holds several files
 * goes in as one file, packed before. Throws what the pieces throw.
 */
export async function* shutInZip(name: string, pieces: AsyncIterable<Uint8Array>, passphrase: string, dayUtc: string): AsyncGenerator<Uint8Array> {
  configure({ useWebWorkers: false, chunkSize: pieceBytes });
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = new ZipWriter(writable as unknown as WritableStream, { password: passphrase, encryptionStrength: strongest, level: 0, zip64: true, extendedTimestamp: false, lastModDate: noonOf(dayUtc), useWebWorkers: false });
  const filling = (async () => {
    await writer.add(name, ReadableStream.from(pieces) as unknown as globalThis.ReadableStream<Uint8Array>);
    await writer.close();
  })();
  filling.catch((error: unknown) => void writable.abort(error).catch(() => undefined));
  for await (const piece of readable) yield piece;
  await filling;
}

/** Times in an archive are the wall clock's: noon of the day, as of every archive made here. */
function noonOf(utc: string): Date {
  const [year = 1980, month = 1, day = 1] = utc.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, day, 12, 0, 0);
}
