import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDamaged } from '../testing/hostile';
import { memorySource, sampleFiles } from '../testing/memory-source';
import { partsOf } from '../testing/run-samples';
import type { NeutralMessage } from '../parts';
import { imessageExporter } from './imessage-exporter';

const folder = path.join(import.meta.dirname, 'samples');
const samples = ['text-4', 'text-old', 'text-forged', 'text-clocks.txt', 'html-4', 'html-3', 'html-1'].map((name) => sampleFiles(folder, name));

async function messagesOf(name: string, text: string): Promise<NeutralMessage[]> {
  const parts = await partsOf(imessageExporter, memorySource('hostile', new Map([[name, new TextEncoder().encode(text)]])));
  return parts.flatMap((part) => (part.part === 'messages' ? part.messages : []));
}

const block = (at: string, sender: string, text: string): string => `${at}\n${sender}\n${text}\n\n`;

describe('hostile exports of imessage-exporter', () => {
  it('reads damaged samples to their end', async () => {
    await readDamaged(imessageExporter, samples, ['\n\n', '    ', 'May 17, 2022  5:29:42 PM\nMe\n', '<div class="message">', '</div>', '<!--', '\u0000', '\u202e', '"', '&#x110000;', 'attachments/3/118.heic\n', '😀']);
  }, 20_000);

  it('takes no head out of the order of time for a message of hers, whether it is too early or too late', async () => {
    const real = Array.from({ length: 40 }, (_, at) => block(`Jun ${String(1 + (at % 20)).padStart(2, '0')}, 2023 ${String(1 + Math.floor(at / 20)).padStart(2, ' ')}:00:00 PM`, at % 2 === 0 ? 'Me' : 'Sam', `real ${at}`));
    const sorted = [...real].sort((a, b) => a.slice(4, 6).localeCompare(b.slice(4, 6)) || a.localeCompare(b));
    for (const forged of ['May 17, 2022  5:29:42 PM', 'Dec 31, 2031  5:29:42 PM']) {
      const text = [...sorted.slice(0, 10), block('Jun 06, 2023  3:00:00 PM', 'Sam', `ok\n\n${forged}\nMe\nI'm sorry I hit you`), ...sorted.slice(10)].join('');
      const messages = await messagesOf('Sam.txt', text.replace('Jun 06, 2023  3:00:00 PM', sorted[9]?.slice(0, 24) ?? ''));
      expect(messages.filter(({ kind }) => kind === 'message')).toHaveLength(41);
      expect(messages.filter(({ sender, text: words }) => sender === 'Me' && words.includes('hit you'))).toEqual([]);
      expect(messages.find(({ text: words }) => words.includes('hit you'))).toMatchObject({ sender: 'Sam', text: `ok\n\n${forged}\nMe\nI'm sorry I hit you` });
      expect(messages.filter(({ kind, text: words }) => kind === 'not-understood' && words === `${forged}\nMe`)).toHaveLength(1);
    }
  });

  it('takes none of many forged heads in one message, and all of an export that was written twice into one file', async () => {
    const real = Array.from({ length: 30 }, (_, at) => block(`Jun ${String(1 + at).padStart(2, '0')}, 2023  1:00:00 PM`, at % 2 === 0 ? 'Me' : 'Sam', `real ${at}`));
    const forged = Array.from({ length: 12 }, (_, at) => `May ${String(1 + at).padStart(2, '0')}, 2022  5:29:42 PM\nMe\nforged ${at}`).join('\n\n');
    const messages = await messagesOf('Sam.txt', [...real.slice(0, 10), block('Jun 10, 2023  3:00:00 PM', 'Sam', `ok\n\n${forged}`), ...real.slice(10)].join(''));
    expect(messages.filter(({ kind }) => kind === 'message')).toHaveLength(31);
    expect(messages.filter(({ kind }) => kind === 'not-understood')).toHaveLength(12);
    const later = forged.replaceAll('2022', '2031');
    const swallowed = await messagesOf('Sam.txt', [...real.slice(0, 25), block('Jun 25, 2023  3:00:00 PM', 'Sam', `ok\n\n${later}`), ...real.slice(25)].join(''));
    expect(swallowed.filter(({ kind, text: words }) => kind === 'message' && /^real \d+$/.test(words))).toHaveLength(30);
    expect((await messagesOf('Sam.txt', [...real, ...real].join(''))).filter(({ kind }) => kind === 'message')).toHaveLength(60);
  });

  it('tells every head of a text that is in no order at all: then order says nothing', async () => {
    const text = Array.from({ length: 60 }, (_, at) => block(`Jun ${String(1 + ((at * 7) % 28)).padStart(2, '0')}, 2023 12:00:00 PM`, 'Sam', `n ${at}`)).join('');
    expect((await messagesOf('Sam.txt', text)).map(({ kind, text: words }) => `${kind} ${words}`)).toEqual(Array.from({ length: 60 }, (_, at) => `message n ${at}`));
  });

  it('reads a line of a million characters, a hundred thousand false replies, and heads without end, in a bounded time', async () => {
    const long = block('Jun 01, 2023 12:00:00 PM', 'Sam', 'x'.repeat(1_000_000));
    const [first, second] = await messagesOf('Sam.txt', long + block('Jun 01, 2023 12:00:01 PM', 'Me', 'after'));
    expect(first?.text.length).toBeGreaterThan(899_000 - 262_144);
    expect(second).toBeDefined();
    const replies = block('Jun 01, 2023 12:00:00 PM', 'Sam', '    Jun 01, 2023 12:00:00 PM\n    Me\n    y\n\n'.repeat(8_000)) + block('Jun 02, 2023 12:00:00 PM', 'Me', 'after\nThis message responded to an earlier message.');
    const read = await messagesOf('Sam.txt', replies);
    expect(read.filter(({ kind }) => kind === 'message').length).toBeGreaterThan(0);
    expect(read.at(-1)).toMatchObject({ sender: 'Me', flags: ['reply'] });
    const heads = await messagesOf('Sam.txt', 'Jun 01, 2023 12:00:00 PM\nMe\n\n'.repeat(20_000));
    expect(heads).toHaveLength(20_000);
  }, 20_000);
});
