import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BundleChecked } from '../../../shared/bag/bag-checked';
import { runReader } from './testing/run-reader';

let folder: string;
let bag: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tidemark-bundle-'));
  bag = path.join(folder, 'evidence');
  mkdirSync(path.join(bag, 'data/TM1'), { recursive: true });
  writeFileSync(path.join(bag, 'data/chronology.pdf'), '%PDF-1.7 pages');
  writeFileSync(path.join(bag, 'data/TM1/empty'), '');
  writeFileSync(path.join(bag, 'data/TM1/photo Ünder.jpg'), Buffer.alloc(3_000_000, 7));
  writeFileSync(path.join(bag, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  const list = (of: string, into: string) => execFileSync('sh', ['-c', `find ${of} -type f | sort | xargs -d '\\n' sha256sum > ${into}`], { cwd: bag });
  list('data', 'manifest-sha256.txt');
  list('bagit.txt manifest-sha256.txt', 'tagmanifest-sha256.txt');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function check(place: string): Promise<BundleChecked> {
  const { lastWord } = await runReader({ job: 'check-bundle', path: place, name: path.basename(place) });
  if (lastWord.say !== 'bundle-checked') throw new Error(JSON.stringify(lastWord));
  return lastWord.checked;
}
const zip = (from = folder) => {
  execFileSync('zip', ['-q', '-r', path.join(folder, 'evidence.zip'), 'evidence'], { cwd: from });
  return path.join(folder, 'evidence.zip');
};
const sumOf = (file: string) => execFileSync('sha256sum', [file], { encoding: 'utf8' }).slice(0, 64);

test('a bag as a folder, and as an archive, that sha256sum made', async () => {
  const inFolder = await check(bag);
  expect(inFolder).toMatchObject({ file: null, bags: [{ at: '', archive: null, bag: { isWhole: true, listedCount: 5, problems: [] } }], besideCount: 0 });
  expect(inFolder.bags[0]?.bag.ownSha256).toBe(sumOf(path.join(bag, 'tagmanifest-sha256.txt')));
  const packed = zip();
  expect(await check(packed)).toEqual({ ...inFolder, bags: [{ ...inFolder.bags[0], at: 'evidence' }], name: 'evidence.zip', file: { sizeBytes: expect.any(Number) as number, sha256: sumOf(packed), isPdf: false } });
});

test.each(['folder', 'archive'])('every change is named, of the %s', async (as) => {
  appendFileSync(path.join(bag, 'data/chronology.pdf'), ' ');
  renameSync(path.join(bag, 'data/TM1/photo Ünder.jpg'), path.join(bag, 'data/TM1/photo.jpg'));
  rmSync(path.join(bag, 'data/TM1/empty'));
  writeFileSync(path.join(bag, 'data/planted.txt'), 'not hers');
  const checked = await check(as === 'folder' ? bag : zip());
  expect(checked.bags[0]?.bag).toMatchObject({
    isWhole: false, changed: ['data/chronology.pdf'], missing: ['data/TM1/empty'], added: ['data/planted.txt'], renamed: [{ from: 'data/TM1/photo Ünder.jpg', to: 'data/TM1/photo.jpg' }],
  });
});

test('every bag of a folder is checked by itself: two folders, one further down, and packed ones', async () => {
  const second = path.join(folder, 'later/second');
  mkdirSync(path.join(folder, 'later'));
  execFileSync('cp', ['-r', bag, second]);
  const packed = zip();
  writeFileSync(path.join(folder, 'cut.zip'), Buffer.from('PK\u0003\u0004 and no more'));
  writeFileSync(path.join(folder, 'letter.pdf'), '%PDF-1.7 Dear');
  appendFileSync(path.join(second, 'data/chronology.pdf'), ' ');
  const { bags, beside } = await check(folder);
  expect(bags.map(({ at, bag: { isWhole, changed, added } }) => ({ at, isWhole, changed, added }))).toEqual([
    { at: 'evidence', isWhole: true, changed: [], added: [] },
    { at: 'evidence.zip', isWhole: true, changed: [], added: [] },
    { at: 'later/second', isWhole: false, changed: ['data/chronology.pdf'], added: [] },
  ]);
  expect(bags[1]?.archive?.sha256).toBe(sumOf(packed));
  expect(beside).toEqual(['cut.zip', 'letter.pdf']);
  // Zips packed once more are not looked into; somebody is told that they are there.
  execFileSync('zip', ['-q', 'zips.zip', 'evidence.zip', 'cut.zip', 'letter.pdf'], { cwd: folder });
  expect(await check(path.join(folder, 'zips.zip'))).toMatchObject({ bags: [], zipsInZip: 2 });
  rmSync(packed);
  execFileSync('zip', ['-q', '-r', 'two.zip', 'evidence', 'later'], { cwd: folder });
  for (const [place, from] of [[path.join(folder, 'two.zip'), ''], [folder, 'two.zip/']] as const) {
    expect((await check(place)).bags.filter(({ at }) => at.startsWith(from)).map(({ at, bag: { isWhole } }) => [at, isWhole])).toEqual(expect.arrayContaining([[`${from}evidence`, true], [`${from}later/second`, false]]));
  }
});

test('a link is not followed, and what systems lay down is no change', async () => {
  rmSync(path.join(bag, 'data/chronology.pdf'));
  writeFileSync(path.join(folder, 'elsewhere.pdf'), '%PDF-1.7 pages');
  symlinkSync(path.join(folder, 'elsewhere.pdf'), path.join(bag, 'data/chronology.pdf'));
  writeFileSync(path.join(bag, 'data/Thumbs.db'), 'Windows');
  expect((await check(bag)).bags[0]?.bag).toMatchObject({ isWhole: false, unreadable: ['data/chronology.pdf'], added: [], systemFileCount: 1 });
});

test('a file alone, and an archive that is none', async () => {
  const pdf = path.join(bag, 'data/chronology.pdf');
  expect(await check(pdf)).toEqual({ name: 'chronology.pdf', bags: [], beside: [], besideCount: 0, zipsInZip: 0, file: { sizeBytes: 14, sha256: sumOf(pdf), isPdf: true } });
  const cut = zip();
  truncateSync(cut, 200);
  expect(await check(cut)).toEqual({ name: 'evidence.zip', bags: [], beside: [], besideCount: 0, zipsInZip: 0, file: { sizeBytes: 200, sha256: sumOf(cut), isPdf: false } });
  expect((await runReader({ job: 'check-bundle', path: path.join(folder, 'gone'), name: 'gone' })).lastWord).toEqual({ say: 'refused', error: { code: 'file-unreadable', file: 'gone' } });
});
