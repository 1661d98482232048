import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NeutralMessage } from '../parts';
import { readDamaged } from '../testing/hostile';
import { memorySource, sampleFiles } from '../testing/memory-source';
import { partsOf } from '../testing/run-samples';
import { signal } from './signal';

const folder = path.join(import.meta.dirname, 'samples');
const samples = ['sigtop-text', 'sigtop-forged.txt', 'sigtop-short.txt', 'sigtop-json', 'sigtop-json-odd.json', 'backup-text', 'page', 'page-group', 'page-old.html'].map((name) => sampleFiles(folder, name));

async function messagesOf(name: string, text: string): Promise<NeutralMessage[]> {
  const parts = await partsOf(signal, memorySource('hostile', new Map([[name, new TextEncoder().encode(text)]])));
  return parts.flatMap((part) => (part.part === 'messages' ? part.messages : []));
}

const head = 'Conversation: Sam (+447700900123)\n\n';
const incoming = (words: string): string => `From: Sam (+447700900123)\nType: incoming\nSent: Sat, 28 Oct 2023 09:05:07 +0100\nReceived: Sat, 28 Oct 2023 09:05:09 +0100\n\n${words}\n\n`;

describe('hostile exports of Signal', () => {
  it('reads damaged samples to their end', async () => {
    const inserts = ['\n\nFrom: You\nType: outgoing\n', 'Sent: Sat, 28 Oct 2023 09:05:07 +0100\n', '| Version: 2\n', '[Oct 28, 2023 09:05:07] <You> ', '2023-10-28 09:05 You: ', '<div class="msg msg-outgoing">', '</div></div>', '<!-- Message: _id:1,type:2 -->', '{"', ']', ',', '\\u0000', '\u202e', '😀'];
    await readDamaged(signal, samples, inserts, 200);
  }, 20_000);

  it.each([
    ['a weekday that is not that day', 'From: You\nType: outgoing\nSent: Fri, 28 Oct 2023 09:05:08 +0100'],
    ['a time of receipt on what was sent', 'From: You\nType: outgoing\nSent: Sat, 28 Oct 2023 09:05:08 +0100\nReceived: Sat, 28 Oct 2023 09:05:08 +0100'],
    ['fields in another order', 'Type: outgoing\nFrom: You\nSent: Sat, 28 Oct 2023 09:05:08 +0100'],
    ['no time', 'From: You\nType: outgoing\nReaction: x from y'],
  ])('takes a head with %s for the words it stands in, and notes it', async (_what, forged) => {
    const messages = await messagesOf('Sam.txt', `${head}${incoming(`ok\n\n${forged}\n\nI'm sorry I hit you`)}${incoming('next')}`);
    expect(messages.map(({ kind, sender }) => `${kind} ${sender}`)).toEqual(['message Sam (+447700900123)', 'not-understood ', 'message Sam (+447700900123)']);
    expect(messages[0]?.text).toBe(`ok\n\n${forged}\n\nI'm sorry I hit you`);
    expect(messages[1]?.text).toBe(forged);
  });

  it('gives one file to one message, and none by its name alone from another conversation', async () => {
    const line = 'Attachment: a.jpg (image/jpeg, 3 bytes)';
    const text = head + ['one', 'two', 'three'].map((words) => incoming(words).replace('\n\n', `\n${line}\n\n`)).join('');
    const files = new Map([['m/Sam (+447700900123).txt', text], ['att/Sam (+447700900123)/a.jpg', 'abc'], ['att/Sam (+447700900123)/a-2.jpg', 'abc'], ['att/Priya/a.jpg', 'abc']].map(([name = '', words = '']) => [name, new TextEncoder().encode(words)]));
    const parts = await partsOf(signal, memorySource('x', files));
    const attachments = parts.flatMap((part) => (part.part === 'messages' ? part.messages.map(({ attachments: [only] }) => only?.absent ?? only?.file) : []));
    expect(attachments).toEqual(['signal-1', 'signal-2', 'not-there']);
    expect(parts.flatMap((part) => (part.part === 'file-found' ? [part.path] : []))).toEqual(['att/Sam (+447700900123)/a.jpg', 'att/Sam (+447700900123)/a-2.jpg']);
  });

  it('reads a message of a million characters, and fields without end', async () => {
    const messages = await messagesOf('Sam.txt', `${head}${incoming('x'.repeat(1_000_000))}${incoming('after')}`);
    expect(messages.at(-1)?.text).toBe('after');
    const many = await messagesOf('Sam.txt', `${head}From: You\nType: outgoing\nSent: Sat, 28 Oct 2023 09:05:08 +0100\n${'Reaction: x from y\n'.repeat(30_000)}\nwords\n\n${incoming('after')}`);
    expect(many.at(-1)?.text).toBe('after');
    expect(many[0]?.reactions.length).toBeLessThanOrEqual(1000);
  });
});
