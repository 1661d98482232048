import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { PictureFacts } from '../../../../shared/model/document';
import { PictureDetails } from '../../../../shared/model/picture-details';
import { sourceOf } from '../byte-source';
import { tellType } from '../../read-source/tell-type';
import { readPictureDetails, type ReadPicture } from './picture-details';

vi.setConfig({ testTimeout: 120_000 });

const folder = path.join(import.meta.dirname, 'samples');
const samples = readdirSync(folder).filter((name) => !name.endsWith('.expected') && !name.endsWith('.json'));

async function read(bytes: Buffer, name: string): Promise<ReadPicture> {
  const { mediaType } = await tellType(bytes);
  const found = await readPictureDetails(sourceOf(bytes), mediaType, name);
  PictureFacts.parse(found.facts);
  PictureDetails.parse(found.details);
  return found;
}
const sample = (name: string): Buffer => readFileSync(path.join(folder, name));

describe.each(samples)('%s', (name) => {
  it('says what is in it', async () => {
    await expect(`${JSON.stringify(await read(sample(name), name), null, 1)}\n`).toMatchFileSnapshot(path.join(folder, `${name}.expected`));
  });
  it('every place holds what is said to stand there', async () => {
    const bytes = sample(name);
    const { details } = await read(bytes, name);
    for (const { block, name: field, value, place } of details.fields) {
      if (!place) throw new Error(`${field} has no place`);
      expect(place.offset + place.length).toBeLessThanOrEqual(bytes.length);
      const there = bytes.subarray(place.offset, place.offset + place.length).toString('utf8');
      // Words stand in the file as they are; numbers and times are written otherwise, XMP with entities, packed texts packed.
      const isWords = block !== 'container' && /[a-z]{3}/i.test(value) && !value.includes('…') && field !== 'UserComment' && !/[&\\]/.test(value);
      if (isWords) expect(there).toContain(value);
    }
  });
});

/** exiftool 12.57 read the same files: `exiftool -j -n -G1 -c %.7f`. Its names for what both say. */
const judged = JSON.parse(readFileSync(path.join(folder, 'exiftool.json'), 'utf8')) as Record<string, string | number>[];
const sameField: readonly (readonly [exiftool: string, ours: string])[] = [
  ['IFD0:Make', 'Make'], ['IFD0:Model', 'Model'], ['IFD0:Software', 'Software'], ['IFD0:ModifyDate', 'DateTime'], ['IFD0:ImageDescription', 'ImageDescription'], ['ExifIFD:DateTimeOriginal', 'DateTimeOriginal'],
  ['ExifIFD:CreateDate', 'DateTimeDigitized'], ['ExifIFD:OffsetTimeOriginal', 'OffsetTimeOriginal'], ['ExifIFD:UserComment', 'UserComment'], ['ExifIFD:ISO', 'PhotographicSensitivity'], ['ExifIFD:SubSecTimeOriginal', 'SubSecTimeOriginal'],
  ['XMP-photoshop:City', 'photoshop:City'], ['XMP-dc:Title', 'dc:title'], ['XMP-dc:Description', 'dc:description'], ['IPTC:City', 'City'], ['IPTC:By-line', 'By-line'], ['IPTC:Headline', 'Headline'], ['IPTC:SpecialInstructions', 'Special Instructions'],
];

it('an independent reader (exiftool) finds the same', async () => {
  let compared = 0;
  for (const theirs of judged) {
    const name = String(theirs['SourceFile']);
    const { facts, details } = await read(sample(name), name);
    const width = theirs['File:ImageWidth'] ?? theirs['PNG:ImageWidth'] ?? theirs['RIFF:ImageWidth'] ?? theirs['GIF:ImageWidth'] ?? theirs['IFD0:ImageWidth'];
    const height = theirs['File:ImageHeight'] ?? theirs['PNG:ImageHeight'] ?? theirs['RIFF:ImageHeight'] ?? theirs['GIF:ImageHeight'] ?? theirs['IFD0:ImageHeight'];
    expect([name, facts.widthPx, facts.heightPx]).toEqual([name, width, height]);
    for (const [exiftool, ours] of sameField) {
      const value = theirs[exiftool];
      const own = details.fields.find((field) => field.name === ours)?.value;
      expect([name, ours, own]).toEqual([name, ours, value === undefined ? undefined : String(value)]);
      if (value !== undefined) compared += 1;
    }
    const latitude = theirs['GPS:GPSLatitude'];
    if (latitude === undefined) expect([name, details.position, facts.hasPosition]).toEqual([name, null, false]);
    else {
      expect(details.position?.latitude).toBeCloseTo(Number(latitude) * (theirs['GPS:GPSLatitudeRef'] === 'S' ? -1 : 1), 6);
      expect(details.position?.longitude).toBeCloseTo(Number(theirs['GPS:GPSLongitude']) * (theirs['GPS:GPSLongitudeRef'] === 'W' ? -1 : 1), 6);
      expect([details.position?.altitudeMetres, details.position?.accuracyMetres]).toEqual([theirs['GPS:GPSAltitude'], theirs['GPS:GPSHPositioningError']]);
    }
  }
  expect(compared).toBeGreaterThan(60);
});

describe('what only some files say', () => {
  it('Apple’s name for a photograph and its film', async () => {
    const { details } = await read(withAppleNote(sample('phone.jpg'), '8AE6A7B1-3F0B-4C55-9A1C-0DAB5C3F0E11'), 'IMG_0001.JPG');
    expect(details.contentIdentifier).toBe('8AE6A7B1-3F0B-4C55-9A1C-0DAB5C3F0E11');
  });
  it.each([
    ['51,30.4380N', '0,7.6620W', 51.5073, -0.1277], ['33,51,24.48S', '151,12,54.36E', -33.8568, 151.2151], ['51,61.0N', '0,7.6W', null, null], ['51,30.4N', '', null, null], ['0,0.0N', '0,0.0E', null, null], ['95,30.4N', '0,7.6W', null, null],
  ])('a place that only XMP tells: %s %s', async (north, east, latitude, longitude) => {
    const xmp = `<x:xmpmeta><rdf:RDF><rdf:Description exif:GPSLatitude="${north}" exif:GPSLongitude="${east}" exif:GPSAltitude="125/10"/></rdf:RDF></x:xmpmeta>`;
    const body = Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`, 'latin1');
    const bytes = sample('sent.jpg');
    const { details, facts } = await read(Buffer.concat([bytes.subarray(0, 2), Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body, bytes.subarray(2)]), 'a.jpg');
    if (latitude === null) expect(details.position).toBeNull();
    else expect(details.position).toMatchObject({ latitude, longitude, altitudeMetres: 12.5, block: 'xmp' });
    expect(facts.hasPosition).toBe(true);
  });
  it.each([
    ['a name that says so', 'sent.jpg', 'Screenshot_20190312-210533_WhatsApp.jpg', ['named-so']],
    ['a name in Arabic', 'sent.jpg', 'لقطة شاشة 2024-05-01.png', ['named-so']],
    ['the phone’s own word', 'phone-screenshot.png', 'IMG_0042.PNG', ['says-so']],
    ['neither', 'phone.jpg', 'IMG_0042.JPG', []],
    ['a word that only looks like it', 'sent.jpg', 'screenshotting.jpg', []],
  ])('a screenshot: %s', async (_, file, name, signs) => {
    expect((await read(sample(file), name)).details.screenshotSigns).toEqual(signs);
  });
  it('a picture of a phone’s screen by its measure, when it is no photograph', async () => {
    const { makePng } = await import('../../read-source/testing/make-picture');
    expect((await read(makePng(1170, 2532), 'a.png')).details.screenshotSigns).toEqual(['screen-size']);
    expect((await read(makePng(1171, 2532), 'a.png')).details.screenshotSigns).toEqual([]);
  });
});

describe('damaged and made-up pictures', () => {
  it('always give what they are said to give, in time', async () => {
    const wholes = samples.map((name) => [name, sample(name)] as const);
    await fc.assert(fc.asyncProperty(fc.constantFrom(...wholes), fc.array(fc.record({ at: fc.nat(6000), put: fc.uint8Array({ maxLength: 8 }), remove: fc.nat(8) }), { maxLength: 8 }), async ([name, whole], changes) => {
      let bytes: Buffer = whole;
      for (const { at, put, remove } of changes) {
        const from = 12 + (at % Math.max(1, bytes.length - 12));
        bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + remove)]);
      }
      const begun = performance.now();
      await read(bytes, name);
      expect(performance.now() - begun).toBeLessThan(2000);
    }), { numRuns: 600 });
  });
  // What fuzz found: places of blocks that the file does not hold whole.
  it.each(['phone.webp', 'moves.gif', 'phone.heic', 'phone.jpg'])('%s, cut short anywhere, has no place outside of what is left', async (name) => {
    const whole = sample(name);
    for (let length = 12; length < whole.length; length += 5) {
      const { details } = await readPictureDetails(sourceOf(whole.subarray(0, length)), (await tellType(whole)).mediaType, name);
      for (const { place } of [...details.fields, ...details.times]) expect((place?.offset ?? 0) + (place?.length ?? 0)).toBeLessThanOrEqual(length);
    }
  });
  it('a JPEG that was cut says that its end is missing, and one with a film hung on behind it does not', async () => {
    const whole = sample('camera-without-zone.jpg');
    const data = whole.indexOf(Buffer.from([0xff, 0xda]));
    for (const end of [data, data + 2, Math.floor((data + whole.length) / 2), whole.length - 1]) expect((await readPictureDetails(sourceOf(whole.subarray(0, end)), 'image/jpeg', 'a.jpg')).details.notRead, String(end)).toContain('cut-short');
    for (const behind of [0, 1, 65_535, 65_536, 200_000]) expect((await read(Buffer.concat([whole, Buffer.alloc(behind, 7)]), 'a.jpg')).details.notRead, String(behind)).toEqual([]);
    const long = Buffer.concat([whole.subarray(0, -2), Buffer.alloc(65_536 - ((whole.length - data) % 65_536) + 1, 7), Buffer.from([0xff, 0xd9]), Buffer.alloc(90_000, 7)]);
    expect((await read(long, 'a.jpg')).details.notRead).toEqual([]);
  });
  it('EXIF of HEIC that is said to be three bytes long, at the very end, is damaged', async () => {
    const whole = sample('phone.heic');
    const { details } = await read(whole, 'a.heic');
    const exif = details.fields.find(({ name }) => name === 'Make')!.place!.offset;
    // Where `iloc` names the item that holds it.
    for (let at = 0; at + 8 <= whole.length; at += 1) {
      const [offset, length] = [whole.readUInt32BE(at), whole.readUInt32BE(at + 4)];
      if (offset > exif || offset + length < exif || offset < exif - 400 || offset + length > whole.length) continue;
      const made = Buffer.from(whole);
      made.writeUInt32BE(whole.length - 3, at);
      made.writeUInt32BE(3, at + 4);
      expect((await read(made, 'a.heic')).details).toMatchObject({ notRead: ['damaged'] });
      return;
    }
    throw new Error('where the item lies was not found');
  });
  it('directories that point at each other are read once', async () => {
    const ring = Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0]);
    expect((await readPictureDetails(sourceOf(Buffer.concat([ring, Buffer.alloc(64)])), 'image/tiff', 'a')).details).toMatchObject({ pageCount: 1, notRead: ['damaged'] });
  });
  it('XMP of 4 MB without an end takes no time', async () => {
    const { readXmpFields } = await import('./xmp-fields');
    const begun = performance.now();
    for (const piece of ['<a ', '<a>', '<!--', '="', '<a b="', '&#1;', '</a>', '<a/>', '< ']) readXmpFields(Buffer.from(piece.repeat(4_000_000 / piece.length)), 0);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

/** Puts Apple's maker note with a content identifier into a picture that has none: the last entry of a new EXIF directory. */
function withAppleNote(jpeg: Buffer, identifier: string): Buffer {
  const words = Buffer.from(`${identifier}\0`, 'latin1');
  const note = Buffer.concat([Buffer.from('Apple iOS\0\0\x01MM\0\x01', 'latin1'), Buffer.from([0, 0x11, 0, 2, 0, 0, 0, words.length, 0, 0, 0, 32]), Buffer.alloc(4), words]);
  // TIFF header, a directory with the pointer to EXIF's, EXIF's with the note.
  const tiff = Buffer.concat([Buffer.from('MM\0*\0\0\0\b', 'latin1'), Buffer.from([0, 1, 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0]), Buffer.from([0, 1, 0x92, 0x7c, 0, 7, 0, 0, 0, note.length, 0, 0, 0, 44, 0, 0, 0, 0]), note]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body, jpeg.subarray(2)]);
}
