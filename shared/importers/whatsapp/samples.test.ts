import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { NeutralMessage } from '../neutral';
import { importerFor } from '../registry';
import { whatsapp } from './whatsapp';

const folder = path.join(import.meta.dirname, 'samples');
const samples = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort();

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(bytes: Uint8Array, size: number) {
  const facts = { fileName: 'WhatsApp Chat with Dan Example.txt', attachmentNames: new Set<string>(), leftOutNames: new Set<string>() };
  const preview = await whatsapp.preview(inPieces(bytes, size), facts, null);
  const messages: NeutralMessage[] = [];
  for await (const batch of whatsapp.read(inPieces(bytes, size), preview.dateOrder ?? 'dmy')) messages.push(...batch);
  return { preview, messages };
}

describe.each(samples)('the sample %s', (name) => {
  const bytes = new Uint8Array(readFileSync(path.join(folder, name)));

  it('is recognised by its content', async () => expect((await importerFor(bytes))?.id).toBe('whatsapp'));

  it('reads as its expectation says', async () => {
    const { preview, messages } = await readAll(bytes, 4096);
    const { firstMessages, suggestedTitle, notUnderstoodSample, ...counted } = preview;
    expect(suggestedTitle).toBe('Dan Example');
    expect(firstMessages.length).toBe(Math.min(5, counted.messageCount));
    expect(notUnderstoodSample.length).toBe(Math.min(20, counted.notUnderstoodCount));
    const shown = messages.map(({ kind, sender, at, text, attachmentName, attachmentOmitted, flags, sourceLine }) =>
      [sourceLine, kind, at, sender, text, attachmentOmitted ? '(omitted)' : attachmentName, flags.join(' ')].join(' | '));
    await expect(`${JSON.stringify(counted, null, 1)}\n${shown.join('\n')}\n`).toMatchFileSnapshot(path.join(folder, `${name.slice(0, -4)}.expected`));
  });

  it.each([1, 7, 600])('reads the same in pieces of %i bytes', async (size) => {
    expect(await readAll(bytes, size)).toEqual(await readAll(bytes, 1 << 20));
  });

  it('gives every byte to one record, each a neutral record', async () => {
    const { preview, messages } = await readAll(bytes, 64);
    let at = 0;
    for (const message of messages) {
      expect(message.sourceOffset).toBe(at);
      at += message.sourceLength;
      NeutralMessage.parse(message);
    }
    expect(at).toBe(bytes.length);
    const count = (kind: string): number => messages.filter((message) => message.kind === kind).length;
    expect([count('message'), count('system'), count('not-understood')]).toEqual([preview.messageCount, preview.systemCount, preview.notUnderstoodCount]);
  });
});
