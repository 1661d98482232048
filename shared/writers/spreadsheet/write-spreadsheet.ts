import type { Cell, Sheet } from '../../model/sheet';
import { plainCharacters } from '../plain-characters';
import { escapeXml, packageOf, type PackagePart, relationships, xmlHead } from '../xml';
import { columnLetters } from '../../model/column-letters';
import { cellStyles, spreadsheetStyles } from './styles';

const kind = (name: string): string => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
const xmlns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
/** Most UTF-16 units that a cell of Excel holds. Longer text goes on in the row beneath: nothing is cut. */
const mostInCell = 32_767;
const formula = /^[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/**
 * Tables as a spreadsheet (.xlsx, ECMA-376), as the parts that are packed into it. Text is text: nothing is worked out, and what would become a formula when it is edited is kept from it (quotePrefix). Days and moments are real dates; those before March 1900, which Excel counts
 * wrongly or not at all, are text. The head stays in sight and repeats in print. The same sheets give the same parts.
 */
export function writeSpreadsheet(title: string, sheets: readonly Sheet[], preparedUtc: string): PackagePart[] {
  const names = sheets.map(({ name }) => name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31));
  const printed = names.map((name, index) => `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escapeXml(name)}'!$1:$1</definedName>`).join('');
  const listed = names.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 2}"/>`).join('');
  return packageOf([
    { path: 'xl/workbook.xml', contentType: kind('sheet.main'), xml: `${xmlHead}<workbook ${xmlns}><bookViews><workbookView/></bookViews><sheets>${listed}</sheets><definedNames>${printed}</definedNames></workbook>` },
    { path: 'xl/styles.xml', contentType: kind('styles'), xml: spreadsheetStyles() },
    ...sheets.map((sheet, index) => ({ path: `xl/worksheets/sheet${index + 1}.xml`, contentType: kind('worksheet'), xml: sheetXml(sheet) })),
  ], { title, preparedUtc }, { path: 'xl/_rels/workbook.xml.rels', xml: relationships([{ type: 'styles', target: 'styles.xml' }, ...sheets.map((_, index) => ({ type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` }))]) });
}

function sheetXml({ columns, rows }: Sheet): string {
  const head: Cell[] = columns.map(({ name }) => ({ is: 'text', text: name }));
  const all = rows.flatMap(inRows);
  const body = [rowXml(head, 1, true), ...all.map((row, index) => rowXml(row, index + 2, false))].join('');
  return `${xmlHead}<worksheet ${xmlns}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${columnLetters(columns.length)}${all.length + 1}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>${body}</sheetData><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`;
}

/** One row, or as many as its longest text needs. */
function inRows(row: readonly Cell[]): Cell[][] {
  const parts = row.map((cell): Cell[] => (cell.is === 'text' ? pieces(plainCharacters(cell.text)).map((text): Cell => ({ is: 'text', text })) : [cell]));
  const most = Math.max(1, ...parts.map(({ length }) => length));
  return Array.from({ length: most }, (_, index) => parts.map((cells): Cell => cells[index] ?? { is: 'text', text: '' }));
}

function pieces(text: string): string[] {
  const cut: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + mostInCell);
    if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1] ?? '')) end -= 1;
    cut.push(text.slice(at, end));
    at = end;
  }
  return cut.length === 0 ? [''] : cut;
}

const rowXml = (row: readonly Cell[], number: number, isHead: boolean): string => `<row r="${number}">${row.map((cell, index) => cellXml(cell, `${columnLetters(index + 1)}${number}`, isHead)).join('')}</row>`;

function cellXml(cell: Cell, at: string, isHead: boolean): string {
  switch (cell.is) {
    case 'number': return `<c r="${at}" s="${cellStyles.number}"><v>${cell.number}</v></c>`;
    case 'day': return dated(cell.day, serialOf(cell.day, ''), at, cellStyles.day);
    case 'moment': return dated(cell.at.replace('T', ' '), serialOf(cell.at.slice(0, 10), cell.at.slice(11)), at, cellStyles.moment);
    case 'text': return cell.text === '' ? '' : `<c r="${at}" s="${isHead ? cellStyles.head : formula.test(cell.text) ? cellStyles.guarded : cellStyles.text}" t="inlineStr"><is><t xml:space="preserve">${inText(cell.text)}</t></is></c>`;
  }
}

function dated(words: string, serial: number | null, at: string, style: number): string {
  return serial === null ? cellXml({ is: 'text', text: words }, at, false) : `<c r="${at}" s="${style}"><v>${serial}</v></c>`;
}

/** Days since 30 December 1899, with the time as their fraction; null before 1 March 1900 and of what is no day of the calendar. */
function serialOf(day: string, time: string): number | null {
  const ms = Date.parse(`${day}T${time === '' ? '00:00:00' : time}Z`);
  if (Number.isNaN(ms) || day < '1900-03-01' || day > '9999-12-30') return null;
  // With every digit there is: some programs cut what lies a thousandth of a second before it to the minute before.
  return (ms - Date.UTC(1899, 11, 30)) / 86_400_000;
}

/** `_x0041_` in a cell would be read as a letter's code (ECMA-376-1, 22.9.2.19). */
const inText = (text: string): string => escapeXml(text.replace(/_x[0-9a-fA-F]{4}_/g, '_x005F$&'));
