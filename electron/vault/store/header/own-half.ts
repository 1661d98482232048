import { Refusal } from '../../../../shared/contract/errors';
import type { KdfParameters } from '../../../../shared/kdf-parameters';
import { sameBytes, sha256, zero } from '../../crypto/primitives';
import type { FolderLock } from '../folder-lock';
import { asRefusal } from '../file-port';
import { openSlots, rewriteHalf, rewriteSlot, slotBytesOf, slotIndex, soundHeader, type Half, type Header, type Place } from './header';
import { readEachCopy, readHeaderCopies, writeHeaderCopies } from './header-files';
import { withSpareRoom } from '../spare-room';
import type { Transaction, WayInKind, WayInNote, WaysIn } from '../store';
import type { VaultFiles } from '../vault-files';

export interface WayInChange {
  kind: WayInKind;
  /** null: the way in ends. */
  key: Uint8Array | null;
  /** The key of any way in to the same compartment. */
  proof: Uint8Array;
}

/**
 * The half of the header that an open vault belongs to, and how its ways in are changed. The vault key is not kept: whoever changes a way in
 * gives the key of another, which opens it. Everything here runs in the store's queue.
 */
export class OwnHalf {
  constructor(
    private readonly vault: VaultFiles,
    private readonly lock: FolderLock,
    /** As this process opened or last wrote it: what lies in the folder may have been put there since. */
    private header: Header,
    readonly place: Place,
  ) {}

  get parameters(): KdfParameters {
    return this.header.parameters;
  }

  get headerNow(): Header {
    return this.header;
  }

  /** The kind of this compartment's slot that a secret opens; null when it opens none of them. */
  opens(key: Uint8Array): WayInKind | null {
    const opened = openSlots(this.header, key, this.place);
    if (opened !== null) zero(opened.vaultKey);
    return opened?.kind ?? null;
  }

  /** SHA-256 of what stands in a slot, used or not, in hexadecimal. */
  slotDigest(kind: WayInKind): string {
    return digestOf(this.header.bytes, slotIndex(this.place, kind));
  }

  /**
   * The header with a way in changed, not yet written. Refuses `wrong-secret` when `proof` opens nothing here, `same-secret`
   * when `key` opens the vault already.
   */
  plan(change: WayInChange): { slotDigest: string; write: () => Promise<void> } {
    const proven = openSlots(this.header, change.proof, this.place);
    if (proven === null) throw new Refusal('wrong-secret');
    try {
      if (change.key !== null) this.refuseIfOpening(change.key);
      const { keys, random } = this.vault;
      const bytes = rewriteSlot(this.header, { place: this.place, kind: change.kind, secretKey: change.key, vaultKey: proven.vaultKey, macKey: keys.headerMac }, random);
      return { slotDigest: digestOf(bytes, slotIndex(this.place, change.kind)), write: () => this.write(bytes) };
    } finally {
      zero(proven.vaultKey);
    }
  }

  /** Refuses `wrong-secret` when `proof` opens nothing here, `same-secret` when one of the keys opens the vault already. */
  mayBeRenewed(proof: Uint8Array, keys: readonly Uint8Array[]): void {
    if (this.opens(proof) === null) throw new Refusal('wrong-secret');
    for (const key of keys) this.refuseIfOpening(key);
  }

  /** The half anew, for another vault key, with these ways in alone: the moment at which a vault becomes another. */
  renew(half: Omit<Half, 'place'>): Promise<void> {
    return this.write(rewriteHalf(this.header, { ...half, place: this.place }, this.vault.random));
  }

  /** In whichever half: one that opened both would lead to one of them alone. */
  private refuseIfOpening(key: Uint8Array): void {
    const opened = openSlots(this.header, key);
    if (opened === null) return;
    zero(opened.vaultKey);
    throw new Refusal('same-secret');
  }

  /** How many of the two copies on the disk are the header as this process knows it: an older one that was put back is none. */
  async wholeCopies(): Promise<number> {
    const { files, folder } = this.vault;
    let whole = 0;
    for (const bytes of await readEachCopy(files, folder)) if (bytes !== null && sameBytes(bytes, this.header.bytes)) whole += 1;
    return whole;
  }

  /** Writes both copies anew, as this process knows the header. */
  mend(): Promise<void> {
    return this.write(this.header.bytes);
  }

  private async write(bytes: Uint8Array): Promise<void> {
    const { files, folder, random } = this.vault;
    await this.lock.assertHeld();
    try {
      await withSpareRoom(files, folder, () => writeHeaderCopies(files, folder, bytes, random));
    } catch (error) {
      await this.takeBack(bytes);
      throw asRefusal(error);
    }
    this.header = soundHeader(bytes);
  }

  /** One copy may have been replaced: both secrets would open until the next opening. What was there before is put back, as far as the disk lets us. */
  private async takeBack(bytes: Uint8Array): Promise<void> {
    const { files, folder, random } = this.vault;
    try {
      const { sound } = await readHeaderCopies(files, folder);
      if (sound.some((copy) => sameBytes(copy.bytes, bytes))) await writeHeaderCopies(files, folder, this.header.bytes, random);
    } catch {
      // The disk is failing: each copy is whole by itself, and the next opening makes them one.
    }
  }
}

/** What a store offers of its half. `inTurn` runs work in the store's queue while it may be written to. */
export function waysInOf(half: OwnHalf, store: { inTurn: (work: () => Promise<void>) => Promise<void>; transactNow: (work: (transaction: Transaction) => void) => Promise<void> }): WaysIn {
  const change = (wanted: WayInChange, note: WayInNote): Promise<void> =>
    store.inTurn(async () => {
      const { slotDigest, write } = half.plan(wanted);
      await store.transactNow((transaction) => note.before(transaction, slotDigest));
      await write();
      try {
        await store.transactNow((transaction) => note.after(transaction));
      } catch (error) {
        // The way in has changed, and that is what she must hear; the record finds it out at the next opening.
        if (!(error instanceof Refusal)) throw error;
      }
    });
  return {
    parameters: () => half.parameters,
    opens: (key) => half.opens(key),
    slotDigest: (kind) => half.slotDigest(kind),
    set: (kind, key, proof, note) => change({ kind, key, proof }, note),
    remove: (kind, proof, note) => change({ kind, key: null, proof }, note),
  };
}

function digestOf(bytes: Uint8Array, index: number): string {
  return Buffer.from(sha256(slotBytesOf(bytes, index))).toString('hex');
}
