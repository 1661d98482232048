/** A storage (folder) or stream (file) inside a compound file. */
export interface CompoundEntry {
  readonly name: string;
  readonly isStorage: boolean;
  readonly index: number;
}

interface DirectoryEntry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const [storage, stream, root] = [1, 2, 5];
const lastSector = 0xfffffffa;
const miniSectorBytes = 64;
const miniCutoff = 4096;
const mostEntries = 100_000;

export function beginsLikeCompoundFile(head: Uint8Array): boolean {
  return signature.every((byte, index) => head[index] === byte);
}

/**
 * A compound file ([MS-CFB]), held whole: what Outlook's `.msg` is packed in. Reads only what lies in the bytes: chains that lead in circles or out of the file end there, and their stream is cut.
 */
export class CompoundFile {
  readonly #view: DataView;
  readonly #sectorBytes: number;
  readonly #fat: readonly number[];
  readonly #miniFat: readonly number[];
  readonly #entries: readonly DirectoryEntry[];
  readonly #miniStream: Uint8Array;

  /** Streams of a sound file do not overlap; in another all may be the same large one. So no more is read than the file could hold eight times over. */
  #bytesLeft: number;
  #entriesLeft: number;

  private constructor(private readonly bytes: Uint8Array, sectorBytes: number) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#sectorBytes = sectorBytes;
    this.#fat = this.#readFat();
    this.#entries = this.#readDirectory();
    this.#miniFat = this.#numbers(this.#chainBytes(this.#view.getUint32(60, true)));
    const top = this.#entries[0];
    this.#bytesLeft = bytes.length * 8 + (1 << 20);
    this.#entriesLeft = this.#entries.length * 8 + 1000;
    this.#miniStream = top === undefined ? new Uint8Array(0) : this.#chainBytes(top.start).subarray(0, top.size);
  }

  /** Null where the bytes are no compound file, or its header is damaged. */
  static open(bytes: Uint8Array): CompoundFile | null {
    if (bytes.length < 512 || !beginsLikeCompoundFile(bytes)) return null;
    const shift = (bytes[30] ?? 0) | ((bytes[31] ?? 0) << 8);
    if (shift !== 9 && shift !== 12) return null;
    const file = new CompoundFile(bytes, 1 << shift);
    return file.#entries[0]?.type === root ? file : null;
  }

  /** What lies in a storage (0: the outermost), by its tree, each once. */
  list(index: number): CompoundEntry[] {
    const found: CompoundEntry[] = [];
    const seen = new Set<number>();
    const waiting = [this.#entries[index]?.child ?? lastSector];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const entry = this.#entries[next];
      if (entry === undefined || seen.has(next) || next === 0) continue;
      seen.add(next);
      this.#entriesLeft -= 1;
      if (this.#entriesLeft < 0) break;
      if (entry.type === storage || entry.type === stream) found.push({ name: entry.name, isStorage: entry.type === storage, index: next });
      waiting.push(entry.left, entry.right);
    }
    return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }

  /** A stream's bytes; `isCut` where the file holds fewer than it says. */
  read(index: number): { bytes: Uint8Array; isCut: boolean } {
    const entry = this.#entries[index];
    if (entry === undefined || entry.type !== stream) return { bytes: new Uint8Array(0), isCut: true };
    if (Math.min(entry.size, this.bytes.length) > this.#bytesLeft) return { bytes: new Uint8Array(0), isCut: true };
    const whole = entry.size < miniCutoff ? this.#miniChainBytes(entry.start, entry.size) : this.#chainBytes(entry.start, entry.size);
    this.#bytesLeft -= whole.length;
    return { bytes: whole.subarray(0, entry.size), isCut: whole.length < entry.size };
  }

  #sector(index: number): Uint8Array {
    const start = (index + 1) * this.#sectorBytes;
    return this.bytes.subarray(start, start + this.#sectorBytes);
  }

  #numbers(bytes: Uint8Array): number[] {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(index * 4, true));
  }

  #readFat(): number[] {
    const most = Math.ceil(this.bytes.length / this.#sectorBytes);
    const sectors: number[] = [];
    for (let at = 76; at < 512; at += 4) sectors.push(this.#view.getUint32(at, true));
    const perSector = this.#sectorBytes / 4 - 1;
    let next = this.#view.getUint32(68, true);
    for (let count = 0; next < lastSector && count < most; count += 1) {
      const numbers = this.#numbers(this.#sector(next));
      sectors.push(...numbers.slice(0, perSector));
      next = numbers[perSector] ?? lastSector;
    }
    const fat: number[] = [];
    for (const sector of sectors) {
      if (sector >= lastSector || fat.length >= most + this.#sectorBytes) continue;
      for (const number of this.#numbers(this.#sector(sector))) fat.push(number);
    }
    return fat;
  }

  /** All sectors of a chain, up to `size`; ends where the chain leaves the file or is longer than the file has sectors. */
  #chainBytes(start: number, size = Infinity): Uint8Array {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for (let sector = start; sector < lastSector && pieces.length <= this.#fat.length && length < size; sector = this.#fat[sector] ?? lastSector) {
      const piece = this.#sector(sector);
      if (piece.length === 0) break;
      pieces.push(piece);
      length += piece.length;
      if (length > this.bytes.length) break;
    }
    return joinPieces(pieces, length);
  }

  #miniChainBytes(start: number, size: number): Uint8Array {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for (let sector = start; sector < lastSector && length < size && pieces.length <= this.#miniFat.length; sector = this.#miniFat[sector] ?? lastSector) {
      const piece = this.#miniStream.subarray(sector * miniSectorBytes, (sector + 1) * miniSectorBytes);
      if (piece.length === 0) break;
      pieces.push(piece);
      length += piece.length;
    }
    return joinPieces(pieces, length);
  }

  #readDirectory(): DirectoryEntry[] {
    const bytes = this.#chainBytes(this.#view.getUint32(48, true));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const entries: DirectoryEntry[] = [];
    const utf16 = new TextDecoder('utf-16le');
    for (let at = 0; at + 128 <= bytes.length && entries.length < mostEntries; at += 128) {
      const nameBytes = Math.max(0, Math.min(view.getUint16(at + 64, true), 64) - 2);
      entries.push({
        name: utf16.decode(bytes.subarray(at, at + nameBytes)), type: bytes[at + 66] ?? 0, left: view.getUint32(at + 68, true), right: view.getUint32(at + 72, true), child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true),
      });
    }
    return entries;
  }
}

function joinPieces(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
