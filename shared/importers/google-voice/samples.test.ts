import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { NeutralPart } from '../parts';
import { memorySource, sampleFiles } from '../testing/memory-source';
import { partsOf, runSamples } from '../testing/run-samples';
import { googleVoice } from './google-voice';

// Made-up inputs by the hundred take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const samples = path.join(import.meta.dirname, 'samples');
runSamples(googleVoice, samples);

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('recognition', () => {
  it.each(['', '<html><body><div class="message">x</div></body></html>', '<div class="haudio">', 'text <div class="hChatLog hfeed">', '{"a":"<div class=\\"hChatLog hfeed\\">"}'])('does not take %j for a page of Google Voice', (text) => {
    expect(googleVoice.recognises(encode(text))).toBe(false);
  });
});

describe('files that a page names', () => {
  const page = (names: readonly string[]): string => `<html><body><div class="hChatLog hfeed">${names.map((name) => `<div class="message"><abbr class="dt" title="2024-07-14T16:04:03Z"></abbr><cite class="sender vcard"><a class="tel" href="tel:+447700900001"><span class="fn">Dan</span></a></cite><q></q><div><img src="${name}"/></div></div>`).join('')}</div></body></html>`;
  const long = `${'n'.repeat(60)}-1`;
  const read = async (names: readonly string[], files: readonly string[]): Promise<string[]> => {
    const source = memorySource('takeout', new Map([['Calls/page - Text.html', encode(page(names))], ...files.map((name): [string, Uint8Array] => [`Calls/${name}`, encode('x')])]));
    const parts = await partsOf(googleVoice, source);
    const paths = new Map(parts.flatMap((part) => (part.part === 'file-found' ? [[part.id, part.path]] : [])));
    return parts.flatMap((part) => (part.part === 'messages' ? part.messages.flatMap(({ attachments }) => attachments.map(({ file, absent }) => absent ?? paths.get(file) ?? '')) : []));
  };
  it.each([
    ['by the name without its ending', ['a-1'], ['a-1.jpg'], ['Calls/a-1.jpg']],
    ['and not another folder or another ending of two', ['a-1'], ['../a-1.jpg', 'a-1.gif', 'a-1.png'], ['not-there']],
    ['with a dot in it', ['a. b-1'], ['a. b-1.jpg'], ['Calls/a. b-1.jpg']],
    ['cut off after 50 characters', [long], [`${long.slice(0, 50)}.jpg`], [`Calls/${long.slice(0, 50)}.jpg`]],
    ['cut off, and not the only one that could be meant', [long, `${long.slice(0, -1)}2`], [`${long.slice(0, 50)}.jpg`], ['not-there', 'not-there']],
    ['cut off and numbered', [long], [`${long.slice(0, 50)}.jpg`, `${long.slice(0, 50)}(1).jpg`], ['not-there']],
    ['named after the page, if it is the only one', ['a-1'], ['page - Text.jpg'], ['Calls/page - Text.jpg']],
    ['not named after the page, if it is not', ['a-1', 'a-2'], ['page - Text.jpg'], ['not-there', 'not-there']],
  ])('are found %s', async (_, names, files, found) => expect(await read(names, files)).toEqual(found));
});

describe('whatever the bytes', () => {
  const files = ['takeout', 'damaged.html', 'old-short.html', 'cut-short.html'].flatMap((name) => [...sampleFiles(samples, name)]).filter(([name]) => name.endsWith('.html') && !name.includes('archive')).map(([, bytes]) => bytes);
  const change = fc.record({ at: fc.nat(), remove: fc.nat(80), put: fc.oneof(fc.uint8Array({ maxLength: 8 }), fc.constantFrom('<', '>', '"', '</div>', '<div class="message">', '<a class="tel" href="tel:', '&#55357;', '<q>').map((text) => encode(text))), repeat: fc.nat(3) });

  it('ends, throws nothing, gives parts as they are agreed', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 6 }), async (sample, changes) => {
      let bytes = sample;
      for (const { at, remove, put, repeat } of changes) {
        const from = at % (bytes.length + 1);
        bytes = new Uint8Array(Buffer.concat([bytes.subarray(0, from), ...Array.from({ length: repeat + 1 }, () => put), bytes.subarray(from + remove)]));
      }
      const source = memorySource('page.html', new Map([['page.html', bytes]]));
      const keys = new Set<string>();
      for await (const part of googleVoice.read(source.files, source, { dateOrder: null, columns: null })) {
        NeutralPart.parse(part);
        if (part.part === 'conversation') keys.add(part.key);
        if (part.part !== 'messages') continue;
        expect(keys).toContain(part.key);
        for (const message of part.messages) expect(message.sourceOffset + message.sourceLength).toBeLessThanOrEqual(bytes.length);
      }
    }), { numRuns: 400 });
  });
});
