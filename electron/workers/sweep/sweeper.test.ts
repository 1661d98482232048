import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeArchive } from '../read-source/testing/make-archive';
import { Sweeper } from './sweeper';
import { hidingPlaces, jpegWith } from './testing/hiding-places';

const pdfium = new Uint8Array(readFileSync(join(import.meta.dirname, '../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm')));
const fact = { id: 'a'.repeat(32), kind: 'address' as const, text: '14 Harbour Road, EM4 7QT', alsoWritten: [] };
const sweep = async (path: string, bytes: Uint8Array, mediaType = '') => {
  const sweeper = new Sweeper([fact], pdfium);
  const toBeRead = await sweeper.look(path, mediaType, bytes);
  return { sweeper, toBeRead, report: sweeper.report(), hits: sweeper.report().hits };
};

describe('a protected address', () => {
  test.each(hidingPlaces)('is found: $name', async (place) => {
    const words = '14 Harbour Road, EM4 7QT';
    const { hits } = await sweep(place.pathOf?.(words) ?? place.path, await place.make(words), place.mediaType);
    expect(hits.filter(({ what }) => what === 'fact'), place.name).not.toEqual([]);
    expect(hits.every(({ factId }) => factId === null || factId === fact.id)).toBe(true);
  });

  test.each(hidingPlaces)('is not found where it is not: $name', async (place) => {
    const words = '9 Oak Tree Lane, LS1 4AP';
    const { hits } = await sweep(place.pathOf?.(words) ?? place.path, await place.make(words), place.mediaType);
    expect(hits).toEqual([]);
  });
});

test('says where', async () => {
  const where = async (name: string): Promise<string[]> => {
    const place = hidingPlaces.find((one) => one.name === name)!;
    const { hits } = await sweep(place.path, await place.make('14 Harbour Road, EM4 7QT'), place.mediaType);
    return hits.filter(({ what }) => what === 'fact').map(({ place: at, sureness }) => `${at.file.join(' › ')} | ${at.where} ${at.name} ${at.page ?? ''} | ${sureness}`);
  };
  expect(await where('text of a page')).toEqual(['text.pdf | page  1 | exact']);
  expect(await where('keywords of a PDF')).toContain('keywords-of-a-PDF.pdf | pdf-about Keywords  | exact');
  expect(await where('file attached to a PDF')).toContain('file-attached-to-a-PDF.pdf › note.txt | text   | exact');
  expect(await where('version before the last')).toEqual([expect.stringContaining('earlier-version')]);
  expect(await where('hidden sheet of a table')).toContainEqual(expect.stringContaining('hidden-sheet xl/worksheets/sheet2.xml'));
  expect(await where('deletion tracked in a Word file')).toContainEqual(expect.stringContaining('document-struck-out'));
  expect(await where('member of an archive in an archive')).toEqual(['bag.zip › inner.zip › data/list.txt | text   | exact']);
  expect(await where('header of a mail')).toContainEqual(expect.stringContaining('mail-header X-Delivery'));
});

test('where something was made, with what and by whom is a finding without any fact', async () => {
  const { hits, toBeRead } = await sweep('IMG.jpg', jpegWith('garden', true));
  expect(hits.map(({ what, shown }) => `${what} ${shown.found}`)).toEqual(['coordinates 51.5072222, -0.1275']);
  expect(toBeRead).toMatchObject([{ mediaType: 'image/jpeg', pages: null, bytes: null }]);
  const phone = new Uint8Array(readFileSync(join(import.meta.dirname, '../read-document/pictures/samples/phone.jpg')));
  expect((await sweep('phone.jpg', phone)).hits.map(({ what }) => what)).toEqual(expect.arrayContaining(['coordinates', 'device']));
});

test('words that a machine read count, and a picture that could not be read is said', async () => {
  const { sweeper, toBeRead } = await sweep('IMG.jpg', jpegWith('garden'));
  const [{ place }] = toBeRead as [(typeof toBeRead)[number]];
  sweeper.takeWords(place, 'l4 Harb0ur Road');
  sweeper.takeWords(place, null);
  expect(sweeper.report()).toMatchObject({ picturesRead: 1, hits: [{ what: 'fact', sureness: 'nearly' }, { what: 'not-looked-into' }] });
});

test('what is made to break a reader is named, and the rest goes on', async () => {
  const bomb = makeArchive([{ name: 'a.bin', bytes: Buffer.alloc(100), saysSize: 4_000_000_000 }, { name: 'b.txt', bytes: Buffer.from('14 Harbour Road') }]);
  const { hits } = await sweep('bomb.zip', bomb);
  expect(hits.map(({ what, place }) => `${what} ${place.file.join('/')}`)).toEqual(['not-looked-into bomb.zip/a.bin', 'fact bomb.zip/b.txt']);
  let nested: Uint8Array = Buffer.from('14 Harbour Road');
  for (let depth = 0; depth < 9; depth += 1) nested = makeArchive([{ name: `${depth}.zip`, bytes: nested }]);
  expect((await sweep('deep.zip', nested)).hits.map(({ what }) => what)).toEqual(['not-looked-into']);
  for (const bytes of [Buffer.from('%PDF-1.7\n%%EOF'), Buffer.from('PK\x03\x04nothing'), Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff])]) await expect(sweep('odd', bytes)).resolves.toBeDefined();
  expect((await sweep('odd.pdf', Buffer.from('%PDF-1.7\n%%EOF'))).hits.map(({ what }) => what)).toEqual(['not-looked-into']);
});
