import { contentMarks } from './content-marks';
import { textOf, type Dictionary, type ReadPdf } from './read-pdf';
import { elementsOf, type TagElement } from './structure';

/** ISO 32000-1, 14.8.4. */
const standardTypes = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Caption', 'TOC', 'TOCI', 'Index', 'NonStruct', 'Private', 'P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot', 'Span', 'Quote', 'Note', 'Reference', 'BibEntry', 'Code', 'Link', 'Annot', 'Ruby', 'Warichu', 'RB', 'RT', 'RP', 'WT', 'WP', 'Figure', 'Formula', 'Form']);

export interface Found { readonly failures: string[]; /** Every alternative text, a line each. */ readonly alternatives: string; readonly counts: { elements: number; headings: number; tables: number; lists: number; figures: number; links: number; taggedPages: number } }

/**
 * The requirements of PDF/UA-1 (ISO 14289-1:2014) that a program can judge, each named by its clause; what needs a reader (whether an alternative text is a good one) is not among them. `theirs`: pages (from 1) that are an exhibit's own. `breaks`: takes one alternative text away before looking.
 */
export function checkTags(pdf: ReadPdf, theirs: ReadonlySet<number>, breaks: boolean): Found {
  const elements = elementsOf(pdf);
  if (breaks) {
    const figure = elements.find(({ type }) => type === '/Figure');
    if (figure !== undefined) delete (figure.dictionary as Record<string, unknown>)['/Alt'];
  }
  const failures = [...document(pdf), ...types(elements), ...headings(elements), ...lists(elements), ...tables(pdf, elements), ...figures(elements), ...annotations(pdf, elements), ...pages(pdf, elements), ...fonts(pdf, theirs)];
  const count = (type: RegExp) => elements.filter((element) => type.test(element.type)).length;
  return { failures, alternatives: elements.map(({ dictionary }) => textOf(dictionary['/Alt'])).filter((text) => text !== '').join('\n'), counts: { elements: elements.length, headings: count(/^\/H\d?$/), tables: count(/^\/Table$/), lists: count(/^\/L$/), figures: count(/^\/Figure$/), links: count(/^\/Link$/), taggedPages: new Set(elements.flatMap(({ content }) => content.map(({ page }) => page))).size } };
}

function document(pdf: ReadPdf): string[] {
  const { catalog } = pdf;
  const wrong: string[] = [];
  if (pdf.dictionary(catalog['/MarkInfo'])['/Marked'] !== true) wrong.push('6.2: the document does not say that it is tagged');
  if (pdf.dictionary(catalog['/MarkInfo'])['/Suspects'] === true) wrong.push('7.1: the tags are called suspect');
  if (pdf.dictionary(catalog['/ViewerPreferences'])['/DisplayDocTitle'] !== true) wrong.push('7.1: the title is not what the window shows');
  const xmp = pdf.stream(catalog['/Metadata']).toString('utf8');
  if (!/<dc:title>[\s\S]*<rdf:li[^>]*>[^<]+<\/rdf:li>/.test(xmp)) wrong.push('7.1: no title in the metadata');
  if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(textOf(catalog['/Lang']))) wrong.push('7.2: the document names no language');
  if (pdf.pages.length > 21 && pdf.dictionary(catalog['/Outlines'])['/First'] === undefined) wrong.push('7.17: a long document without bookmarks');
  if (catalog['/AcroForm'] !== undefined && pdf.list(pdf.dictionary(catalog['/AcroForm'])['/Fields']).length > 0) wrong.push('7.18: form fields are left');
  return wrong;
}

function types(elements: readonly TagElement[]): string[] {
  const other = new Set(elements.map(({ type }) => type.slice(1)).filter((type) => !standardTypes.has(type)));
  return [...other].map((type) => `7.1: a tag that no reader knows: ${type}`);
}

/** H1, H2, ... downwards without a step left out (7.4.2). */
function headings(elements: readonly TagElement[]): string[] {
  let last = 0;
  const wrong: string[] = [];
  for (const { type } of elements) {
    const level = Number(/^\/H(\d)$/.exec(type)?.[1] ?? 0);
    if (level === 0) continue;
    if (level > last + 1) wrong.push(`7.4.2: a heading of level ${level} follows one of level ${last}`);
    last = level;
  }
  return [...new Set(wrong)];
}

function lists(elements: readonly TagElement[]): string[] {
  return elements.flatMap(({ type, kids, parents }) => {
    if (type === '/L' && kids.some((kid) => !['/LI', '/L', '/Caption', '/NonStruct'].includes(kid.type))) return ['7.2: a list holds something other than its items'];
    if (type === '/LI' && !parents.includes('/L')) return ['7.2: an item without its list'];
    return [];
  });
}

function tables(pdf: ReadPdf, elements: readonly TagElement[]): string[] {
  const below = (element: TagElement): TagElement[] => element.kids.flatMap((kid) => (kid.type === '/Table' ? [] : [kid, ...below(kid)]));
  return elements.filter(({ type }) => type === '/Table').flatMap((table) => {
    const cells = below(table);
    const headers = cells.filter(({ type }) => type === '/TH');
    if (headers.length === 0) return ['7.5: a table without headings'];
    const hasScope = ({ dictionary }: TagElement) => pdf.list(dictionary['/A']).some((at) => pdf.dictionary(at)['/Scope'] !== undefined);
    const wrong = headers.every(hasScope) ? [] : ['7.5: a heading of a table that does not say what it heads'];
    const widths = new Set(cells.filter(({ type }) => type === '/TR').map((row) => below(row).filter(({ type }) => /^\/T[HD]$/.test(type)).reduce((sum, cell) => sum + Math.max(1, ...pdf.list(cell.dictionary['/A']).map((at) => Number(pdf.dictionary(at)['/ColSpan'] ?? 1))), 0)));
    return widths.size > 1 ? [...wrong, '7.2: rows of a table with different numbers of cells'] : wrong;
  });
}

function figures(elements: readonly TagElement[]): string[] {
  const bare = elements.filter(({ type, dictionary }) => type === '/Figure' && textOf(dictionary['/Alt']).trim() === '' && textOf(dictionary['/ActualText']).trim() === '').length;
  return bare === 0 ? [] : [`7.3: ${bare} pictures without an alternative text`];
}

function annotations(pdf: ReadPdf, elements: readonly TagElement[]): string[] {
  const tagged = new Set(elements.flatMap((element) => element.annotations));
  return pdf.pages.flatMap((page, index) => {
    const held = pdf.list(page['/Annots']);
    const wrong = held.length > 0 && page['/Tabs'] !== '/S' ? [`7.18.3: page ${index + 1} does not go by its tags`] : [];
    for (const at of held) {
      const annotation = pdf.dictionary(at);
      if (annotation['/Subtype'] === '/Popup') continue;
      if (!tagged.has(String(at))) wrong.push(`7.18.1: page ${index + 1} has a mark that is in no tag (${textOf(annotation['/Subtype'])})`);
      if (annotation['/Subtype'] === '/Link' && textOf(annotation['/Contents']) === '') wrong.push(`7.18.5: page ${index + 1} has a link that does not say where to`);
    }
    return [...new Set(wrong)];
  });
}

/** Everything drawn is in a tag or is an artifact (7.1), and the tags and the pages name each other both ways (ISO 32000-1, 14.7.4). */
function pages(pdf: ReadPdf, elements: readonly TagElement[]): string[] {
  const inTags = new Map<string, Set<number>>();
  for (const { content } of elements) for (const { page, mcid } of content) inTags.set(page, (inTags.get(page) ?? new Set()).add(mcid));
  return pdf.pages.flatMap((page, index) => {
    const number = index + 1;
    const resources = pdf.dictionary(page['/Resources']);
    const marks = marksOf(pdf, Buffer.concat(pdf.list(page['/Contents']).flatMap((at) => [pdf.stream(at), Buffer.from('\n')])), resources, 0);
    const wrong: string[] = [];
    if (marks.unmarked.length > 0) wrong.push(`7.1: page ${number} draws what is neither in a tag nor an artifact (${[...new Set(marks.unmarked)].slice(0, 4).join(' ')})`);
    const known = inTags.get(String(page['/Self'])) ?? new Set<number>();
    if (marks.tagged.some((mcid) => !known.has(mcid))) wrong.push(`7.1: page ${number} has marked content that no tag holds`);
    if (known.size > 0 && page['/StructParents'] === undefined) wrong.push(`7.1: page ${number} does not lead to its tags`);
    if (known.size === 0) wrong.push(`7.1: page ${number} has no tags`);
    return wrong;
  });
}

function marksOf(pdf: ReadPdf, content: Buffer, resources: Dictionary, depth: number): { tagged: readonly number[]; unmarked: string[] } {
  const properties = pdf.dictionary(resources['/Properties']);
  const forms = pdf.dictionary(resources['/XObject']);
  const marks = contentMarks(content, (name) => ({ mcid: numberOf(pdf.dictionary(properties[name])['/MCID']) }), (name) => pdf.dictionary(forms[name])['/Subtype'] === '/Form');
  const unmarked = [...marks.unmarked];
  // A form that is drawn outside of any mark may mark its own content.
  for (const name of depth > 8 ? [] : marks.openForms) unmarked.push(...marksOf(pdf, pdf.stream(forms[name]), pdf.dictionary(pdf.dictionary(forms[name])['/Resources']), depth + 1).unmarked);
  return { tagged: marks.tagged, unmarked };
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Every face is in the file (7.21.4), and says which letters its shapes are (7.21.7), but for faces whose own code says it. Of `theirs`, pages that came with an exhibit, nobody can put in a face that was not with it. */
function fonts(pdf: ReadPdf, theirs: ReadonlySet<number>): string[] {
  const wrong = new Set<string>();
  const held = pdf.pages.flatMap((page, index) => (theirs.has(index + 1) ? [] : Object.values(pdf.dictionary(pdf.dictionary(page['/Resources'])['/Font']))));
  for (const at of new Set(held)) {
    const font = pdf.dictionary(at);
    const descendant = pdf.dictionary(pdf.list(font['/DescendantFonts'])[0]);
    const descriptor = pdf.dictionary(font['/FontDescriptor'] ?? descendant['/FontDescriptor']);
    const name = textOf(font['/BaseFont']);
    if (font['/Subtype'] !== '/Type3' && !['/FontFile', '/FontFile2', '/FontFile3'].some((key) => descriptor[key] !== undefined)) wrong.add(`7.21.4: a face is not in the file: ${name}`);
    if (font['/Subtype'] === '/Type0' && font['/ToUnicode'] === undefined) wrong.add(`7.21.7: a face does not say which letters its shapes are: ${name}`);
  }
  return [...wrong];
}
