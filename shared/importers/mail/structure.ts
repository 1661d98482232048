import { readHeaders, firstValue, type HeaderField } from './headers';
import { charactersAsBytes } from '../bytes/byte-text';
import { mailLimits } from './limits';
import { readParameters, withoutComments, type ParameterisedValue } from './parameters';

/** One part of a message that holds no parts itself (RFC 2046), with its place in the bytes read. */
export interface MailLeaf {
  /** As IMAP counts (RFC 3501 section 6.4.5): `1` of a message without parts. */
  readonly number: string;
  /** `type/subtype`; '' where nothing is said, or nothing that could be one. */
  readonly type: string;
  readonly content: ParameterisedValue;
  readonly disposition: ParameterisedValue;
  readonly encoding: string;
  readonly fields: readonly HeaderField[];
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** Line ends before `bodyStart`, counted from the message's start. */
  readonly line: number;
  /** The subtypes of the multiparts around it, outermost first: `mixed`, `alternative`, `related`. */
  readonly around: readonly string[];
  /** The number of the nearest multipart/alternative around it; '' where there is none. */
  readonly alternative: string;
}

export interface MailStructure {
  readonly fields: readonly HeaderField[];
  readonly content: ParameterisedValue;
  readonly leaves: readonly MailLeaf[];
  readonly bodyStart: number;
  readonly headersCut: boolean;
  /** Every multipart's type with its parameters, outermost first. */
  readonly multiparts: readonly ParameterisedValue[];
  readonly problems: ReadonlySet<'cut-short' | 'too-many-parts' | 'nested-too-deep' | 'boundary-missing'>;
}

interface Open {
  readonly number: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly around: readonly string[];
  readonly alternative: string;
  /** Where a part says nothing, it is a mail itself (RFC 2046 section 5.1.5). */
  readonly inDigest: boolean;
}

const [lineFeed, carriageReturn, dash, space, tab] = [0x0a, 0x0d, 0x2d, 0x20, 0x09];

/**
 * Takes a message apart by RFC 2046: parts are stretches of its bytes, never copies. Without recursion; depth and number of parts are limited, and what lies deeper stays one part, whole. A multipart that never ends is read to where it
 * stops and said to be cut short.
 */
export function readStructure(bytes: Uint8Array, start: number, end: number): MailStructure {
  const problems = new Set<'cut-short' | 'too-many-parts' | 'nested-too-deep' | 'boundary-missing'>();
  const leaves: MailLeaf[] = [];
  const multiparts: ParameterisedValue[] = [];
  let top: { fields: readonly HeaderField[]; content: ParameterisedValue; bodyStart: number; headersCut: boolean } | null = null;
  // Depth first, so that leaves come in the order of the message.
  const open: Open[] = [{ number: '', start, end, line: 0, around: [], alternative: '', inDigest: false }];
  while (open.length > 0) {
    const part = open.pop();
    if (part === undefined) break;
    const block = readHeaders(bytes, part.start, part.end);
    const content = readParameters(firstValue(block.fields, 'content-type'));
    top ??= { fields: block.fields, content, bodyStart: block.bodyStart, headersCut: block.isCut };
    const boundary = content.parameters.get('boundary') ?? '';
    const isMultipart = content.value.startsWith('multipart/');
    if (isMultipart) multiparts.push(content);
    if (isMultipart && boundary === '') problems.add('boundary-missing');
    const isTooDeep = part.around.length >= mailLimits.depth;
    if (isMultipart && boundary !== '' && isTooDeep) problems.add('nested-too-deep');
    if (isMultipart && boundary !== '' && !isTooDeep) {
      const room = mailLimits.parts - leaves.length - open.length;
      const cut = cutAtBoundary(bytes, block.bodyStart, part.end, boundary, room);
      if (!cut.isClosed) problems.add(cut.isFull ? 'too-many-parts' : 'cut-short');
      if (cut.parts.length > 0) {
        const subtype = content.value.slice('multipart/'.length);
        const prefix = part.number === '' ? '' : `${part.number}.`;
        const around = [...part.around, subtype];
        const alternative = subtype === 'alternative' ? `${prefix}*` : part.alternative;
        for (const [index, child] of [...cut.parts.entries()].reverse()) {
          open.push({ number: `${prefix}${index + 1}`, start: child.start, end: child.end, line: part.line + block.lines + child.line, around, alternative, inDigest: subtype === 'digest' });
        }
        continue;
      }
    }
    leaves.push({
      number: part.number === '' ? '1' : part.number,
      type: typeOf(content, block.fields, part.inDigest),
      content,
      disposition: readParameters(firstValue(block.fields, 'content-disposition')),
      encoding: encodingOf(block.fields),
      fields: block.fields,
      bodyStart: block.bodyStart,
      bodyEnd: part.end,
      line: part.line + block.lines,
      around: part.around,
      alternative: part.alternative,
    });
  }
  return { fields: top?.fields ?? [], content: top?.content ?? readParameters(''), leaves, bodyStart: top?.bodyStart ?? end, headersCut: top?.headersCut ?? false, multiparts, problems };
}

/** RFC 2045 section 5.2: without a type it is text; a type that cannot be one is not believed to be text. */
function typeOf(content: ParameterisedValue, fields: readonly HeaderField[], inDigest: boolean): string {
  if (/^[a-z0-9!#$&^_.+-]{1,127}\/[a-z0-9!#$&^_.+-]{1,127}$/.test(content.value)) return content.value;
  if (content.value === 'text') return 'text/plain';
  return firstValue(fields, 'content-type') === '' ? (inDigest ? 'message/rfc822' : 'text/plain') : '';
}

function encodingOf(fields: readonly HeaderField[]): string {
  return (/[\w-]+/.exec(withoutComments(firstValue(fields, 'content-transfer-encoding')))?.[0] ?? '').toLowerCase().slice(0, 100);
}

/**
 * The stretches between lines `--boundary` (RFC 2046 section 5.1.1), the line end before each not counted. `isFull`: there are more than `room`, and the last stretch reaches to the end.
 */
function cutAtBoundary(bytes: Uint8Array, from: number, end: number, boundary: string, room: number): { parts: { start: number; end: number; line: number }[]; isClosed: boolean; isFull: boolean } {
  const mark = charactersAsBytes(`--${boundary}`);
  const parts: { start: number; end: number; line: number }[] = [];
  let start = -1;
  let [startLine, line] = [0, 0];
  for (let at = from; at < end; line += 1) {
    const found = bytes.indexOf(lineFeed, at);
    const next = found < 0 || found >= end ? end : found + 1;
    const kind = bytes[at] === dash && bytes[at + 1] === dash ? boundaryKind(bytes, at, next, mark) : null;
    if (kind !== null) {
      if (start >= 0) {
        parts.push({ start, end: Math.max(start, beforeLineEnd(bytes, at, start)), line: startLine });
        if (parts.length >= room && kind === 'next') {
          const last = parts[parts.length - 1];
          if (last !== undefined) last.end = end;
          return { parts, isClosed: false, isFull: true };
        }
      }
      if (kind === 'last') return { parts, isClosed: true, isFull: false };
      start = next;
      startLine = line + 1;
    }
    at = next;
  }
  if (start >= 0) parts.push({ start, end, line: startLine });
  return { parts, isClosed: false, isFull: false };
}

function beforeLineEnd(bytes: Uint8Array, at: number, start: number): number {
  let end = at;
  if (end > start && bytes[end - 1] === lineFeed) end -= 1;
  if (end > start && bytes[end - 1] === carriageReturn) end -= 1;
  return end;
}

/** Whether this line is the boundary, with nothing after it but spaces. */
function boundaryKind(bytes: Uint8Array, at: number, next: number, mark: Uint8Array): 'next' | 'last' | null {
  if (next - at < mark.length) return null;
  for (let index = 2; index < mark.length; index += 1) if (bytes[at + index] !== mark[index]) return null;
  let after = at + mark.length;
  const isLast = bytes[after] === dash && bytes[after + 1] === dash && after + 2 <= next;
  if (isLast) after += 2;
  for (; after < next; after += 1) {
    const byte = bytes[after];
    if (byte !== space && byte !== tab && byte !== carriageReturn && byte !== lineFeed) return null;
  }
  return isLast ? 'last' : 'next';
}
