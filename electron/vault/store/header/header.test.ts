import { describe, expect, it } from 'vitest';
import { deriveKey, sha256, systemRandom } from '../../crypto/primitives';
import { buildHeader, headerBytes, headerMacHolds, openSlots, readHeader, rewriteHalf, rewriteSlot, slotKinds, type Header, type Place, type SlotKind } from './header';

const secret = new Uint8Array(32).fill(1);
const other = new Uint8Array(32).fill(2);
const vaultKey = new Uint8Array(32).fill(3);
const vaultId = new Uint8Array(16).fill(4);
const macKey = deriveKey(vaultKey, vaultId, 'tidemark/1/header-mac');
const parameters = { salt: new Uint8Array(16).fill(5), memoryKiB: 8192, iterations: 1, parallelism: 1 as const };

function build(): Uint8Array {
  return buildHeader({ vaultId, parameters, halves: [{ place: 0, vaultKey, macKey, slots: [{ kind: 'passphrase', secretKey: secret }, { kind: 'recovery-code', secretKey: other }] }], revision: 7 }, systemRandom);
}

function sound(bytes: Uint8Array): Header {
  const reading = readHeader(bytes);
  if (reading.state !== 'sound') throw new Error(reading.state);
  return reading.header;
}

/** As someone without the keys would: the checksum made to agree again. */
function forged(change: (bytes: Buffer) => void): Uint8Array {
  const bytes = Buffer.from(build());
  change(bytes);
  bytes.set(sha256(bytes.subarray(0, 4064)), 4064);
  return new Uint8Array(bytes);
}

describe('a header', () => {
  it('opens with each of its secrets and no other', () => {
    const header = sound(build());
    expect(header).toMatchObject({ vaultId, parameters, revision: 7 });
    expect(openSlots(header, secret)).toEqual({ vaultKey, kind: 'passphrase', index: 0, place: 0 });
    expect(openSlots(header, other)).toEqual({ vaultKey, kind: 'recovery-code', index: 1, place: 0 });
    expect(openSlots(header, vaultKey)).toBeNull();
    expect(headerMacHolds(header, 0, macKey)).toBe(true);
    expect(headerMacHolds(header, 1, macKey)).toBe(false);
  });

  it('is damaged by any changed byte, before any key is known', () => {
    const bytes = build();
    for (let at = 0; at < headerBytes; at += 1) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 + (at % 255));
      expect(readHeader(changed).state, `byte ${at}`).toBe('damaged');
    }
    for (const length of [0, 1, 4095, 4097]) expect(readHeader(new Uint8Array(length)).state).toBe('damaged');
  });

  it('tells a forged one by its slots or its MAC', () => {
    const salted = sound(forged((bytes) => bytes.fill(9, 40, 56)));
    expect(openSlots(salted, secret)).toBeNull();
    const cheaper = sound(forged((bytes) => bytes.writeUInt32BE(9000, 32)));
    expect(openSlots(cheaper, secret)).toBeNull();
    const ownerChanged = sound(forged((bytes) => bytes.fill(0, 128 + 256, 128 + 384)));
    expect(openSlots(ownerChanged, secret)).not.toBeNull();
    expect(headerMacHolds(ownerChanged, 0, macKey)).toBe(false);
    const moved = sound(forged((bytes) => bytes.copy(bytes, 128 + 128, 128, 256)));
    expect(openSlots(moved, secret)?.index).toBe(0);
    expect(headerMacHolds(moved, 0, macKey)).toBe(false);
  });

  it('refuses parameters beyond the bounds, and says that a later version is newer', () => {
    for (const change of [
      (b: Buffer) => b.writeUInt32BE(8191, 32), (b: Buffer) => b.writeUInt32BE(1024 * 1024 + 1, 32), (b: Buffer) => b.writeUInt32BE(0, 36), (b: Buffer) => b.writeUInt32BE(11, 36),
      (b: Buffer) => b.writeUInt8(2, 29), (b: Buffer) => b.writeUInt8(2, 28), (b: Buffer) => b.writeUInt8(1, 10), (b: Buffer) => b.writeUInt8(1, 60), (b: Buffer) => b.writeUInt16BE(0, 8),
    ]) expect(readHeader(forged(change)).state).toBe('damaged');
    expect(readHeader(forged((b) => b.writeUInt16BE(2, 8))).state).toBe('newer');
  });

  it('is damaged, and only this copy of it, by a number that no writer makes', () => {
    expect(readHeader(forged((bytes) => (bytes[64] = 0x10))).state).toBe('damaged');
    expect(readHeader(forged((bytes) => (bytes[56] = 0x10))).state).toBe('damaged');
  });

  it('shows no difference between a slot that is used and one that is not', () => {
    const sums = Array.from({ length: 8 }, () => 0);
    for (let round = 0; round < 60; round += 1) {
      const bytes = build();
      for (let slot = 0; slot < 8; slot += 1) sums[slot] = (sums[slot] ?? 0) + bytes.subarray(128 + slot * 128, 256 + slot * 128).reduce((a, b) => a + b, 0);
    }
    for (const sum of sums) expect(Math.abs(sum / (60 * 128) - 127.5)).toBeLessThan(6);
  });
});

const secondKey = new Uint8Array(32).fill(6);
const secondVaultKey = new Uint8Array(32).fill(8);
const secondMacKey = deriveKey(secondVaultKey, vaultId, 'tidemark/1/header-mac');

function buildTwo(place: Place): Header {
  return sound(buildHeader({
    vaultId, parameters, revision: 7,
    halves: [
      { place, vaultKey, macKey, slots: [{ kind: 'passphrase', secretKey: secret }, { kind: 'recovery-code', secretKey: other }] },
      { place: place === 0 ? 1 : 0, vaultKey: secondVaultKey, macKey: secondMacKey, slots: [{ kind: 'passphrase', secretKey: secondKey }] },
    ],
  }, systemRandom));
}

/** Offsets at which two headers differ. */
function differences(left: Header, right: Header): number[] {
  return Array.from(left.bytes.keys()).filter((at) => left.bytes[at] !== right.bytes[at]);
}

describe.each([0, 1] as const)('the compartment at place %i', (place) => {
  const elsewhere = place === 0 ? 1 : 0;

  it('opens with its own secrets, beside another that opens with its own', () => {
    const header = buildTwo(place);
    expect(openSlots(header, secret)).toEqual({ vaultKey, kind: 'passphrase', index: place * 4, place });
    expect(openSlots(header, other)).toEqual({ vaultKey, kind: 'recovery-code', index: place * 4 + 1, place });
    expect(openSlots(header, secondKey)).toEqual({ vaultKey: secondVaultKey, kind: 'passphrase', index: elsewhere * 4, place: elsewhere });
    expect(openSlots(header, secret, elsewhere)).toBeNull();
    expect([headerMacHolds(header, place, macKey), headerMacHolds(header, elsewhere, secondMacKey), headerMacHolds(header, elsewhere, macKey)]).toEqual([true, true, false]);
  });

  it.each(Object.keys(slotKinds) as SlotKind[])('changes its %s alone: slot, MAC, revision, checksum', (kind) => {
    const before = buildTwo(place);
    const fresh = new Uint8Array(32).fill(77);
    const after = sound(rewriteSlot(before, { place, kind, secretKey: fresh, vaultKey, macKey }, systemRandom));
    const index = place * 4 + slotKinds[kind] - 1;
    const ranges: [number, number][] = [[64, 72], [128 + index * 128, 256 + index * 128], [3968 + place * 32, 4000 + place * 32], [4064, 4096]];
    expect(differences(before, after).filter((at) => !ranges.some(([from, until]) => at >= from && at < until))).toEqual([]);
    expect(after.revision).toBe(8);
    expect(openSlots(after, fresh)).toEqual({ vaultKey, kind, index, place });
    expect(openSlots(after, secret)?.kind).toBe(kind === 'passphrase' ? undefined : 'passphrase');
    expect(headerMacHolds(after, place, macKey)).toBe(true);
    expect(openSlots(after, secondKey)?.vaultKey).toEqual(secondVaultKey);
    expect(headerMacHolds(after, elsewhere, secondMacKey)).toBe(true);

    const ended = sound(rewriteSlot(after, { place, kind, secretKey: null, vaultKey, macKey }, systemRandom));
    expect(openSlots(ended, fresh)).toBeNull();
    expect(headerMacHolds(ended, place, macKey)).toBe(true);
    expect(differences(after, ended).filter((at) => at >= 128 + index * 128 && at < 256 + index * 128).length).toBeGreaterThan(100);
  });

  it('is made anew under another vault key, and the other stays as it is', () => {
    const before = buildTwo(place);
    const [newVaultKey, newSecret] = [new Uint8Array(32).fill(90), new Uint8Array(32).fill(91)];
    const newMacKey = deriveKey(newVaultKey, vaultId, 'tidemark/1/header-mac');
    const after = sound(rewriteHalf(before, { place, vaultKey: newVaultKey, macKey: newMacKey, slots: [{ kind: 'passphrase', secretKey: newSecret }] }, systemRandom));
    expect([openSlots(after, secret), openSlots(after, other)]).toEqual([null, null]);
    expect(openSlots(after, newSecret)).toEqual({ vaultKey: newVaultKey, kind: 'passphrase', index: place * 4, place });
    expect(headerMacHolds(after, place, newMacKey)).toBe(true);
    const ours: [number, number][] = [[64, 72], [128 + place * 512, 640 + place * 512], [3968 + place * 32, 4000 + place * 32], [4064, 4096]];
    expect(differences(before, after).filter((at) => !ours.some(([from, until]) => at >= from && at < until))).toEqual([]);
    expect(headerMacHolds(after, elsewhere, secondMacKey)).toBe(true);
  });

  it('can still be written after a revision that is the highest there is', () => {
    const forgedRevision = sound(forged((bytes) => bytes.writeBigUInt64BE(BigInt(Number.MAX_SAFE_INTEGER), 64)));
    expect(sound(rewriteSlot(forgedRevision, { place: 0, kind: 'key-file', secretKey: secondKey, vaultKey, macKey }, systemRandom)).revision).toBe(Number.MAX_SAFE_INTEGER);
  });
});

it('a header takes no two slots of one kind, no two halves at one place, and none without a slot', () => {
  const half = { place: 0 as const, vaultKey, macKey, slots: [{ kind: 'passphrase' as const, secretKey: secret }] };
  for (const halves of [[], [half, half], [{ ...half, slots: [] }], [{ ...half, slots: [...half.slots, ...half.slots] }]]) {
    expect(() => buildHeader({ vaultId, parameters, halves, revision: 1 }, systemRandom)).toThrow(RangeError);
  }
});
