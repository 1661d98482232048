import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtml, type HtmlPiece } from './cutter';
import { firstOfClass, rawText, shownText } from './tree';

const encoder = new TextEncoder();

async function cut(document: string | Uint8Array, pieceBytes = 1 << 16, isWanted = (name: string, attributes: ReadonlyMap<string, string>): boolean => name === 'div' && attributes.get('class') === 'm'): Promise<HtmlPiece[]> {
  const bytes = typeof document === 'string' ? encoder.encode(document) : document;
  const stream = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  };
  const pieces: HtmlPiece[] = [];
  for await (const some of readHtml(stream(), isWanted)) pieces.push(...some);
  return pieces;
}

describe('the cutter of HTML', () => {
  it('cuts elements out with their places, and says what stands between', async () => {
    const document = '<!doctype html><title>Zoë</title><style>.m { }</style>\n<p>héllo &amp;</p>\n<!-- 7 --><div class="m" title="a &lt; b">one <b>two</b><br>three &quot;é&#x1F600;</div> after';
    const pieces = await cut(document);
    expect(pieces.map(({ kind }) => kind)).toEqual(['outside', 'element', 'outside']);
    const [outside, element] = pieces;
    expect(outside).toMatchObject({ text: 'héllo &', line: 2 });
    if (element?.kind !== 'element') throw new Error('no element');
    expect(rawText(element.element)).toBe('one two\nthree "é😀');
    expect(element.element.attributes.get('title')).toBe('a < b');
    expect(element).toMatchObject({ isWhole: true, comment: '7', line: 3 });
    const bytes = encoder.encode(document);
    expect(new TextDecoder().decode(bytes.subarray(element.offset, element.offset + element.length))).toBe(document.slice(document.indexOf('<div'), document.indexOf(' after')));
    expect(pieces[2]).toMatchObject({ text: 'after' });
  });

  it('closes what a program left open, and keeps a stray end tag from closing more', async () => {
    const [first, second] = await cut('<div class="m"><span>a</p><audio src="x" </audio></div><div class="m"><div class="in">b</span></div></div>');
    if (first?.kind !== 'element' || second?.kind !== 'element') throw new Error('no elements');
    expect(shownText(first.element)).toBe('a');
    expect(firstOfClass(second.element, 'in')?.children).toEqual(['b']);
  });

  it('says what is cut short, and lets go of what is too large without losing what follows', async () => {
    const large = `<div class="m">${'x'.repeat(4 * 1024 * 1024)}</div><div class="m">small</div><div class="m"><b>never closed`;
    const pieces = await cut(large);
    expect(pieces.map(({ kind }) => kind)).toEqual(['too-large', 'element', 'element']);
    expect(pieces[0]).toMatchObject({ offset: 0, length: 4 * 1024 * 1024 + 21 });
    expect(pieces[2]).toMatchObject({ isWhole: false });
    const deep = await cut(`<div class="m">${'<i>'.repeat(100_000)}${'</i>'.repeat(100_000)}</div><div class="m">next</div>`);
    expect(deep.map(({ kind }) => kind)).toEqual(['too-large', 'element']);
  });

  it('holds no long token, and no script or style counts as words', async () => {
    const long = `<!--${'c'.repeat(3_000_000)}--><${'n'.repeat(3_000_000)}><p ${'a'.repeat(3_000_000)}="1"><script>var a = "<div class='m'>"</script><div class="m">in</div>`;
    const pieces = await cut(long);
    expect(pieces.map(({ kind }) => kind)).toEqual(['element']);
    expect(pieces[0]).toMatchObject({ comment: '' });
  });

  it('reads the same in pieces of any size, whatever the bytes', async () => {
    const piecesOf = fc.array(fc.oneof(fc.constantFrom('<div class="m">', '</div>', '<p>', '</p>', 'é', '&amp', ';', '<!--', '-->', '<br>', '"', '<svg><path d="1"/></svg>', '\n', '<title>', '</title>', '\u0000', '<div class=m', '>'), fc.string({ maxLength: 6 })), { maxLength: 40 });
    await fc.assert(fc.asyncProperty(piecesOf, fc.integer({ min: 1, max: 9 }), async (parts, size) => {
      const bytes = encoder.encode(parts.join(''));
      const whole = await cut(bytes);
      expect(await cut(bytes, size)).toEqual(whole);
      for (const { offset, length } of whole) expect(offset >= 0 && length >= 0 && offset + length <= bytes.length).toBe(true);
    }), { numRuns: 400 });
  });
});
