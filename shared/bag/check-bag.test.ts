import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type BagFiles, checkBag as checkBagIn } from './check-bag';
import { filesBeside, findBags } from './find-bags';
import { manifestNamed, readManifest, writeManifest } from './manifest';
import { compareSum } from './same-sum';
import { bagitTxt, readOxum, readTags, tagOf, writeTags } from './tag-files';

const sum = (text: string, algorithm = 'sha256') => createHash(algorithm).update(text).digest('hex');

/** A bag as any tool may make it: payload under `data/`, lists of payload and of tags. */
function makeBag(payload: Record<string, string>, root = ''): Map<string, string> {
  const bytes = Object.values(payload).reduce((all, text) => all + Buffer.byteLength(text), 0);
  const tags: Record<string, string> = {
    'bagit.txt': bagitTxt, 'bag-info.txt': writeTags([['External-Description', 'Exhibits'], ['Payload-Oxum', `${bytes}.${Object.keys(payload).length}`]]),
    'manifest-sha256.txt': writeManifest(Object.entries(payload).map(([path, text]) => ({ path, sum: sum(text) }))),
  };
  tags['tagmanifest-sha256.txt'] = writeManifest(Object.entries(tags).map(([path, text]) => ({ path, sum: sum(text) })));
  return new Map([...Object.entries(payload), ...Object.entries(tags)].map(([path, text]) => [root + path, text]));
}

function filesOf(bag: ReadonlyMap<string, string | null>): BagFiles {
  return {
    paths: [...bag.keys()], sizeOf: (path) => Buffer.byteLength(bag.get(path) ?? ''), text: async (path) => bag.get(path) ?? null,
    digest: async (path, algorithms) => { const text = bag.get(path); return text == null ? null : Object.fromEntries(algorithms.map((each) => [each, sum(text, each)])); },
  };
}
/** The one bag that is there. */
const checkBag = async (files: BagFiles) => checkBagIn(files, findBags(files.paths)[0] ?? '');
const payload = { 'data/chronology.pdf': 'pages', 'data/TM1/a.jpg': 'picture', 'data/TM2/b.txt': 'words' };
const whole = { isWhole: true, problems: [], changed: [], missing: [], added: [], renamed: [], unreadable: [] };

test.each(['', 'Smith-evidence/'])('a whole bag in %j', async (root) => {
  const checked = await checkBag(filesOf(makeBag(payload, root)));
  expect(checked).toMatchObject({ ...whole, listedCount: 6, checkedBytes: 17 + [...makeBag(payload)].slice(3, 6).reduce((all, [, text]) => all + text.length, 0) });
  expect(checked.ownSha256).toBe(sum(makeBag(payload).get('tagmanifest-sha256.txt') ?? ''));
  expect(checked.says[0]).toEqual({ label: 'External-Description', value: 'Exhibits' });
});

test('changed, missing, added and renamed files are named, each as what it is', async () => {
  const bag = makeBag({ ...payload, 'data/TM3/c.mp4': 'film', 'data/TM4/d.eml': 'mail' }, 'B/');
  bag.set('B/data/TM1/a.jpg', 'pictura');
  bag.delete('B/data/TM2/b.txt');
  bag.set('B/data/TM3/C.mp4', bag.get('B/data/TM3/c.mp4') ?? '');
  bag.delete('B/data/TM3/c.mp4');
  bag.set('B/data/planted.txt', 'not hers');
  bag.set('B/data/.DS_Store', 'a Mac was here');
  const checked = await checkBag(filesOf(bag));
  expect(checked).toMatchObject({
    isWhole: false, changed: ['data/TM1/a.jpg'], missing: ['data/TM2/b.txt'], added: ['data/planted.txt'], renamed: [{ from: 'data/TM3/c.mp4', to: 'data/TM3/C.mp4' }], systemFileCount: 1,
    problems: ['another-size'],
  });
});

test('a file changed together with its line shows in the list of lists, and one that cannot be read is not called changed', async () => {
  const bag = new Map<string, string | null>(makeBag(payload));
  bag.set('data/TM1/a.jpg', 'pictura');
  bag.set('manifest-sha256.txt', (bag.get('manifest-sha256.txt') ?? '').replace(sum('picture'), sum('pictura')));
  bag.set('data/TM2/b.txt', null);
  expect(await checkBag(filesOf(bag))).toMatchObject({ isWhole: false, changed: ['manifest-sha256.txt'], unreadable: ['data/TM2/b.txt'] });
});

test('what any other tool writes is read: capitals, tabs, stars, ./, CR LF, a byte order mark, several digests, no list of tags', async () => {
  const lines = (algorithm: string, between: string) => Object.entries(payload).map(([path, text]) => `${sum(text, algorithm).toUpperCase()}${between}${path}\r\n`).join('');
  const bag = new Map([...Object.entries(payload), ['bagit.txt', '\ufeffBagIt-Version: 0.97\r\nTag-File-Character-Encoding: utf-8\r\n'], ['manifest-md5.txt', lines('md5', ' *./')], ['manifest-sha512.txt', lines('sha512', '\t')]] as [string, string][]);
  expect(await checkBag(filesOf(bag))).toMatchObject({ ...whole, listedCount: 3, ownSha256: null });
  bag.set('data/TM1/a.jpg', 'x');
  expect(await checkBag(filesOf(bag))).toMatchObject({ isWhole: false, changed: ['data/TM1/a.jpg'] });
});

test('letters in another form (a Mac writes é as two) are the same file', async () => {
  const bag = makeBag({ 'data/Café.txt': 'x' });
  bag.delete('data/Café.txt');
  bag.set('data/Cafe\u0301.txt', 'x');
  expect(await checkBag(filesOf(bag))).toMatchObject(whole);
});

test.each([
  ['no-bagit-txt', (bag: Map<string, string>) => void bag.delete('bagit.txt')],
  ['bagit-txt-strange', (bag) => void bag.set('bagit.txt', 'hello')],
  ['version-unknown', (bag) => void bag.set('bagit.txt', bagitTxt.replace('1.0', '7.0'))],
  ['no-manifest', (bag) => void bag.delete('manifest-sha256.txt')],
  ['manifest-strange-lines', (bag) => void bag.set('manifest-sha256.txt', `${bag.get('manifest-sha256.txt')}what is this\n`)],
  ['manifest-of-unknown-kind', (bag) => void bag.set('manifest-blake9.txt', 'x')],
  ['listed-twice', (bag) => void bag.set('manifest-sha256.txt', (bag.get('manifest-sha256.txt') ?? '').repeat(2))],
  ['not-in-every-manifest', (bag) => void bag.set('manifest-sha512.txt', `${sum('pages', 'sha512')}  data/chronology.pdf\n`)],
  ['unsafe-path', (bag) => void bag.set('manifest-sha256.txt', `${sum('x')}  ../../etc/passwd\n`)],
  ['unsafe-path', (bag) => void bag.set('manifest-sha256.txt', `${sum('x')}  data/../bagit.txt\n`)],
  ['another-size', (bag) => void bag.set('bag-info.txt', 'Payload-Oxum: 1.3\n')],
  ['to-be-fetched', (bag) => void bag.set('fetch.txt', 'https://example.org/a 1 data/a\n')],
] satisfies [string, (bag: Map<string, string>) => void][])('%s is said', async (problem, spoil) => {
  const bag = makeBag(payload);
  spoil(bag);
  const checked = await checkBag(filesOf(bag));
  expect(checked.problems).toContain(problem);
  expect(checked.isWhole).toBe(false);
});

test('where bags lie: every one, however deep, and none within another', () => {
  expect(findBags(['bagit.txt', 'data/a'])).toEqual(['']);
  expect(findBags(['x/bagit.txt', 'x/data/a'])).toEqual(['x/']);
  expect(findBags(['y/bagit.txt', 'x/bagit.txt', 'letter.pdf'])).toEqual(['x/', 'y/']);
  expect(findBags(['a', 'x/y/bagit.txt', 'x/z/bagit.txt'])).toEqual(['x/y/', 'x/z/']);
  expect(findBags(['x/bagit.txt', 'x/data/inner/bagit.txt', 'xy/bagit.txt'])).toEqual(['x/', 'xy/']);
  expect(findBags(['x/data/bagit.txt.pdf', 'x/tagmanifest-sha256.txt'])).toEqual([]);
});

test('a bag that lost its bagit.txt is still found by its lists; a list of everything makes no bag of the folder around', () => {
  expect(findBags(['x/bagit.txt', 'y/manifest-sha256.txt', 'y/data/a'])).toEqual(['x/', 'y/']);
  expect(findBags(['manifest-sha256.txt', 'x/bagit.txt', 'x/manifest-sha256.txt'])).toEqual(['x/']);
});

test('of two bags in a folder each is held against its own lists, and what lies beside them is in neither', async () => {
  const both = new Map([...makeBag(payload, 'first/'), ...makeBag({ 'data/film.mp4': 'film' }, 'second/'), ['letter.pdf', 'Dear'], ['.DS_Store', 'a Mac']]);
  const files = filesOf(both);
  for (const root of findBags(files.paths)) expect(await checkBagIn(files, root)).toMatchObject({ ...whole, listedCount: root === 'first/' ? 6 : 4 });
  expect(filesBeside(files.paths, findBags(files.paths))).toEqual(['letter.pdf']);
  both.set('second/data/film.mp4', 'another');
  both.set('first/data/planted.txt', 'not hers');
  expect(await checkBagIn(filesOf(both), 'first/')).toMatchObject({ isWhole: false, changed: [], added: ['data/planted.txt'] });
  expect(await checkBagIn(filesOf(both), 'second/')).toMatchObject({ isWhole: false, changed: ['data/film.mp4'], added: [] });
});

test('lists and labels', () => {
  expect(manifestNamed('tagmanifest-SHA-256.txt')).toEqual({ isTag: true, algorithm: 'sha256' });
  expect(manifestNamed('manifest.txt')).toBe(null);
  expect(readManifest(`${sum('a')}  data/two  spaces\n${sum('a', 'md5')}  data/short\n`, 'sha256')).toEqual({ lines: [{ path: 'data/two  spaces', sum: sum('a') }], strange: [2] });
  expect(writeManifest([{ path: 'data/b', sum: 'bb' }, { path: 'data/a', sum: 'aa' }])).toBe('aa  data/a\nbb  data/b\n');
  expect(readTags('A: one\n  two\nB:three\nnonsense\n')).toEqual([{ label: 'A', value: 'one two' }, { label: 'B', value: 'three' }]);
  expect(tagOf(readTags(writeTags([['External-Description', 'x\n y']])), 'external-description')).toBe('x y');
  expect(readOxum('12.3')).toEqual({ bytes: 12, files: 3 });
  expect(readOxum('12')).toBe(null);
});

test('a SHA-256 that was typed, pasted or told by phone', () => {
  const known = sum('x');
  const inGroups = known.toUpperCase().replace(/(.{4})/g, '$1 ');
  for (const typed of [known, ` ${inGroups}\n`, `SHA-256: ${known}`, `${known}  data/a.txt`, known.replace(/(.{8})/g, '$1-')]) expect(compareSum(typed, [sum('y'), known])).toBe('same');
  expect(compareSum(sum('z'), [known])).toBe('another');
  expect(compareSum('  ', [known])).toBe('nothing');
  expect(compareSum(known.slice(1), [known])).toBe('not-a-sum');
  expect(compareSum(`${known}0`, [known])).toBe('not-a-sum');
});
