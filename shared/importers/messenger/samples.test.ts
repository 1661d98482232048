import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { instagram } from '../instagram/instagram';
import { memorySource } from '../testing/memory-source';
import { mutatedSamples } from '../testing/mutated-samples';
import { partsOf, runSamples } from '../testing/run-samples';
import { messenger } from './messenger';

const folder = path.join(import.meta.dirname, 'samples');
runSamples(messenger, folder);
mutatedSamples(messenger, folder);

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const thread = (messages: readonly unknown[], threadPath = 'inbox/x_1'): unknown => ({ participants: [{ name: 'Dan Example' }, { name: 'Kim Example' }], messages, title: 'Dan Example', thread_path: threadPath });
const said = (at: number, content: string): unknown => ({ sender_name: 'Dan Example', timestamp_ms: at, content });

describe('what no sample says', () => {
  it('a thread of more than is held at once is read from its oldest message on, each with its place', async () => {
    const count = 9000;
    const bytes = bytesOf(thread(Array.from({ length: count }, (_, index) => said(1_700_000_000_000 - index, `${'x'.repeat(1000)} ${index}`))));
    expect(bytes.length).toBeGreaterThan(2 * 4 * 1024 * 1024);
    const parts = await partsOf(messenger, memorySource('m', new Map([['message_1.json', bytes]])));
    const read = parts.flatMap((part) => (part.part === 'messages' ? part.messages : []));
    expect(read.map(({ atAsWritten }) => 1_700_000_000_000 - Number(atAsWritten))).toEqual(Array.from({ length: count }, (_, index) => count - 1 - index));
    for (const { sourceOffset, sourceLength, text } of read.filter((_, index) => index % 500 === 0)) expect(JSON.parse(new TextDecoder().decode(bytes.subarray(sourceOffset, sourceOffset + sourceLength)))).toMatchObject({ content: text });
  });

  it('files of one thread come oldest first, whatever their names; files of the same name in two exports are two conversations', async () => {
    const files = new Map([['a/message_1.json', bytesOf(thread([said(30, 'c')]))], ['a/message_10.json', bytesOf(thread([said(10, 'a')]))], ['a/message_2.json', bytesOf(thread([said(20, 'b')]))], ['b/message_1.json', bytesOf(thread([said(30, 'c')]))]]);
    const parts = await partsOf(messenger, memorySource('m', files));
    expect(parts.map((part) => (part.part === 'messages' ? [part.path, part.messages.map(({ text }) => text).join()] : part.part))).toEqual([
      'conversation', ['a/message_10.json', 'a'], ['a/message_2.json', 'b'], ['a/message_1.json', 'c'], 'conversation', ['b/message_1.json', 'c'],
    ]);
  });

  it('two lists of messages in one file are both read, and what stands between them is not taken for a message', async () => {
    const text = `{"participants":[{"name":"Dan Example"}],"messages":[${JSON.stringify(said(1, 'a'))}],"title":"x","messages":[${JSON.stringify(said(2, 'b'))},${JSON.stringify(said(3, 'c'))}],"title":{"a":1},"title":[2]}`;
    const parts = await partsOf(messenger, memorySource('m', new Map([['message_1.json', new TextEncoder().encode(text)]])));
    expect(parts.flatMap((part) => (part.part === 'messages' ? part.messages.map(({ kind, text: words }) => `${kind} ${words}`) : []))).toEqual(['message a', 'message b', 'message c']);
  });

  it('accounts of two people in one source leave it open whose a thread is', async () => {
    const profile = (name: string): Uint8Array => bytesOf({ profile_v2: { name: { full_name: name } } });
    const files = new Map([['1/profile_information.json', profile('Kim Example')], ['2/profile_information.json', profile('Dan Example')], ['1/message_1.json', bytesOf(thread([said(1, 'a')]))]]);
    const [first] = await partsOf(messenger, memorySource('m', files));
    expect(first?.part === 'conversation' && first.participants.map(({ isOwner }) => isOwner)).toEqual([false, false]);
  });

  it('a thread of words alone is taken for Facebook’s, and is Instagram’s where its folder says so', async () => {
    const bytes = bytesOf(thread([said(1, 'only words')]));
    expect([messenger.recognises(bytes), instagram.recognises(bytes)]).toEqual([true, false]);
    const [first] = await partsOf(messenger, memorySource('m', new Map([['your_instagram_activity/messages/inbox/x/message_1.json', bytes]])));
    expect(first?.part === 'conversation' && first.service).toBe('Instagram');
  });

  it.each(['[]', '{}', '{"messages":[]}', '{"participants":[],"messages":[]}', '{"messages":[{"id":1,"type":"message","date":"2024-01-01T00:00:00"}]}', '{"messages":[{"creator":{"name":"A"},"created_date":"x"}]}', ''])('%s is not of Messenger', (text) => {
    expect(messenger.recognises(new TextEncoder().encode(text))).toBe(false);
  });
});
