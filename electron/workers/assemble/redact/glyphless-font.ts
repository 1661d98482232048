import { PDFDocument, PDFRef, PDFString } from '../pdf-library';

/** Every letter is as wide, in thousandths of the size. */
export const letterWidth = 500;

/**
 * A font without a visible letter, for text that lies over a picture to be found and copied: any character of the Basic Multilingual Plane as its UTF-16 unit, above it as two. The way of Tesseract's own text-only PDF. Embedded, as archives and readers want it.
 */
export function embedGlyphless(document: PDFDocument): PDFRef {
  const { context } = document;
  const file = glyphlessFile();
  const fileRef = context.register(context.flateStream(file, { Length1: file.length }));
  const descriptor = context.register(context.obj({
    Type: 'FontDescriptor', FontName: 'GlyphLess', Flags: 4, FontBBox: [0, 0, letterWidth, 1000], ItalicAngle: 0, Ascent: 1000, Descent: 0, CapHeight: 1000, StemV: 80, FontFile2: fileRef,
  } as never));
  // Every code leads to the one letter there is, which is empty. It is not the first: that one stands for letters that are missing, and no archive takes a word of those (ISO 19005-2, 6.2.11.8).
  const map = context.register(context.flateStream(Uint8Array.from({ length: 2 * 65_536 }, (_, index) => index % 2)));
  const system = { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 };
  const descendant = context.register(context.obj({ Type: 'Font', Subtype: 'CIDFontType2', BaseFont: 'GlyphLess', CIDSystemInfo: system, FontDescriptor: descriptor, CIDToGIDMap: map, DW: letterWidth } as never));
  const unicode = context.register(context.flateStream(toUnicode));
  return context.register(context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: 'GlyphLess', Encoding: 'Identity-H', DescendantFonts: [descendant], ToUnicode: unicode } as never));
}

const toUnicode = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
1 beginbfrange
<0000> <FFFF> <0000>
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;

/** The smallest TrueType file (ISO/IEC 14496-22) that readers take in a PDF: two empty glyphs. */
function glyphlessFile(): Uint8Array {
  const unitsPerEm = 1000;
  const tables: readonly (readonly [string, number[]])[] = [
    ['glyf', [0, 0, 0, 0]],
    ['head', [...u32(0x10000), ...u32(0x10000), ...u32(0), ...u32(0x5f0f3cf5), ...u16(0), ...u16(unitsPerEm), ...u32(0), ...u32(0), ...u32(0), ...u32(0), ...u16(0), ...u16(0), ...u16(letterWidth), ...u16(unitsPerEm), ...u16(0), ...u16(8), ...u16(2), ...u16(0), ...u16(0)]],
    ['hhea', [...u32(0x10000), ...u16(unitsPerEm), ...u16(0), ...u16(0), ...u16(letterWidth), ...u16(0), ...u16(0), ...u16(letterWidth), ...u16(1), ...u16(0), ...u16(0), ...u32(0), ...u32(0), ...u16(0), ...u16(1)]],
    ['hmtx', [...u16(letterWidth), ...u16(0), ...u16(0)]],
    ['loca', [...u16(0), ...u16(0), ...u16(0)]],
    ['maxp', [...u32(0x10000), ...u16(2), ...Array.from({ length: 26 }, () => 0)]],
  ];
  const head = 12 + 16 * tables.length;
  const directory: number[] = [...u32(0x10000), ...u16(tables.length), ...u16(64), ...u16(2), ...u16(tables.length * 16 - 64)];
  const data: number[] = [];
  for (const [name, bytes] of tables) {
    const padded = [...bytes, ...Array.from({ length: (4 - (bytes.length % 4)) % 4 }, () => 0)];
    directory.push(...[...name].map((letter) => letter.charCodeAt(0)), ...u32(sumOf(padded)), ...u32(head + data.length), ...u32(bytes.length));
    data.push(...padded);
  }
  return Uint8Array.from([...directory, ...data]);
}

const u16 = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];

/** The sum of a table as big-endian numbers of 32 bits. */
function sumOf(bytes: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + (((bytes[at] ?? 0) * 2 ** 24) + ((bytes[at + 1] ?? 0) << 16) + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0))) >>> 0;
  return sum;
}
