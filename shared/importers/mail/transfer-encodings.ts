import { mailLimits } from './limits';

/** A decoded piece; `isSound` counts in the last one: false where what stands there was cut short or is not of this encoding. */
export interface DecodedPiece {
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
  readonly isSound: boolean;
}

const sixBits = new Int8Array(256).fill(-1);
for (const [value, character] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries()) sixBits[character.charCodeAt(0)] = value;
const [lineFeed, carriageReturn, space, tab, equals] = [0x0a, 0x0d, 0x20, 0x09, 0x3d];

/** The encodings of RFC 2045 section 6, and uuencode; any other name is null. */
export function isKnownEncoding(encoding: string): boolean {
  return ['', '7bit', '8bit', 'binary', 'base64', 'quoted-printable', 'x-uuencode', 'uuencode', 'x-uue'].includes(encoding);
}

/** The bytes of a part, decoded, in pieces of at most 256 KiB; always at least one. */
export function* decodeTransfer(bytes: Uint8Array, encoding: string): Generator<DecodedPiece> {
  if (encoding === 'base64') yield* base64Pieces(bytes);
  else if (encoding === 'quoted-printable') yield* quotedPrintablePieces(bytes);
  else if (encoding === 'x-uuencode' || encoding === 'uuencode' || encoding === 'x-uue') yield* uuencodedPieces(bytes);
  else {
    // Copies: a view handed to another process would take all of the message with it.
    let at = 0;
    for (; at + mailLimits.pieceBytes < bytes.length; at += mailLimits.pieceBytes) yield { bytes: bytes.slice(at, at + mailLimits.pieceBytes), isLast: false, isSound: true };
    yield { bytes: bytes.slice(at), isLast: true, isSound: true };
  }
}

/** All of it at once: for texts, which are small. */
export function decodeWhole(bytes: Uint8Array, encoding: string): { bytes: Uint8Array; isSound: boolean } {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isSound = true;
  for (const piece of decodeTransfer(bytes, encoding)) {
    pieces.push(piece.bytes);
    length += piece.bytes.length;
    if (piece.isLast) isSound = piece.isSound;
  }
  if (pieces.length === 1 && pieces[0] !== undefined) return { bytes: pieces[0], isSound };
  const out = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return { bytes: out, isSound };
}

export function decodeBase64(bytes: Uint8Array): { bytes: Uint8Array; isSound: boolean } {
  return decodeWhole(bytes, 'base64');
}

/**
 * RFC 2045 section 6.8: other characters are passed over, padding may be missing, and several paddings may follow each other. Not sound: a single left-over character, or more than one character in sixteen that does not belong there.
 */
function* base64Pieces(bytes: Uint8Array): Generator<DecodedPiece> {
  let out = new Uint8Array(Math.min(mailLimits.pieceBytes, Math.ceil((bytes.length * 3) / 4) + 3));
  let [length, bits, count, foreign, own] = [0, 0, 0, 0, 0];
  let isSound = true;
  for (let at = 0; at < bytes.length; at += 1) {
    if (count === 0) {
      const quads = decodeQuads(bytes, at, out, length);
      at += quads * 4;
      own += quads * 4;
      length += quads * 3;
    }
    if (at >= bytes.length) break;
    const byte = bytes[at] ?? 0;
    const value = sixBits[byte] ?? -1;
    if (value >= 0) {
      own += 1;
      bits = (bits << 6) | value;
      count += 1;
      if (count < 4) continue;
      if (length + 3 > out.length) {
        yield { bytes: out.subarray(0, length), isLast: false, isSound: true };
        out = new Uint8Array(mailLimits.pieceBytes);
        length = 0;
      }
      out[length] = (bits >> 16) & 255;
      out[length + 1] = (bits >> 8) & 255;
      out[length + 2] = bits & 255;
      length += 3;
      [bits, count] = [0, 0];
    } else if (byte === equals) {
      if (count === 1) isSound = false;
      length = flushed(out, length, bits, count);
      [bits, count] = [0, 0];
    } else if (byte !== lineFeed && byte !== carriageReturn && byte !== space && byte !== tab) foreign += 1;
    // A flush may add two bytes more.
    if (length + 2 > out.length) {
      yield { bytes: out.subarray(0, length), isLast: false, isSound: true };
      out = new Uint8Array(mailLimits.pieceBytes);
      length = 0;
    }
  }
  if (count === 1) isSound = false;
  length = flushed(out, length, bits, count);
  yield { bytes: out.subarray(0, length), isLast: true, isSound: isSound && foreign * 16 <= own };
}

/** Decodes characters of the alphabet four by four while nothing else comes, which is nearly all there is; gives how many fours. Apart from the generator, where loops are slow. */
function decodeQuads(bytes: Uint8Array, from: number, out: Uint8Array, to: number): number {
  const most = Math.min((bytes.length - from) >> 2, Math.floor((out.length - to - 2) / 3));
  let [at, length] = [from, to];
  for (let quads = 0; quads < most; quads += 1) {
    const four = (sixBits[bytes[at]!]! << 18) | (sixBits[bytes[at + 1]!]! << 12) | (sixBits[bytes[at + 2]!]! << 6) | sixBits[bytes[at + 3]!]!;
    // One that is not of the alphabet is -1, and makes all of it negative.
    if (four < 0) return quads;
    out[length] = four >> 16;
    out[length + 1] = (four >> 8) & 255;
    out[length + 2] = four & 255;
    at += 4;
    length += 3;
  }
  return Math.max(most, 0);
}

function flushed(out: Uint8Array, length: number, bits: number, count: number): number {
  if (count === 2) {
    out[length] = (bits >> 4) & 255;
    return length + 1;
  }
  if (count === 3) {
    out[length] = (bits >> 10) & 255;
    out[length + 1] = (bits >> 2) & 255;
    return length + 2;
  }
  return length;
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  if (byte >= 0x41 && byte <= 0x46) return byte - 0x37;
  return byte >= 0x61 && byte <= 0x66 ? byte - 0x57 : -1;
}

/** RFC 2045 section 6.7. A `=` that begins nothing stays; spaces before a line end go; a soft line end joins lines. */
function* quotedPrintablePieces(bytes: Uint8Array): Generator<DecodedPiece> {
  let out = new Uint8Array(Math.min(mailLimits.pieceBytes, bytes.length + 1));
  let length = 0;
  let [broken, own] = [0, 0];
  // Where the spaces end that `at` is among: looked for once.
  let [at, spacesUntil] = [0, 0];
  while (at < bytes.length) {
    if (length + 1 > out.length) {
      yield { bytes: out.subarray(0, length), isLast: false, isSound: true };
      out = new Uint8Array(mailLimits.pieceBytes);
      length = 0;
    }
    const byte = bytes[at] ?? 0;
    if (byte === equals) {
      const [high, low] = [hexValue(bytes[at + 1]), hexValue(bytes[at + 2])];
      if (high >= 0 && low >= 0) {
        out[length] = high * 16 + low;
        length += 1;
        at += 3;
        own += 1;
        continue;
      }
      const soft = lengthOfSoftEnd(bytes, at + 1);
      if (soft > 0) {
        at += 1 + soft;
        own += 1;
        continue;
      }
      broken += 1;
    } else if (byte === space || byte === tab) {
      if (at >= spacesUntil) spacesUntil = endOfSpaces(bytes, at);
      if (isLineEnd(bytes, spacesUntil)) {
        at = spacesUntil;
        continue;
      }
    }
    out[length] = byte;
    length += 1;
    at += 1;
  }
  yield { bytes: out.subarray(0, length), isLast: true, isSound: broken <= own };
}

/** Spaces, then a line end or the end, after `=`; 0 where that is not what stands there. */
function lengthOfSoftEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === space || bytes[at] === tab) at += 1;
  if (at >= bytes.length) return Math.max(at - from, 1);
  if (bytes[at] === lineFeed) return at - from + 1;
  return bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? at - from + 2 : 0;
}

function endOfSpaces(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === space || bytes[at] === tab) at += 1;
  return at;
}

function isLineEnd(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === lineFeed || (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed);
}

/** uuencode (POSIX): a line's first character is its number of bytes. From `begin` if it is there, to `end`; not sound where a line is short or `end` is missing. */
function* uuencodedPieces(bytes: Uint8Array): Generator<DecodedPiece> {
  let out = new Uint8Array(mailLimits.pieceBytes);
  let length = 0;
  let [isSound, hasEnd] = [true, false];
  for (let at = 0; at < bytes.length && !hasEnd; ) {
    const found = bytes.indexOf(lineFeed, at);
    const next = found < 0 ? bytes.length : found;
    const line = bytes.subarray(at, bytes[next - 1] === carriageReturn ? next - 1 : next);
    at = next + 1;
    const first = line[0];
    if (first === undefined) continue;
    if (startsWith(line, 'begin ')) continue;
    if (startsWith(line, 'end')) {
      hasEnd = true;
      continue;
    }
    const count = (first - 32) & 63;
    if (first < 32 || first > 96 || line.length - 1 < Math.ceil((count * 4) / 3)) {
      isSound = false;
      continue;
    }
    if (length + 63 > out.length) {
      yield { bytes: out.subarray(0, length), isLast: false, isSound: true };
      out = new Uint8Array(mailLimits.pieceBytes);
      length = 0;
    }
    for (let done = 0, read = 1; done < count; done += 3, read += 4) {
      const four = [0, 1, 2, 3].map((index) => ((line[read + index] ?? 32) - 32) & 63);
      const three = ((four[0] ?? 0) << 18) | ((four[1] ?? 0) << 12) | ((four[2] ?? 0) << 6) | (four[3] ?? 0);
      for (let index = 0; index < 3 && done + index < count; index += 1) {
        out[length] = (three >> (16 - 8 * index)) & 255;
        length += 1;
      }
    }
  }
  yield { bytes: out.subarray(0, length), isLast: true, isSound: isSound && hasEnd };
}

function startsWith(line: Uint8Array, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (line[index] !== text.charCodeAt(index)) return false;
  return true;
}
