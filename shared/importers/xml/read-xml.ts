import { cutSlowly } from '../bytes/cut-slowly';
import { XmlCutter } from './cutter';
import type { XmlEvent } from './events';

/** Cuts a file into its tags (`XmlCutter`), a batch at a time. Throws only what the bytes' own reading throws. */
export function readXml(source: AsyncIterable<Uint8Array>): AsyncGenerator<XmlEvent[]> {
  return cutSlowly(source, new XmlCutter());
}
