import type { BufferedSource } from './byte-source';

/** A box of an ISO base media file (ISO/IEC 14496-12): its four letters, and where its content lies. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Boxes one after another within [from, end). What runs past `end` is cut there, a size that cannot be ends the list; `isCut` tells. At most `most`. */
export async function boxesIn(source: BufferedSource, from: number, end: number, most = 5000): Promise<{ readonly boxes: readonly Box[]; readonly isCut: boolean }> {
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= end && boxes.length < most) {
    const head = await source.read(at, 16);
    if (head.length < 8) return { boxes, isCut: true };
    let size = head.readUInt32BE(0);
    let headBytes = 8;
    if (size === 1 && head.length === 16) [size, headBytes] = [Number(head.readBigUInt64BE(8)), 16];
    if (size === 0) size = end - at;
    if (size < headBytes || !Number.isSafeInteger(at + size)) return { boxes, isCut: true };
    boxes.push({ type: head.toString('latin1', 4, 8), start: at + headBytes, end: Math.min(at + size, end) });
    if (at + size > end) return { boxes, isCut: true };
    at += size;
  }
  return { boxes, isCut: at + 8 <= end };
}

export function boxNamed(boxes: readonly Box[], type: string): Box | undefined {
  return boxes.find((box) => box.type === type);
}

/** The boxes within the box at the end of a path, as `['moov', 'udta']`; empty when there is none. */
export async function boxesAt(source: BufferedSource, from: readonly Box[], path: readonly string[]): Promise<readonly Box[]> {
  let boxes = from;
  for (const type of path) {
    const box = boxNamed(boxes, type);
    if (!box) return [];
    boxes = (await boxesIn(source, box.start, box.end)).boxes;
  }
  return boxes;
}
