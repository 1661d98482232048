import type { CasePageBlock, CasePageColumn, CasePageTable, CitedText } from '../../model/case/case-page';
import { escapeXml } from '../xml';
import type { Numbering } from './numbering';
import { linesOf, runsOf, runsRightToLeft } from './runs';

type Look = Extract<CasePageBlock, { block: 'paragraph' }>['look'];

const styleOf: Readonly<Record<Look, string>> = { plain: 'BodyText', hers: 'HerWords', quiet: 'Quiet', notice: 'Notice', label: 'FieldLabel', corner: 'Corner', centred: 'CourtTitle', line: 'SigningLine' };
const shares = { narrow: 2, middle: 3, wide: 5 } as const;
const words = (text: string): CitedText => [{ is: 'words', words: text }];

/** What blocks are written with: the width between the margins in twentieths of a point, and the lists that number paragraphs. */
export interface Writing { readonly textWidth: number; readonly numbering: Numbering }

/** The blocks of a paper as the body of a document. */
export function blocksXml(blocks: readonly CasePageBlock[], writing: Writing): string {
  let beginsPage = false;
  return blocks.map((block) => {
    if (block.block === 'new-page') { beginsPage = true; return ''; }
    const begin = beginsPage ? '<w:p><w:pPr><w:pStyle w:val="AfterTable"/><w:pageBreakBefore/></w:pPr></w:p>' : '';
    const own = beginsPage && (block.block === 'heading' || block.block === 'paragraph') ? blockXml(block, writing, '<w:pageBreakBefore/>') : `${begin}${blockXml(block, writing)}`;
    beginsPage = false;
    return own;
  }).join('\n');
}

function blockXml(block: Exclude<CasePageBlock, { block: 'new-page' }>, writing: Writing, first = ''): string {
  switch (block.block) {
    case 'heading': return paragraphXml(block.level === 2 ? 'Heading1' : 'Heading2', words(block.words), first);
    case 'paragraph': return block.number === undefined ? paragraphXml(styleOf[block.look], block.text, first) : numbered(block.number, block.text, writing, first);
    case 'facts': return facts(block.facts, writing);
    case 'table': return table(block.table, writing);
    case 'beside': return beside(block.left, block.right, writing);
    case 'figure': return `${paragraphXml('Quiet', words(block.describes))}${table(block.table, writing)}`;
  }
}

/** Every line its own paragraph, with its own direction. `first`: what the first of them says of itself besides. */
export function paragraphXml(style: string, text: CitedText, first = ''): string {
  return linesOf(text).map((line, index) => `<w:p><w:pPr><w:pStyle w:val="${style}"/>${index === 0 ? first : ''}${runsRightToLeft(line) ? '<w:bidi/>' : ''}</w:pPr>${runsOf(line)}</w:p>`).join('');
}

function numbered(number: number, text: CitedText, { numbering }: Writing, first: string): string {
  const list = numbering.listFor(number);
  return linesOf(text).map((line, index) => {
    const properties = index === 0 ? `<w:pStyle w:val="NumberedParagraph"/>${first}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>` : '<w:pStyle w:val="NumberedContinued"/>';
    return `<w:p><w:pPr>${properties}${runsRightToLeft(line) ? '<w:bidi/>' : ''}</w:pPr>${runsOf(line)}</w:p>`;
  }).join('');
}

function facts(all: readonly { readonly name: string; readonly value: CitedText }[], { textWidth }: Writing): string {
  const said = all.filter(({ value }) => value.length > 0);
  if (said.length === 0) return '';
  const left = Math.round(textWidth * 0.28);
  return tableXml('Facts', '', [left, textWidth - left], said.map(({ name, value }) => row([cell(left, 'TableHead', words(name)), cell(textWidth - left, 'TableText', value)])).join(''));
}

function table({ caption, columns, rows }: CasePageTable, { textWidth }: Writing): string {
  const all = columns.reduce((sum, { width }) => sum + shares[width], 0);
  const widths = columns.map(({ width }) => Math.floor((textWidth * shares[width]) / all));
  const head = row(columns.map(({ name }, index) => cell(widths[index] ?? 0, 'TableHead', words(name))), '<w:cantSplit/><w:tblHeader/>');
  const body = rows.map((cells) => row(cells.map((text, index) => cell(widths[index] ?? 0, 'TableText', text)))).join('');
  return `${caption === '' ? '' : paragraphXml('Caption', words(caption))}${tableXml('CaseTable', caption, widths, head + body)}`;
}

/** Two columns side by side: a row of headings, then what stands under each. */
function beside(left: CasePageColumn, right: CasePageColumn, { textWidth }: Writing): string {
  const half = Math.floor(textWidth / 2);
  const inside = ({ parts }: CasePageColumn): string => `<w:tc><w:tcPr><w:tcW w:w="${half}" w:type="dxa"/></w:tcPr>${parts.map(({ title, text }) => `${title.length > 0 ? paragraphXml('FieldLabel', title) : ''}${paragraphXml('TableText', text)}`).join('') || paragraphXml('TableText', [])}</w:tc>`;
  const head = row([left, right].map(({ heading }) => cell(half, 'TableHead', words(heading))), '<w:cantSplit/><w:tblHeader/>');
  return tableXml('CaseTable', '', [half, half], `${head}${row([inside(left), inside(right)])}`);
}

/** After it an empty paragraph: two tables that touch become one in Word. */
function tableXml(style: string, caption: string, widths: readonly number[], rows: string): string {
  const hasHead = style === 'CaseTable';
  return `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="${hasHead ? 1 : 0}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>${caption === '' ? '' : `<w:tblCaption w:val="${escapeXml(caption)}"/>`}</w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows}</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>`;
}

const row = (cells: readonly string[], properties = ''): string => `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
const cell = (width: number, style: string, text: CitedText): string => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraphXml(style, text)}</w:tc>`;
