import { createHash, randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { hashHere, HashThread, type RunningHash } from './hash-thread';

const thread = new HashThread();
afterEach(() => thread.end());

const plain = randomBytes(300_000);
const expected = createHash('sha256').update(plain).digest('hex');

/** Feeds in pieces with rubbish behind them, without waiting, as a writer does. */
async function feed(hash: RunningHash, bytes: Uint8Array, pieceBytes = 4096): Promise<string> {
  const lent: Promise<Uint8Array>[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = new Uint8Array(pieceBytes + 10).fill(0xee);
    const part = bytes.subarray(at, at + pieceBytes);
    piece.set(part);
    lent.push(hash.update(piece, part.length));
  }
  for (const back of await Promise.all(lent)) expect(back.length).toBe(pieceBytes + 10);
  return Buffer.from(await hash.digest()).toString('hex');
}

describe('hashing aside', () => {
  it('gives the digest of the fed bytes alone, like hashing here', async () => {
    expect(await feed(hashHere(), plain)).toBe(expected);
    expect(await feed(thread.begin(), plain)).toBe(expected);
    expect(Buffer.from(await thread.begin().digest()).toString('hex')).toBe(createHash('sha256').digest('hex'));
  });

  it('keeps streams that run at the same time apart, also from one that was dropped', async () => {
    const dropped = thread.begin();
    await dropped.update(new Uint8Array(100), 100);
    const streams = Array.from({ length: 5 }, (_, i) => plain.subarray(i * 1000));
    const found = await Promise.all(streams.map((bytes) => feed(thread.begin(), bytes, 10_000)));
    dropped.drop();
    expect(found).toEqual(streams.map((bytes) => createHash('sha256').update(bytes).digest('hex')));
  });

  it('gives lent memory back as it was', async () => {
    const hash = thread.begin();
    const piece = Uint8Array.from(plain.subarray(0, 1000));
    const back = await hash.update(piece, 500);
    expect(piece.length).toBe(0);
    expect(Buffer.compare(back, plain.subarray(0, 1000))).toBe(0);
  });

  it('fails loudly when the thread ends under way, and begins a new one for the next', async () => {
    const hash = thread.begin();
    const digest = hash.digest();
    const ended = expect(digest).rejects.toThrow('ended');
    await thread.end();
    await ended;
    await expect(hash.update(new Uint8Array(1), 1)).rejects.toThrow('ended');
    expect(await feed(thread.begin(), plain)).toBe(expected);
  });
});
