/** An element that was cut out of a document, whole in memory. */
export interface HtmlElement {
  /** In lower case. */
  readonly name: string;
  /** Names in lower case, values with their character references resolved; of two of one name the first counts. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: HtmlNode[];
  /** Where its bytes are in the document: `offset` to `end`, the first in `line` (1-based). */
  readonly line: number;
  readonly offset: number;
  end: number;
}
/** Text has its character references resolved and its white space as it stands. */
export type HtmlNode = HtmlElement | string;

export function hasClass(element: HtmlElement, name: string): boolean {
  const classes = element.attributes.get('class');
  return classes === name || (classes !== undefined && classes.includes(name) && classesOf(element).includes(name));
}

export function classesOf(element: HtmlElement): string[] {
  return (element.attributes.get('class') ?? '').split(/\s+/).filter((name) => name !== '');
}

/** Elements within, outermost first, in the document's order; not those within one that is given. Depth is limited by the cutter. */
export function* findAll(within: HtmlElement, wanted: (element: HtmlElement) => boolean): Generator<HtmlElement> {
  for (const child of within.children) {
    if (typeof child === 'string') continue;
    if (wanted(child)) yield child;
    else yield* findAll(child, wanted);
  }
}

export function findFirst(within: HtmlElement, wanted: (element: HtmlElement) => boolean): HtmlElement | null {
  for (const found of findAll(within, wanted)) return found;
  return null;
}

export function firstOfClass(within: HtmlElement, name: string): HtmlElement | null {
  return findFirst(within, (element) => hasClass(element, name));
}

/** All text within, as it stands, `br` as a line feed; without what `isLeftOut` names. */
export function rawText(element: HtmlElement, isLeftOut: (element: HtmlElement) => boolean = () => false): string {
  const parts: string[] = [];
  collect(element, isLeftOut, parts);
  return parts.join('');
}

function collect(element: HtmlElement, isLeftOut: (element: HtmlElement) => boolean, parts: string[]): void {
  for (const child of element.children) {
    if (typeof child === 'string') parts.push(child);
    else if (child.name === 'br') parts.push('\n');
    else if (!silent.has(child.name) && !isLeftOut(child)) collect(child, isLeftOut, parts);
  }
}

const silent = new Set(['style', 'script', 'template', 'noscript', 'svg']);
const blocks = new Set(['div', 'p', 'hr', 'table', 'tbody', 'tfoot', 'thead', 'tr', 'li', 'ul', 'ol', 'pre', 'h1', 'h2', 'h3', 'h4', 'section', 'header', 'footer', 'br']);

/** Text as a page shows it: each block on a line of its own, white space within a line made one space, empty lines left out. */
export function shownText(element: HtmlElement, isLeftOut: (element: HtmlElement) => boolean = () => false): string {
  const lines: string[] = [''];
  const walk = (within: HtmlElement): void => {
    for (const child of within.children) {
      if (typeof child === 'string') lines[lines.length - 1] += child;
      else if (!silent.has(child.name) && !isLeftOut(child)) {
        const isBlock = blocks.has(child.name);
        if (isBlock) lines.push('');
        walk(child);
        if (isBlock) lines.push('');
      }
    }
  };
  walk(element);
  return lines.map((line) => line.replace(/[\t\n\f\r ]+/g, ' ').trim()).filter((line) => line !== '').join('\n');
}
