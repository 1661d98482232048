import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Base64Decoder } from './base64';

function decode(...pieces: string[]): { bytes: Buffer; isSound: boolean } {
  const decoder = new Base64Decoder();
  const read = pieces.map((piece) => decoder.push(piece));
  const { bytes, isSound } = decoder.end();
  return { bytes: Buffer.concat([...read, bytes]), isSound };
}

describe('base64', () => {
  it('gives back any bytes, cut anywhere, with or without padding and line ends', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 40 }), fc.boolean(), (bytes, line, cut, isPadded) => {
      const written = Buffer.from(bytes).toString('base64').replace(/=+$/, (padding) => (isPadded ? padding : ''));
      const lines = written.replace(new RegExp(`.{${line}}`, 'g'), (text) => `${text}\r\n`);
      const read = decode(...(lines.match(new RegExp(`[^]{1,${cut}}`, 'g')) ?? []));
      expect(read).toEqual({ bytes: Buffer.from(bytes), isSound: true });
    }));
  });

  it.each(['A', 'AAAAA', 'AA=A', 'AAA=A', 'AAAA=', 'A===', 'null!', 'AAAA&#10', 'Ā'])('says that %j is none', (text) => expect(decode(text).isSound).toBe(false));
});
