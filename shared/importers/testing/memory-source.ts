import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { FoundFiles } from '../found-files';
import type { Source, SourceFile } from '../source';

/** A source in memory. `pieceBytes`: how it arrives. */
export function memorySource(name: string, files: ReadonlyMap<string, Uint8Array>, pieceBytes = 1 << 16): Source {
  const found = [...files].map(([at, bytes]): SourceFile => ({
    path: at,
    sizeBytes: bytes.length,
    modifiedUtc: null,
    head: () => Promise.resolve(bytes.subarray(0, 256 * 1024)),
    async *bytes(start = 0) {
      for (let from = start; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
    },
  }));
  return new FoundFiles(name, found, []);
}

/** Every file under a folder of samples, or the one file; `name` is the sample's own. */
export function sampleFiles(folder: string, name: string): Map<string, Uint8Array> {
  const at = path.join(folder, name);
  if (!statSync(at).isDirectory()) return new Map([[name, new Uint8Array(readFileSync(at))]]);
  const names = readdirSync(at, { recursive: true, encoding: 'utf8' }).filter((inner) => statSync(path.join(at, inner)).isFile()).sort();
  return new Map(names.map((inner) => [inner.split(path.sep).join('/'), new Uint8Array(readFileSync(path.join(at, inner)))]));
}
