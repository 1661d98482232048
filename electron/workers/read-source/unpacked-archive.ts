import { Refusal } from '../../../shared/contract/errors';
import type { RandomAccess } from './disk-file';
import type { Budget } from './limits';
import type { Member } from './member';

/** Holds one unpacked archive in memory at a time; another that is asked for takes its place, and is unpacked again when it is needed again. */
export class UnpackedArchives {
  #held: { readonly of: Member; readonly bytes: Buffer } | null = null;

  constructor(private readonly budget: Budget) {}

  /** An archive that lies packed in another, as bytes at any place. */
  access(member: Member): RandomAccess {
    return {
      sizeBytes: member.sizeBytes,
      read: async (start, length) => (await this.#unpack(member)).subarray(start, start + Math.max(0, length)),
    };
  }

  async #unpack(member: Member): Promise<Buffer> {
    if (this.#held?.of === member) return this.#held.bytes;
    this.#held = null;
    this.budget.takeAgain(member.sizeBytes);
    const bytes = Buffer.allocUnsafe(member.sizeBytes);
    let at = 0;
    for await (const piece of member.bytes()) {
      // Its size is what the directory said, and was within the limit; more than that is a lie.
      if (at + piece.length > bytes.length) throw new Refusal('file-unreadable');
      bytes.set(piece, at);
      at += piece.length;
    }
    this.#held = { of: member, bytes: bytes.subarray(0, at) };
    return this.#held.bytes;
  }
}
