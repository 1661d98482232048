import { readXml } from './xml-words';

/** One element with all that is in it. */
export interface XmlElement { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: readonly (XmlElement | string)[] }

/** An element of one file with more in it than this is read that far. */
const mostNodes = 3_000_000;

/**
 * Takes the outermost elements of these names, one after another, each as a tree: the file as a whole is never one. `skip`: elements that are passed over with all that is in them. Nested deeper than `readXml` goes, nothing more comes, and what is open then is given as far as it is. `around`: told of each element that stands in none of them. Gives whether there was no more than is read.
 */
export function takeElements(xml: string, names: ReadonlySet<string>, skip: ReadonlySet<string>, take: (element: XmlElement) => void, around: { readonly opened?: (name: string, attributes: Readonly<Record<string, string>>) => void; readonly closed?: (name: string) => void } = {}): boolean {
  const open: { name: string; attributes: Readonly<Record<string, string>>; children: (XmlElement | string)[] }[] = [];
  let skipping: string[] = [];
  let nodes = 0;
  const close = (): void => {
    const done = open.pop();
    if (done === undefined) return;
    const within = open.at(-1);
    if (within === undefined) take(done);
    else within.children.push(done);
  };
  readXml(xml, {
    onopentag(name, attributes) {
      if (skipping.length > 0 || skip.has(name)) return void skipping.push(name);
      if (open.length === 0 && !names.has(name)) return around.opened?.(name, attributes);
      nodes += 1;
      if (nodes > mostNodes) skipping.push(name);
      else open.push({ name, attributes, children: [] });
    },
    onclosetag(name) {
      if (skipping.length > 0) {
        const at = skipping.lastIndexOf(name);
        if (at >= 0) skipping = skipping.slice(0, at);
        return;
      }
      if (open.length === 0) return around.closed?.(name);
      if (!open.some((one) => one.name === name)) return;
      while (open.at(-1)?.name !== name) close();
      close();
    },
    ontext(text) {
      if (skipping.length === 0) open.at(-1)?.children.push(text);
    },
  });
  while (open.length > 0) close();
  return nodes <= mostNodes;
}

export function elementsIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string');
}

/** The first child of this name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** Every element of these names, at any depth, in order; what lies in one of them is not looked through. */
export function within(element: XmlElement, names: ReadonlySet<string>): XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = [...element.children].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') continue;
    if (names.has(next.name)) found.push(next);
    else for (let index = next.children.length - 1; index >= 0; index -= 1) waiting.push(next.children[index] ?? '');
  }
  return found;
}

/** The words directly in it. */
export function textIn(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('');
}
