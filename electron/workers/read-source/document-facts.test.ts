import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { DocumentFacts } from '../../../shared/worker-protocol';
import { readDocumentFacts } from './document-facts';
import { makeArchive } from './testing/make-archive';
import { makeJpeg, makePng } from './testing/make-picture';
import { rangesOf } from './testing/ranges-of';

// Made-up inputs by the hundred take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const factsOf = (bytes: Uint8Array): Promise<DocumentFacts> => readDocumentFacts(rangesOf(bytes), '');
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf16 = (text: string, mark: boolean): Buffer => Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
const box = (brand: string): Buffer => Buffer.concat([latin1('\0\0\0\x18ftyp'), latin1(brand), latin1('\0\0\0\0'), latin1(brand), latin1('isom')]);
const letter = 'Dear Madam,\r\nI write about what happened on the twelfth of March.\r\n';

describe('a document’s type, from its bytes', () => {
  it.each<[string, Buffer, string, string]>([
    ['JPEG', makeJpeg({ widthPx: 1, heightPx: 1 }), 'image/jpeg', 'image'],
    ['PNG', makePng(1, 1), 'image/png', 'image'],
    ['GIF', latin1('GIF89a\x05\0\x07\0\0\0\0;'), 'image/gif', 'image'],
    ['WebP', latin1('RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\0\0\0\0\0\0\0\0\0\0'), 'image/webp', 'image'],
    ['HEIC, which a decoder of ours draws', box('heic'), 'image/heic', 'image'],
    ['a scan', latin1('II*\0\x08\0\0\0\0\0'), 'image/tiff', 'image'],
    ['a voice note of an old phone', latin1('#!AMR\n<'), 'audio/amr', 'audio'],
    ['PDF', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n'), 'application/pdf', 'pdf'],
    ['PDF behind other bytes', Buffer.concat([Buffer.alloc(900, 10), latin1('%PDF-1.4\n')]), 'application/pdf', 'pdf'],
    ['MP3', latin1('ID3\x03\0\0\0\0\0\x0a0000000000\xff\xfb\x90\x44'), 'audio/mpeg', 'audio'],
    ['voice note', latin1(`OggS\0\x02${'\0'.repeat(20)}\x01\x13OpusHead\x01\x01`), 'audio/ogg', 'audio'],
    ['WAV', latin1('RIFF\x24\0\0\0WAVEfmt '), 'audio/wav', 'audio'],
    ['M4A', box('M4A '), 'audio/mp4', 'audio'],
    ['MP4', box('isom'), 'video/mp4', 'video'],
    ['QuickTime', box('qt  '), 'video/quicktime', 'video'],
    ['ZIP', makeArchive([{ name: 'a.txt', bytes: Buffer.from('x') }]), 'application/zip', 'other'],
    ['program', latin1(`MZ\x90\0\x03${'\0'.repeat(100)}`), 'application/x-msdownload', 'other'],
    ['nothing known', Buffer.from([1, 2, 3, 0, 255, 254, 4, 5, 6, 0, 0, 7]), 'application/octet-stream', 'other'],
    ['bytes that are no text though many are letters', latin1('\x01\x02record one\x03\x04record two\x05'), 'application/octet-stream', 'other'],
    ['nothing', Buffer.alloc(0), 'application/octet-stream', 'other'],
    ['text', Buffer.from(letter), 'text/plain; charset=utf-8', 'text'],
    ['text in Arabic', Buffer.from('السلام عليكم\n'.repeat(20)), 'text/plain; charset=utf-8', 'text'],
    ['text with a mark', Buffer.from(`\ufeff${letter}`), 'text/plain; charset=utf-8', 'text'],
    ['UTF-16 with a mark', utf16(letter, true), 'text/plain; charset=utf-16le', 'text'],
    ['UTF-16 without one', utf16(letter, false), 'text/plain; charset=utf-16le', 'text'],
    ['UTF-16 the other way', swapped(utf16(letter, false)), 'text/plain; charset=utf-16be', 'text'],
    ['Western text', latin1('Caf\xe9 at 5 \x80 \x96 he shouted\n'), 'text/plain; charset=windows-1252', 'text'],
    ['text cut within a character', Buffer.from(`${letter}é`).subarray(0, -1), 'text/plain; charset=utf-8', 'text'],
    ['page', Buffer.from('<!DOCTYPE html><html><script>alert(1)</script></html>'), 'text/html; charset=utf-8', 'text'],
    ['drawing, which could act', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'image/svg+xml; charset=utf-8', 'text'],
    ['e-mail', Buffer.from('Received: from a by b;\n Tue, 12 Mar 2019\nFrom: a@example.org\nTo: b@example.org\nSubject: x\n\nhello\n'), 'message/rfc822; charset=utf-8', 'text'],
  ])('%s', async (_, bytes, mediaType, form) => expect(await factsOf(bytes)).toMatchObject({ mediaType, form }));
});

describe('what a picture says of itself', () => {
  it('its size, its turn, when, with what and whether where', async () => {
    const bytes = makeJpeg({ widthPx: 4032, heightPx: 3024, orientation: 6, taken: '2019:03:12 21:05:33', offset: '+00:00', make: 'Example', model: 'Phone 3', position: true });
    expect((await factsOf(bytes)).picture).toEqual({ widthPx: 4032, heightPx: 3024, orientation: 6, takenAsWritten: '2019:03:12 21:05:33 +00:00', hasPosition: true, device: 'Example Phone 3' });
  });
  it('only what is there', async () => {
    expect((await factsOf(makeJpeg({ widthPx: 4, heightPx: 3 }))).picture).toEqual({ widthPx: 4, heightPx: 3, orientation: 1, takenAsWritten: '', hasPosition: false, device: '' });
    expect((await factsOf(makePng(640, 480))).picture).toMatchObject({ widthPx: 640, heightPx: 480, orientation: 1 });
  });
  it.each<[string, Buffer, number, number]>([
    ['lossless WebP', Buffer.concat([latin1('RIFF\x24\0\0\0WEBPVP8L\x0d\0\0\0\x2f'), Buffer.from([0x3f, 0xc1, 0x3f, 0]), Buffer.alloc(10)]), 320, 256],
    ['WebP', Buffer.concat([latin1('RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0\0\0\0\x9d\x01\x2a'), Buffer.from([0x40, 1, 0xf0, 0]), Buffer.alloc(10)]), 320, 240],
    ['extended WebP', Buffer.concat([latin1('RIFF\x24\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0'), Buffer.from([0x3f, 1, 0, 0xef, 0, 0]), Buffer.alloc(10)]), 320, 240],
    ['BMP from the top', Buffer.concat([latin1('BM'), Buffer.alloc(12), Buffer.from([40, 0, 0, 0, 0x40, 1, 0, 0, 0x10, 0xff, 0xff, 0xff]), Buffer.alloc(28)]), 320, 240],
  ])('the size of %s', async (_, bytes, widthPx, heightPx) => expect((await factsOf(bytes)).picture).toMatchObject({ widthPx, heightPx }));
  it('no turn that there is not, and no unseen characters in a device’s name', async () => {
    const picture = (await factsOf(makeJpeg({ widthPx: 4, heightPx: 3, orientation: 77, model: 'x\u0007\u0081y' }))).picture;
    expect([picture?.orientation, picture?.device]).toEqual([1, 'xy']);
  });
});

describe('damaged and made-up documents', () => {
  it('always give facts, in time', async () => {
    const whole = [makeJpeg({ widthPx: 400, heightPx: 300, orientation: 6, taken: '2019:03:12 21:05:33', make: 'A', position: true }), makePng(4, 5), box('heic'), Buffer.from(letter), latin1('%PDF-1.7\n'), makeArchive([{ name: 'a', bytes: Buffer.from('x') }])];
    await fc.assert(fc.asyncProperty(fc.constantFrom(...whole), fc.array(fc.record({ at: fc.nat(600), put: fc.uint8Array({ maxLength: 8 }), remove: fc.nat(8) }), { maxLength: 10 }), async (sample, changes) => {
      let bytes: Uint8Array = sample;
      for (const { at, put, remove } of changes) {
        const from = at % (bytes.length + 1);
        bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + remove)]);
      }
      const begun = performance.now();
      DocumentFacts.parse(await factsOf(bytes));
      expect(performance.now() - begun).toBeLessThan(2000);
    }), { numRuns: 500 });
  });
});
