import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutMbox, type MboxStretch } from './cutting';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function cut(text: string, size = 1000, limit?: number): Promise<(Omit<MboxStretch, 'bytes'> & { text: string })[]> {
  const out = [];
  for await (const { bytes, ...rest } of cutMbox(inPieces(Buffer.from(text, 'latin1'), size), limit)) out.push({ ...rest, text: Buffer.from(bytes).toString('latin1') });
  return out;
}

const fromLine = 'From dan@home.example Mon Jan  1 10:00:00 2024\n';

describe('an mbox', () => {
  it('keeps of a message over the limit its headers and its place, and reads on after it', async () => {
    const big = `Subject: big\n\n${'x'.repeat(99)}\n`.padEnd(3_000_000, 'a line of it\n');
    const small = 'Subject: small\n\nwords\n';
    const text = `${fromLine}${big}\n\n${fromLine}${small}\n`;
    const [first, second] = await cut(text, 65_536, 1_000_000);
    expect(await cut(text, 3000, 1_000_000)).toEqual([first, second]);
    expect(first).toMatchObject({ isWhole: false, offset: fromLine.length, line: 2, length: big.length + 2 });
    expect(first?.text.startsWith('Subject: big\n\nxxx')).toBe(true);
    const offset = text.indexOf(small);
    expect(second).toMatchObject({ isWhole: true, text: small, offset, line: text.slice(0, offset).split('\n').length });
  });

  it('is not cut by a line that never ends, and holds no more than its limit', async () => {
    const text = `${fromLine}Subject: one line\n\n${'From '.repeat(500_000)}`;
    const [only, ...others] = await cut(text, 65_536, 100_000);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ isWhole: false, length: text.length - fromLine.length });
  });

  it('believes no Content-Length that leads beyond the limit', async () => {
    const read = await cut(`${fromLine}Content-Length: 900\n\n${'x'.repeat(899)}\n\n${fromLine}A: b\n\nc\n`, 64, 500);
    expect(read.map(({ isWhole }) => isWhole)).toEqual([false, true]);
  });

  it('gives back every message of mboxrd byte by byte, however it arrives', async () => {
    const line = fc.constantFrom('From here', '>From x', 'From dan@home.example Mon Jan  1 10:00:00 2024', 'Subject: no', '', 'plain words', 'From - Mon Jan  1 10:00:00 2024', '--x', 'Content-Length: 3');
    await fc.assert(fc.asyncProperty(fc.array(fc.array(line, { maxLength: 8 }), { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 200 }), async (bodies, size) => {
      const messages = bodies.map((lines, index) => `Subject: ${index}\n\n${lines.map((one) => `${one.replace(/^(>*From )/, '>$1')}\n`).join('')}`);
      const read = await cut(messages.map((message) => `${fromLine}${message}\n`).join(''), size);
      expect(read.map(({ text }) => text)).toEqual(messages);
    }), { numRuns: 300 });
  });

  it('counts every byte once', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(fromLine, 'Subject: x\n', '\n', 'words\n', 'From \n', 'Content-Length: 8\n', 'no end', '\r\n'), { maxLength: 30 }), async (lines) => {
      const text = lines.join('');
      let at = 0;
      for (const { offset, length, text: own, isWhole, line } of await cut(text, 17)) {
        expect(offset).toBeGreaterThanOrEqual(at);
        expect(line).toBe(text.slice(0, offset).split('\n').length);
        if (isWhole) expect(text.slice(offset, offset + length)).toBe(own);
        at = offset + length;
      }
      expect(text.slice(at).trim()).toBe('');
    }), { numRuns: 500 });
  });
});
