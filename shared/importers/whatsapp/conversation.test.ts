import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { DateOrder } from '../../model/date-order';
import { NeutralPart, type NeutralMessage } from '../parts';
import { importersOf } from '../registry';
import { memorySource } from '../testing/memory-source';
import { recognised } from '../testing/run-samples';
import { whatsapp } from './whatsapp';

// Made-up inputs by the hundred take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const sourceOf = (bytes: Uint8Array, size?: number) => memorySource('chat.txt', new Map([['chat.txt', bytes]]), size);
async function question(text: string) {
  const asked = await whatsapp.question?.(sourceOf(bytesOf(text)).files);
  return asked?.dateOrder ?? null;
}
async function read(bytes: Uint8Array, order: DateOrder | null = 'dmy', size?: number): Promise<NeutralMessage[]> {
  const messages: NeutralMessage[] = [];
  const source = sourceOf(bytes, size);
  for await (const part of whatsapp.read(source.files, source, { dateOrder: order, columns: null })) {
    NeutralPart.parse(part);
    if (part.part === 'messages') messages.push(...part.messages);
  }
  return messages;
}
function assertWhole(messages: readonly NeutralMessage[], length: number): void {
  let at = 0;
  for (const message of messages) {
    expect(message.sourceOffset).toBe(at);
    at += message.sourceLength;
  }
  expect(at).toBe(length);
}
const two = (n: number): string => String(n).padStart(2, '0');

describe('date order', () => {
  const lines = (dates: readonly string[]): string => dates.map((date) => `${date}, 21:05 - Dan: x\n`).join('');
  it.each([
    ['a day over twelve in first place', ['01/02/2019', '13/02/2019'], 'dmy'],
    ['a day over twelve in second place', ['1/2/19', '2/13/19'], 'mdy'],
    ['the year in front', ['2019-02-01'], 'ymd'],
    ['months running forward, day first', ['01/01/2019', '09/01/2019', '01/02/2019', '09/02/2019', '01/03/2019'], 'dmy'],
    ['months running forward, month first', ['1/1/2019', '1/9/2019', '2/1/2019', '2/9/2019', '3/1/2019'], 'mdy'],
    ['both alike', ['05/05/2019', '06/06/2019'], 'dmy'],
    ['nothing', ['01/02/2019', '03/02/2019'], null],
    ['one step back, which may be a wrong clock', ['02/01/2019', '01/02/2019'], null],
  ] as const)('by %s', async (_, dates, order) => expect((await question(lines(dates)))?.settled).toBe(order));

  it('asks with examples in words', async () => {
    const text = lines(['05/05/2018', '12/03/2019', '11/04/2019']);
    expect((await question(text))?.examples[0]).toEqual({ written: '12/03/2019, 21:05', dmy: '12 March 2019', mdy: '3 December 2019' });
    // Until she answers, only a date that is the same either way has a time; when she has, all have.
    expect((await read(bytesOf(text), null)).map(({ kind, at }) => [kind, at])).toEqual([['message', '2018-05-05T21:05:00'], ['message', ''], ['message', '']]);
    expect((await read(bytesOf(text), 'mdy')).map(({ at }) => at.slice(0, 10))).toEqual(['2018-05-05', '2019-12-03', '2019-11-04']);
  });

  it('is not decided by one damaged day among many', async () => {
    const days = Array.from({ length: 60 }, (_, i) => `${two((i % 12) + 1)}/${two(Math.floor(i / 12) + 1)}/2019`);
    expect((await question(lines([...days, '13/05/2019', '99/99/2019', '14/05/2019'])))?.settled).toBe('dmy');
  });

  it('is right or unsaid, never wrong, for any conversation that runs forward', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom('dmy', 'mdy'), fc.integer({ min: 15_000, max: 20_000 }), fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 }), fc.boolean(), async (order, start, gaps, shortYear) => {
      let day = start;
      const dates = gaps.map((gap) => {
        day += gap;
        const date = new Date(day * 86_400_000);
        const [d, m, y] = [date.getUTCDate(), date.getUTCMonth() + 1, shortYear ? two(date.getUTCFullYear() % 100) : date.getUTCFullYear()];
        return order === 'dmy' ? `${d}/${m}/${y}` : `${m}/${d}/${y}`;
      });
      const found = await question(lines(dates));
      const nothingHangsOnIt = gaps.length > 0 && dates.every((date) => date.split('/')[0] === date.split('/')[1]);
      if (!nothingHangsOnIt && found && found.settled !== null) expect(found.settled).toBe(order);
    }), { numRuns: 300 });
  });
});

describe('size', () => {
  it('says when the export stops at the exporter’s own limit', () => {
    expect([whatsapp.mayBeTruncated(40_000, false), whatsapp.mayBeTruncated(39_000, false), whatsapp.mayBeTruncated(10_000, true), whatsapp.mayBeTruncated(9_000, true)]).toEqual([true, false, true, false]);
  });

  it('keeps a message longer than a record may be, in several records', async () => {
    const bytes = bytesOf(`25/03/2019, 21:05 - Dan: ${'a'.repeat(3_000_000)}\nlast line\n25/03/2019, 21:06 - Sam: ok\n`);
    const messages = await read(bytes);
    assertWhole(messages, bytes.length);
    expect(messages[0]?.kind).toBe('message');
    expect(messages.at(-1)?.text).toBe('ok');
    expect(messages.map(({ text }) => text).join('').replace(/[^a]/g, '').length).toBe(3_000_000 + 1);
  });

  it('cuts an endless line between characters', async () => {
    const bytes = bytesOf(`25/03/2019, 21:05 - Dan: x${'😀é'.repeat(120_000)}`);
    expect((await read(bytes)).map(({ text }) => text).join('')).toBe(`x${'😀é'.repeat(120_000)}`);
  });
});

const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom('<Media omitted>', 'a: b', '- x', '[12/03/2019, 21:05:33] Dan: quoted', 'IMG-20190313-WA0001.jpg (file attached)', '\u200eimage omitted', '<This message was edited>', 'POLL:', '١٢/٣/٢٠١٩', '\u202etxt'));
const body = fc.array(words, { minLength: 1, maxLength: 4 }).map((lines) => lines.map((line) => line.replace(/[\n\r]/g, ' ')).join('\n'));

describe('nothing is lost', () => {
  it('from a conversation: every message comes back with its words, who wrote it and when', async () => {
    const sent = fc.record({ name: fc.constantFrom('Dan', 'Sam Example', 'سام', '+44 7700 900123', '~ Zoë 😀'), body, minute: fc.integer({ min: 0, max: 59 }) });
    await fc.assert(fc.asyncProperty(fc.array(sent, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 200 }), async (messages, size) => {
      const plain = messages.filter(({ body: text }) => !/^\d|\n\s*[\u200b-\u200f]*[\d\p{Nd}[]/u.test(text));
      const bytes = bytesOf(plain.map(({ name, body: text, minute }) => `25/03/2019, 21:${two(minute)} - ${name}: ${text}\n`).join(''));
      if (bytes.length === 0) return;
      const got = await read(bytes, 'dmy', size);
      assertWhole(got, bytes.length);
      expect(got.map(({ sender, at }) => [sender, at])).toEqual(plain.map(({ name, minute }) => [name, `2019-03-25T21:${two(minute)}:00`]));
    }), { numRuns: 150 });
  });

  it('from bytes of any kind', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.integer({ min: 1, max: 700 }), async (bytes, size) => assertWhole(await read(bytes, 'dmy', size), bytes.length)), { numRuns: 200 });
  });

  it('from a sample in which bytes were changed, cut out or repeated', async () => {
    const folder = path.join(import.meta.dirname, 'samples');
    const samples = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => new Uint8Array(readFileSync(path.join(folder, name))));
    const change = fc.record({ at: fc.nat(4000), remove: fc.nat(12), put: fc.uint8Array({ maxLength: 12 }) });
    await fc.assert(fc.asyncProperty(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 700 }), async (sample, changes, size) => {
      let bytes = sample;
      for (const { at, remove, put } of changes) {
        const from = at % (bytes.length + 1);
        bytes = new Uint8Array([...bytes.subarray(0, from), ...put, ...bytes.subarray(from + remove)]);
      }
      const messages = await read(bytes, 'dmy', size);
      assertWhole(messages, bytes.length);
    }), { numRuns: 400 });
  });
});

describe('recognition', () => {
  it.each(['', 'Dear Sir,\n', '{"messages":[]}', 'date,time\n12/03/2019,21:05\n', '[12/03/2019] Dan: no time\n', '12/03/2019 - Dan: no time\n', '<?xml version="1.0"?><smses/>', '<p>[12/03/2019, 21:05:33] Dan: x', '{"a":"\n[12/03/2019, 21:05:33] Dan: x"', 'From: a@example.com\nTo: b@example.com\n\n[12/03/2019, 21:05:33] Dan: x\n', `Notes\n${'of the day\n'.repeat(30)}[12/03/2019, 21:05:33] Dan: x\n`, `PK\u0003\u0004\n[12/03/2019, 21:05:33] Dan: x\n`, `chat.txt${'\0'.repeat(500)}\n[12/03/2019, 21:05:33] Dan: x\n`])('does not take %j for a conversation', (text) => {
    expect(importersOf(bytesOf(text))).toEqual([]);
  });
});

describe('several chats in one source', () => {
  const chat = (dates: readonly string[]): Uint8Array => bytesOf(dates.map((date) => `${date}, 21:05 - Dan: x\n`).join(''));
  it('each by its own dates, whatever she answers about another', async () => {
    const source = memorySource('chats', new Map([['a/chat.txt', chat(['1/2/19', '2/13/19'])], ['b/chat.txt', chat(['01/02/2019', '03/04/2019'])]]));
    const files = await recognised(whatsapp, source);
    expect((await whatsapp.question?.(files))?.dateOrder).toMatchObject({ settled: null, examples: [{ written: '01/02/2019, 21:05' }, {}] });
    const days: unknown[] = [];
    for await (const part of whatsapp.read(files, source, { dateOrder: 'dmy', columns: null })) {
      if (part.part === 'conversation') days.push([part.key, part.dateOrder]);
      if (part.part === 'messages') days.push(part.messages.map(({ at }) => at.slice(0, 10)));
    }
    expect(days).toEqual([['0', 'mdy'], ['2019-01-02', '2019-02-13'], ['1', 'dmy'], ['2019-02-01', '2019-04-03']]);
  });
});
