import { deflateSync } from 'node:zlib';
import { shiftsFor } from '../../../../shared/copies/spacing';
import { PDFArray, PDFName, PDFPage, PDFRawStream, PDFRef } from '../pdf-library';
import { bytesOf } from '../stream-bytes';
import { contentTokens, type ContentToken } from '../content-tokens';
import type { TextLine } from './text-lines';

type Matrix = readonly [number, number, number, number, number, number];
const upright: Matrix = [1, 0, 0, 1, 0, 0];
/** A text matrix belongs to the line that stands so near. */
const samePt = 1.7;

/** Moves the lines of a page that we printed by what is drawn for the copy. `number`: of the page, from 1. A page whose text is set otherwise than Chromium sets it stays as it is. Throws where its content cannot be read. */
export function moveLines(page: PDFPage, code: string, number: number, lines: readonly TextLine[]): void {
  const shifts = shiftsFor(code, number, lines.map(({ fromTop }) => fromTop));
  if (shifts.every((shift) => shift === 0)) return;
  const { context } = page.doc;
  const held = page.node.get(PDFName.of('Contents'));
  const contents = context.lookup(held);
  const refs = contents instanceof PDFArray ? contents.asArray() : [held];
  // Lower on the page is less in its own space.
  const moveAt = (y: number): number => {
    const index = lines.findIndex((line) => Math.abs(line.y - y) < samePt);
    return index < 0 ? 0 : -(shifts[index] ?? 0);
  };
  let state: GraphicsState = { now: upright, kept: [] };
  const rewritten: [PDFRef, Uint8Array][] = [];
  for (const ref of refs) {
    const stream = context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) return;
    const bytes = bytesOf(stream);
    if (bytes === null) throw new Error('a page of ours cannot be read');
    const { tokens, isWhole } = contentTokens(bytes);
    if (!isWhole) return;
    const moved = movedIn(tokens, state, moveAt);
    state = moved.state;
    if (moved.edits.length > 0) rewritten.push([ref, withEdits(bytes, moved.edits)]);
  }
  for (const [ref, bytes] of rewritten) context.assign(ref, PDFRawStream.of(context.obj({ Filter: 'FlateDecode' }), deflateSync(bytes)));
}

/** Operators that begin a line under the last (ISO 32000-2, 9.4.2 and 9.4.3). */
const goesOn = new Set(['T*', 'TD', "'", '"']);

interface GraphicsState { readonly now: Matrix; readonly kept: readonly Matrix[] }
interface Edit { readonly start: number; readonly end: number; readonly words: string }

/** Chromium gives each line a text matrix of its own; text that goes on to a next line by itself, as our stamps do, is left. */
function movedIn(tokens: readonly ContentToken[], from: GraphicsState, moveAt: (y: number) => number): { state: GraphicsState; edits: Edit[] } {
  const edits: Edit[] = [];
  const kept = [...from.kept];
  let now = from.now;
  let ofText: Edit[] = [];
  let operands: Extract<ContentToken, { is: 'number' }>[] = [];
  for (const token of tokens) {
    if (token.is === 'number') {
      operands.push(token);
      continue;
    }
    if (token.is === 'operator') {
      const given = operands.map(({ value }) => value);
      if (token.name === 'q') kept.push(now);
      else if (token.name === 'Q') now = kept.pop() ?? upright;
      else if (token.name === 'cm' && given.length === 6) now = times(given as unknown as Matrix, now);
      else if (goesOn.has(token.name) || (token.name === 'Td' && given[1] !== 0)) ofText = [];
      else if (token.name === 'ET') edits.push(...ofText.splice(0));
      else if (token.name === 'Tm' && given.length === 6) {
        const [a, b, c, d, x, y] = given as unknown as Matrix;
        const last = operands[5];
        if (now[1] === 0 && now[2] === 0 && now[3] !== 0 && b === 0 && c === 0 && a !== 0 && d !== 0 && last !== undefined) {
          const move = moveAt(times([1, 0, 0, 1, x, y], now)[5]);
          if (move !== 0) ofText.push({ start: last.start, end: last.end, words: String(Math.round((y + move / now[3]) * 10_000) / 10_000) });
        }
      }
    }
    operands = [];
  }
  return { state: { now, kept }, edits };
}

function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

function withEdits(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, words } of edits) {
    pieces.push(bytes.subarray(at, start), new TextEncoder().encode(words));
    at = end;
  }
  pieces.push(bytes.subarray(at));
  return new Uint8Array(Buffer.concat(pieces));
}
