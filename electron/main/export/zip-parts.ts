import type { Readable } from 'node:stream';
import yazl from 'yazl';
import type { PackagePart } from '../../../shared/writers/xml';

/**
 * The parts of an office file as one ZIP archive (ECMA-376-2, annex B), in the order given, in memory. Each part's size and sum stand before it, as all office programs expect. Every time in it is the same fixed one, so that the same parts give the same bytes in every zone.
 */
export async function zipParts(parts: readonly PackagePart[]): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new yazl.ZipFile();
  for (const { path, xml } of parts) zip.addBuffer(Buffer.from(xml, 'utf8'), path, { compress: true, mtime, mode: 0o100644, forceDosTimestamp: true });
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream as Readable) pieces.push(piece as Buffer);
  return Uint8Array.from(Buffer.concat(pieces));
}

/** The earliest that an archive can say, on the wall clock, which has no zone. */
const mtime = new Date(1980, 0, 1, 0, 0, 0);
