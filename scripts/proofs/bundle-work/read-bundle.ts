import { execFileSync } from 'node:child_process';

const mostBytes = 1 << 29;
const read = (program: string, args: string[]): string => execFileSync(program, args, { encoding: 'utf8', maxBuffer: mostBytes });

interface Outline { title: string; destpageposfrom1: number; kids: Outline[] }
interface Json { pages: { object: string }[]; outlines: Outline[]; pagelabels: { index: number; label: Record<string, unknown> }[]; qpdf: [unknown, Record<string, { value?: unknown }>] }
interface Word { readonly text: string; readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
interface SeenPage { readonly width: number; readonly height: number; readonly words: readonly Word[] }

/** A bundle as qpdf and poppler read it, with nothing of the program's own. `label`: of each page, as a reader shows it; `printed`: what stands at its foot on the right. `links`: `says` is what stands in its box. */
export interface ReadBundle {
  readonly pages: readonly { readonly label: string; readonly printed: string; readonly width: number; readonly height: number }[];
  readonly bookmarks: readonly { readonly title: string; readonly depth: number; readonly page: number }[];
  readonly links: readonly { readonly onPage: number; readonly toPage: number | null; readonly told: string; readonly says: string }[];
}

export function readBundle(file: string): ReadBundle {
  const json = JSON.parse(read('qpdf', ['--json=2', '--json-key=pages', '--json-key=outlines', '--json-key=pagelabels', '--json-key=qpdf', file])) as Json;
  const seen = seenPages(file);
  const flat = (list: Outline[], depth: number): ReadBundle['bookmarks'][number][] => list.flatMap(({ title, destpageposfrom1, kids }) => [{ title, depth, page: destpageposfrom1 }, ...flat(kids, depth + 1)]);
  return {
    pages: json.pages.map((_, index) => ({ label: labelAt(json.pagelabels, index), printed: printedOn(seen[index]), width: seen[index]?.width ?? 0, height: seen[index]?.height ?? 0 })),
    bookmarks: flat(json.outlines, 0), links: linksIn(json, seen),
  };
}

/** What of a bundle does not agree with itself: a line for each. */
export function bundleFaults({ pages, bookmarks, links }: ReadBundle): string[] {
  const faults: string[] = [];
  pages.forEach(({ label, printed }, index) => {
    if (label !== printed) faults.push(`page ${index + 1}: its label is ${label}, at its foot stands ${printed || 'nothing'}`);
  });
  const twice = pages.map(({ label }) => label).filter((label, index, all) => all.indexOf(label) !== index);
  if (twice.length > 0) faults.push(`labels stand twice: ${twice.slice(0, 5).join(', ')}`);
  for (const { title, page } of bookmarks) {
    const said = /\(page ([^)]+)\)$/.exec(title)?.[1];
    if (said !== pages[page - 1]?.label) faults.push(`the bookmark “${title}” leads to page ${pages[page - 1]?.label ?? 'none'}`);
  }
  for (const { onPage, toPage, told, says } of links) {
    const label = toPage === null ? undefined : pages[toPage - 1]?.label;
    if (label === undefined) faults.push(`page ${onPage}: a link leads nowhere (${says})`);
    // Of a bundle in several files: it leads to the line of the index that says where the page is.
    else if (/^Page \S+ is in part \d+\./.test(told)) continue;
    else if (told !== '' && !told.endsWith(`page ${label}`)) faults.push(`page ${onPage}: a link to ${label} is told as “${told}”`);
    // What stands in the last column of index and chronology is the number of a page and nothing else.
    else if (told.startsWith('Go to') && /^(?:[A-Z]?\d+|[ivxlc]+)$/.test(says) && says !== label) faults.push(`page ${onPage}: ${says} is printed, and leads to ${label}`);
  }
  return faults;
}

/** ISO 32000-2, 12.4.2, read anew: the last range that begins at or before the page. */
function labelAt(ranges: Json['pagelabels'], index: number): string {
  const range = ranges.filter((one) => one.index <= index).at(-1);
  if (range === undefined) return '';
  const number = Number(range.label['/St'] ?? 1) + index - range.index;
  const prefix = String(range.label['/P'] ?? '').replace(/^u:/, '');
  switch (range.label['/S']) {
    case '/D': return `${prefix}${number}`;
    case '/r': return `${prefix}${inRoman(number)}`;
    default: return prefix;
  }
}

function inRoman(number: number): string {
  const digits = (value: number, one: string, five: string, ten: string): string => ['', one, one + one, one + one + one, one + five, five, five + one, five + one + one, five + one + one + one, one + ten][value] ?? '';
  return 'm'.repeat(Math.floor(number / 1000)) + digits(Math.floor(number / 100) % 10, 'c', 'd', 'm') + digits(Math.floor(number / 10) % 10, 'x', 'l', 'c') + digits(number % 10, 'i', 'v', 'x');
}

function seenPages(file: string): SeenPage[] {
  const xml = read('pdftotext', ['-bbox', '-cropbox', '-enc', 'UTF-8', file, '-']);
  return xml.split('<page ').slice(1).map((page) => {
    const [, width = '0', height = '0'] = /^width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? [];
    const words = [...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g)].map(([, left, top, right, bottom, text]) => ({ text: text ?? '', left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) }));
    return { width: Number(width), height: Number(height), words };
  });
}

/** The last word of the lowest line. */
function printedOn(page: SeenPage | undefined): string {
  const lowest = Math.max(...(page?.words ?? []).map(({ bottom }) => bottom));
  return page?.words.filter(({ bottom }) => lowest - bottom < 3).sort((a, b) => a.left - b.left).at(-1)?.text ?? '';
}

function linksIn(json: Json, seen: readonly SeenPage[]): ReadBundle['links'] {
  const objects = json.qpdf[1];
  const valueOf = (at: unknown): unknown => (typeof at === 'string' && /^\d+ \d+ R$/.test(at) ? (objects[`obj:${at}`]?.value ?? null) : at);
  const pageOf = new Map(json.pages.map(({ object }, index) => [object, index + 1]));
  return json.pages.flatMap(({ object }, index) => {
    const page = valueOf(object) as Record<string, unknown>;
    const annotations = valueOf(page['/Annots']);
    return (Array.isArray(annotations) ? annotations : []).flatMap((at): ReadBundle['links'] => {
      const annotation = valueOf(at) as Record<string, unknown>;
      if (annotation['/Subtype'] !== '/Link') return [];
      const destination = valueOf(annotation['/Dest']);
      const told = String(annotation['/Contents'] ?? '').replace(/^u:/, '');
      // Boxes of links are in the page's own space: those of pages that we set are neither turned nor cropped.
      const [left, bottom, right, top] = (valueOf(annotation['/Rect']) as number[]).map(Number) as [number, number, number, number];
      const height = seen[index]?.height ?? 0;
      const says = (seen[index]?.words ?? []).filter((word) => word.left > left - 1 && word.right < right + 1 && (word.top + word.bottom) / 2 > height - top && (word.top + word.bottom) / 2 < height - bottom).map(({ text }) => text).join(' ');
      return [{ onPage: index + 1, toPage: Array.isArray(destination) ? (pageOf.get(destination[0] as string) ?? null) : null, told, says }];
    });
  });
}
