import { readText } from '../../bytes/charsets';
import { instantTime } from '../mail-dates';
import type { MailTime } from '../../../model/mail-facts';
import type { CompoundEntry, CompoundFile } from './compound-file';

/** The properties of one object of a `.msg` ([MS-OXMSG] section 2): of the message, a recipient or an attachment. Numbers are property ids ([MS-OXPROPS]). */
export class Properties {
  readonly #file: CompoundFile;
  readonly #streams = new Map<string, CompoundEntry>();
  readonly #fixed = new Map<number, DataView>();
  readonly storages: readonly CompoundEntry[];
  /** Of texts that are not UTF-16. */
  codePage = '1252';

  /** `headerBytes`: what comes before the entries: 32 in the outermost message, 24 in an attached one, 8 in recipients and attachments. */
  constructor(file: CompoundFile, storage: number, headerBytes: 8 | 24 | 32) {
    this.#file = file;
    const entries = file.list(storage);
    this.storages = entries.filter(({ isStorage }) => isStorage);
    for (const entry of entries) if (!entry.isStorage) this.#streams.set(entry.name.toLowerCase(), entry);
    const list = this.#streams.get('__properties_version1.0');
    const bytes = list === undefined ? new Uint8Array(0) : file.read(list.index).bytes;
    for (let at = headerBytes; at + 16 <= bytes.length && this.#fixed.size < 10_000; at += 16) {
      const view = new DataView(bytes.buffer, bytes.byteOffset + at, 16);
      if (!this.#fixed.has(view.getUint32(0, true))) this.#fixed.set(view.getUint32(0, true), view);
    }
    const page = this.number(0x3ffd) ?? this.number(0x3fde);
    if (page !== null) this.codePage = String(page);
  }

  /** A number of 32 bits (PtypInteger32); null where there is none. */
  number(id: number): number | null {
    return this.#fixed.get(id * 0x10000 + 0x0003)?.getUint32(8, true) ?? null;
  }

  isTrue(id: number): boolean {
    return (this.#fixed.get(id * 0x10000 + 0x000b)?.getUint16(8, true) ?? 0) !== 0;
  }

  /** An instant (PtypTime: 100 nanoseconds since 1601, UTC); null where there is none between 1970 and 9999. */
  time(id: number): MailTime | null {
    const view = this.#fixed.get(id * 0x10000 + 0x0040);
    if (view === undefined) return null;
    const ticks = view.getUint32(12, true) * 0x1_0000_0000 + view.getUint32(8, true);
    return instantTime(Math.floor(ticks / 10_000) - 11_644_473_600_000, String(view.getBigUint64(8, true)));
  }

  /** A text (UTF-16, or bytes in the message's code page), without the ending NUL; '' where there is none. */
  text(id: number): string {
    const unicode = this.#stream(id, '001f');
    if (unicode !== null) return withoutEnd(new TextDecoder('utf-16le').decode(unicode));
    const bytes = this.#stream(id, '001e');
    return bytes === null ? '' : withoutEnd(readText(bytes, this.codePage).text);
  }

  /** What `text` reads it with. */
  charsetOf(id: number): string {
    return this.#streams.has(streamName(id, '001f')) ? 'utf-16le' : this.codePage;
  }

  binary(id: number): Uint8Array | null {
    return this.#stream(id, '0102');
  }

  /** Whether a binary property is there with fewer bytes than it says. */
  isCut(id: number): boolean {
    const entry = this.#streams.get(streamName(id, '0102'));
    return entry !== undefined && this.#file.read(entry.index).isCut;
  }

  #stream(id: number, type: string): Uint8Array | null {
    const entry = this.#streams.get(streamName(id, type));
    return entry === undefined ? null : this.#file.read(entry.index).bytes;
  }
}

function streamName(id: number, type: string): string {
  return `__substg1.0_${id.toString(16).padStart(4, '0')}${type}`;
}

function withoutEnd(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}
