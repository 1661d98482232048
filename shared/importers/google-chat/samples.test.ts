import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../testing/memory-source';
import { mutatedSamples } from '../testing/mutated-samples';
import { partsOf, runSamples } from '../testing/run-samples';
import { googleChat } from './google-chat';

const folder = path.join(import.meta.dirname, 'samples');
runSamples(googleChat, folder);
mutatedSamples(googleChat, folder);

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const person = (name: string): unknown => ({ name, email: `${name}@mail.example`, user_type: 'Human' });

describe('what no sample says', () => {
  it('two accounts in one source leave it open whose a conversation is', async () => {
    const files = new Map(['kim', 'dan'].flatMap((name): [string, Uint8Array][] => [[`${name}/user_info.json`, bytesOf({ user: person(name), membership_info: [] })], [`${name}/G/messages.json`, bytesOf({ messages: [{ creator: person(name), created_date: 'Saturday, March 9, 2024 at 3:04:05 PM UTC', message_id: 'x' }] })]]));
    const owners = async (kept: (at: string) => boolean): Promise<boolean[]> => (await partsOf(googleChat, memorySource('g', new Map([...files].filter(([at]) => kept(at)))))).flatMap((part) => (part.part === 'conversation' ? part.participants.map(({ isOwner }) => isOwner) : []));
    expect(await owners(() => true)).toEqual([false, false]);
    expect(await owners((at) => at !== 'dan/user_info.json')).toEqual([true, false]);
  });

  it.each(['[]', '{}', '{"messages":[]}', '{"members":[{"name":"A"}]}', '{"participants":[{"name":"A"}],"messages":[{"sender_name":"A","timestamp_ms":1}]}', '{"user":{"name":"A"}}', ''])('%s is not of Google Chat', (text) => {
    expect(googleChat.recognises(new TextEncoder().encode(text))).toBe(false);
  });
});
