import { Refusal } from '../../../shared/contract/errors';
import type { NeutralMessage } from '../../../shared/importers/parts';
import { pieceBytes } from '../../../shared/worker-protocol';
import type { Member } from './member';
import type { Outbox } from './outbox';
import { tellType } from './tell-type';

interface Named {
  readonly name: string;
  readonly member: Member;
}

/** Sends the files that messages name: those that lie in the source, each once, and those whose bytes stand in a message's own file. */
export class FileSender {
  readonly #waiting = new Map<string, Named>();
  readonly #wanted = new Set<string>();
  #mediaType = '';

  /** `sendsAll`: every conversation was chosen, so no file waits to be named by one that was. */
  constructor(private readonly outbox: Outbox, private readonly sendsAll: boolean) {}

  /** An importer found a file that messages name. Sent when a message that was chosen names it. */
  async found(id: string, name: string, member: Member): Promise<void> {
    if (this.sendsAll || this.#wanted.delete(id)) await this.#send(id, name, member);
    else this.#waiting.set(id, { name, member });
  }

  async wanted(messages: readonly NeutralMessage[]): Promise<void> {
    if (this.sendsAll) return;
    for (const { attachments } of messages) {
      for (const { file } of attachments) {
        const waiting = this.#waiting.get(file);
        if (file !== '' && !waiting) this.#wanted.add(file);
        if (!waiting) continue;
        this.#waiting.delete(file);
        await this.#send(file, waiting.name, waiting.member);
      }
    }
  }

  /** Bytes that stand inside a message's own file. They may come before the message, so all are sent, and the vault keeps those that are named. */
  async piece({ id, name, bytes, last, isSound }: { id: string; name: string; bytes: Uint8Array; last: boolean; isSound: boolean }): Promise<void> {
    for (let at = 0; at === 0 || at < bytes.length; at += pieceBytes) {
      const part = bytes.subarray(at, at + pieceBytes);
      this.#mediaType ||= (await tellType(part)).mediaType;
      const isLast = last && at + pieceBytes >= bytes.length;
      await this.#post(id, name, part, isLast, isSound, null);
    }
    if (last) this.#mediaType = '';
  }

  async #send(id: string, name: string, member: Member): Promise<void> {
    let held: Uint8Array = new Uint8Array(0);
    this.#mediaType = '';
    const post = async (bytes: Uint8Array, last: boolean): Promise<void> => {
      this.#mediaType ||= (await tellType(bytes)).mediaType;
      await this.#post(id, name, bytes, last, true, member.modifiedUtc);
    };
    try {
      for await (const piece of member.bytes()) {
        held = held.length === 0 ? piece : Buffer.concat([held, piece]);
        while (held.length > pieceBytes) {
          await post(held.subarray(0, pieceBytes), false);
          held = held.subarray(pieceBytes);
        }
      }
      await post(held, true);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // It cannot be read whole: its messages say so, and the rest goes on.
      await this.#post(id, name, new Uint8Array(0), true, false, null);
    }
    this.#mediaType = '';
  }

  async #post(id: string, name: string, bytes: Uint8Array, last: boolean, isSound: boolean, modifiedUtc: string | null): Promise<void> {
    // A copy of its own: the piece may lie in a larger buffer, which would travel whole.
    await this.outbox.send({ say: 'file', id, name, bytes: bytes.slice(), last, isSound, modifiedUtc, mediaType: this.#mediaType });
  }
}
