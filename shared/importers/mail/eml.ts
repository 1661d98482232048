import type { SourceFile } from '../source';
import { clipped } from '../bytes/clipped';
import { bytesAsCharacters } from '../bytes/byte-text';
import { mailLimits } from './limits';
import { readMail } from './message';
import type { MailSourcePart } from './parts';
import type { MailImporter } from './reading';
import { beginsLikeMail, messageStart } from './recognise-mail';

/** Apple Mail's `.emlx`: a line with the message's length, the message, and what the program notes about it as a property list. Null where it is none. */
function emlxMessage(bytes: Uint8Array): { start: number; length: number } | null {
  const line = /^(\d{1,10})[ \t]{0,20}\r?\n/.exec(bytesAsCharacters(bytes.subarray(0, 40)));
  return line === null ? null : { start: line[0].length, length: Number(line[1]) };
}

async function readUpTo(file: SourceFile, limit: number): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isWhole = true;
  for await (const piece of file.bytes()) {
    pieces.push(piece);
    length += piece.length;
    if (length > limit) {
      isWhole = false;
      break;
    }
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes: isWhole ? bytes : bytes.subarray(0, limit), isWhole };
}

/** One message in a file: `.eml` of every mail program (RFC 5322), and Apple Mail's `.emlx`. */
export const eml: MailImporter = {
  kind: 'eml',
  confirms: null,
  recognises(head) {
    return beginsLikeMail(head, emlxMessage(head)?.start ?? messageStart(head));
  },
  async *read(file): AsyncGenerator<MailSourcePart> {
    const { bytes, isWhole } = await readUpTo(file, mailLimits.messageBytes);
    const emlx = emlxMessage(bytes);
    const start = emlx?.start ?? messageStart(bytes);
    const end = emlx === null ? bytes.length : Math.min(bytes.length, start + emlx.length);
    const line = countLines(bytes, 0, start) + 1;
    const wholeLength = isWhole ? null : Math.max(0, (emlx?.length ?? file.sizeBytes - start));
    yield* readMail({ id: '1', path: file.path, bytes, start, end, offset: start, line, packedIn: null, within: '', envelopeLine: '', isQuoted: false, wholeLength });
    if (isWhole && end < bytes.length) {
      yield { part: 'not-understood', path: file.path, text: clipped(bytesAsCharacters(bytes.subarray(end, end + 2000)), 2000), sourceLine: line + countLines(bytes, start, end), sourceOffset: end, sourceLength: bytes.length - end };
    }
  },
};

function countLines(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(0x0a, start); at >= 0 && at < end; at = bytes.indexOf(0x0a, at + 1)) count += 1;
  return count;
}
