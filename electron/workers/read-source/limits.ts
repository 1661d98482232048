import { Refusal } from '../../../shared/contract/errors';

const mebibyte = 1024 * 1024;
const gibibyte = 1024 * mebibyte;

/** How much a file may ask of the reader. Far above any real export, low enough that a made-up one cannot hold the machine. */
export interface ReadingLimits {
  readonly textBytes: number;
  /** Neutral records of one conversation. */
  readonly records: number;
  readonly archiveEntries: number;
  readonly entryBytes: number;
  /** All entries together, unpacked. */
  readonly archiveBytes: number;
  /** Unpacked for packed bytes of one entry, once it is larger than `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  readonly folderDepth: number;
}

export const readingLimits: ReadingLimits = {
  textBytes: gibibyte,
  records: 2_000_000,
  archiveEntries: 60_000,
  entryBytes: 4 * gibibyte,
  archiveBytes: 64 * gibibyte,
  ratio: 200,
  ratioFromBytes: 8 * mebibyte,
  folderDepth: 8,
};

/** Passes pieces on and refuses `limit-exceeded` once there are more bytes than allowed. */
export async function* atMost(source: AsyncIterable<Uint8Array>, bytes: number, name: string): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const piece of source) {
    seen += piece.length;
    if (seen > bytes) throw new Refusal('limit-exceeded', name);
    yield piece;
  }
}
