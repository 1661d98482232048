/** One segment of the journal (FORMAT.md, "Journal segments"). */
import { nextPoint, samePoint } from './chain.mjs';
import { Cursor } from './cursor.mjs';
import { Damage } from './damage.mjs';
import { hkdf, hmac, join, openGcm, same, u32, u64 } from './primitives.mjs';
import { parsePoint } from './root.mjs';

const headLength = 16;
const longest = 268_435_456;
const headsSearchedHere = 4096;

export function segmentKeys(keys, salt) {
  return { seal: hkdf(keys.segments, salt, 'tidemark/1/segment-seal'), heads: hkdf(keys.segments, salt, 'tidemark/1/segment-heads') };
}

/** The length that the head of record `number` at `at` announces, or undefined when there is no such head. */
export function headAt(bytes, at, number, heads) {
  if (at + headLength > bytes.length) return undefined;
  const mask = hmac(heads, 0, u64(number));
  const announced = (bytes.readUInt32BE(at) ^ mask.readUInt32BE(0)) >>> 0;
  if (announced > longest) return undefined;
  const check = hmac(heads, 1, u64(number), u32(announced)).subarray(0, 12);
  return same(check, bytes.subarray(at + 4, at + headLength)) ? announced : undefined;
}

/** The payload of a record's sealed part, or undefined when it does not verify. */
export function openRecord(sealed, number, hash, seal, vaultId, what) {
  const plain = openGcm(seal, join(Buffer.alloc(4), u64(number)), join(vaultId, u64(number), hash), sealed);
  if (!plain) return undefined;
  const cursor = new Cursor(plain, what);
  if (plain.length % 256 !== 0) cursor.fail('its length is no multiple of 256');
  const payload = cursor.take(cursor.u32());
  if (cursor.left > 255) cursor.fail('more padding than needed');
  cursor.zerosToEnd();
  return payload;
}

/**
 * Reads a segment and gives each transaction's payload and the point after it to `onTransaction`, in order.
 * Returns the point at the end, and `torn` (bytes of a tail that a crash may have left) when the last record is not whole.
 * Throws Damage at the first thing that does not verify; what came before it has been given.
 */
export function readSegment(bytes, { segment, generation, keys, vaultId, what }, onTransaction) {
  const limit = segment.end ? segment.end.length : bytes.length;
  if (bytes.length < limit) throw new Damage(`${what} is shorter than when it was closed: ${limit - bytes.length} bytes are missing.`);
  const part = bytes.subarray(0, limit);
  if (part.length < 32) throw new Damage(`${what} is cut off.`);
  const { seal, heads } = segmentKeys(keys, part.subarray(0, 32));
  let at = 32;
  let point = segment.base;
  for (let number = 0; number === 0 || at < part.length; number++) {
    const announced = headAt(part, at, number, heads);
    const whole = announced !== undefined && at + headLength + announced <= part.length;
    const sealed = whole ? part.subarray(at + headLength, at + headLength + announced) : undefined;
    const payload = sealed && openRecord(sealed, number, point.hash, seal, vaultId, `${what}, record ${number},`);
    if (!payload) {
      if (!segment.end && isTornTail(part, at, number, announced, heads)) return { point, torn: part.length - at };
      throw new Damage(`${what}: record ${number} does not verify (byte ${at} of ${part.length}). It was changed, taken out or put in after it was saved.`);
    }
    if (number === 0) checkFirst(payload, { segment, generation, vaultId, what });
    else {
      point = nextPoint(keys, point, payload);
      onTransaction(payload, point);
    }
    at += headLength + announced;
  }
  if (segment.end && !samePoint(point, segment.end.point)) throw new Damage(`${what} does not end where the root says it ends.`);
  return { point };
}

/** Record 0 says which vault, generation and point the segment belongs to. */
function checkFirst(payload, { segment, generation, vaultId, what }) {
  const cursor = new Cursor(payload, what);
  const isOurs = same(cursor.take(16), vaultId);
  const number = cursor.u64();
  const base = parsePoint(cursor);
  cursor.end();
  if (!isOurs || number !== generation.number || !samePoint(base, segment.base)) throw new Damage(`${what} belongs to another place in the journal.`);
}

/** Whether a crash explains what stands here. It has one record under way, so no later record can be there. */
function isTornTail(bytes, at, number, announced, heads) {
  if (number === 0) return false;
  if (announced !== undefined && announced < bytes.length - at - headLength) return false;
  for (let later = at + 1; later + headLength <= bytes.length; later++) if (headAt(bytes, later, number + 1, heads) !== undefined) return false;
  for (let later = number + 1; later <= number + headsSearchedHere; later++) if (headAt(bytes, at, later, heads) !== undefined) return false;
  return true;
}
