import { XmlCutter } from './cutter';
import type { XmlEvent } from './events';

/** Taken at a time, so that a file of nothing but tiny tags does not become a million events at once. */
const slowlyBytes = 64 * 1024;

/** Cuts a file into its tags (`XmlCutter`), a batch at a time. Throws only what the bytes' own reading throws. */
export async function* readXml(source: AsyncIterable<Uint8Array>): AsyncGenerator<XmlEvent[]> {
  const cutter = new XmlCutter();
  for await (const piece of source) {
    for (let at = 0; at < piece.length; at += slowlyBytes) {
      const events = cutter.push(piece.subarray(at, at + slowlyBytes));
      if (events.length > 0) yield events;
    }
  }
  const rest = cutter.end();
  if (rest.length > 0) yield rest;
}
