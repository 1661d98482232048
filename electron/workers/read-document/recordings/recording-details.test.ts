import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { RecordingDetails } from '../../../../shared/model/recording-details';
import { tellType } from '../../read-source/tell-type';
import { sourceOf, type ByteSource } from '../byte-source';
import { positionFromIso6709 } from './iso6709';
import { readRecordingDetails } from './recording-details';

vi.setConfig({ testTimeout: 120_000 });

const folder = path.join(import.meta.dirname, 'samples');
const samples = readdirSync(folder).filter((name) => !name.endsWith('.expected'));
const sample = (name: string): Buffer => readFileSync(path.join(folder, name));

async function read(bytes: Buffer): Promise<RecordingDetails> {
  const { mediaType } = await tellType(bytes);
  return RecordingDetails.parse(await readRecordingDetails(sourceOf(bytes), mediaType));
}

describe.each(samples)('%s', (name) => {
  it('says what is in it', async () => {
    const { form } = await tellType(sample(name));
    await expect(`${JSON.stringify({ form, ...(await read(sample(name))) }, null, 1)}\n`).toMatchFileSnapshot(path.join(folder, `${name}.expected`));
  });
});

/** As ffprobe 5.1 gives it for the same files: `-show_entries format=duration`. */
it.each([
  ['voice-note.ogg', 2.5065], ['sound.mp3', 2.592], ['sound.wav', 0.2], ['sound.flac', 2.5], ['sound.m4a', 2.5], ['film.webm', 2.408], ['film.mp4', 2.4], ['hevc.mov', 2.4], ['live.mov', 2.4], ['film.wmv', 2.4],
])('%s is %d seconds long', async (name, seconds) => {
  expect((await read(sample(name))).seconds).toBeGreaterThan(seconds - 0.12);
  expect((await read(sample(name))).seconds).toBeLessThan(seconds + 0.12);
});

it('what a phone says of a film: place, clock with its zone, device, and which photograph it belongs to', async () => {
  const { position, times, device, contentIdentifier, tracks } = await read(sample('live.mov'));
  expect(position).toMatchObject({ latitude: 51.5073, longitude: -0.1277, altitudeMetres: 12.5, accuracyMetres: 8.5 });
  expect(times[0]).toMatchObject({ says: 'taken', clock: '2019-03-12T21:05:33', offset: '+00:00' });
  expect([device, contentIdentifier]).toEqual(['Apple iPhone 8', '8AE6A7B1-3F0B-4C55-9A1C-0DAB5C3F0E11']);
  expect(tracks).toMatchObject([{ kind: 'picture', codec: 'avc1', widthPx: 64, heightPx: 48 }, { kind: 'sound', codec: 'mp4a', channels: 1 }]);
});

it('the language of a stream', async () => {
  expect((await read(sample('film.mp4'))).tracks[0]?.language).toBe('pol');
});

it('a film taken upright is said upright', async () => {
  expect((await read(sample('upright.mp4'))).tracks[0]).toMatchObject({ widthPx: 48, heightPx: 64 });
});

it('AMR of an old phone: its frames are counted', async () => {
  const frames = Buffer.concat([Buffer.from('#!AMR\n'), ...Array.from({ length: 250 }, () => Buffer.concat([Buffer.from([0x3c]), Buffer.alloc(31)]))]);
  expect(await tellType(frames)).toEqual({ mediaType: 'audio/amr', form: 'audio' });
  expect(await read(frames)).toMatchObject({ container: 'AMR', seconds: 5, tracks: [{ codec: 'AMR-NB' }], notRead: [] });
});

it('a film of four gigabytes, its index at the end, takes a few readings', async () => {
  const small = sample('film.mp4');
  const moovAt = small.indexOf('moov') - 4;
  const mdatAt = small.indexOf('mdat') - 4;
  expect(moovAt).toBeGreaterThan(mdatAt);
  const gap = 4 * 1024 ** 3;
  const grown = Buffer.alloc(16);
  grown.writeUInt32BE(1, 0);
  grown.write('mdat', 4, 'latin1');
  grown.writeBigUInt64BE(BigInt(16 + gap), 8);
  const head = Buffer.concat([small.subarray(0, mdatAt), grown]);
  const tail = small.subarray(moovAt);
  let asked = 0;
  const source: ByteSource = {
    sizeBytes: head.length + gap + tail.length,
    read: (start, length) => {
      asked += length;
      const bytes = Buffer.alloc(Math.min(length, head.length + gap + tail.length - start));
      for (const [piece, at] of [[head, 0], [tail, head.length + gap]] as const) {
        const from = Math.max(0, start - at);
        if (from < piece.length && at + piece.length > start && at < start + bytes.length) piece.copy(bytes, Math.max(0, at - start), from);
      }
      return Promise.resolve(bytes);
    },
  };
  expect(await readRecordingDetails(source, 'video/mp4')).toMatchObject({ seconds: 2.4, tracks: [{ codec: 'avc1' }, { codec: 'mp4a' }] });
  expect(asked).toBeLessThan(1024 * 1024);
});

it.each([
  ['+51.5073-000.1277+012.500/', 51.5073, -0.1277], ['+5130.44-00007.66/', 51.5073333, -0.1276667], ['+513026-0000740/', 51.5072222, -0.1277778], ['-33.8568+151.2153/', -33.8568, 151.2153],
])('ISO 6709 %s', (text, latitude, longitude) => expect(positionFromIso6709(text, null)).toMatchObject({ latitude, longitude }));
it.each(['', '51.5', '+91.0000+000.0000/', '+00.0000+000.0000/', '+51.5073', '+5.5-0.1/'])('ISO 6709 it is not: %s', (text) => expect(positionFromIso6709(text, null)).toBeNull());

it('a film whose last box is an empty list of keys, and one that says six hundred times when it was taken', async () => {
  const box = (type: string, ...content: Buffer[]): Buffer => {
    const body = Buffer.concat(content);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(8 + body.length, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const film = (...content: Buffer[]): Buffer => Buffer.concat([box('ftyp', Buffer.from('qt  \0\0\0\0qt  ')), box('moov', ...content)]);
  expect(await read(film(box('meta')))).toMatchObject({ container: 'QuickTime', fields: [] });
  const day = box('\u00a9day', Buffer.concat([Buffer.from([0, 25, 0, 0]), Buffer.from('2021-03-12T21:05:33+0000 ')]));
  const list = box('meta', box('ilst', ...Array.from({ length: 600 }, () => box('\u00a9day', box('data', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]), Buffer.from('2021-03-12T21:05:33+0000'))))));
  expect((await read(film(list, box('udta', list, ...Array.from({ length: 20 }, () => day))))).times).toHaveLength(50);
});

it('damaged and made-up recordings always give what they are said to give, in time', async () => {
  const wholes = samples.map(sample);
  await fc.assert(fc.asyncProperty(fc.constantFrom(...wholes), fc.array(fc.record({ at: fc.nat(), fromEnd: fc.boolean(), put: fc.uint8Array({ maxLength: 8 }), remove: fc.nat(8) }), { maxLength: 8 }), async (whole, changes) => {
    let bytes = whole;
    for (const { at, fromEnd, put, remove } of changes) {
      const near = at % Math.min(2500, bytes.length - 12);
      const from = fromEnd ? bytes.length - near : 12 + near;
      bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + remove)]);
    }
    const begun = performance.now();
    await read(bytes);
    expect(performance.now() - begun).toBeLessThan(2000);
  }), { numRuns: 600 });
});
