import { clipped } from '../../bytes/clipped';
import { bytesAsCharacters } from '../../bytes/byte-text';
import { readMail } from '../message';
import type { TimeClaim } from '../../../model/mail-facts';
import type { MailSourcePart } from '../parts';
import type { MailImporter } from '../reading';
import { messageStart } from '../recognise-mail';
import { cutMbox, type MboxStretch } from './cutting';
import { fromLineAt } from './separators';

/**
 * A mailbox in one file: mboxo, mboxrd, mboxcl and mboxcl2 (https://www.loc.gov/preservation/digital/formats/fdd/fdd000383.shtml and its family), as Google Takeout, Thunderbird, Apple Mail and mail servers write them. Of any size: one
 * message is in memory at a time.
 */
export const mbox: MailImporter = {
  kind: 'mbox',
  confirms: null,
  recognises(head) {
    return fromLineAt(head, messageStart(head), true) !== null;
  },
  async *read(file): AsyncGenerator<MailSourcePart> {
    let number = 0;
    for await (const stretch of cutMbox(file.bytes())) {
      if (stretch.fromLine === null) {
        if (!isBlank(stretch)) yield { part: 'not-understood', path: file.path, text: clipped(bytesAsCharacters(stretch.bytes.subarray(0, 2000)), 2000), sourceLine: stretch.line, sourceOffset: stretch.offset, sourceLength: stretch.length };
        continue;
      }
      number += 1;
      yield* messageParts(stretch, file.path, String(number));
    }
  },
};

function* messageParts({ fromLine, bytes, offset, line, length, isWhole, isQuoted }: MboxStretch, path: string, id: string): Generator<MailSourcePart> {
  const envelopeLine = fromLine?.text ?? '';
  for (const part of readMail({ id, path, bytes, start: 0, end: bytes.length, offset, line, packedIn: null, within: '', envelopeLine, isQuoted, wholeLength: isWhole ? null : length })) {
    if (part.part !== 'mail' || part.id !== id || fromLine?.time == null) yield part;
    else {
      const claim: TimeClaim = { whose: 'mailbox', by: '', from: '', header: null, time: fromLine.time };
      yield { ...part, claims: [...part.claims.slice(0, 999), claim] };
    }
  }
}

function isBlank({ bytes, length }: MboxStretch): boolean {
  return length === bytes.length && bytes.every((byte) => byte === 0x0a || byte === 0x0d || byte === 0x20 || byte === 0x09);
}
