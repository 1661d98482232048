import { describe, expect, it } from 'vitest';
import { sealedMarkBytes } from '../../../shared/vault-protocol/vault-calls';
import { systemRandom } from '../crypto/primitives';
import { deriveVaultKeys } from '../crypto/vault-keys';
import { CopyMarks, openMark, placeDigest, sealMark, type CopyMark, type Mark } from './sealed-marks';

const vaultWith = (letter: number, folder = 'home') => {
  const vaultId = new Uint8Array(16).fill(letter);
  return { folder, vaultId, keys: deriveVaultKeys(new Uint8Array(32).fill(letter), vaultId), random: systemRandom };
};
const hers = vaultWith(1);
const mark = (sequence: number, letter = 'a'): Mark => ({ sequence, hash: letter.repeat(64) });
const seen = (folder: string, at: Mark, toldOf: Mark | null = null): Uint8Array => sealMark(hers, { place: placeDigest(folder), mark: at, toldOf });
const comparedAt = (folder: string, ...marks: Uint8Array[]): CopyMarks['compareWith'] => new CopyMarks({ ...hers, folder }, marks).compareWith;

describe('a sealed mark', () => {
  const held: CopyMark = { place: placeDigest('home'), mark: mark(9), toldOf: mark(2 ** 53 - 1, 'b') };

  it('opens with its own vault’s key and no other, whole or not at all', () => {
    for (const content of [held, { ...held, toldOf: null }]) {
      const sealed = sealMark(hers, content);
      expect(sealed).toHaveLength(sealedMarkBytes);
      expect(openMark(hers, sealed)).toEqual(content);
      expect(openMark(vaultWith(2), sealed)).toBeNull();
      expect(openMark({ ...hers, vaultId: new Uint8Array(16).fill(2) }, sealed)).toBeNull();
      for (const at of [0, 31, 32, 100, 159]) expect(openMark(hers, sealed.map((byte, i) => (i === at ? byte ^ 1 : byte))), String(at)).toBeNull();
      expect(openMark(hers, sealed.subarray(1))).toBeNull();
    }
  });

  it('says nothing of what is in it: not the vault, not the place, not the same point twice', () => {
    const [one, other] = [sealMark(hers, held), sealMark(hers, held)].map((sealed) => Buffer.from(sealed));
    expect(one).not.toEqual(other);
    for (const clear of [hers.vaultId, Buffer.from(held.place, 'hex'), Buffer.from(held.mark.hash, 'hex')]) expect(one?.includes(Buffer.from(clear))).toBe(false);
  });
});

describe('what a vault is compared with', () => {
  it('follows it to another folder', () => {
    expect(comparedAt('new', seen('old', mark(9)))).toEqual({ ...mark(9), seenElsewhere: true });
    expect(comparedAt('old', seen('old', mark(9)))).toEqual({ ...mark(9), seenElsewhere: false });
  });

  it('is never another vault, or another compartment, that lay in the same folder', () => {
    const others = sealMark(vaultWith(2), { place: placeDigest('home'), mark: mark(20), toldOf: null });
    const sameVaultId = sealMark({ ...vaultWith(2), vaultId: hers.vaultId }, { place: placeDigest('home'), mark: mark(20), toldOf: null });
    expect(comparedAt('home', others, sameVaultId, systemRandom(sealedMarkBytes), seen('home', mark(2)))).toEqual({ ...mark(2), seenElsewhere: false });
    expect(comparedAt('home', others, sameVaultId)).toBeNull();
  });

  it('is the newest copy anywhere, whichever was opened last', () => {
    const copies = [seen('home', mark(9)), seen('stick', mark(5, 'b'))];
    expect(comparedAt('home', ...copies)).toEqual({ ...mark(9), seenElsewhere: false });
    expect(comparedAt('stick', ...copies)).toEqual({ ...mark(9), seenElsewhere: true });
    expect(comparedAt('third', ...copies)).toEqual({ ...mark(9), seenElsewhere: true });
  });

  it('is its own mark once she was told of the newer copy, until that copy is newer still', () => {
    const restored = new CopyMarks({ ...hers, folder: 'restored' }, [seen('home', mark(9))]);
    restored.told();
    const told = restored.seal(hers, mark(6, 'b'));
    expect(comparedAt('restored', seen('home', mark(9)), told)).toEqual({ ...mark(6, 'b'), seenElsewhere: false });
    const later = new CopyMarks({ ...hers, folder: 'restored' }, [seen('home', mark(9)), told]).seal(hers, mark(7, 'b'));
    expect(comparedAt('restored', seen('home', mark(9)), later)).toEqual({ ...mark(7, 'b'), seenElsewhere: false });
    expect(comparedAt('restored', seen('home', mark(12)), later)).toEqual({ ...mark(12), seenElsewhere: true });
  });

  it('is sealed anew only when something is new', () => {
    const marks = new CopyMarks(hers, []);
    const first = marks.seal(hers, mark(3));
    expect(marks.seal(hers, mark(3))).toEqual(first);
    expect(marks.seal(hers, mark(4))).not.toEqual(first);
  });
});
