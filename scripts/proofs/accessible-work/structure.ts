import type { Dictionary, ReadPdf } from './read-pdf';
import { textOf } from './read-pdf';

/** One element of the tags, in reading order. */
export interface TagElement {
  /** Its type, by the role map where it is not a standard one. */
  readonly type: string;
  readonly dictionary: Dictionary;
  readonly parents: readonly string[];
  readonly kids: readonly TagElement[];
  /** Marked content of its own: the page's reference and MCID. */
  readonly content: readonly { readonly page: string; readonly mcid: number }[];
  /** Annotations of its own, by reference. */
  readonly annotations: readonly string[];
}

/** Every element under the root, outermost first, in the order in which they are read. */
export function elementsOf(pdf: ReadPdf): TagElement[] {
  const root = pdf.dictionary(pdf.catalog['/StructTreeRoot']);
  const roles = pdf.dictionary(root['/RoleMap']);
  const all: TagElement[] = [];
  const seen = new Set<string>();
  const read = (at: unknown, parents: readonly string[], page: string): TagElement | null => {
    if (typeof at === 'string') {
      if (seen.has(at)) return null;
      seen.add(at);
    }
    const dictionary = pdf.dictionary(at);
    if (dictionary['/S'] === undefined) return null;
    const named = textOf(dictionary['/S']);
    const type = typeof roles[named] === 'string' ? (roles[named] as string) : named;
    const own = typeof dictionary['/Pg'] === 'string' ? dictionary['/Pg'] : page;
    const kids: TagElement[] = [];
    const content: { page: string; mcid: number }[] = [];
    const annotations: string[] = [];
    const element: TagElement = { type, dictionary, parents, kids, content, annotations };
    all.push(element);
    for (const kid of pdf.list(dictionary['/K'])) {
      const value = pdf.value(kid);
      if (typeof value === 'number') content.push({ page: own, mcid: value });
      else {
        const held = pdf.dictionary(kid);
        const onPage = typeof held['/Pg'] === 'string' ? held['/Pg'] : own;
        if (held['/Type'] === '/MCR') content.push({ page: onPage, mcid: Number(held['/MCID']) });
        else if (held['/Type'] === '/OBJR') annotations.push(String(held['/Obj']));
        else {
          const below = read(kid, [...parents, type], own);
          if (below !== null) kids.push(below);
        }
      }
    }
    return element;
  };
  for (const kid of pdf.list(root['/K'])) read(kid, [], '');
  return all;
}
