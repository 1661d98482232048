import { expect, it } from 'vitest';
import { FoundFiles } from './found-files';
import type { SourceFile } from './source';

const file = (path: string, archive = ''): SourceFile => ({
  path, archive, sizeBytes: 1, modifiedUtc: null, head: () => Promise.resolve(new Uint8Array(1)),
  async *bytes() {
    yield new Uint8Array(1);
  },
});

it.each([
  ['beside the file that names it', 'a/chat.txt', 'x.jpg', ['a/x.jpg', 'x.jpg'], 'a/x.jpg'],
  ['in a folder above', 'a/b/chat.json', 'media/x.jpg', ['a/media/x.jpg', 'media/x.jpg'], 'a/media/x.jpg'],
  ['by its whole path', 'a/b/chat.json', 'a/b/x.jpg', ['a/b/x.jpg'], 'a/b/x.jpg'],
  ['in a folder below, by its name alone', 'a/chat.txt', 'x.jpg', ['a/media/x.jpg', 'b/x.jpg'], 'a/media/x.jpg'],
  ['in other letters, composition and unseen characters', 'a/chat.txt', 'Cafe\u0301.JPG', ['a/caf\u00e9\u202e.jpg'], 'a/caf\u00e9\u202e.jpg'],
  ['never where two below have the name', 'a/chat.txt', 'x.jpg', ['a/1/x.jpg', 'a/2/x.jpg'], null],
  ['never in the folder of another chat', 'a/chat.txt', 'x.jpg', ['b/x.jpg'], null],
  ['never out of its folder by a path that climbs', 'a/chat.txt', '../b/x.jpg', ['b/x.jpg'], null],
] as const)('finds a file %s', (_, from, named, others, found) => {
  const chat = file(from);
  expect(new FoundFiles('s', [chat, ...others.map((path) => file(path))], []).find(named, chat)?.path ?? null).toBe(found);
});

it('never finds a file of another archive, nor one outside of its own', () => {
  const chat = file('a.zip/chat.txt', 'a.zip/');
  const source = new FoundFiles('s', [chat, file('x.jpg'), file('b.zip/x.jpg', 'b.zip/'), file('a.zip/in.zip/x.jpg', 'a.zip/in.zip/'), file('a.zip/y.jpg', 'a.zip/')], ['a.zip/z.jpg', 'b.zip/w.jpg']);
  expect(['x.jpg', 'in.zip/x.jpg', 'y.jpg'].map((name) => source.find(name, chat)?.path ?? null)).toEqual([null, null, 'a.zip/y.jpg']);
  expect(['z.jpg', 'w.jpg', 'y.jpg'].map((name) => source.isLeftOut(name, chat))).toEqual([true, false, false]);
});
