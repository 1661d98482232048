import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FileLeftOutReason } from '../../../shared/model/source-preview';
import { readingLimits, type ReadingLimits } from './limits';
import { Outbox } from './outbox';
import { previewSourceJob } from './preview-source';
import { readSourceJob } from './read-source';
import { makeArchive, type EntryToMake } from './testing/make-archive';
import { runReader, withFile, type Heard } from './testing/run-reader';

const chat = Buffer.from('12/03/2019, 21:05 - Dan: hello\n25/03/2019, 21:06 - Dan: IMG-20190325-WA0001.jpg (file attached)\n25/03/2019, 21:07 - Sam: <Media omitted>\n25/03/2019, 21:08 - Sam: VID-20190325-WA0002.mp4 (file attached)\n');
const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'), Buffer.alloc(3 * 1024 * 1024 + 17, 7)]);
const text: EntryToMake = { name: 'WhatsApp Chat with Dan.txt', bytes: chat };
const image: EntryToMake = { name: 'IMG-20190325-WA0001.jpg', bytes: picture, stored: true, modifiedUnix: 1553548000 };

const unsaid = { dateOrder: null, columns: null };
const preview = (bytes: Uint8Array) => withFile(bytes, (path) => runReader({ job: 'preview-source', path, name: 'a.zip', ...unsaid }));
const read = (bytes: Uint8Array, storeMs = 0) => withFile(bytes, (path) => runReader({ job: 'read-source', path, name: 'a.zip', ...unsaid, keys: null, mail: null, locations: false }, storeMs));
const attached = ({ messages, files }: Heard): (string | null)[] => messages.map(({ attachments: [attachment] }) => (attachment ? (attachment.absent ?? files.get(attachment.file)?.name ?? 'not sound') : null));
const refusal = async (bytes: Uint8Array) => {
  const { lastWord, parts, files, recognised } = await read(bytes);
  expect([parts.length, files.size, recognised]).toEqual([0, 0, null]);
  return lastWord.say === 'refused' ? lastWord.error.code : lastWord.say;
};

describe('the reading process', () => {
  it('previews an archive: counts, order, attachments present, missing and omitted', async () => {
    const { lastWord } = await preview(makeArchive([text, image]));
    expect(lastWord).toEqual({ say: 'source-preview', preview: {
      conversationCount: 1,
      conversations: [{
        key: 'whatsapp:0', kind: 'whatsapp', title: 'Dan', service: 'WhatsApp', participants: [{ name: 'Dan', handle: '', isOwner: false, count: 2 }, { name: 'Sam', handle: '', isOwner: false, count: 2 }],
        messageCount: 4, systemCount: 0, callCount: 0, notUnderstoodCount: 0, attachments: { present: 1, leftOut: 1, notThere: 1, notOpened: 0 }, firstAt: '2019-03-12T21:05:00', lastAt: '2019-03-25T21:08:00',
        bases: ['as-written'], mayBeTruncated: false, notUnderstoodSample: [],
        firstMessages: [
          { sender: 'Dan', atAsWritten: '12/03/2019, 21:05', text: 'hello' }, { sender: 'Dan', atAsWritten: '25/03/2019, 21:06', text: '' }, { sender: 'Sam', atAsWritten: '25/03/2019, 21:07', text: '<Media omitted>' },
          { sender: 'Sam', atAsWritten: '25/03/2019, 21:08', text: '' },
        ],
      }],
      notUnderstoodCount: 0, notUnderstoodSample: [], dateOrder: { settled: 'dmy', examples: [] }, columns: null, mail: null, locations: null, leftOutCount: 0, leftOut: [],
    } });
  });

  it('reads messages and the attachments they name, bytes unchanged, and the hash of the whole source', async () => {
    const archive = makeArchive([text, image, { name: 'never-named.jpg', bytes: picture }]);
    const heard = await read(archive);
    expect(heard.recognised).toEqual({ say: 'recognised', isFolder: false, files: [{ path: 'a.zip', sizeBytes: archive.length }] });
    expect(attached(heard)).toEqual([null, 'IMG-20190325-WA0001.jpg', 'left-out', 'not-there']);
    expect(heard.parts.map((part) => [part.part, part.part === 'messages' && [part.file, part.entryName, part.key]])).toEqual([['conversation', false], ['messages', [0, 'WhatsApp Chat with Dan.txt', 'whatsapp:0']]]);
    const [got] = heard.files.values();
    expect(got?.bytes.equals(picture)).toBe(true);
    expect([...heard.files.values()].map(({ name, mediaType, modifiedUtc }) => ({ name, mediaType, modifiedUtc }))).toEqual([{ name: 'IMG-20190325-WA0001.jpg', mediaType: 'image/jpeg', modifiedUtc: '2019-03-25T21:06:40.000Z' }]);
    expect(heard.lastWord).toEqual({ say: 'source-end', files: [{ path: 'a.zip', sha256: createHash('sha256').update(archive).digest('hex') }], mayBeTruncated: [] });
  });

  it('reads a text alone, with its hash', async () => {
    const { messages, lastWord, parts } = await read(chat);
    expect(messages.length).toBe(4);
    expect(parts.map((part) => part.part === 'messages' && [part.file, part.entryName])).toEqual([false, [0, '']]);
    expect(lastWord).toEqual({ say: 'source-end', files: [{ path: 'a.zip', sha256: createHash('sha256').update(chat).digest('hex') }], mayBeTruncated: [] });
  });

  it('waits for a slow shell: never more than four pieces on the way', async () => {
    const long = Buffer.from(Array.from({ length: 12_000 }, (_, i) => `25/03/2019, 21:06 - Dan: message ${i}\n`).join(''));
    const { messages, mostOutstanding } = await read(long, 5);
    expect(messages.length).toBe(12_000);
    expect(mostOutstanding).toBeLessThanOrEqual(4);
    expect(mostOutstanding).toBeGreaterThan(1);
  });

  it('leaves out an attachment whose bytes are damaged, and goes on', async () => {
    const heard = await read(makeArchive([text, { ...image, saysCrc: 1 }, { name: 'VID-20190325-WA0002.mp4', bytes: Buffer.from('small') }]));
    expect(attached(heard)).toEqual([null, 'not sound', 'left-out', 'VID-20190325-WA0002.mp4']);
    expect(heard.notSound).toEqual([heard.messages[1]?.attachments[0]?.file]);
    expect(heard.lastWord.say).toBe('source-end');
  });

  it('matches names that differ only by unseen characters or by composition', async () => {
    const named = Buffer.from('[12/03/2019, 21:05:33] Dan: \u200e<attached: 1-Caf\u00e9.jpg>\n[25/03/2019, 21:05:33] Dan: x\n');
    const heard = await read(makeArchive([{ name: '_chat.txt', bytes: named }, { name: '1-Cafe\u0301\u202e.jpg', bytes: Buffer.from('x') }]));
    expect(attached(heard)).toEqual(['1-Café.jpg', null]);
  });
});

describe('a hostile entry is left out by name, and the rest goes on', () => {
  const evil = Buffer.from('evil');
  it.each<[string, readonly EntryToMake[], readonly { name: string; reason: FileLeftOutReason }[]]>([
    ['a path that leads out', [{ name: '../../../x.txt', bytes: chat }], [{ name: '../../../x.txt', reason: 'unsafe-name' }]],
    ['a folder that leads out', [{ name: '../../x/', bytes: Buffer.alloc(0) }], [{ name: '../../x/', reason: 'unsafe-name' }]],
    ['a path that leads out with backslashes', [{ name: '..\\evil.jpg', bytes: evil }], [{ name: '..\\evil.jpg', reason: 'unsafe-name' }]],
    ['an absolute path', [{ name: '/etc/passwd', bytes: evil }], [{ name: '/etc/passwd', reason: 'unsafe-name' }]],
    ['a drive', [{ name: 'C:/evil.jpg', bytes: evil }], [{ name: 'C:/evil.jpg', reason: 'unsafe-name' }]],
    ['a null in a name', [{ name: 'a\0.jpg', bytes: evil }], [{ name: 'a.jpg', reason: 'unsafe-name' }]],
    ['control and direction characters', [{ name: 'a\r\n\u001b[2J\u202egpj.exe', bytes: evil }], [{ name: 'a[2Jgpj.exe', reason: 'unsafe-name' }]],
    ['a name of nothing else', [{ name: '\u202e', bytes: evil }], [{ name: '', reason: 'unsafe-name' }]],
    ['too long a name', [{ name: 'n'.repeat(5000), bytes: evil }], [{ name: 'n'.repeat(200), reason: 'unsafe-name' }]],
    ['too deep a folder', [{ name: `${'a/'.repeat(40)}b.jpg`, bytes: evil }], [{ name: `${'a/'.repeat(40)}b.jpg`, reason: 'too-deep' }]],
    ['a symbolic link', [{ name: 'link.jpg', bytes: Buffer.from('/etc/passwd'), mode: 0o120777 }], [{ name: 'link.jpg', reason: 'not-a-file' }]],
    ['a device', [{ name: 'dev', bytes: Buffer.alloc(0), mode: 0o020666 }], [{ name: 'dev', reason: 'not-a-file' }]],
    ['a locked file', [{ name: 'locked.jpg', bytes: evil, flags: 0x0801 }], [{ name: 'locked.jpg', reason: 'encrypted' }]],
    ['a bomb', [{ name: 'b.jpg', bytes: Buffer.alloc(64 * 1024 * 1024) }], [{ name: 'b.jpg', reason: 'too-large' }]],
    ['a name given twice', [{ name: 'VID-20190325-WA0002.mp4', bytes: evil }, { name: 'VID-20190325-WA0002.mp4', bytes: evil }], [{ name: 'VID-20190325-WA0002.mp4', reason: 'same-name' }, { name: 'VID-20190325-WA0002.mp4', reason: 'same-name' }]],
  ])('%s', async (_, hostile, leftOut) => {
    const archive = makeArchive([...hostile, text, image]);
    const { lastWord } = await preview(archive);
    // The chat names a film that is nowhere in the archive, but for the case in which it is there twice.
    const isThere = leftOut.some(({ reason }) => reason === 'same-name');
    expect(lastWord).toMatchObject({ say: 'source-preview', preview: { conversations: [{ messageCount: 4, attachments: { present: 1, leftOut: 1, notThere: isThere ? 0 : 1, notOpened: isThere ? 1 : 0 } }], leftOutCount: leftOut.length, leftOut } });
    const got = await read(archive);
    expect(got.lastWord).toMatchObject({ say: 'source-end', files: [{ sha256: createHash('sha256').update(archive).digest('hex') }] });
    expect(attached(got)).toEqual([null, image.name, 'left-out', isThere ? 'not-opened' : 'not-there']);
  });

  it('counts all of them and names the first fifty', async () => {
    const { lastWord } = await preview(makeArchive([text, ...Array.from({ length: 60 }, (_, index) => ({ name: `../${index}.jpg`, bytes: evil }))]));
    expect(lastWord.say === 'source-preview' && [lastWord.preview.leftOutCount, lastWord.preview.leftOut.length, lastWord.preview.leftOut[49]?.name]).toEqual([60, 50, '../49.jpg']);
  });

  it('leaves nothing out of an ordinary archive, nor of a text', async () => {
    for (const bytes of [makeArchive([text, image, { name: '__MACOSX/._x', bytes: evil }, { name: 'folder/', bytes: Buffer.alloc(0) }]), chat]) {
      expect((await preview(bytes)).lastWord).toMatchObject({ say: 'source-preview', preview: { leftOutCount: 0, leftOut: [] } });
    }
  });
});

describe('hostile sources are refused, and nothing of them is handed on', () => {
  it.each<[string, Uint8Array, string]>([
    ['encryption', makeArchive([{ ...text, flags: 0x0801 }]), 'encrypted-file'],
    ['a bomb for a text', makeArchive([{ name: '_chat.txt', bytes: Buffer.concat([chat, Buffer.alloc(64 * 1024 * 1024, 0x20)]) }]), 'limit-exceeded'],
    ['entries over one another', makeArchive([text, image, { ...image, name: 'other.jpg', overlaps: 1 }]), 'limit-exceeded'],
    ['a chat whose own path leads out', makeArchive([{ ...text, name: '../_chat.txt' }, image]), 'not-understood'],
    ['a chat given twice', makeArchive([text, text]), 'not-understood'],
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

  it('refuses a file that is not there', async () => {
    expect((await runReader({ job: 'preview-source', path: '/nonexistent/file', name: 'x.txt', ...unsaid })).lastWord).toEqual({ say: 'refused', error: { code: 'file-unreadable', file: 'x.txt' } });
  });
});

describe('limits', () => {
  it.each<[string, Uint8Array, Partial<ReadingLimits>]>([
    ['files', makeArchive([text, image]), { files: 1 }],
    ["the size of the text's own entry", makeArchive([text, image]), { entryBytes: chat.length - 1 }],
    ['the size of everything', makeArchive([text, image]), { archiveBytes: picture.length }],
    ['the length of a text', chat, { textBytes: chat.length - 1 }],
    ['the length of a text in an archive', makeArchive([text]), { textBytes: chat.length - 1 }],
    ['records', chat, { records: 3 }],
  ])('refuses more than it may read: %s', async (_, bytes, less) => {
    const limits = { ...readingLimits, ...less };
    await withFile(bytes, async (path) => {
      const outbox = new Outbox(() => outbox.acknowledge());
      await expect(previewSourceJob({ job: 'preview-source', path, name: 'a.zip', ...unsaid }, outbox, limits)).rejects.toMatchObject({ code: 'limit-exceeded', file: 'a.zip' });
      await expect(readSourceJob({ job: 'read-source', path, name: 'a.zip', ...unsaid, keys: null, mail: null, locations: false }, outbox, limits)).rejects.toMatchObject({ code: 'limit-exceeded', file: 'a.zip' });
    });
  });
});
