import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runReader } from './testing/run-reader';

/** One message of ten million lines: the size of a text says nothing about the number of its records. */
it('reads ten million lines in bounded memory', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tidemark-reader-'));
  try {
    const file = path.join(folder, 'source');
    const stream = createWriteStream(file);
    stream.write('25/03/2019, 21:05 - Dan: one\n');
    const lines = 'x\n'.repeat(100_000);
    for (let i = 0; i < 100; i += 1) if (!stream.write(lines)) await once(stream, 'drain');
    stream.end('25/03/2019, 21:06 - Dan: last\n');
    await once(stream, 'close');
    global.gc?.();
    const before = process.memoryUsage.rss();
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50);
    const { lastWord } = await runReader({ job: 'preview-source', path: file, name: 'a.txt', dateOrder: null, columns: null });
    clearInterval(watch);
    expect(lastWord).toMatchObject({ say: 'source-preview', preview: { conversations: [{ messageCount: 2, notUnderstoodCount: 22, firstAt: '2019-03-25T21:05:00' }], dateOrder: { settled: 'dmy' } } });
    expect(Math.max(most, process.memoryUsage.rss()) - before).toBeLessThan(700 * 1024 * 1024);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
