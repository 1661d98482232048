/** What cuts a stream of bytes: each piece may be used again once it was pushed. */
export interface PieceCutter<Cut> {
  push(piece: Uint8Array): Cut[];
  /** After the last byte. */
  end(): Cut[];
}

/** Taken at a time, so that a large piece of nothing but tiny elements does not become all of them at once. */
const slowlyBytes = 64 * 1024;

/** A piece in parts that are small enough to be cut at once. */
export function* slowly(piece: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < piece.length; at += slowlyBytes) yield piece.subarray(at, at + slowlyBytes);
}

/** What a cutter makes of a stream, a batch at a time, none of them empty. Throws what the bytes' own reading throws. */
export async function* cutSlowly<Cut>(bytes: AsyncIterable<Uint8Array>, cutter: PieceCutter<Cut>): AsyncGenerator<Cut[]> {
  for await (const piece of bytes) {
    for (const part of slowly(piece)) {
      const cuts = cutter.push(part);
      if (cuts.length > 0) yield cuts;
    }
  }
  const rest = cutter.end();
  if (rest.length > 0) yield rest;
}
