import { lookAtRelations, officeClaims } from './office-parts';
import { PaperFound, type Claims } from './paper-found';
import type { PaperPackage } from './package-parts';
import { elementsOf, readXml, wordsOfXml } from './xml-words';

const mostSheets = 200;
const mostStrings = 1_000_000;

/** The words and figures of an Excel workbook, sheet by sheet, a line to a row, cells apart by tabs. Dates stand as Excel keeps them: a number of days. Null where it is none. */
export async function readXlsxWords(paper: PaperPackage, most: number): Promise<{ sheets: string[]; claims: Claims; found: PaperFound } | null> {
  if (!paper.names.includes('xl/workbook.xml')) return null;
  const found = new PaperFound();
  const strings = sharedStrings(await paper.read('xl/sharedStrings.xml'), most);
  const targets = new Map(elementsOf(await paper.read('xl/_rels/workbook.xml.rels'), new Set(['Relationship']), 10_000).map(({ attributes }) => [attributes['Id'] ?? '', (attributes['Target'] ?? '').replace(/^\/?(?:xl\/)?/, 'xl/')]));
  const sheets: string[] = [];
  let units = 0;
  for (const { attributes } of elementsOf(await paper.read('xl/workbook.xml'), new Set(['sheet']), mostSheets)) {
    const name = attributes['name'] ?? '';
    if (/hidden/i.test(attributes['state'] ?? '')) found.add('hidden-sheet', name);
    const cells = sheetWords(await paper.read(targets.get(attributes['r:id'] ?? '') ?? ''), strings, most - units);
    units += cells.length;
    sheets.push(`${name}\n${cells}`.toWellFormed());
    if (units >= most) break;
  }
  const remarks = await Promise.all(paper.names.filter((name) => /^xl\/comments\d*\.xml$/.test(name)).slice(0, 100).map((name) => paper.read(name)));
  for (const xml of remarks) {
    const text = wordsOfXml(xml, { textIn: new Set(['t']), skip: new Set(), before: {}, after: { comment: '\n' }, onElement: (name) => { if (name === 'comment') found.add('comment'); } }, most).trim();
    if (text !== '') sheets.push(text);
  }
  await lookAtRelations(paper, found);
  return { sheets, claims: await officeClaims(paper), found };
}

/** The workbook's texts by their numbers; at most `most` characters in all. */
export function sharedStrings(xml: string, most: number): string[] {
  const strings: string[] = [];
  let [text, isText, isPhonetic, units] = ['', false, false, 0];
  readXml(xml, {
    onopentag(name) {
      if (name === 'si') text = '';
      else if (name === 't') isText = !isPhonetic;
      else if (name === 'rPh') isPhonetic = true;
    },
    onclosetag(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si' && strings.length < mostStrings) strings.push(text);
    },
    ontext(part) {
      if (isText && (units += part.length) <= most) text += part;
    },
  });
  return strings;
}

function sheetWords(xml: string, strings: readonly string[], most: number): string {
  const out: string[] = [];
  let [kind, value, isValue, units] = ['', '', false, 0];
  readXml(xml, {
    onopentag(name, { t = '' }) {
      if (name === 'c') [kind, value] = [t, ''];
      else if (name === 'v' || name === 't') isValue = true;
    },
    onclosetag(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'row') out.push('\n');
      else if (name === 'c' && units < most) {
        const shown = kind === 's' ? strings[Number(value)] ?? '' : value;
        units += shown.length + 1;
        out.push(shown, '\t');
      }
    },
    ontext(part) {
      if (isValue && value.length < 100_000) value += part;
    },
  });
  return out.join('').replace(/\t+\n/g, '\n').trim().slice(0, Math.max(0, most));
}
