import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveVaultKeys } from '../crypto/vault-keys';
import { beginSegment, chainNext, chainStart, readSegment, type ChainPoint } from './segment';

const vaultId = new Uint8Array(16).fill(1);
const keys = deriveVaultKeys(new Uint8Array(32).fill(2), vaultId);
const base = chainStart(keys, vaultId);
const identity = { vaultId, generation: 3, base };

function build(payloads: readonly Uint8Array[], salt = new Uint8Array(32).fill(3)): { bytes: Uint8Array; starts: number[]; point: ChainPoint } {
  const { cipher, first } = beginSegment(keys, salt, identity);
  const parts = [first];
  const starts: number[] = [];
  let point = base;
  let length = first.length;
  payloads.forEach((payload, i) => {
    const framed = cipher.frame(i + 1, payload, point.hash);
    starts.push(length);
    length += framed.length;
    parts.push(framed);
    point = chainNext(keys, point, payload);
  });
  return { bytes: new Uint8Array(Buffer.concat(parts)), starts, point };
}

function read(bytes: Uint8Array, until: Parameters<typeof readSegment>[3] = null): { state: string; payloads: Uint8Array[]; lengthBytes: number } {
  const payloads: Uint8Array[] = [];
  const end = readSegment(keys, identity, bytes, until, (payload) => payloads.push(payload.slice()));
  return { state: end.state, payloads, lengthBytes: end.lengthBytes };
}

const someBytes = fc.array(fc.uint8Array({ minLength: 1, maxLength: 700 }), { minLength: 1, maxLength: 8 });
const three = [1, 2, 3].map((value) => new Uint8Array(400).fill(value));

describe('a journal segment', () => {
  it('is read as it was written', () => {
    fc.assert(fc.property(someBytes, (payloads) => {
      const { bytes, point } = build(payloads);
      expect(read(bytes)).toEqual({ state: 'whole', payloads, lengthBytes: bytes.length });
      expect(read(bytes, { lengthBytes: bytes.length, point }).state).toBe('whole');
    }), { numRuns: 50 });
  });

  it('cut off anywhere in the last record is torn, and what came before is all there', () => {
    const { bytes, starts } = build(three);
    const last = starts[2] ?? 0;
    expect(read(bytes.subarray(0, last)).state).toBe('whole');
    for (let cut = last + 1; cut < bytes.length; cut += 7) expect(read(bytes.subarray(0, cut))).toEqual({ state: 'torn', payloads: three.slice(0, 2), lengthBytes: last });
    const zeroed = bytes.slice().fill(0, last + 100);
    expect(read(zeroed)).toEqual({ state: 'torn', payloads: three.slice(0, 2), lengthBytes: last });
  });

  it('changed before the last record is damaged, never torn', () => {
    const { bytes, starts } = build(three);
    for (let at = 0; at < (starts[2] ?? 0); at += 5) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x40;
      const result = read(changed);
      expect(result.state, `byte ${at}`).toBe('damaged');
      expect(result.payloads).toEqual(three.slice(0, result.payloads.length));
    }
    for (const cutFrom of [0, 1]) expect(read(new Uint8Array(Buffer.concat([bytes.subarray(0, starts[cutFrom]), bytes.subarray(starts[2])]))).state).toBe('damaged');
  });

  it('that was ended must end there, and nothing after it counts', () => {
    const { bytes, starts, point } = build(three);
    const until = { lengthBytes: bytes.length, point };
    expect(read(new Uint8Array(Buffer.concat([bytes, new Uint8Array(999)])), until).state).toBe('whole');
    expect(read(bytes.subarray(0, bytes.length - 1), until).state).toBe('damaged');
    expect(read(bytes, { lengthBytes: starts[2] ?? 0, point }).state).toBe('damaged');
  });

  it('of another generation, base or vault is not taken', () => {
    const { bytes } = build(three);
    for (const wrong of [{ ...identity, generation: 4 }, { ...identity, base: { ...base, sequence: 1 } }, { ...identity, vaultId: new Uint8Array(16) }]) {
      expect(readSegment(keys, wrong, bytes, null, () => undefined).state).toBe('damaged');
    }
  });

  it('says nothing of its lengths or its kind: the same records under another salt share no bytes at the heads', () => {
    const one = build(three).bytes;
    const two = build(three, new Uint8Array(32).fill(4)).bytes;
    expect(Buffer.compare(one.subarray(32, 48), two.subarray(32, 48))).not.toBe(0);
    expect(one.length).toBe(two.length);
  });
});
