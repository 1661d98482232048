import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ReadJob } from '../../../shared/worker-protocol';
import { readingLimits, type ReadingLimits } from './limits';
import { Outbox } from './outbox';
import { previewJob, readConversationJob } from './read-conversation';
import { makeArchive, type EntryToMake } from './testing/make-archive';
import { runReader, withFile } from './testing/run-reader';

const chat = Buffer.from('12/03/2019, 21:05 - Dan: hello\n25/03/2019, 21:06 - Dan: IMG-20190325-WA0001.jpg (file attached)\n25/03/2019, 21:07 - Sam: <Media omitted>\n25/03/2019, 21:08 - Sam: VID-20190325-WA0002.mp4 (file attached)\n');
const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'), Buffer.alloc(3 * 1024 * 1024 + 17, 7)]);
const text: EntryToMake = { name: 'WhatsApp Chat with Dan.txt', bytes: chat };
const image: EntryToMake = { name: 'IMG-20190325-WA0001.jpg', bytes: picture, stored: true, modifiedUnix: 1553548000 };

const preview = (bytes: Uint8Array, dateOrder: 'dmy' | null = null) => withFile(bytes, (path) => runReader({ job: 'preview-conversation', path, name: 'a.zip', dateOrder }));
const read = (bytes: Uint8Array, storeMs = 0) => withFile(bytes, (path) => runReader({ job: 'read-conversation', path, name: 'a.zip', dateOrder: 'dmy' } satisfies ReadJob, storeMs));
const refusal = async (bytes: Uint8Array) => {
  const { lastWord, messages, attachments } = await read(bytes);
  expect([messages.length, attachments.size]).toEqual([0, 0]);
  return lastWord.say === 'refused' ? lastWord.error.code : lastWord.say;
};

describe('the reading process', () => {
  it('previews an archive: counts, order, attachments present, missing and omitted', async () => {
    const { lastWord } = await preview(makeArchive([text, image]));
    expect(lastWord).toMatchObject({ say: 'preview', preview: { suggestedTitle: 'Dan', messageCount: 4, attachmentsPresent: 1, attachmentsMissing: 1, attachmentsOmitted: 1, dateOrder: 'dmy', firstAt: '2019-03-12T21:05:00', lastAt: '2019-03-25T21:08:00' } });
  });

  it('reads messages and the attachments they name, bytes unchanged, and the hash of the whole source', async () => {
    const archive = makeArchive([text, image, { name: 'never-named.jpg', bytes: picture }]);
    const { messages, attachments, lastWord } = await read(archive);
    expect(messages.map(({ attachmentName }) => attachmentName)).toEqual(['', 'IMG-20190325-WA0001.jpg', '', 'VID-20190325-WA0002.mp4']);
    expect([...attachments.keys()]).toEqual(['IMG-20190325-WA0001.jpg']);
    const got = attachments.get('IMG-20190325-WA0001.jpg');
    expect(got?.bytes.equals(picture)).toBe(true);
    expect(got).toMatchObject({ mediaType: 'image/jpeg', modifiedUtc: '2019-03-25T21:06:40.000Z' });
    expect(lastWord).toEqual({ say: 'conversation-end', sourceSha256: createHash('sha256').update(archive).digest('hex'), sourceEntryName: 'WhatsApp Chat with Dan.txt', mayBeTruncated: false });
  });

  it('reads a text alone, with its hash', async () => {
    const { messages, lastWord } = await read(chat);
    expect(messages.length).toBe(4);
    expect(lastWord).toMatchObject({ say: 'conversation-end', sourceEntryName: '', sourceSha256: createHash('sha256').update(chat).digest('hex') });
  });

  it('waits for a slow shell: never more than four pieces on the way', async () => {
    const long = Buffer.from(Array.from({ length: 12_000 }, (_, i) => `25/03/2019, 21:06 - Dan: message ${i}\n`).join(''));
    const { messages, mostOutstanding } = await read(long, 5);
    expect(messages.length).toBe(12_000);
    expect(mostOutstanding).toBeLessThanOrEqual(4);
    expect(mostOutstanding).toBeGreaterThan(1);
  });

  it('leaves out an attachment whose bytes are damaged, and goes on', async () => {
    const { attachments, lastWord } = await read(makeArchive([text, { ...image, saysCrc: 1 }, { name: 'VID-20190325-WA0002.mp4', bytes: Buffer.from('small') }]));
    expect([...attachments.keys()]).toEqual(['VID-20190325-WA0002.mp4']);
    expect(lastWord.say).toBe('conversation-end');
  });

  it('matches names that differ only by unseen characters or by composition', async () => {
    const named = Buffer.from('[12/03/2019, 21:05:33] Dan: \u200e<attached: 1-Caf\u00e9.jpg>\n[25/03/2019, 21:05:33] Dan: x\n');
    const { attachments, messages } = await read(makeArchive([{ name: '_chat.txt', bytes: named }, { name: '1-Cafe\u0301\u202e.jpg', bytes: Buffer.from('x') }]));
    expect(messages[0]?.attachmentName).toBe('1-Café.jpg');
    expect([...attachments.keys()]).toEqual(['1-Café.jpg']);
  });
});

describe('hostile sources are refused, and nothing of them is handed on', () => {
  const bomb: EntryToMake = { name: 'b.jpg', bytes: Buffer.alloc(64 * 1024 * 1024) };
  it.each<[string, Uint8Array, string]>([
    ['a path that leads out', makeArchive([text, { name: '../../evil.jpg', bytes: chat }]), 'not-understood'],
    ['a path that leads out with backslashes', makeArchive([text, { name: '..\\evil.jpg', bytes: chat }]), 'not-understood'],
    ['an absolute path', makeArchive([text, { name: '/etc/passwd', bytes: chat }]), 'not-understood'],
    ['a drive', makeArchive([text, { name: 'C:/evil.jpg', bytes: chat }]), 'not-understood'],
    ['a null in a name', makeArchive([text, { name: 'a\0.jpg', bytes: chat }]), 'not-understood'],
    ['a symbolic link', makeArchive([text, { name: 'link.jpg', bytes: Buffer.from('/etc/passwd'), mode: 0o120777 }]), 'not-understood'],
    ['a device', makeArchive([text, { name: 'dev', bytes: Buffer.alloc(0), mode: 0o020666 }]), 'not-understood'],
    ['a name given twice', makeArchive([text, image, { ...image, bytes: chat }]), 'not-understood'],
    ['a name given twice but for an unseen character', makeArchive([text, image, { ...image, name: 'IMG-20190325-WA0001\u202e.jpg' }]), 'not-understood'],
    ['encryption', makeArchive([{ ...text, flags: 0x0801 }]), 'encrypted-file'],
    ['a bomb', makeArchive([text, bomb]), 'limit-exceeded'],
    ['a bomb for a text', makeArchive([{ name: '_chat.txt', bytes: Buffer.concat([chat, Buffer.alloc(64 * 1024 * 1024, 0x20)]) }]), 'limit-exceeded'],
    ['entries over one another', makeArchive([text, image, { ...image, name: 'other.jpg', overlaps: 1 }]), 'limit-exceeded'],
    ['too deep a folder', makeArchive([text, { name: `${'a/'.repeat(40)}b.jpg`, bytes: chat }]), 'limit-exceeded'],
    ['a text that says it is shorter than it is', makeArchive([{ ...text, saysSize: 10 }]), 'file-unreadable'],
    ['a text that says it is longer than it is', makeArchive([{ ...text, saysSize: 1000 }]), 'file-unreadable'],
    ['an archive cut short', makeArchive([text, image]).subarray(0, -40), 'not-understood'],
    ['an archive without its beginning', makeArchive([text]).subarray(0, 60), 'not-understood'],
    ['an archive without a conversation', makeArchive([image]), 'not-understood'],
    ['an empty archive', makeArchive([]), 'not-understood'],
    ['an empty file', Buffer.alloc(0), 'file-empty'],
    ['another kind of text', Buffer.from('Dear Sir,\nI write about 12/03/2019.\n'), 'not-understood'],
    ['a picture', picture, 'not-understood'],
  ])('%s', async (_, bytes, code) => expect(await refusal(bytes)).toBe(code));

  it('names the file and never its place', async () => {
    const { lastWord } = await preview(makeArchive([image]));
    expect(lastWord).toEqual({ say: 'refused', error: { code: 'not-understood', file: 'a.zip' } });
  });

  it('refuses a file that is not there, and a folder', async () => {
    for (const path of ['/nonexistent/file', '/tmp']) {
      expect((await runReader({ job: 'preview-conversation', path, name: 'x.txt', dateOrder: null })).lastWord).toEqual({ say: 'refused', error: { code: 'file-unreadable', file: 'x.txt' } });
    }
  });
});

describe('limits', () => {
  it.each<[string, Uint8Array, Partial<ReadingLimits>]>([
    ['entries', makeArchive([text, image]), { archiveEntries: 1 }],
    ['the size of an entry', makeArchive([text, image]), { entryBytes: 1024 }],
    ['the size of everything', makeArchive([text, image]), { archiveBytes: picture.length }],
    ['the length of a text', chat, { textBytes: chat.length - 1 }],
    ['the length of a text in an archive', makeArchive([text]), { textBytes: chat.length - 1 }],
    ['records', chat, { records: 3 }],
  ])('refuses more than it may read: %s', async (_, bytes, less) => {
    const limits = { ...readingLimits, ...less };
    await withFile(bytes, async (path) => {
      const outbox = new Outbox(() => outbox.acknowledge());
      await expect(previewJob({ job: 'preview-conversation', path, name: 'a.zip', dateOrder: null }, outbox, limits)).rejects.toMatchObject({ code: 'limit-exceeded', file: 'a.zip' });
      await expect(readConversationJob({ job: 'read-conversation', path, name: 'a.zip', dateOrder: 'dmy' }, outbox, limits)).rejects.toMatchObject({ code: 'limit-exceeded', file: 'a.zip' });
    });
  });
});
