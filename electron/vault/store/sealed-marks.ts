import { deriveKey, nonceBytes, openBytes, sealBytes, sha256, zero } from '../crypto/primitives';
import { sealedMarkBytes } from '../../../shared/vault-protocol/vault-calls';
import { ByteReader, ByteWriter } from './byte-layout';
import type { RememberedMark } from './recover';
import { saltBytes } from './segment';
import type { VaultFiles } from './vault-files';

/** A point of the vault's history. */
export type Mark = Pick<RememberedMark, 'sequence' | 'hash'>;

/** The newest point that was seen of one copy of the vault, as its sealed mark holds it (docs/FORMAT.md, "Marks kept outside"). */
export interface CopyMark {
  /** Digest of the folder the copy lies in, hexadecimal. */
  place: string;
  mark: Mark;
  /** The newer copy's mark that was told of when this copy was opened. */
  toldOf: Mark | null;
}

const placeBytes = 16;
const plainBytes = sealedMarkBytes - saltBytes - 16;
type Sealing = Pick<VaultFiles, 'vaultId' | 'random'> & { keys: Pick<VaultFiles['keys'], 'marks'> };

/** The digest under which a copy's mark remembers where the copy lies. */
export function placeDigest(folder: string): string {
  return Buffer.from(sha256(Buffer.from(folder, 'utf8')).subarray(0, placeBytes)).toString('hex');
}

/** Always `sealedMarkBytes` long, and to anyone without the key like random bytes. Each has a salt, and so a key, of its own. */
export function sealMark({ keys, vaultId, random }: Sealing, { place, mark, toldOf }: CopyMark): Uint8Array {
  const salt = random(saltBytes);
  const key = deriveKey(keys.marks, salt, 'tidemark/1/mark-seal');
  const writer = new ByteWriter().raw(Buffer.from(place, 'hex')).u64(mark.sequence).raw(Buffer.from(mark.hash, 'hex')).u8(toldOf === null ? 0 : 1);
  if (toldOf !== null) writer.u64(toldOf.sequence).raw(Buffer.from(toldOf.hash, 'hex'));
  const plain = writer.padTo(plainBytes).finish();
  const sealed = sealBytes(key, new Uint8Array(nonceBytes), plain, associated(vaultId));
  zero(key, plain);
  return new Uint8Array(Buffer.concat([salt, sealed]));
}

/** null: another's, or nobody's. */
export function openMark({ keys, vaultId }: Omit<Sealing, 'random'>, sealed: Uint8Array): CopyMark | null {
  if (sealed.length !== sealedMarkBytes) return null;
  const key = deriveKey(keys.marks, sealed.subarray(0, saltBytes), 'tidemark/1/mark-seal');
  const plain = openBytes(key, new Uint8Array(nonceBytes), sealed.subarray(saltBytes), associated(vaultId));
  zero(key);
  if (plain === null) return null;
  const reader = new ByteReader(plain);
  const text = (count: number): string => Buffer.from(reader.raw(count)).toString('hex');
  const point = (): Mark => ({ sequence: reader.u64(), hash: text(32) });
  return { place: text(placeBytes), mark: point(), toldOf: reader.flag() ? point() : null };
}

function associated(vaultId: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from('mark', 'ascii'), vaultId]);
}

/** What one copy of a vault remembers outside the vault, and what it is compared with. */
export class CopyMarks {
  private readonly place: string;
  private toldOf: Mark | null;
  private last: { of: string; sealed: Uint8Array } | null = null;
  /**
   * What this copy is compared with at opening: the newest mark of all the vault's copies, so that neither a moved folder nor an older copy from
   * elsewhere is without one. Of a newer copy elsewhere is told once for each place; then only the place's own mark counts, or a copy that she
   * restored would be called old for ever. null: nothing is remembered.
   */
  readonly compareWith: RememberedMark | null;

  /** @param remembered sealed marks of whatever vaults and places; those that are not this vault's are passed over. */
  constructor(vault: Pick<VaultFiles, 'folder' | 'vaultId' | 'keys'>, remembered: readonly Uint8Array[]) {
    this.place = placeDigest(vault.folder);
    const copies = remembered.map((sealed) => openMark(vault, sealed)).filter((copy) => copy !== null);
    const own = newestOf(copies.filter((copy) => copy.place === this.place));
    const newest = newestOf(own === null ? copies : [own, ...copies]);
    const chosen = own !== null && newest !== null && own.toldOf !== null && isSame(own.toldOf, newest.mark) ? own : newest;
    this.toldOf = own?.toldOf ?? null;
    this.compareWith = chosen === null ? null : { ...chosen.mark, seenElsewhere: chosen !== own };
  }

  /** She is told that this copy is older than what it was compared with. */
  told(): void {
    if (this.compareWith !== null) this.toldOf = { sequence: this.compareWith.sequence, hash: this.compareWith.hash };
  }

  /** This copy's mark, to be kept outside the vault. The very same bytes while nothing is new. */
  seal(vault: Sealing, mark: Mark): Uint8Array {
    const of = `${mark.sequence} ${mark.hash}`;
    if (this.last?.of !== of) this.last = { of, sealed: sealMark(vault, { place: this.place, mark, toldOf: this.toldOf }) };
    return this.last.sealed.slice();
  }

  /** The key they are sealed with is another one from now on. */
  sealAnew(): void {
    this.last = null;
  }
}

/** The first of the newest. */
function newestOf(copies: readonly CopyMark[]): CopyMark | null {
  return copies.reduce<CopyMark | null>((newest, copy) => (newest === null || copy.mark.sequence > newest.mark.sequence ? copy : newest), null);
}

function isSame(left: Mark, right: Mark): boolean {
  return left.sequence === right.sequence && left.hash === right.hash;
}
