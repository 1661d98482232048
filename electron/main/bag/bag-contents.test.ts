import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Refusal } from '../../../shared/contract/errors';
import { BagIndex } from '../../../shared/bag/bag-index';
import { saveWhole } from '../files/save-whole';
import { saveWholeFolder } from '../files/save-whole-folder';
import { bagContents, type BagFile, type BagSource, type BagWritten, DamagedOriginal } from './bag-contents';
import { at, bytesOf, documents, plan, sourceOf, sum } from './testing/small-bag';
import { zipPieces } from './zip-pieces';

let folder: string;
beforeEach(async () => { folder = await mkdtemp(path.join(tmpdir(), 'tidemark-bag-')); });
afterEach(() => rm(folder, { recursive: true, force: true }));

const written = (): BagWritten => ({ bagSha256: '', fileCount: 0, leftOutCount: 0 });
const saveFolder = (source: BagSource, facts = written()) => saveWholeFolder(bagContents(source, facts), folder, 'Ellis-evidence', async ({ fileName }) => ({ fileName, facts }));
const indexIn = async (bag: string) => BagIndex.parse(JSON.parse(await readFile(path.join(bag, 'data/index.json'), 'utf8')));

it('is a bag whose lists sha256sum passes, with every original under a safe name', async () => {
  const { fileName, facts } = await saveFolder(sourceOf());
  const bag = path.join(folder, fileName);
  for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) execFileSync('sha256sum', ['--strict', '-c', list], { cwd: bag, stdio: 'ignore' });
  expect(facts).toEqual({ bagSha256: sum(await readFile(path.join(bag, 'tagmanifest-sha256.txt'))), fileCount: 15, leftOutCount: 0 });
  expect(await readdir(path.join(bag, 'data/exhibits'), { recursive: true })).toEqual(expect.arrayContaining(['TM1/door 100-.jpg', 'TM2/_CON.txt', 'TM3/_..-film.mp4']));
  expect(await readFile(path.join(bag, 'data/exhibits/TM1/door 100-.jpg'))).toEqual(bytesOf[1]);
  const index = await indexIn(bag);
  expect(index.exhibits[0]).toMatchObject({ mark: 'TM1', citedByEntries: [1], files: [{ originalName: 'door 100%.jpg', inBag: { as: 'original', path: 'data/exhibits/TM1/door 100-.jpg' } }] });
  expect(await readFile(path.join(bag, 'data/entries.csv'), 'utf8')).toContain("1,Incident,'=1+1,June 2019,diary or notes,2026-05-03T20:04:11.250Z");
  expect(await readdir(folder)).toEqual(['Ellis-evidence']);
});

it('holds copies and sums alone, unless originals were asked for', async () => {
  const { fileName, facts } = await saveFolder(sourceOf({ choice: { form: 'folder', originals: false, wholeSources: false, leftOut: [] } }));
  const bag = path.join(folder, fileName);
  const [picture, words, film] = (await indexIn(bag)).exhibits.map(({ files }) => files[0]);
  expect(picture).toMatchObject({ original: { sha256: sum(bytesOf[1]!) }, inBag: { as: 'copy', path: 'data/exhibits/TM1/door 100- (copy).jpg', sha256: sum('drawn') }, claims: [], fileModifiedUtc: null });
  expect(words).toMatchObject({ inBag: { as: 'original' } });
  expect(film).toMatchObject({ original: { sha256: sum(bytesOf[3]!) }, inBag: { as: 'not', why: 'not-chosen' } });
  expect(facts.leftOutCount).toBe(1);
  expect(await readFile(path.join(bag, 'data/index.csv'), 'utf8')).toContain('Not in the bag: the original stays in the record');
});

it('holds no file at all where something was taken out of the pages', async () => {
  const { fileName } = await saveFolder(sourceOf({ plan: { ...plan, redaction: { listId: 'c'.repeat(32), words: [], areas: [], notRead: [] } } }));
  const index = await indexIn(path.join(folder, fileName));
  expect(index.exhibits.map(({ files }) => files[0]?.inBag)).toEqual(Array.from({ length: 3 }, () => ({ as: 'not', why: 'redacted' })));
  expect(await readdir(path.join(folder, fileName, 'data'))).toEqual(['chronology.pdf', 'entries.csv', 'index.csv', 'index.json']);
  const held = await saveFolder(sourceOf({ heldBack: new Set([documents[2]!.id]) }));
  expect((await indexIn(path.join(folder, held.fileName))).exhibits.map(({ files }) => files[0]?.inBag.as)).toEqual(['original', 'original', 'not']);
});

it('holds no file of which only some pages are in these pages, original or copy', async () => {
  const extracted = { ...plan, exhibits: plan.exhibits.map((exhibit, index) => (index === 0 ? { ...exhibit, inCopy: { title: 'The door', extract: { ranges: [{ from: 2, to: 2 }], of: 3 }, turns: [] } } : exhibit)) };
  for (const originals of [true, false]) {
    const { fileName } = await saveFolder(sourceOf({ plan: extracted, choice: { form: 'folder', originals, wholeSources: false, leftOut: [] } }));
    const [first] = (await indexIn(path.join(folder, fileName))).exhibits;
    expect(first).toMatchObject({ name: 'The door (extract: page 2 of 3)', files: [{ originalName: 'door 100%.jpg', original: { sha256: sum(bytesOf[1]!) }, inBag: { as: 'not', why: 'extract' } }] });
    expect(await readdir(path.join(folder, fileName, 'data/exhibits'))).not.toContain('TM1');
    expect(await readFile(path.join(folder, fileName, 'data/index.csv'), 'utf8')).toContain('Not in the bag: only some of its pages are in these pages, and the file has all of them');
    await rm(path.join(folder, fileName), { recursive: true });
  }
});

it('names nothing of a file that she left out but its SHA-256', async () => {
  const { fileName, facts } = await saveFolder(sourceOf({ choice: { form: 'folder', originals: true, wholeSources: false, leftOut: [documents[2]!.id] } }));
  const bag = path.join(folder, fileName);
  const index = await indexIn(bag);
  expect(index.exhibits[2]?.files).toMatchObject([{ originalName: '', original: { sha256: sum(bytesOf[3]!) }, inBag: { as: 'not', why: 'left-out' }, claims: [], fileModifiedUtc: null }]);
  expect(await readdir(path.join(bag, 'data/exhibits'))).toEqual(['TM1', 'TM2']);
  expect(await readFile(path.join(bag, 'data/index.csv'), 'utf8')).toContain('left out by the person who keeps the record');
  expect(facts.leftOutCount).toBe(1);
});

it('says of a damaged original that it is, and leaves nothing behind meanwhile', async () => {
  const spoiled: Partial<BagSource> = { pieces: async function* () { yield Buffer.from('something else'); } };
  await expect(saveFolder(sourceOf(spoiled))).rejects.toBeInstanceOf(DamagedOriginal);
  expect(await readdir(folder)).toEqual([]);
  const { fileName, facts } = await saveFolder(sourceOf({ ...spoiled, damaged: new Set(documents.map(({ id }) => id)) }));
  expect((await indexIn(path.join(folder, fileName))).exhibits[2]?.files[0]?.inBag).toEqual({ as: 'not', why: 'damaged' });
  expect(facts.leftOutCount).toBe(3);
});

it('is the same archive, byte for byte, in any time zone; other programs unpack it', async () => {
  const pack = async (name: string) => {
    const place = path.join(folder, name);
    await saveWhole(zipPieces('Ellis-evidence', bagContents(sourceOf(), written()), at), place, async () => undefined);
    return readFile(place);
  };
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Pacific/Auckland';
  const first = await pack('a.zip');
  process.env['TZ'] = 'America/Los_Angeles';
  const second = await pack('b.zip');
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  expect(second.equals(first)).toBe(true);
  execFileSync('unzip', ['-q', path.join(folder, 'a.zip'), '-d', path.join(folder, 'out')]);
  execFileSync('sha256sum', ['--strict', '-c', 'manifest-sha256.txt'], { cwd: path.join(folder, 'out/Ellis-evidence'), stdio: 'ignore' });
});

it('leaves nothing of an archive that was stopped', async () => {
  async function* stopping(): AsyncGenerator<Pick<BagFile, 'path' | 'sizeBytes' | 'pieces'>> {
    yield { path: 'a', sizeBytes: 1, pieces: (async function* () { yield Buffer.from('a'); })() };
    yield { path: 'b', sizeBytes: 2, pieces: (async function* () { yield Buffer.from('b'); throw new Refusal('cancelled'); })() };
  }
  await expect(saveWhole(zipPieces('x', stopping(), at), path.join(folder, 'x.zip'), async () => undefined)).rejects.toMatchObject({ code: 'cancelled' });
  await expect(saveWholeFolder(stopping(), folder, 'x', async () => undefined)).rejects.toMatchObject({ code: 'cancelled' });
  expect(await readdir(folder)).toEqual([]);
});

it('takes a number where the name is taken, and removes what a killed program left', async () => {
  await mkdir(path.join(folder, 'ELLIS-evidence'));
  const left = path.join(folder, `.${'0'.repeat(32)}.part`);
  await mkdir(left);
  await writeFile(path.join(left, 'half'), 'x');
  execFileSync('touch', ['-d', '2001-01-01', left]);
  expect((await saveFolder(sourceOf())).fileName).toBe('Ellis-evidence-2');
  expect((await readdir(folder)).sort()).toEqual(['ELLIS-evidence', 'Ellis-evidence-2']);
});
