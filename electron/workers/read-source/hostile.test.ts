import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeArchive } from './testing/make-archive';
import { runReader, withFolder } from './testing/run-reader';

const samples = path.join(import.meta.dirname, '../../../shared/importers');
const sample = (name: string): Buffer => readFileSync(path.join(samples, name));
const chat = sample('whatsapp/samples/ios-24h-en.txt');
const inner = makeArchive([{ name: '_chat.txt', bytes: chat }, { name: '00000012-PHOTO-2019-03-13-08-00-00.jpg', bytes: Buffer.alloc(3000, 7), modifiedUnix: 1552464000 }]);
const archives = [
  inner,
  makeArchive([{ name: 'a.zip', bytes: inner }, { name: 'b.zip', bytes: inner, stored: true }, { name: 'table.csv', bytes: sample('table/samples/comma-heading.csv') }]),
  makeArchive([{ name: 'sms.xml', bytes: Buffer.from('<?xml version="1.0"?><smses count="0"></smses>') }, { name: 'x/', bytes: Buffer.alloc(0) }, { name: 'x/chat.txt', bytes: sample('whatsapp/samples/android-24h-en.txt'), stored: true }]),
];
const spoilings = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(40), put: fc.uint8Array({ maxLength: 20 }) }), { minLength: 1, maxLength: 5 });

it('ends with a word for any archive in any folder, whatever was done to its bytes', async () => {
  const said: string[] = [];
  await fc.assert(fc.asyncProperty(fc.constantFrom(...archives), spoilings, fc.boolean(), async (archive, spoils, isAlone) => {
    let bytes = new Uint8Array(archive);
    for (const { at, cut, put } of spoils) {
      const from = Math.floor(at * bytes.length);
      bytes = new Uint8Array([...bytes.subarray(0, from), ...put, ...bytes.subarray(from + cut)]);
    }
    await withFolder({ 'spoilt.zip': bytes, 'chat.txt': chat }, async (folder) => {
      const source = isAlone ? path.join(folder, 'spoilt.zip') : folder;
      const asked = { path: source, name: 'x', dateOrder: 'dmy', columns: null } as const;
      const preview = await runReader({ job: 'preview-source', ...asked });
      const { lastWord, messages } = await runReader({ job: 'read-source', ...asked, keys: null, mail: null, locations: false });
      said.push(lastWord.say);
      // What a preview counts is what a reading gives, and a whole chat beside it is always read.
      expect(lastWord.say === 'source-end').toBe(preview.lastWord.say === 'source-preview');
      if (preview.lastWord.say === 'source-preview') {
        expect(preview.lastWord.preview.conversations.reduce((sum, found) => sum + found.messageCount + found.systemCount + found.notUnderstoodCount, 0)).toBe(messages.length);
      }
      if (!isAlone && lastWord.say === 'source-end') expect(messages.length).toBeGreaterThanOrEqual(12);
      if (!isAlone && lastWord.say === 'refused') expect(lastWord.error.code).toBe('limit-exceeded');
    });
  }), { numRuns: 120 });
  expect(new Set(said)).toEqual(new Set(['source-end', 'refused']));
}, 60_000);
