import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReadJob } from '../../../shared/worker-protocol';
import { readingLimits } from './limits';
import { Outbox } from './outbox';
import { previewSourceJob } from './preview-source';
import { makeArchive } from './testing/make-archive';
import { runReader, withFolder, type Heard } from './testing/run-reader';

const chat = (who: string, file: string): Buffer => Buffer.from(`25/03/2019, 21:05 - ${who}: hello\n25/03/2019, 21:06 - ${who}: ${file} (file attached)\n`);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const one = makeArchive([{ name: 'WhatsApp Chat with Dan.txt', bytes: chat('Dan', 'IMG-20190325-WA0001.jpg') }, { name: 'IMG-20190325-WA0001.jpg', bytes: Buffer.from('the first') }]);
const other = makeArchive([{ name: '_chat.txt', bytes: chat('Alex', 'IMG-20190325-WA0001.jpg') }, { name: 'IMG-20190325-WA0001.jpg', bytes: Buffer.from('the second'), stored: true }]);
const unsaid = { dateOrder: null, columns: null };
const read = (folder: string, more: Partial<Extract<ReadJob, { job: 'read-source' }>> = {}) => runReader({ job: 'read-source', path: folder, name: 'Evidence', ...unsaid, keys: null, mail: null, locations: false, ...more });
const preview = (folder: string) => runReader({ job: 'preview-source', path: folder, name: 'Evidence', ...unsaid });
/** Title or first sender, where it stands, and what its file holds. */
function told({ parts, files }: Heard): unknown[] {
  return parts.flatMap((part) => (part.part === 'messages' ? [[part.messages[0]?.sender, part.file, part.entryName, part.messages.flatMap(({ attachments }) => attachments.map(({ file, absent }) => absent ?? files.get(file)?.bytes.toString()))]] : []));
}

describe('a folder', () => {
  it('is read with all that is in it: texts, archives, archives in archives; each file sealed apart, each chat with its own pictures', async () => {
    const outer = makeArchive([{ name: 'phone/backup.zip', bytes: one }, { name: 'phone/stored.zip', bytes: other, stored: true }, { name: 'readme.md', bytes: Buffer.from('# nothing') }]);
    await withFolder({ 'b/chat.txt': chat('Sam', 'pic.jpg'), 'b/pic.jpg': Buffer.from('a picture'), 'a.zip': one, 'c.zip': outer, 'd.zip': other, 'x.jpg': Buffer.from([0xff, 0xd8, 0xff, 0, 1, 2, 3]) }, async (folder) => {
      const heard = await read(folder);
      const files = ['a.zip', 'c.zip', 'd.zip', 'b/chat.txt'];
      expect(heard.recognised).toMatchObject({ isFolder: true, files: files.map((at) => ({ path: at })) });
      expect(told(heard)).toEqual([
        ['Dan', 0, 'WhatsApp Chat with Dan.txt', ['the first']],
        ['Dan', 1, 'phone/backup.zip/WhatsApp Chat with Dan.txt', ['the first']],
        ['Alex', 1, 'phone/stored.zip/_chat.txt', ['the second']],
        ['Alex', 2, '_chat.txt', ['the second']],
        ['Sam', 3, '', ['a picture']],
      ]);
      expect(heard.lastWord).toEqual({ say: 'source-end', files: [one, outer, other, chat('Sam', 'pic.jpg')].map((bytes, index) => ({ path: files[index], sha256: sha256(bytes) })), mayBeTruncated: [] });
      expect((await preview(folder)).lastWord).toMatchObject({ say: 'source-preview', preview: { conversationCount: 5, conversations: [{ key: 'whatsapp:0', title: 'Dan' }, { title: 'Dan' }, { title: 'Alex' }, { title: 'Alex' }, { key: 'whatsapp:4', title: 'Sam' }] } });
    });
  });

  it('gives only what she chose, with only its files', async () => {
    await withFolder({ 'a.zip': one, 'd.zip': other }, async (folder) => {
      const heard = await read(folder, { keys: ['whatsapp:1'] });
      expect(told(heard)).toEqual([['Alex', 1, '_chat.txt', ['the second']]]);
      expect(heard.parts.map(({ part }) => part)).toEqual(['conversation', 'messages']);
      expect(heard.files.size).toBe(1);
    });
  });

  it('does not follow links, nor open pipes, nor go too deep, and says so', async () => {
    await withFolder({ 'chat.txt': chat('Sam', 'pic.jpg'), 'secret/outside.txt': chat('Outside', 'x.jpg') }, async (folder) => {
      const inside = path.join(folder, 'inside');
      mkdirSync(path.join(inside, 'a'), { recursive: true });
      writeFileSync(path.join(inside, 'chat.txt'), chat('Sam', 'pic.jpg'));
      symlinkSync(path.join(folder, 'secret'), path.join(inside, 'folder'));
      symlinkSync(path.join(folder, 'secret/outside.txt'), path.join(inside, 'link.txt'));
      symlinkSync(inside, path.join(inside, 'a/loop'));
      execFileSync('mkfifo', [path.join(inside, 'pipe.txt')]);
      mkdirSync(path.join(inside, ...Array.from({ length: 40 }, () => 'd')), { recursive: true });
      const heard = await read(inside);
      expect(told(heard)).toEqual([['Sam', 0, '', ['not-there']]]);
      const { lastWord } = await preview(inside);
      expect(lastWord.say === 'source-preview' && lastWord.preview.leftOut).toEqual([
        { name: 'folder', reason: 'not-a-file' }, { name: 'link.txt', reason: 'not-a-file' }, { name: 'pipe.txt', reason: 'not-a-file' }, { name: 'a/loop', reason: 'not-a-file' },
        { name: Array.from({ length: 32 }, () => 'd').join('/'), reason: 'too-deep' },
      ]);
    });
  });

  it('goes on without what is damaged: an archive, a chat that does not unpack whole, a picture', async () => {
    const damaged = makeArchive([{ name: '_chat.txt', bytes: chat('Lost', 'x.jpg'), saysCrc: 1 }]);
    await withFolder({ 'a.zip': one.subarray(0, -30), 'b.zip': damaged, 'c.zip': other }, async (folder) => {
      expect(told(await read(folder))).toEqual([['Alex', 0, '_chat.txt', ['the second']]]);
      expect((await preview(folder)).lastWord).toMatchObject({ preview: { conversationCount: 1, leftOut: [{ name: 'a.zip', reason: 'unreadable' }, { name: 'b.zip/_chat.txt', reason: 'unreadable' }] } });
    });
  });

  it('refuses a file that changes while it is read', async () => {
    await withFolder({ 'chat.txt': chat('Sam', 'pic.jpg') }, async (folder) => {
      const words: unknown[] = [];
      const outbox = new Outbox((word) => {
        words.push(word.say);
        outbox.acknowledge();
        if (word.say === 'recognised') appendFileSync(path.join(folder, 'chat.txt'), '25/03/2019, 21:07 - Sam: more\n');
      });
      const { readSourceJob } = await import('./read-source');
      await expect(readSourceJob({ job: 'read-source', path: folder, name: 'Evidence', ...unsaid, keys: null, mail: null, locations: false }, outbox)).rejects.toMatchObject({ code: 'file-changed', file: 'chat.txt' });
      expect(words).not.toContain('source-end');
    });
  });

  it('refuses a folder with nothing in it, one that is gone, and one with too many files', async () => {
    await withFolder({ 'x.jpg': Buffer.from('no'), 'book.docx': makeArchive([{ name: '[Content_Types].xml', bytes: Buffer.from('<x/>') }, { name: '_chat.txt', bytes: chat('No', 'x') }]) }, async (folder) => {
      expect((await read(folder)).lastWord).toEqual({ say: 'refused', error: { code: 'not-understood', file: 'Evidence' } });
      await expect(previewSourceJob({ job: 'preview-source', path: folder, name: 'Evidence', ...unsaid }, new Outbox(() => undefined), { ...readingLimits, files: 1 })).rejects.toMatchObject({ code: 'limit-exceeded', file: 'Evidence' });
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
    });
    expect((await read('/nonexistent/folder')).lastWord).toEqual({ say: 'refused', error: { code: 'file-unreadable', file: 'Evidence' } });
  });

  it('asks for the order of day and month before it reads, where only she can say it', async () => {
    await withFolder({ 'chat.txt': Buffer.from('01/02/2019, 21:05 - Dan: one\n') }, async (folder) => {
      const open = await read(folder);
      expect([open.lastWord, open.recognised]).toEqual([{ say: 'refused', error: { code: 'date-order-needed', file: 'Evidence' } }, null]);
      expect((await preview(folder)).lastWord).toMatchObject({ preview: { dateOrder: { settled: null, examples: [{ written: '01/02/2019, 21:05', dmy: '1 February 2019', mdy: '2 January 2019' }] }, conversations: [{ firstAt: '', lastAt: '' }] } });
      expect((await read(folder, { dateOrder: 'mdy' })).messages.map(({ at }) => at)).toEqual(['2019-01-02T21:05:00']);
    });
  });
});

describe('archives in archives', () => {
  const nest = (depth: number, stored: boolean): Buffer => (depth === 0 ? one : makeArchive([{ name: `level${depth}.zip`, bytes: nest(depth - 1, stored), stored }]));
  it.each([[false], [true]])('are read to the third (lying there unpacked: %s)', async (stored) => {
    await withFolder({ 'a.zip': nest(2, stored) }, async (folder) => expect(told(await read(folder))).toEqual([['Dan', 0, 'level2.zip/level1.zip/WhatsApp Chat with Dan.txt', ['the first']]]));
    await withFolder({ 'a.zip': nest(3, stored), 'chat.txt': chat('Sam', 'x.jpg') }, async (folder) => {
      expect(told(await read(folder))).toEqual([['Sam', 0, '', ['not-there']]]);
      expect((await preview(folder)).lastWord).toMatchObject({ preview: { leftOut: [{ name: 'a.zip/level3.zip/level2.zip/level1.zip', reason: 'too-deep' }] } });
    });
  });

  it('too large to be held are left out, and unpacked again and again they end', async () => {
    await withFolder({ 'a.zip': nest(1, false), 'chat.txt': chat('Sam', 'x.jpg') }, async (folder) => {
      const words: string[] = [];
      const outbox = new Outbox((word) => words.push(word.say === 'source-preview' ? JSON.stringify(word.preview.leftOut) : word.say));
      await previewSourceJob({ job: 'preview-source', path: folder, name: 'E', ...unsaid }, outbox, { ...readingLimits, innerArchiveBytes: one.length - 1 });
      expect(words.at(-1)).toBe('[{"name":"a.zip/level1.zip","reason":"too-large"}]');
      await expect(previewSourceJob({ job: 'preview-source', path: folder, name: 'E', ...unsaid }, outbox, { ...readingLimits, innerArchiveBytesAgain: one.length - 1 })).rejects.toMatchObject({ code: 'limit-exceeded' });
    });
  });
});
