import { expect, it, vi } from 'vitest';
import type { BagChoice } from '../../../shared/model/bag';
import type { Document } from '../../../shared/model/document';
import type { SweepHit, SweepReport } from '../../../shared/model/sweep';
import type { FilesComing } from '../sweep/sweep-files';
import type { BagSource } from './bag-contents';
import { isOfChoice, sweepBag, tellSwept } from './sweep-bag';
import { bytesOf, documents, plan, sourceOf } from './testing/small-bag';

const originals: BagChoice = { form: 'folder', originals: true, wholeSources: false, leftOut: [] };

/** Finds every file by its first letters; what a real sweep finds in them is shown in e2e/hand-over-bag.spec.ts. */
function sweeping() {
  const met: { path: string; bytes: Uint8Array | null }[] = [];
  const sweep = async ({ files }: FilesComing): Promise<SweepReport> => {
    const hits: SweepHit[] = [];
    for await (const { path, bytes } of files) {
      met.push({ path, bytes });
      hits.push({ id: String(hits.length + 1), what: 'fact', factId: 'f'.repeat(32), place: { file: [path], where: 'bytes', name: '', page: null }, sureness: 'exact', part: 'all', shown: { before: '', found: 'x', after: '' }, count: 1 });
    }
    return { hits, isCut: false, factCount: 1, files: hits.length, texts: hits.length, picturesRead: 0 };
  };
  return { met, sweep };
}

const sweepOf = (choice: BagChoice, before: Parameters<typeof sweepBag>[1] = null, given: Partial<BagSource> = {}) => {
  const { met, sweep } = sweeping();
  return sweepBag({ source: sourceOf(given), choice, facts: [], sweep }, before).then((swept) => ({ met, swept }));
};

it('looks at every file as it would lie in the bag, and at the lists', async () => {
  const { met, swept } = await sweepOf(originals);
  expect(met.map(({ path }) => path)).toEqual(['data/exhibits/TM1/door 100-.jpg', 'data/exhibits/TM2/_CON.txt', 'data/exhibits/TM3/_..-film.mp4', 'data/index.json', 'data/index.csv', 'data/entries.csv']);
  expect(met.slice(0, 3).map(({ bytes }) => Buffer.compare(bytes!, bytesOf[String(met.findIndex((one) => one.bytes === bytes) + 1)]!))).toEqual([0, 0, 0]);
  expect(Buffer.from(met[3]!.bytes!).toString()).toContain('../film.mp4');
  expect(swept.owners.map(({ documentId, name }) => [documentId, name])).toEqual(documents.map(({ id, originalName }) => [id, originalName]));
  const copies = await sweepOf({ ...originals, originals: false });
  expect(copies.met.slice(0, 2).map(({ path, bytes }) => [path, Buffer.from(bytes!).toString()])).toEqual([['data/exhibits/TM1/door 100- (copy).jpg', 'drawn'], ['data/exhibits/TM2/_CON.txt', 'words']]);
});

it('takes away what is left out without reading the rest again, and keeps what was decided', async () => {
  const { swept } = await sweepOf(originals);
  expect(() => swept.decisions.settled()).toThrow('sweep-open');
  swept.decisions.release(swept.report.hits.slice(0, 2).map(({ id }) => id), 'they know it');
  const pieces = vi.fn<BagSource['pieces']>();
  const { met, swept: after } = await sweepOf({ ...originals, leftOut: [documents[2]!.id] }, swept, { pieces });
  expect(pieces).not.toHaveBeenCalled();
  expect(met.map(({ path }) => path)).toEqual(['data/index.json', 'data/index.csv', 'data/entries.csv']);
  expect(Buffer.from(met[0]!.bytes!).toString()).not.toContain('"originalName": "../film.mp4"');
  expect(after.report.hits.map(({ place }) => place.file[0])).toEqual(['data/exhibits/TM1/door 100-.jpg', 'data/exhibits/TM2/_CON.txt', 'data/index.json', 'data/index.csv', 'data/entries.csv']);
  expect(tellSwept(after).released.map(({ reason }) => reason)).toEqual(['they know it', 'they know it']);
  expect(() => after.decisions.settled()).toThrow('sweep-open');
  after.decisions.release(after.report.hits.map(({ id }) => id), 'all of it');
  expect(after.decisions.settled()).toHaveLength(5);
});

it('holds for the very choice alone that was looked through', async () => {
  const leftOut = [documents[0]!.id];
  const { swept } = await sweepOf({ ...originals, leftOut });
  expect(isOfChoice(swept, { ...originals, form: 'zip', leftOut })).toBe(true);
  for (const other of [originals, { ...originals, originals: false, leftOut }, { ...originals, wholeSources: true, leftOut }, { ...originals, leftOut: [documents[1]!.id] }, { ...originals, leftOut: [...leftOut, documents[1]!.id] }]) expect(isOfChoice(swept, other)).toBe(false);
  expect(isOfChoice(null, originals)).toBe(false);
  const { met } = await sweepOf(originals, swept);
  expect(met).toHaveLength(6);
});

it('says of a file that is too long to be held that it was not looked into, and passes over a damaged one', async () => {
  const film: Document = { ...documents[2]!, sizeBytes: 2 ** 32 };
  const exhibits = plan.exhibits.map((exhibit) => (exhibit.thing.kind === 'document' && exhibit.thing.document.id === film.id ? { ...exhibit, thing: { ...exhibit.thing, document: film } } : exhibit));
  const pieces: BagSource['pieces'] = async function* ({ id }) { yield id === documents[0]!.id ? Buffer.alloc(5_000_000) : bytesOf[id[0]!]!; };
  const { met } = await sweepOf(originals, null, { plan: { ...plan, exhibits }, pieces });
  expect(met.slice(0, 2).map(({ path, bytes }) => [path, bytes === null ? null : Buffer.from(bytes).toString()])).toEqual([['data/exhibits/TM2/_CON.txt', 'words'], ['data/exhibits/TM3/_..-film.mp4', null]]);
});
