import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { XmlCutter, xmlLimits } from './cutter';
import type { XmlEvent } from './events';
import type { XmlLimits } from './long-tag';
import { readXml } from './read-xml';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function cut(bytes: Uint8Array | string, pieceBytes = 1 << 16, limits: XmlLimits = xmlLimits): XmlEvent[] {
  const all = typeof bytes === 'string' ? encode(bytes) : bytes;
  const cutter = new XmlCutter(limits);
  const events: XmlEvent[] = [];
  for (let at = 0; at < all.length; at += pieceBytes) events.push(...cutter.push(all.subarray(at, at + pieceBytes)));
  return [...events, ...cutter.end()];
}

/** Values put back into their tags, so that what is long and what is not can be compared. */
function whole(events: readonly XmlEvent[]): unknown[] {
  const values = new Map<string, string>();
  return events.flatMap((event): unknown[] => {
    if (event.event === 'value') {
      values.set(event.attribute, (values.get(event.attribute) ?? '') + event.text);
      return [];
    }
    const { source: _, ...rest } = event;
    const given = event.event === 'open' ? { ...rest, long: [], attributes: Object.fromEntries([...event.attributes].map(([name, value]) => [name, event.long.has(name) ? values.get(name) : value])) } : rest;
    values.clear();
    return [given];
  });
}

const attributesOf = (text: string): Record<string, string>[] => cut(text).flatMap((event) => (event.event === 'open' ? [Object.fromEntries(event.attributes)] : []));
const shown = (text: string | Uint8Array): string[] => cut(text).map((event) => (event.event === 'value' ? 'value' : `${event.line} @${event.offset}+${event.length} ${event.event === 'left-over' ? event.what : event.event} ${event.source}`));

describe('tags and places', () => {
  it('gives each tag with its bytes and line', () => {
    expect(shown('<?xml version="1.0"?>\n<!-- é -->\n<a  x = "1"\n y=\'"\'>\n  <b/>text é\n</a >')).toEqual([
      '1 @0+21 instruction <?xml version="1.0"?>',
      '2 @22+11 comment <!-- é -->',
      '3 @34+19 open <a  x = "1"\n y=\'"\'>',
      '5 @56+4 open <b/>',
      '5 @60+8 text text é\n',
      '6 @68+5 close </a >',
    ]);
  });

  it('takes a value as it stands, line breaks and the other quote included', () => {
    expect(attributesOf(`<a x="it's\n\tso" y='say "no"' z=""/>`)).toEqual([{ x: "it's\n\tso", y: 'say "no"', z: '' }]);
  });

  it('says that an attribute stands there twice', () => {
    expect(cut('<a x="1" x="2"/>')[0]).toMatchObject({ event: 'open', isRepeated: true });
    expect(cut('<a x="1" y="2"/>')[0]).toMatchObject({ event: 'open', isRepeated: false });
  });

  it.each(['<a x=1/>', '<a x/>', '<a x="1"y="2"/>', '<a "x"/>', '<a x="1', '<a', '<a x="1" <b>', '</a x="1">', '< /a>', '<a =""/>'])('does not make a tag of %s', (text) => {
    expect(cut(text).filter(({ event }) => event === 'open')[0] ?? null).toEqual(text.includes('<b>') ? expect.objectContaining({ name: 'b' }) : null);
  });

  it('begins anew at a tag within an unfinished one, and only there', () => {
    expect(shown('<a x="cut off<b x="I <3 you, 1 < 2"/>')).toEqual(['1 @0+13 broken <a x="cut off', '1 @13+24 open <b x="I <3 you, 1 < 2"/>']);
  });
});

describe('references', () => {
  it.each([
    ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
    ['&#55357;&#56832;', '😀'],
    ['&#xD83D;&#xDE00;', '😀'],
    ['&#128512;', '😀'],
    ['&#55357;x', '&#55357;x'],
    ['&#56832;&#55357;', '&#56832;&#55357;'],
    ['&#55357;&#55357;&#56832;', '&#55357;😀'],
    ['&#10;&#13;&#x9;', '\n\r\t'],
    ['&#0;', '&#0;'],
    ['&#1114112;', '&#1114112;'],
    ['&#999999999999;', '&#999999999999;'],
    ['&#;&#x;&#xg;&;', '&#;&#x;&#xg;&;'],
    ['&xxe;&nbsp;', '&xxe;&nbsp;'],
    ['AT&T &', 'AT&T &'],
    ['&amp;lt;', '&lt;'],
  ])('reads %s', (written, read) => {
    expect(attributesOf(`<a x="${written}"/>`)).toEqual([{ x: read }]);
    const long = cut(`<a x="${written}"/>`, 1, { tagUnits: 4, valueUnits: 5, heldUnits: 1000 });
    expect(whole(long)).toMatchObject([{ attributes: { x: read } }]);
  });
});

describe('hostile files', () => {
  it('reads no document type and replaces no entity of it', () => {
    const bomb = `<!DOCTYPE smses [\n<!ENTITY a "]><sms body='x'/>">\n<!-- ' ]> --><!ENTITY b "&a;&a;"> <!ENTITY c SYSTEM 'file:///etc/passwd'>]>`;
    expect(shown(`${bomb}<smses a="&b;&c;"/>`)).toEqual([`1 @0+${bomb.length} declaration ${bomb}`, `3 @${bomb.length}+19 open <smses a="&b;&c;"/>`]);
    expect(attributesOf(`${bomb}<smses a="&b;&c;"/>`)).toEqual([{ a: '&b;&c;' }]);
  });

  it('holds no long value, and no more than its limit of anything', () => {
    const cutter = new XmlCutter();
    const piece = new Uint8Array(64 * 1024).fill(0x41);
    let read = 0;
    cutter.push(encode('<part ct="image/jpeg" data="'));
    for (let count = 0; count < 400; count += 1) {
      for (const event of cutter.push(piece)) {
        expect(event).toMatchObject({ event: 'value', name: 'part', attribute: 'data', isFirst: read === 0, isLast: false });
        if (event.event === 'value') {
          expect(event.text.length).toBeLessThanOrEqual(xmlLimits.valueUnits);
          expect(event.before.get('ct')).toBe('image/jpeg');
          read += event.text.length;
        }
      }
    }
    const rest = cutter.push(encode('" cl="a.jpg"/>'));
    expect(rest.map(({ event }) => event)).toEqual(expect.arrayContaining(['value']));
    for (const event of [...rest, ...cutter.end()]) {
      if (event.event === 'value') read += event.text.length;
      else expect(event).toMatchObject({ event: 'open', long: new Set(['data']), length: 28 + 400 * 65_536 + 14 });
    }
    expect(read).toBe(400 * 65_536);
  });

  it('takes a tag of too many or too long attributes for broken, and goes on', () => {
    const many = `<a ${Array.from({ length: 600 }, (_, n) => `x${n}="1"`).join(' ')}/>`;
    const heavy = `<a ${Array.from({ length: 60 }, (_, n) => `x${n}="${'y'.repeat(30_000)}"`).join(' ')}/>`;
    for (const tag of [many, heavy]) expect(cut(`${tag}<b/>`).map((event) => (event.event === 'value' ? '' : [event.event, event.length]))).toEqual([['left-over', tag.length], ['open', 4]]);
  });

  it('says what is cut off', () => {
    for (const end of ['<!-- a', '<![CDATA[ <b/>', '<!DOCTYPE a [ "', '<?pi ?', '<b x="', '<b']) expect(cut(`<a/>${end}`)).toMatchObject([{ event: 'open' }, { event: 'left-over', what: 'broken', offset: 4, length: end.length, source: end }]);
  });

  it('ends, keeps every byte in one place, and does not mind the pieces or what counts as long, whatever the bytes', () => {
    const bits = fc.constantFrom('<', '>', '"', "'", '/', '=', ' ', '\n', 'a', 'b="1"', '<a ', 'x="', '/>', '</a>', '<!--', '-->', '<!', '[', ']', '<?', '?>', '&', '&#55357;', '&#56832;', '&amp;', '\u0000', '\u202e', '€', '😀', '<![CDATA[', ']]>');
    const tight: XmlLimits = { tagUnits: 6, valueUnits: 7, heldUnits: 100_000 };
    fc.assert(fc.property(fc.array(fc.oneof(bits, fc.uint8Array({ maxLength: 3 })), { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), fc.boolean(), (made, size, isWide) => {
      const bytes = new Uint8Array(Buffer.concat(made.map((bit) => (typeof bit === 'string' ? Buffer.from(bit) : Buffer.from(bit)))));
      const given = isWide ? new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf16le')])) : bytes;
      const events = cut(given);
      expect(cut(given, size)).toEqual(events);
      const strict = (list: readonly XmlEvent[]): unknown[] => whole(list.filter((event) => event.event !== 'left-over'));
      // Long or not, a tag reads the same; half a character, which a piece may end with, does not.
      if (!given.some((byte, at) => byte >= 0x80 && at > 1)) expect(strict(cut(given, size, tight))).toEqual(strict(events));
      let end = 0;
      for (const event of events) {
        if (event.event === 'value') continue;
        expect(event.offset).toBeGreaterThanOrEqual(end);
        end = event.offset + event.length;
        const between = Buffer.from(given.subarray(0, event.offset));
        expect(event.line).toBe(1 + (isWide ? between.subarray(2).toString('utf16le') : between.toString('latin1')).split('\n').length - 1);
      }
      expect(end).toBeLessThanOrEqual(given.length);
    }), { numRuns: 1500 });
  });
});

describe('encodings', () => {
  const text = '<?xml version="1.0" encoding="UTF-8"?>\n<a x="£ é 😀 שלום"/>';
  const utf16 = (isBig: boolean): Uint8Array => {
    const bytes = Buffer.from(text, 'utf16le');
    return new Uint8Array(isBig ? bytes.swap16() : bytes);
  };
  const withMark = (mark: number[], bytes: Uint8Array): Uint8Array => new Uint8Array([...mark, ...bytes]);
  it.each([
    ['UTF-8', encode(text), 0], ['UTF-8 with its mark', withMark([0xef, 0xbb, 0xbf], encode(text)), 3],
    ['UTF-16, little end first', withMark([0xff, 0xfe], utf16(false)), 2], ['UTF-16, big end first', withMark([0xfe, 0xff], utf16(true)), 2], ['UTF-16 without a mark', utf16(false), 0],
  ])('reads %s, whatever is declared', (_, bytes, mark) => {
    for (const size of [1, 3, 1000]) {
      const tag = cut(bytes, size).find(({ event }) => event === 'open');
      expect(tag).toMatchObject({ attributes: new Map([['x', '£ é 😀 שלום']]), line: 2, offset: mark + 39 * (bytes[mark] === 0 || bytes[mark + 1] === 0 ? 2 : 1) });
    }
  });

  it('believes a declared Latin-1 of what is no UTF-8', () => {
    const latin = new Uint8Array(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a x="£5"/>', 'latin1'));
    expect(cut(latin)[1]).toMatchObject({ attributes: new Map([['x', '£5']]) });
    expect(cut(encode('<?xml version="1.0" encoding="ISO-8859-1"?><a x="£5"/>'))[1]).toMatchObject({ attributes: new Map([['x', '£5']]) });
    expect(cut(new Uint8Array(Buffer.from('<a x="£5"/>', 'latin1')))[0]).toMatchObject({ attributes: new Map([['x', '\ufffd5']]) });
  });
});

it('reads a stream in batches', async () => {
  const batches: XmlEvent[][] = [];
  async function* source(): AsyncGenerator<Uint8Array> {
    yield encode('<a/><b');
    yield encode('/>');
  }
  for await (const batch of readXml(source())) batches.push(batch);
  expect(batches.flat().map((event) => (event.event === 'open' ? event.name : ''))).toEqual(['a', 'b']);
});
