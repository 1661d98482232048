import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutatedSamples } from '../testing/mutated-samples';
import { memorySource } from '../testing/memory-source';
import { partsOf, runSamples } from '../testing/run-samples';
import { telegram } from './telegram';

const folder = path.join(import.meta.dirname, 'samples');
runSamples(telegram, folder);
mutatedSamples(telegram, folder);

const file = (messages: readonly unknown[]): Map<string, Uint8Array> => new Map([['result.json', new TextEncoder().encode(JSON.stringify({ name: 'Dan Example', type: 'personal_chat', id: 2, messages }))]]);

describe('what no sample says', () => {
  it('a text of two million characters is one message, as long as a message may be', async () => {
    const [, part] = await partsOf(telegram, memorySource('result.json', file([{ id: 1, type: 'message', date: '2024-01-01T00:00:00', from: 'Dan Example', from_id: 'user2', text: '😀'.repeat(1_000_000) }])));
    expect(part?.part === 'messages' && part.messages.map(({ kind, text }) => [kind, text.length])).toEqual([['message', 1_000_000]]);
  });

  it('an answer quotes what was seen up to three thousand messages before, and no further', async () => {
    const messages = Array.from({ length: 3003 }, (_, id) => ({ id, type: 'message', date: '2024-01-01T00:00:00', from: 'Dan Example', from_id: 'user2', text: `no ${id}`, ...(id > 3000 ? { reply_to_message_id: id === 3001 ? 1 : 1 } : {}) }));
    const parts = await partsOf(telegram, memorySource('result.json', file(messages)));
    const read = parts.flatMap((part) => (part.part === 'messages' ? part.messages : []));
    expect(read.slice(-2).map(({ quoted, flags }) => [quoted, flags])).toEqual([[{ sender: 'Dan Example', text: 'no 1' }, ['reply']], [null, ['reply']]]);
  });

  it('everything without the account, with more contacts than a head holds, is Telegram’s', () => {
    const contacts = Array.from({ length: 4000 }, (_, id) => ({ user_id: id, first_name: 'Sam', last_name: 'Example', phone_number: '07700 900123', date: '2024-01-01T00:00:00' }));
    const bytes = new TextEncoder().encode(JSON.stringify({ about: 'Here is the data you requested.', contacts: { about: '', list: contacts }, chats: { list: [] } }));
    expect(telegram.recognises(bytes.subarray(0, 256 * 1024))).toBe(true);
  });

  it.each(['[]', '{}', '{"messages":[]}', '{"name":"a","messages":[{"id":1}]}', '{"participants":[{"name":"A"}],"messages":[{"sender_name":"A","timestamp_ms":1}]}', '', '\u0000\u0000'])('%s is not of Telegram', (text) => {
    expect(telegram.recognises(new TextEncoder().encode(text))).toBe(false);
  });
});
