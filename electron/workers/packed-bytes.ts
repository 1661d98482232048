import yauzl, { type Entry, type Options, type ZipFile } from 'yauzl';

/** Opens a ZIP archive that lies in memory; null for what is none. */
export function openPacked(bytes: Uint8Array, options: Pick<Options, 'decodeStrings'> = {}): Promise<ZipFile | null> {
  return new Promise((resolve) => {
    yauzl.fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { lazyEntries: true, validateEntrySizes: true, ...options }, (error, opened) => resolve(error === null ? opened : null));
  });
}

/** The whole of one member. The caller has looked at how long it says it is; one that lies about that throws, as a damaged one does. */
export async function unpackMember(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const stream = await new Promise<AsyncIterable<Uint8Array>>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error === null ? resolve(opened) : reject(error)));
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
