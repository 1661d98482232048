import { JsonCutter, type Cut } from '../json/cutter';
import { placeOf, take } from '../json/wanted';
import type { SourceFile } from '../source';

/** Whole messages that lie one after the other in a file. */
export interface MessageWindow {
  readonly offset: number;
  readonly line: number;
  /** One past its last message. */
  end: number;
}

/** Held at a time when a list is read from its end. */
const windowBytes = 4 * 1024 * 1024;

/** Notes where a list's elements lie, so that they can be read later in either direction without holding them all. `isFirst`: of its list; a window lies within one. */
export function noteInWindows(windows: MessageWindow[], { offset, length, line }: { readonly offset: number; readonly length: number; readonly line: number }, isFirst: boolean): void {
  const last = windows.at(-1);
  if (last !== undefined && !isFirst && offset + length - last.offset <= windowBytes) last.end = offset + length;
  else windows.push({ offset, line, end: offset + length });
}

const listOfMessages = placeOf([take]);
const opening = new Uint8Array([0x5b]);

/** The elements of one window, in the file's order, with their places in the file. */
export async function readWindow(file: SourceFile, { offset, line, end }: MessageWindow): Promise<Cut[]> {
  const cutter = new JsonCutter(listOfMessages);
  const cuts: Cut[] = cutter.push(opening);
  let at = offset;
  for await (const piece of file.bytes(offset)) {
    const wanted = piece.subarray(0, Math.min(piece.length, end - at));
    cuts.push(...cutter.push(wanted));
    at += wanted.length;
    if (at >= end) break;
  }
  // A number or a word ends only at what follows it.
  cuts.push(...cutter.push(closing));
  return cuts.filter((cut) => cut.cut === 'value' || (cut.cut === 'not-understood' && !cut.isRest)).map((cut) => ({ ...cut, offset: cut.offset - 1 + offset, line: cut.line - 1 + line }));
}

const closing = new Uint8Array([0x5d]);
