/** A cell: a text, or a figure `v` or text `t` of the style `s` with the formula `f`. */
type MadeCell = string | { readonly v: number; readonly s: number; readonly f?: string } | { readonly t: string; readonly s: number };
export interface MadeSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly rows: readonly { readonly r: number; readonly isHidden?: boolean; readonly cells: Readonly<Record<string, MadeCell>> }[];
  readonly hiddenColumns?: readonly number[];
  readonly merges?: readonly string[];
  /** What stands behind its cells. */
  readonly after?: string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The parts of an Excel workbook. */
export function xlsxParts(sheets: readonly MadeSheet[]): Record<string, string> {
  const strings: string[] = [];
  const text = (words: string, place: string, style: number): string => `<c r="${place}" s="${style}" t="s"><v>${strings.push(words) - 1}</v></c>`;
  const cellXml = (cell: MadeCell, place: string): string => (typeof cell === 'string' ? text(cell, place, 0) : 't' in cell ? text(cell.t, place, cell.s) : `<c r="${place}" s="${cell.s}">${cell.f === undefined ? '' : `<f>${cell.f}</f>`}<v>${cell.v}</v></c>`);
  const sheetXml = ({ rows, hiddenColumns = [], merges = [], after = '' }: MadeSheet): string => `<worksheet>${hiddenColumns.length === 0 ? '' : `<cols>${hiddenColumns.map((column) => `<col min="${column}" max="${column}" hidden="1"/>`).join('')}</cols>`}<sheetData>${rows.map(({ r, isHidden, cells }) => `<row r="${r}"${isHidden === true ? ' hidden="1"' : ''}>${Object.entries(cells).map(([letters, cell]) => cellXml(cell, `${letters}${r}`)).join('')}</row>`).join('')}</sheetData>${merges.length === 0 ? '' : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`}${after}</worksheet>`;
  const parts = sheets.map((sheet, index): [string, string] => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)]);
  return {
    '[Content_Types].xml': '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    'xl/workbook.xml': `<workbook><sheets>${sheets.map(({ name, state }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="r${index + 1}"${state === undefined ? '' : ` state="${state}"`}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, index) => `<Relationship Id="r${index + 1}" Type="x/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(parts),
    'xl/sharedStrings.xml': `<sst>${strings.map((words) => `<si><t>${escaped(words)}</t></si>`).join('')}</sst>`,
  };
}

const cell = (type: string, words: string, more = ''): string => `<table:table-cell office:value-type="${type}"${more}><text:p>${words}</text:p></table:table-cell>`;

/** The parts of an OpenDocument sheet: two tables, the second hidden. */
export const odsParts: Readonly<Record<string, string>> = {
  mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
  'content.xml': `<office:document-content><office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>
<table:table table:name="Bank" table:style-name="ta1"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>
<table:table-row>${cell('string', 'State<text:span>ment</text:span>', ' table:number-columns-spanned="3"')}<table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>
<table:table-header-rows><table:table-row>${cell('string', 'Day')}${cell('string', 'Amount')}${cell('string', 'Who')}</table:table-row></table:table-header-rows>
<table:table-row>${cell('date', '4 March 2021', ' office:date-value="2021-03-04"')}<table:table-cell office:value-type="currency" office:value="450.5"><office:annotation><dc:creator>Legal</dc:creator><dc:date>2021-03-05T09:00:00</dc:date><text:p>ask him</text:p></office:annotation><text:p>£450.50</text:p></table:table-cell></table:table-row>
<table:table-row table:visibility="filter">${cell('date', '5 March 2021')}${cell('currency', '£1.00', ' table:formula="of:=[.B3]-449.5"')}${cell('string', 'he')}</table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row table:number-rows-repeated="2">${cell('string', 'same', ' table:number-columns-repeated="2"')}</table:table-row>
<table:table-row table:number-rows-repeated="1048568"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
<table:table table:name="His" table:style-name="ta2"><table:table-row>${cell('string', 'secret')}</table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>`,
  'META-INF/manifest.xml': '<manifest:manifest/>',
};
