import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ColumnMatch } from '../../model/source-preview';
import { memorySource } from '../testing/memory-source';
import { mutatedSamples } from '../testing/mutated-samples';
import { partsOf, runSamples } from '../testing/run-samples';
import { readRows } from './rows';
import { table } from './table';

const samples = path.join(import.meta.dirname, 'samples');
runSamples(table, samples);

const source = (text: string, size?: number) => memorySource('table.csv', new Map([['table.csv', new TextEncoder().encode(text)]]), size);
const rowsOf = async (text: string, size?: number) => {
  const rows = [];
  const [file] = source(text, size).files;
  if (file) for await (const batch of readRows(file.bytes(), { encoding: 'utf-8', separator: ',' })) rows.push(...batch);
  return rows;
};

describe('a table', () => {
  mutatedSamples(table, samples);

  it('asks which column is which, with what is likely, and for the order of day and month', async () => {
    const asked = await table.question?.(source('Date,Who,Text\n01/02/2019 21:05,Dan,hello\n03/04/2019 21:05,Sam,there\n').files);
    expect(asked).toEqual({
      columns: { rows: [['Date', 'Who', 'Text'], ['01/02/2019 21:05', 'Dan', 'hello'], ['03/04/2019 21:05', 'Sam', 'there']], likely: { date: 0, time: null, sender: 1, recipient: null, text: 2, hasHeading: true } satisfies ColumnMatch },
      dateOrder: { settled: null, examples: [{ written: '01/02/2019 21:05', dmy: '1 February 2019', mdy: '2 January 2019' }, { written: '03/04/2019 21:05', dmy: '3 April 2019', mdy: '4 March 2019' }] },
    });
  });

  it('reads as she matches it', async () => {
    const text = 'x,12/03/2019 21:05,Dan,first note,second words\ny,25/03/2019 21:05,Sam,third note,fourth words\n';
    const columns: ColumnMatch = { date: 1, time: null, sender: 0, recipient: 2, text: 3, hasHeading: false };
    const parts = await partsOf(table, source(text), { dateOrder: null, columns });
    expect(parts.flatMap((part) => (part.part === 'messages' ? part.messages.map(({ sender, text: said }) => [part.key, sender, said]) : []))).toEqual([['0:0', 'x', 'first note'], ['0:1', 'y', 'third note']]);
    expect(parts.flatMap((part) => (part.part === 'conversation' ? [part.title] : []))).toEqual(['Dan, x', 'Sam, y']);
  });

  it.each(['', 'a,b\nc,d\n', 'Dear Sir,\nI write about 12/03/2019,\nand more,\n', '{"a":1,"b":"12/03/2019 21:05"}\n{"a":2,"b":"12/03/2019 21:05"}', 'name,amount\nx,12.50\ny,13.00\n', '12/03/2019,4.5\n13/03/2019,5.5\n', 'one line, of 12/03/2019 21:05'])('does not take %j for messages', (text) => {
    expect(table.recognises(new TextEncoder().encode(text))).toBe(false);
  });

  it('keeps every byte in one row, whatever the quotes', async () => {
    for (const text of ['a,"b\nc",d\r\n"e""f",g\n', '"a\n"b\n"c"\n', 'a,"b\nc\nd', '"\n"\n"\n', 'a,b"c\nd",e\n']) {
      for (const size of [1, 3, 100]) {
        const rows = await rowsOf(text, size);
        expect(rows.map(({ offset, length }) => text.slice(offset, offset + length)).join('')).toBe(text);
        expect(rows).toEqual(await rowsOf(text));
      }
    }
    expect((await rowsOf('a,"b\nc",d\r\n"e""f" x,g\n')).map(({ cells, line }) => [line, ...cells])).toEqual([[1, 'a', 'b\nc', 'd'], [3, '"e""f" x', 'g']]);
  });

  it('lets no quote swallow the file, and ends soon with millions of them', async () => {
    const lines = 'x,"\n'.repeat(2_500_000);
    const started = process.cpuUsage().user;
    const rows = await rowsOf(`"${lines}a,b\n`, 1 << 20);
    expect(rows.length).toBeGreaterThan(1_000_000);
    expect(rows.at(-1)?.cells).toEqual(['a', 'b']);
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(20);
  }, 120_000);
});
