import { Parser, type Handler } from 'htmlparser2';

/** How the elements of one XML vocabulary become words. Names with their prefixes, as the programs write them. */
export interface XmlWords {
  /** Elements whose text counts; null: all text does. */
  readonly textIn: ReadonlySet<string> | null;
  /** Elements with all that is in them left out. */
  readonly skip: ReadonlySet<string>;
  /** What an element puts before or after itself. */
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  /** Told of each element as it begins. */
  readonly onElement?: (name: string, attributes: Readonly<Record<string, string>>) => void;
}

/** What is nested deeper is not read on: no paper is, and the parser's time grows with the square of the depth. */
const deepest = 2000;
class TooDeep extends Error {}

/** Reads an XML text tag by tag, without a tree; ends where elements are nested deeper than any paper's. Entities that a document type declares are never expanded, nothing is fetched. */
export function readXml(xml: string, handler: Partial<Pick<Handler, 'onopentag' | 'onclosetag' | 'ontext'>>): void {
  let depth = 0;
  const parser = new Parser({
    ...handler,
    onopentag(name, attributes, isImplied) {
      depth += 1;
      if (depth > deepest) throw new TooDeep();
      handler.onopentag?.(name, attributes, isImplied);
    },
    onclosetag(name, isImplied) {
      depth -= 1;
      handler.onclosetag?.(name, isImplied);
    },
  }, { xmlMode: true, decodeEntities: true });
  try {
    parser.end(xml);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
}

/** The words of an XML text. At most `most` characters. */
export function wordsOfXml(xml: string, { textIn, skip, before, after, onElement }: XmlWords, most: number): string {
  const out: string[] = [];
  let length = 0;
  const open: string[] = [];
  let [textDepth, skipDepth] = [0, 0];
  const write = (text: string): void => {
    if (text === '' || skipDepth > 0 || length >= most) return;
    out.push(text);
    length += text.length;
  };
  readXml(xml, {
    onopentag(name, attributes) {
      open.push(name);
      if (skip.has(name)) skipDepth += 1;
      if (textIn?.has(name) === true) textDepth += 1;
      onElement?.(name, attributes);
      write(before[name] ?? '');
    },
    onclosetag(name) {
      const at = open.lastIndexOf(name);
      if (at < 0) return;
      for (const closed of open.splice(at)) {
        if (skip.has(closed)) skipDepth -= 1;
        if (textIn?.has(closed) === true) textDepth -= 1;
      }
      write(after[name] ?? '');
    },
    ontext(text) {
      if (textIn === null || textDepth > 0) write(text);
    },
  });
  return out.join('').slice(0, most).toWellFormed();
}

/** Each element of one name with its attributes, in order, at most `most` of them. */
export function elementsOf(xml: string, names: ReadonlySet<string>, most: number): { name: string; attributes: Readonly<Record<string, string>> }[] {
  const found: { name: string; attributes: Readonly<Record<string, string>> }[] = [];
  wordsOfXml(xml, { textIn: new Set(), skip: new Set(), before: {}, after: {}, onElement: (name, attributes) => { if (names.has(name) && found.length < most) found.push({ name, attributes }); } }, 0);
  return found;
}
