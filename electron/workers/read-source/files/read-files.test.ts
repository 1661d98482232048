import { createHash } from 'node:crypto';
import { symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeArchive } from '../testing/make-archive';
import { runReader, withFile, withFolder } from '../testing/run-reader';
import { findFiles } from './find-files';
import { readingLimits } from '../limits';
import { Outbox } from '../outbox';
import { ReadingProgress } from '../reading-progress';

const bytes = (text: string): Buffer => Buffer.from(text);
const chat = bytes(Array.from({ length: 20 }, (_, line) => `12/03/2021, 10:${10 + line} - Craig: message ${line}`).join('\n'));
const docx = makeArchive([{ name: '[Content_Types].xml', bytes: bytes('<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>') }, { name: 'word/document.xml', bytes: bytes('<w/>') }]);
const pdf = bytes('%PDF-1.4\nsomething');

describe('a folder', () => {
  it('gives every file with its path, what it is, and what lies in its archives and in archives in those', async () => {
    const inner = makeArchive([{ name: 'deep/letter.pdf', bytes: pdf }]);
    const zip = makeArchive([{ name: 'a.txt', bytes: bytes('words in an archive') }, { name: 'inner.zip', bytes: inner }]);
    await withFolder({ 'photos.zip': zip, 'letters/form.docx': docx, 'letters/chat.txt': chat, 'empty.txt': Buffer.alloc(0) }, async (folder) => {
      symlinkSync('/etc/passwd', path.join(folder, 'link'));
      const looked = await runReader({ job: 'look-through-files', path: folder, name: 'things' });
      expect(looked.lastWord).toMatchObject({
        say: 'files-found',
        found: { isFolder: true, fileCount: 6, archiveCount: 2, conversationCount: 1, leftOutCount: 2, leftOut: [{ name: 'link', reason: 'not-a-file' }, { name: 'empty.txt', reason: 'empty' }] },
      });
      const { keepFiles, files, lastWord } = await runReader({ job: 'read-files', path: folder, name: 'things', expected: [] });
      expect(keepFiles.map(({ holder, path: at, mediaType, form }) => [holder, at, mediaType, form])).toEqual([
        [null, 'photos.zip', 'application/zip', 'other'], [0, 'a.txt', 'text/plain; charset=utf-8', 'text'], [0, 'inner.zip', 'application/zip', 'other'], [2, 'deep/letter.pdf', 'application/pdf', 'pdf'],
        [null, 'letters/chat.txt', 'text/plain; charset=utf-8', 'text'], [null, 'letters/form.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'other'],
      ]);
      // What lies on the disk is sealed from there; only what lies packed is sent.
      expect([...files].map(([id, { name, bytes: sent }]) => [id, name, sent.equals({ 1: bytes('words in an archive'), 2: inner, 3: pdf }[id] ?? bytes(''))])).toEqual([['1', 'a.txt', true], ['2', 'inner.zip', true], ['3', 'letter.pdf', true]]);
      expect(lastWord).toMatchObject({ say: 'files-end', holders: [{ number: 0, sha256: createHash('sha256').update(zip).digest('hex') }], leftOutCount: 2 });
    });
  });

  it('takes a film of gigabytes by its length alone', async () => {
    await withFolder({ 'film.mp4': bytes('\0\0\0\x18ftypmp42') }, async (folder) => {
      truncateSync(path.join(folder, 'film.mp4'), 4 * 2 ** 30);
      const before = process.memoryUsage.rss();
      const { keepFiles, files } = await runReader({ job: 'read-files', path: folder, name: 'films', expected: [] });
      expect(keepFiles).toMatchObject([{ path: 'film.mp4', sizeBytes: 4 * 2 ** 30, mediaType: 'video/mp4', form: 'video' }]);
      expect(files.size).toBe(0);
      expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 2 ** 20);
    });
  });
});

describe('an archive', () => {
  it('is named itself, and leaves out what leads out of it, is locked, damaged or the same name twice', async () => {
    const hostile = makeArchive([
      { name: '../../out.txt', bytes: bytes('one') }, { name: '/etc/passwd', bytes: bytes('two') }, { name: 'locked.txt', bytes: bytes('three'), flags: 0x0801 }, { name: 'torn.txt', bytes: bytes('four'), saysCrc: 1 },
      { name: 'twice.txt', bytes: bytes('five') }, { name: 'twice.txt', bytes: bytes('six') }, { name: 'link', bytes: bytes('/etc/passwd'), mode: 0o120777 }, { name: 'good.txt', bytes: bytes('kept') },
    ]);
    await withFile(hostile, async (file) => {
      const { keepFiles, files, notSound, lastWord } = await runReader({ job: 'read-files', path: file, name: 'hers.zip', expected: [] });
      expect(keepFiles.map(({ path: at, holder }) => [at, holder])).toEqual([['hers.zip', null], ['torn.txt', 0], ['good.txt', 0]]);
      expect(notSound).toEqual(['1']);
      expect(files.get('2')?.bytes.toString()).toBe('kept');
      expect(lastWord).toMatchObject({ leftOut: expect.arrayContaining([expect.objectContaining({ reason: 'unsafe-name' }), expect.objectContaining({ reason: 'encrypted' }), expect.objectContaining({ reason: 'same-name' }), expect.objectContaining({ reason: 'not-a-file' })]), leftOutCount: 6 });
    });
  });

  it('that is none, or holds a bomb, is kept whole and says so', async () => {
    await withFolder({ 'broken.zip': Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(64, 7)]), 'bomb.zip': makeArchive([{ name: 'zeros', bytes: Buffer.alloc(32 * 2 ** 20) }]) }, async (folder) => {
      const { keepFiles, lastWord } = await runReader({ job: 'read-files', path: folder, name: 'odd', expected: [] });
      expect(keepFiles.map(({ path: at }) => at)).toEqual(['bomb.zip', 'broken.zip']);
      expect(lastWord).toMatchObject({ holders: [], leftOut: [{ name: 'bomb.zip/zeros', reason: 'too-large' }, { name: 'broken.zip', reason: 'damaged-archive' }] });
    });
  });

  it('of another kind than ZIP is kept whole as one document, and nothing of it is opened', async () => {
    const tar = Buffer.concat([Buffer.from('letter.txt'.padEnd(257, '\0')), bytes('ustar\x0000'), Buffer.alloc(248), bytes('words').subarray(0, 5), Buffer.alloc(1531)]);
    const others = { 'a.7z': Buffer.from("7z\xBC\xAF\x27\x1C\0\x04", 'latin1'), 'b.rar': Buffer.from('Rar!\x1A\x07\x01\0', 'latin1'), 'c.tar': tar };
    await withFolder(others, async (folder) => {
      const { keepFiles, files, lastWord } = await runReader({ job: 'read-files', path: folder, name: 'others', expected: [] });
      expect(keepFiles.map(({ path: at, form, holder, sizeBytes }) => [at, form, holder, sizeBytes])).toEqual(Object.entries(others).map(([name, { length }]) => [name, 'other', null, length]));
      expect(files.size).toBe(0);
      expect(lastWord).toMatchObject({ holders: [], leftOutCount: 0 });
    });
  });

  it('is refused as a whole beyond the limit of files', async () => {
    const many = makeArchive(Array.from({ length: 30 }, (_, n) => ({ name: `${n}.txt`, bytes: bytes(`file ${n}`) })));
    await withFile(many, async (file) => {
      const progress = new ReadingProgress(new Outbox(() => undefined));
      await expect(findFiles(file, 'many.zip', { ...readingLimits, files: 20 }, progress)).rejects.toMatchObject({ code: 'limit-exceeded', file: 'many.zip' });
    });
  });
});
