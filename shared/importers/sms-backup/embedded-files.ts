import { Base64Decoder } from '../bytes/base64';
import type { NeutralPart } from '../parts';

/** Files that stand in a message's parts as base64: one after the other, each in pieces. */
export class EmbeddedFiles {
  #count = 0;
  #open: { readonly id: string; readonly name: string; readonly decoder: Base64Decoder } | null = null;

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** Its id. */
  begin(name: string): string {
    this.#count += 1;
    this.#open = { id: `sms-backup-inside-${this.#count}`, name, decoder: new Base64Decoder() };
    return this.#open.id;
  }

  push(text: string): NeutralPart[] {
    if (this.#open === null) return [];
    const bytes = this.#open.decoder.push(text);
    return bytes.length === 0 ? [] : [{ part: 'file-piece', id: this.#open.id, name: this.#open.name, bytes, last: false, isSound: true }];
  }

  /** `isWhole`: it was not cut off. */
  end(isWhole: boolean): NeutralPart[] {
    if (this.#open === null) return [];
    const { id, name, decoder } = this.#open;
    this.#open = null;
    const { bytes, isSound } = decoder.end();
    return [{ part: 'file-piece', id, name, bytes, last: true, isSound: isSound && isWhole }];
  }

  /** A file that is whole in memory already: bytes of words. */
  whole(name: string, bytes: Uint8Array<ArrayBuffer>): { id: string; part: NeutralPart } {
    this.#count += 1;
    const id = `sms-backup-inside-${this.#count}`;
    return { id, part: { part: 'file-piece', id, name, bytes, last: true, isSound: true } };
  }
}
