import { clipped } from '../bytes/clipped';
import { Base64Decoder } from '../bytes/base64';
import { plainFileName } from '../file-names';
import type { NeutralAttachment, NeutralPart } from '../parts';
import type { OpenTag } from '../xml/events';
import type { EmbeddedFiles } from './embedded-files';
import { fieldOf, type Fields } from './values';

/** Roles of an `addr` (PduHeaders of Android, after OMA-MMS-ENC): 137 from; 151 to, 130 copy, 129 blind copy. */
const from = '137';
const to = '151';
const recipients: readonly string[] = [to, '130', '129'];
/** What Android writes for the phone's own number where it does not know it. */
const ownUnknown = 'insert-address-token';

const mostParts = 2000;
const mostAddresses = 2000;
/** Characters of all its words together. */
const mostWords = 8_000_000;

/** An `mms` on its way: its tag, and what its parts and addresses have given so far. */
export class Mms {
  readonly attachments: NeutralAttachment[] = [];
  readonly texts: string[] = [];
  hasContact = false;
  /** One past its last byte that was read. */
  end: number;
  #parts = 0;
  #words = 0;
  #from = '';
  readonly #to: { readonly address: string; readonly isDirect: boolean }[] = [];

  constructor(readonly tag: OpenTag, readonly fields: Fields) {
    this.end = tag.offset + tag.length;
  }

  /** Its tag as it stands, and the words in its parts. */
  get asWritten(): string {
    return [clipped(this.tag.source, 2000), ...this.texts].join('\n');
  }

  /** False when it cannot be read as one, or there are too many. */
  takeAddress(fields: Fields): boolean {
    const address = fieldOf(fields, 'address');
    const type = fieldOf(fields, 'type');
    if (address === '' || (type !== from && !recipients.includes(type)) || this.#to.length >= mostAddresses) return false;
    if (address === ownUnknown) return true;
    if (type !== from) this.#to.push({ address, isDirect: type === to });
    else if (this.#from === '') this.#from = address;
    else return false;
    return true;
  }

  /**
   * Takes a `part`; null when there are too many. Words are `text/plain`; `application/smil` is how the parts are laid out on a screen and is passed over; all else is a file. `given`: its `data` came before, in pieces,
   * as the last attachment.
   */
  takePart(fields: Fields, given: boolean, files: EmbeddedFiles): NeutralPart[] | null {
    this.#parts += 1;
    if (this.#parts > mostParts) return null;
    const medium = mediumOf(fields);
    const name = partName(fields);
    if (/vcard/.test(medium)) this.hasContact = true;
    const last = this.attachments.at(-1);
    if (given && last !== undefined) {
      if (last.name === '') this.attachments[this.attachments.length - 1] = { ...last, name };
      return [];
    }
    if (medium === 'application/smil') return [];
    const data = (fields.get('data') ?? '').trim();
    const text = fields.get('text') ?? 'null';
    const hasData = data !== '' && data !== 'null';
    if (medium === 'text/plain') {
      const words = hasData && text === 'null' ? wordsOf(data, fieldOf(fields, 'chset')) : text;
      if (words !== null) {
        this.#words += words.length;
        if (this.#words > mostWords) return null;
        this.texts.push(words);
        return [];
      }
    }
    if (hasData) {
      this.attachments.push({ name, file: files.begin(name), absent: null });
      return [...files.push(data), ...files.end(true)];
    }
    // A contact card or the like is sometimes written as words.
    if (text !== 'null' && text !== '') {
      const { id, part } = files.whole(name, new TextEncoder().encode(text));
      this.attachments.push({ name, file: id, absent: null });
      return [part];
    }
    this.attachments.push({ name, file: '', absent: 'left-out' });
    return [];
  }

  /** Who wrote it; '' where it does not say. */
  get from(): string {
    return this.#from;
  }

  /** To whom it went, the owner among them where it was received. `isDirect`: not by a copy. */
  get to(): readonly { readonly address: string; readonly isDirect: boolean }[] {
    return this.#to;
  }

  /** The other end as the phone has it: one number, several joined by `~`, or the address of an RCS group. */
  get address(): readonly string[] {
    return fieldOf(this.fields, 'address').split('~').map((address) => address.trim()).filter((address) => address !== '' && address !== 'null' && address !== ownUnknown);
  }

  /** Whether it is of an RCS group, which Google's program files among MMS under an address of its own. RCS with one person cannot be told from MMS. */
  get isRcs(): boolean {
    return this.address.some((address) => /@rcs[.-]/.test(address));
  }
}

/** How a `part` is named: `fn`, `name`, `cl` or `cid`, the first there is; '' where there is none. */
export function partName(fields: Fields): string {
  const named = ['fn', 'name', 'cl', 'cid'].map((name) => fieldOf(fields, name)).find((value) => value !== '') ?? '';
  return plainFileName(named.replace(/^<([^<>]*)>$/, '$1').slice(0, 1024));
}

/** The medium of a `part`, small letters, without parameters. */
function mediumOf(fields: Fields): string {
  return (fieldOf(fields, 'ct').toLowerCase().split(';')[0] ?? '').trim();
}

/** Words in base64, as some phones keep them; null where it is none. `charset`: a number of IANA's; 4 is Latin-1. */
function wordsOf(data: string, charset: string): string | null {
  const decoder = new Base64Decoder();
  const first = decoder.push(data);
  const { bytes, isSound } = decoder.end();
  return isSound ? new TextDecoder(charset === '4' ? 'windows-1252' : 'utf-8').decode(new Uint8Array([...first, ...bytes])) : null;
}
