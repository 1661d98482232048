import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { disguisedName } from './made-up-case';
import type { ExportPlan } from '../../../shared/model/export-plan';

const mostBytes = 1 << 28;
const read = (program: string, args: string[]) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: mostBytes });

/** Text by page in reading order, white space and bidirectional marks taken out: where a line breaks is the page's business. */
function pagesOf(file: string): string[] {
  return read('pdftotext', ['-enc', 'UTF-8', file, '-']).split('\f').map(bare);
}

/**
 * pdftotext takes one direction for a whole page, that of most of its letters, and gives the runs of a line of the other direction in the order of the page's
 * (U+202A or U+202B to U+202C is a run, its letters in reading order). This puts such lines' runs back into the order in which they are read (UAX #9).
 */
function turnedLines(page: string): string {
  return page.split('\n').map((line) => {
    if (line.startsWith('\u202b') && line.includes('\u202a')) return runsTurned(line.slice(1), /\u202a[^\u202c]*\u202c|[^\u202a]/gu);
    return line.includes('\u202b') ? runsTurned(line, /\u202b[^\u202c]*\u202c|[\p{L}\p{N}](?:[\p{L}\p{N}:/.,\- ]*[\p{L}\p{N}-])?|\S/gu) : line;
  }).join('\n');
}

function runsTurned(line: string, run: RegExp): string {
  return (line.match(run) ?? []).reverse().join(' ');
}

function bare(text: string): string {
  // Presentation forms, which some faces give, are the same letters (NFKC).
  return text.normalize('NFKC').replace(/[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, '');
}

/** Every sentence is in the text, in the order of its letters, in every script; white space is all that may differ. */
export function checkText(file: string, plan: ExportPlan, pageCount: number): string[] {
  const printed = read('pdftotext', ['-enc', 'UTF-8', file, '-']).split('\f').slice(0, pageCount);
  const pages = printed.map(bare);
  const withoutNumbers = (list: readonly string[]) => list.map((page, index) => page.replace(`Page${index + 1}of${pageCount}`, '')).join('');
  const whole = `${withoutNumbers(pages)}\f${withoutNumbers(printed.map((page) => bare(turnedLines(page))))}`;
  const failures = pages.flatMap((page, index) => (page.includes(`Page${index + 1}of${pageCount}`) ? [] : [`page ${index + 1} does not say so`]));
  const texts = [
    ...plan.entries.flatMap((entry) => (entry.subject === 'incident' ? entry.versions : []).flatMap(({ content, reason }) => [content.account, content.effectOnMe, reason].map((text) => [`entry ${entry.number}`, text] as const))),
    ...plan.exhibits.flatMap(({ mark, thing }) => (thing.kind === 'excerpt' ? thing.messages.map(({ text }) => [mark, text] as const) : [])),
  ];
  const missing = new Map<string, string>();
  for (const [where, text] of texts) {
    for (const line of text.split('\n')) {
      const pieces = line.split(/(?<=[.!?。۔؟])\s*/);
      for (const piece of pieces.map(bare)) if (piece !== '' && !whole.includes(piece)) missing.set(where, piece);
    }
  }
  for (const [where, piece] of missing) failures.push(`${where}: its words are not in the text: ${piece.slice(0, 60)}`);
  if (/privileged-note/.test(whole)) failures.push('a privileged note is in the document');
  return failures;
}

interface Outline { title: string; destpageposfrom1: number; kids: Outline[] }
interface Json { pages: { object: string }[]; outlines: Outline[]; pagelabels: { index: number; label: Record<string, unknown> }[]; qpdf: [unknown, Record<string, { value?: unknown }>] }

/** Page labels, bookmarks and links, as qpdf sees them: each leads to the page that says what it says. */
export function checkPlaces(file: string, plan: ExportPlan, pageCount: number, firstLabel: number): string[] {
  const json = JSON.parse(read('qpdf', ['--json=2', '--json-key=pages', '--json-key=outlines', '--json-key=pagelabels', '--json-key=qpdf', file])) as Json;
  const failures: string[] = [];
  if (json.pages.length !== pageCount) failures.push('the count of pages is not what was said');
  if (JSON.stringify(json.pagelabels) !== JSON.stringify([{ index: 0, label: { '/S': '/D', '/St': firstLabel } }])) failures.push('page labels do not equal the printed numbers');
  const pages = pagesOf(file);
  const says = (page: number, words: string) => pages[page - 1]?.includes(bare(words)) === true;
  const flat = (list: Outline[]): Outline[] => list.flatMap((item) => [item, ...flat(item.kids)]);
  const bookmarks = flat(json.outlines);
  for (const { title, destpageposfrom1 } of bookmarks) if (!title.endsWith(`(page ${destpageposfrom1})`)) failures.push(`a bookmark leads to page ${destpageposfrom1}: ${title}`);
  const wanted: [string, string][] = [...plan.entries.map((entry): [string, string] => [`${entry.number} · `, `Entry ${entry.number}`]), ...plan.exhibits.map((exhibit): [string, string] => [`${exhibit.mark} · `, `Exhibit ${exhibit.mark}`])];
  for (const [start, words] of wanted) {
    const found = bookmarks.find(({ title }) => title.startsWith(start));
    if (found === undefined || !says(found.destpageposfrom1, words)) failures.push(`no bookmark leads to “${words}”`);
  }
  return [...failures, ...checkLinks(json, says), ...checkTags(json, file)];
}

function checkLinks(json: Json, says: (page: number, words: string) => boolean): string[] {
  const objects = json.qpdf[1];
  const valueOf = (at: unknown): unknown => (typeof at === 'string' && /^\d+ \d+ R$/.test(at) ? (objects[`obj:${at}`]?.value ?? at) : at);
  const pageOf = new Map(json.pages.map(({ object }, index) => [object, index + 1]));
  const failures: string[] = [];
  let links = 0;
  json.pages.forEach(({ object }, index) => {
    const annotations = valueOf((valueOf(object) as Record<string, unknown>)['/Annots']);
    for (const at of Array.isArray(annotations) ? annotations : []) {
      const annotation = valueOf(at) as Record<string, unknown>;
      if (annotation['/Subtype'] !== '/Link') continue;
      const destination = valueOf(annotation['/Dest']);
      if (annotation['/A'] !== undefined) failures.push(`page ${index + 1}: a link leads out of the document`);
      const target = Array.isArray(destination) ? pageOf.get(destination[0] as string) : undefined;
      const words = /page (\d+)$/.exec(String(annotation['/Contents'] ?? ''))?.[1];
      if (target === undefined || (words !== undefined && Number(words) !== target) || !says(target, `Page ${target} of ${json.pages.length}`)) failures.push(`page ${index + 1}: a link leads nowhere`);
      links += 1;
    }
  });
  if (links < 10) failures.push('there are hardly any links');
  return failures;
}

/** Every link on a page is in the tags and every annotation in the tags is on a page; no address that links stood for while the document was made is left. */
function checkTags(json: Json, file: string): string[] {
  const objects = Object.entries(json.qpdf[1]);
  const valueOf = (at: unknown): unknown => (typeof at === 'string' && /^\d+ \d+ R$/.test(at) ? json.qpdf[1][`obj:${at}`]?.value : at);
  const tagged = new Set<unknown>();
  const collect = (kid: unknown) => {
    const value = valueOf(kid);
    if (Array.isArray(value)) value.forEach(collect);
    else if (isDictionary(value) && value['/Type'] === '/OBJR') tagged.add(value['/Obj']);
  };
  for (const [, { value }] of objects) if (isDictionary(value) && value['/S'] !== undefined) collect(value['/K']);
  const onPages = json.pages.flatMap(({ object }) => {
    const annotations = valueOf((valueOf(object) as Record<string, unknown>)['/Annots']);
    return Array.isArray(annotations) ? (annotations as unknown[]) : [];
  });
  const failures: string[] = [];
  // Exhibits come as they are: those without tags have links without tags, which lead nowhere else than ours.
  const ours = onPages.filter((at) => /page \d+$/.test(String((valueOf(at) as Record<string, unknown>)['/Contents'] ?? '')));
  const untagged = ours.filter((at) => !tagged.has(at)).length;
  if (untagged > 0) failures.push(`${untagged} links are not in the tags`);
  const onAny = new Set<unknown>(onPages);
  const orphans = [...tagged].filter((at) => isDictionary(valueOf(at)) && !onAny.has(at)).length;
  if (orphans > 0) failures.push(`${orphans} annotations in the tags are on no page`);
  if (execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], { maxBuffer: mostBytes }).includes('bundle.invalid')) failures.push('an address of a place is left in the document');
  return failures;
}

function isDictionary(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is printed of the damaged PDFs of the made-up case, and that their sheets, the list of what is missing and the integrity page say so. */
export function checkDamaged(file: string, plan: ExportPlan): string[] {
  const pages = pagesOf(file);
  const failures: string[] = [];
  const expectations = [
    { name: 'torn.pdf', drawn: 0, words: 'The typeface of pages 1 to 4 (as counted here) is lost.', lost: 'By its own count there is more: 1 page could not be read' },
    { name: 'torn twice.pdf', drawn: 3, words: 'is printed as pictures of its pages', lost: 'Not here, because they could not be read or came out blank: pages 2 and 5 of the file.' },
    { name: 'page lost.pdf', drawn: 0, words: 'The file is damaged. By its own count', lost: 'By its own count there is more: 1 page could not be read' },
  ];
  const pictures = read('pdfimages', ['-list', file]).split('\n').slice(2).map((row) => Number(row.trim().split(/\s+/)[0]));
  for (const { name, drawn, words, lost } of expectations) {
    const mark = plan.exhibits.find(({ thing }) => thing.kind === 'document' && thing.document.originalName === name)?.mark ?? '';
    const own = pages.flatMap((page, index) => (page.includes(`Exhibit${mark}`) && page.includes(`of${pages.length - 1}`) ? [index + 1] : []));
    const said = pages.filter((page) => page.includes(bare(words)) && page.includes(bare(lost)));
    if (said.length !== 3) failures.push(`${name}: what is missing is said on ${said.length} pages, not on its sheet, in the list and on the integrity page`);
    const onThem = own.filter((page) => pictures.includes(page)).length;
    if (onThem !== drawn) failures.push(`${name}: ${onThem} of its pages are pictures, not ${drawn}`);
  }
  return failures;
}

/** A name that turns itself round is printed as it is spelt, wherever it stands: table, sheet, integrity page, bookmark. */
export function checkNames(file: string): string[] {
  const text = read('pdftotext', ['-enc', 'UTF-8', file, '-']);
  const shown = disguisedName.replace('\u202e', '[RLO]');
  const outlines = read('qpdf', ['--json=2', '--json-key=outlines', file]);
  const failures: string[] = [];
  if (text.split(shown).length - 1 < 4) failures.push(`a disguised file name is not shown as ${shown}`);
  if (/[\u202d\u202e]/.test(text + outlines)) failures.push('a character that turns text round is in the text or the bookmarks');
  if (!outlines.includes(`${shown} (page `)) failures.push('a disguised file name stands in a bookmark as it is');
  return failures;
}

/** No picture above 300 dpi on the pages we print; nothing of a camera's data anywhere. */
export function checkPictures(file: string): string[] {
  const rows = read('pdfimages', ['-list', file]).split('\n').slice(2).filter((row) => /\bjpeg\b/.test(row)).map((row) => row.trim().split(/\s+/));
  const failures = rows.filter((row) => Number(row[12]) > 301 || Number(row[13]) > 301).map((row) => `page ${row[0]}: a picture of ${row[12]} dpi`);
  if (rows.length === 0) failures.push('there are no pictures');
  const bytes = readFileSync(file);
  for (const sign of ['Exif\0\0', 'Example Phone', 'http://ns.adobe.com/xap/1.0/\0']) if (bytes.includes(sign)) failures.push(`a camera’s data is in the document (${sign.slice(0, 4)})`);
  return failures;
}
