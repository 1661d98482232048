import { createHash } from 'node:crypto';
import { cp } from 'node:fs/promises';
import type { RandomSource } from '../../crypto/primitives';
import { createStore } from '../open-store';
import type { SealedEvidence } from '../store';

/** The vault of docs/format/vectors, made with bytes that are not random at all. Never change it: it is version 1 for ever. */
export function countedRandom(label: string): RandomSource {
  let calls = 0;
  return (byteCount) => {
    const bytes = new Uint8Array(byteCount);
    const call = calls++;
    for (let at = 0; at < byteCount; at += 32) {
      const block = createHash('sha256').update(`${label}/${call}/${at / 32}`).digest();
      bytes.set(block.subarray(0, Math.min(32, byteCount - at)), at);
    }
    return bytes;
  };
}

export const vectorPassphrase = 'Löwenzahn 7 – tide';
export const vectorRecoverySecret = new Uint8Array(16).map((_, i) => i * 17);
export const vectorKdf = { salt: new Uint8Array(16).map((_, i) => 0xa0 + i), memoryKiB: 8192, iterations: 1, parallelism: 1 } as const;

export const vectorKeyFile = new Uint8Array(40).map((_, i) => 0xff - i * 3);
/**
 * Two of three, made by another implementation (Python): the polynomial of each byte is secret + c · x with c the first 16 bytes of
 * SHA-256("tidemark/1/vector/coefficient"), at x = 1, 2, 3; set id a1b2c3.
 */
export const vectorShares = {
  needed: 2,
  secret: new Uint8Array(16).map((_, i) => 0x10 + i * 13),
  printed: ['2AGV5-GV2CK-GYVZ1-5E9MG-68RHY-67Q50-5404G-AFQ0X', '2AGV5-GZMXY-KSGBX-S0SQR-XMMF8-FN38J-HX09D-R88F9', '2AGV5-GW6JS-P455Y-D59PZ-AX0C5-Q4ZY3-2A0CS-HNMQX'],
} as const;

export const vectorRows = [
  { id: 1, text: 'plain', number: 1, blob: null },
  { id: 2, text: 'ساحل 😀 \u0000 end', number: -0.5, blob: new Uint8Array([0, 255, 1]) },
  { id: 3, text: '', number: 2 ** 53 - 1, blob: new Uint8Array(0) },
  { id: 4, text: 'in the journal', number: null, blob: null },
];

export function vectorEvidence(sizeBytes: number): Uint8Array {
  return new Uint8Array(sizeBytes).map((_, i) => (i * 7 + (i >> 8)) & 255);
}
export const vectorEvidenceSizes = [1, 270_001];

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Makes the vault in `folder`, and copies it to `result` as it lies there before it is closed. */
export async function makeVectorVault(folder: string, result: string, keys: { passphrase: Uint8Array; recovery: Uint8Array }): Promise<{ evidence: SealedEvidence[]; mark: { sequence: number; hash: string } }> {
  const store = await createStore(
    { folder, parameters: { ...vectorKdf }, slots: [{ kind: 'passphrase', secretKey: keys.passphrase }, { kind: 'recovery-code', secretKey: keys.recovery }], place: 0 },
    { random: countedRandom('tidemark/1/vector') },
  );
  await store.transact((t) => t.run('CREATE TABLE item (id INTEGER PRIMARY KEY, text TEXT, number, blob BLOB)'));
  const add = (rows: typeof vectorRows): Promise<void> =>
    store.transact((t) => {
      for (const row of rows) t.run('INSERT INTO item (id, text, number, blob) VALUES (?, ?, ?, ?)', [row.id, row.text, row.number, row.blob]);
    });
  await add(vectorRows.slice(0, 3));
  const evidence: SealedEvidence[] = [];
  for (const size of vectorEvidenceSizes) evidence.push(await store.evidence.seal(once(vectorEvidence(size)), { expectedBytes: size }));
  await store.snapshot();
  await add(vectorRows.slice(3));
  const mark = store.mark();
  await cp(folder, result, { recursive: true, filter: (path) => !path.endsWith('lock') });
  await store.close();
  return { evidence, mark };
}
