import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../source';
import { eml } from './eml';
import { mailImporters } from './mail-importers';
import { runMailSamples } from './testing/run-mail-samples';

runMailSamples(eml, mailImporters.filter(({ kind }) => kind !== 'eml'), path.join(import.meta.dirname, 'samples/eml'));

describe('an eml', () => {
  it('larger than the limit is kept by its place, its headers read', async () => {
    const head = Buffer.from('From: dan@home.example\r\nDate: Mon, 1 Jul 2024 10:00:00 +0000\r\nMessage-ID: <big@home.example>\r\nSubject: big\r\n\r\n');
    const piece = new Uint8Array(1 << 20).fill(0x61);
    let asked = 0;
    const file: SourceFile = {
      path: 'big.eml', sizeBytes: head.length + 200 * piece.length, modifiedUtc: null, head: () => Promise.resolve(head),
      async *bytes() {
        yield head;
        for (; asked < 200; asked += 1) yield piece;
      },
    };
    const parts = [];
    for await (const part of eml.read(file)) parts.push(part);
    expect(parts).toMatchObject([{ part: 'mail', read: 'headers-only', subject: 'big', text: '', place: { line: 1, offset: 0, length: file.sizeBytes }, findings: [{ code: 'too-large', detail: String(file.sizeBytes) }] }]);
    expect(asked).toBeLessThan(66);
  });

  it.each(['', 'plain words', 'From: dan\nTo: ruth\n\na note in two lines', 'From: <Saved by Blink>\nSubject: a page\nDate: Mon, 1 Jul 2024 10:00:00 +0000\nMIME-Version: 1.0\n\n', '{"from": "x"}', 'BEGIN:VCARD\nVERSION:3.0\n'])('is not found in %j', (text) => {
    expect(mailImporters.map((importer) => importer.recognises(Buffer.from(text)))).toEqual([false, false, false]);
  });
});
