import { expect, it } from 'vitest';
import { NamedFiles } from './named-files';
import { memorySource } from './testing/memory-source';

const paths = ['messages.json', 'one/messages.json', 'one/photos/1.jpg', 'two/messages.json', 'two/photos/2.jpg', 'two/File-image.png', 'photos/3.jpg'];
const source = memorySource('s', new Map(paths.map((path) => [path, new Uint8Array(1)])));
const absentOf = (named: string, from: string): string | null => {
  const file = source.files.find(({ path }) => path === from);
  return file === undefined ? 'no such file' : new NamedFiles('telegram', source, true).attachment(named, file).absent;
};

it('a file is found beside what names it, from a folder above, or where the export was unpacked deeper or less deep', () => {
  expect(absentOf('photos/1.jpg', 'one/messages.json')).toBe(null);
  expect(absentOf('photos/3.jpg', 'one/messages.json')).toBe(null);
  expect(absentOf('inbox/two/photos/2.jpg', 'two/messages.json')).toBe(null);
  expect(absentOf('./File-image.png', 'two/messages.json')).toBe(null);
});

it('a file of another conversation that only has the name is not taken for it', () => {
  expect(absentOf('File-image.png', 'one/messages.json')).toBe('not-there');
  expect(absentOf('File-image.png', 'messages.json')).toBe('not-there');
  expect(absentOf('inbox/3.jpg', 'messages.json')).toBe('not-there');
  expect(absentOf('inbox/one/photos/2.jpg', 'one/messages.json')).toBe('not-there');
});

it('a file is announced once, however many messages name it', () => {
  const files = new NamedFiles('telegram', source, true);
  const from = source.files.find(({ path }) => path === 'one/messages.json');
  if (from === undefined) throw new Error('no file');
  const first = files.attachment('photos/1.jpg', from);
  expect(files.takeFound()).toEqual([{ part: 'file-found', id: first.file, path: 'one/photos/1.jpg', name: '1.jpg' }]);
  expect([files.attachment('photos/1.jpg', from, 'holiday.jpg'), files.takeFound()]).toEqual([{ name: 'holiday.jpg', file: first.file, absent: null }, []]);
});
