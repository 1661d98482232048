import { readCharacters } from '../../../shared/layouts/places';
import { keepAnnotations, uriOf } from './annotations';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFOperator, PDFPage, PDFRef } from './pdf-library';
import { isolateContent } from './same-instructions';

const name = (key: string) => PDFName.of(key);
/** A simple font names its glyphs with one byte. */
const mostCodes = 256;

interface Told { readonly page: PDFPage; readonly characters: string; readonly left: number; readonly bottom: number; readonly width: number; readonly height: number }

/**
 * Puts the characters of drawn emoji into the text of the pages, in place of the marks that stand over them: empty glyphs of the same width, each of which
 * says its whole sequence (ISO 32000-2, 9.10.3, ToUnicode), so that searching and copying find 👩‍👧 as one.
 */
export function tellEmoji(document: PDFDocument, pages: readonly PDFPage[]): void {
  const told = pages.flatMap(takeMarks);
  const distinct = [...new Set(told.map(({ characters }) => characters))].sort();
  for (let start = 0; start < distinct.length; start += mostCodes) {
    const codes = new Map(distinct.slice(start, start + mostCodes).map((characters, code) => [characters, code]));
    const font = makeFont(document, [...codes.keys()]);
    const byPage = new Map<PDFPage, Told[]>();
    for (const one of told) if (codes.has(one.characters)) byPage.set(one.page, [...(byPage.get(one.page) ?? []), one]);
    for (const [page, list] of byPage) write(page, font, list, codes);
  }
}

/** Removes the marks from a page and says where they stood. */
function takeMarks(page: PDFPage): Told[] {
  const told: Told[] = [];
  keepAnnotations(page.node, (annotation) => {
    const characters = annotation === null ? null : charactersOf(annotation);
    const rect = annotation?.lookup(name('Rect'));
    if (characters === null || !(rect instanceof PDFArray)) return true;
    const { x, y, width, height } = rect.asRectangle();
    told.push({ page, characters, left: x, bottom: y, width, height });
    return false;
  });
  return told;
}

/** The characters an annotation stands for; null when it is no such mark. */
export function charactersOf(annotation: PDFDict): string | null {
  const uri = uriOf(annotation);
  return uri === null ? null : readCharacters(uri);
}

function makeFont(document: PDFDocument, sequences: readonly string[]): PDFRef {
  const { context } = document;
  const glyph = context.register(context.stream('1000 0 d0'));
  const font = context.obj({ Type: 'Font', Subtype: 'Type3', FontBBox: [0, 0, 1000, 1000], FontMatrix: [0.001, 0, 0, 0.001, 0, 0], FirstChar: 0, LastChar: sequences.length - 1, Resources: {} });
  font.set(name('CharProcs'), context.obj(Object.fromEntries(sequences.map((_, code) => [`e${code}`, glyph]))));
  font.set(name('Widths'), context.obj(sequences.map(() => 1000)));
  font.set(name('Encoding'), context.obj({ Type: 'Encoding', Differences: [0, ...sequences.map((_, code) => name(`e${code}`))] }));
  font.set(name('ToUnicode'), context.register(context.flateStream(toUnicode(sequences))));
  return context.register(font);
}

function toUnicode(sequences: readonly string[]): string {
  const lines = sequences.map((characters, code) => `<${hex(code, 2)}> <${[...Array(characters.length).keys()].map((at) => hex(characters.charCodeAt(at), 4)).join('')}>`);
  const blocks: string[] = [];
  for (let start = 0; start < lines.length; start += 100) blocks.push(`${Math.min(100, lines.length - start)} beginbfchar\n${lines.slice(start, start + 100).join('\n')}\nendbfchar`);
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Told def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`;
}

function hex(value: number, digits: number): string { return value.toString(16).padStart(digits, '0'); }

function write(page: PDFPage, font: PDFRef, list: readonly Told[], codes: ReadonlyMap<string, number>): void {
  isolateContent(page);
  const key = page.node.newFontDictionary('Told', font);
  const operator = (code: string, ...operands: (PDFName | PDFNumber | PDFHexString)[]) => PDFOperator.of(code as never, operands as never);
  const number = (value: number) => PDFNumber.of(Math.round(value * 100) / 100);
  const operators = [operator('BMC', name('Artifact')), operator('BT')];
  for (const { characters, left, bottom, width, height } of list) {
    const size = Math.max(1, height * 0.75);
    operators.push(operator('Tf', key, number(size)), operator('Tz', number((width / size) * 100)), operator('Tm', number(1), number(0), number(0), number(1), number(left), number(bottom + height * 0.22)), operator('Tj', PDFHexString.of(hex(codes.get(characters) ?? 0, 2))));
  }
  page.pushOperators(...operators, operator('ET'), operator('EMC'));
}
