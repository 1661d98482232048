import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { NeutralPart, type NeutralMessage } from '../parts';
import { memorySource, sampleFiles } from '../testing/memory-source';
import { partsOf, runSamples } from '../testing/run-samples';
import { smsBackup } from './sms-backup';

// Made-up inputs by the hundred take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const samples = path.join(import.meta.dirname, 'samples');
runSamples(smsBackup, samples);

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): Promise<NeutralPart[]> => partsOf(smsBackup, memorySource('sms.xml', new Map([['sms.xml', encode(text)]])));
const messagesOf = (parts: readonly NeutralPart[]): NeutralMessage[] => parts.flatMap((part) => (part.part === 'messages' ? part.messages : []));

describe('recognition', () => {
  it.each(['', '<smses/>', '<calls><item/></calls>', '<html><body></body></html>', '{"smses":[]}', 'smses count', '<?xml version="1.0"?><feed count="1"/>', '<allsms count="1"><sms/></allsms>', 'x<smses count="1">', '\0\0\0\0'])('does not take %j for a copy', (text) => {
    expect(smsBackup.recognises(encode(text))).toBe(false);
  });
  it.each(['<smses count="1">', '\ufeff<?xml version="1.0"?><!-- a --><smses><mms date="1">', '<calls><call/>'])('takes %j for one', (text) => expect(smsBackup.recognises(encode(text))).toBe(true));
});

describe('sizes', () => {
  it('keeps words longer than a message may be, in several', async () => {
    const words = `${'😀 a word '.repeat(300_000)}end`;
    const messages = messagesOf(await read(`<smses count="1"><sms address="07700900001" type="1" date="1512226167463" body="${words}" contact_name="Dan"/></smses>`));
    expect(messages.map(({ text }) => text).join('')).toBe(words);
    expect(new Set(messages.map(({ sender, at, sourceOffset }) => [sender, at, sourceOffset].join()))).toEqual(new Set(['Dan,2017-12-02T14:49:27,17']));
    for (const message of messages) expect(message.text.length).toBeLessThanOrEqual(900_000);
  });

  it('says of words beyond all measure that it did not understand them', async () => {
    const parts = await read(`<smses count="1"><sms address="07700900001" type="1" body="${'x'.repeat(8_100_000)}" date="1"/></smses>`);
    expect(parts).toMatchObject([{ part: 'not-understood', sourceOffset: 17, sourceLength: 8_100_054 }]);
  });

  it('holds no more words of one MMS than of one text', async () => {
    const part = `<part ct="text/plain" text="${'y'.repeat(200_000)}"/>`;
    const parts = await read(`<smses count="1"><mms msg_box="1" address="07700900001" date="1"><parts>${part.repeat(45)}</parts></mms></smses>`);
    expect(messagesOf(parts).reduce((sum, { text }) => sum + text.replaceAll('\n', '').length, 0)).toBe(8_000_000);
    expect(parts.filter((stretch) => stretch.part === 'not-understood').map(({ sourceLength }) => sourceLength)).toEqual(Array.from({ length: 5 }, () => part.length));
  });

  it('hands a large file on in pieces, and spreads many over several messages', async () => {
    const bytes = Buffer.alloc(1_500_000, 'tidemark');
    const part = `<part ct="image/jpeg" data="${bytes.toString('base64')}" cl="large.jpg"/>`;
    const many = '<part ct="image/png" data="AAAA"/>'.repeat(450);
    const parts = await read(`<smses count="1"><mms msg_box="1" address="07700900001" date="1512226167463"><parts>${part}${many}</parts></mms></smses>`);
    const pieces = parts.flatMap((piece) => (piece.part === 'file-piece' && piece.id === 'sms-backup-inside-1' ? [piece] : []));
    expect(Buffer.concat(pieces.map((piece) => piece.bytes)).equals(bytes)).toBe(true);
    expect(Math.max(...pieces.map((piece) => piece.bytes.length))).toBeLessThan(64 * 1024);
    expect(pieces.map(({ last }) => last).indexOf(true)).toBe(pieces.length - 1);
    const messages = messagesOf(parts);
    expect(messages.map(({ attachments }) => attachments.length)).toEqual([200, 200, 51]);
    expect(messages[0]?.attachments[0]).toEqual({ name: 'large.jpg', file: 'sms-backup-inside-1', absent: null });
  });

  it('drops a large file that is cut off, and says so', async () => {
    const parts = await read(`<smses count="1"><mms msg_box="1" address="07700900001" date="1"><parts><part ct="image/jpeg" cl="a.jpg" data="${'AAAA'.repeat(100_000)}`);
    expect(parts.filter((part) => part.part === 'file-piece').at(-1)).toMatchObject({ id: 'sms-backup-inside-1', name: 'a.jpg', last: true, isSound: false });
    expect(messagesOf(parts)).toMatchObject([{ kind: 'not-understood', attachments: [{ name: 'a.jpg', file: 'sms-backup-inside-1', absent: null }] }]);
    expect(parts.filter((part) => part.part === 'not-understood')).toMatchObject([{ sourceOffset: 72, sourceLength: 400_039 }]);
  });

  it('drops a large file in which another message begins, and reads on', async () => {
    const part = (data: string, end: string): string => `<part ct="image/jpeg" cl="a.jpg" data="${data}${end}`;
    const parts = await read(`<smses count="2"><mms msg_box="1" address="07700900001" date="1"><parts>${part('AAAA'.repeat(100_000), '')}<mms msg_box="1" address="07700900001" date="1"><parts>${part('AAAA'.repeat(100_000), '"/>')}</parts></mms></smses>`);
    expect(parts.flatMap((piece) => (piece.part === 'file-piece' && piece.last ? [[piece.id, piece.isSound]] : []))).toEqual([['sms-backup-inside-1', false], ['sms-backup-inside-2', true]]);
    expect(messagesOf(parts)).toMatchObject([{ kind: 'not-understood', attachments: [{ file: 'sms-backup-inside-1' }] }, { kind: 'message', attachments: [{ file: 'sms-backup-inside-2' }] }]);
  });

  it('keeps a group of hundreds under one key, whatever the order', async () => {
    const people = Array.from({ length: 300 }, (_, n) => `+4477009${String(n).padStart(5, '0')}`);
    const mms = (addresses: readonly string[]): string => `<mms msg_box="2" date="1" address="${addresses.join('~')}"></mms>`;
    const parts = await read(`<smses count="3">${mms(people)}${mms(people.toReversed())}${mms(people.slice(1))}</smses>`);
    const keys = parts.flatMap((part) => (part.part === 'messages' ? [part.messages.length, part.key.length > 900] : []));
    expect(keys).toEqual([2, true, 1, true]);
  });
});

describe('whatever the bytes', () => {
  const files = ['sms.xml', 'mms.xml', 'calls.xml', 'damaged.xml', 'utf-16.xml', 'cut-in-a-picture.xml'].map((name) => sampleFiles(samples, name).get(name) ?? new Uint8Array());
  const change = fc.record({ at: fc.nat(), remove: fc.nat(60), put: fc.oneof(fc.uint8Array({ maxLength: 8 }), fc.constantFrom('<', '>', '"', '</mms>', '<mms ', '&#55357;', '<part ct="image/png" data="AAAA').map((text) => encode(text))), repeat: fc.nat(3) });

  it('ends, throws nothing, gives parts as they are agreed, and each file once', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 6 }), async (sample, changes) => {
      let bytes = sample;
      for (const { at, remove, put, repeat } of changes) {
        const from = at % (bytes.length + 1);
        bytes = new Uint8Array(Buffer.concat([bytes.subarray(0, from), ...Array.from({ length: repeat + 1 }, () => put), bytes.subarray(from + remove)]));
      }
      const source = memorySource('sms.xml', new Map([['sms.xml', bytes]]));
      const given = new Set<string>();
      const keys = new Set<string>();
      for await (const part of smsBackup.read(source.files, source, { dateOrder: null, columns: null })) {
        NeutralPart.parse(part);
        if (part.part === 'file-piece' && part.last) {
          expect(given).not.toContain(part.id);
          given.add(part.id);
        }
        if (part.part === 'conversation') keys.add(part.key);
        if (part.part !== 'messages') continue;
        expect(keys).toContain(part.key);
        for (const message of part.messages) {
          expect(message.sourceOffset + message.sourceLength).toBeLessThanOrEqual(bytes.length);
          for (const { file } of message.attachments) if (file !== '') expect(given).toContain(file);
        }
      }
    }), { numRuns: 400 });
  });
});
