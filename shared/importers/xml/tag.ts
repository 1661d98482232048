import { withoutReferences } from './references';

/** A tag as written, `<` to `>`, taken apart. */
export interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly isEmpty: boolean;
  /** Of a name that stands there twice, the first. Line breaks and tabs in a value stay as they are. */
  readonly attributes: Map<string, string>;
  /** Two attributes have one name: which is meant cannot be told. */
  readonly isRepeated: boolean;
}

const mostAttributes = 500;
const longestName = 200;

/** Null where it is no tag. `text` begins with `<` and ends with `>`. */
export function readTag(text: string): Tag | null {
  const isClosing = text[1] === '/';
  const isEmpty = !isClosing && text.endsWith('/>');
  const end = text.length - (isEmpty ? 2 : 1);
  let at = isClosing ? 2 : 1;
  const nameEnd = endOfName(text, at, end);
  const name = text.slice(at, nameEnd);
  if (name === '' || name.length > longestName) return null;
  const attributes = new Map<string, string>();
  let isRepeated = false;
  at = nameEnd;
  for (;;) {
    const start = afterBlanks(text, at, end);
    if (start >= end) return { name, isClosing, isEmpty, attributes, isRepeated };
    // Between attributes there must be a blank.
    if (start === at || isClosing || attributes.size >= mostAttributes) return null;
    const attributeEnd = endOfName(text, start, end);
    const attribute = text.slice(start, attributeEnd);
    if (attribute === '' || attribute.length > longestName) return null;
    const equals = afterBlanks(text, attributeEnd, end);
    if (text[equals] !== '=') return null;
    const open = afterBlanks(text, equals + 1, end);
    const quote = text[open];
    if (open >= end || (quote !== '"' && quote !== "'")) return null;
    const close = text.indexOf(quote, open + 1);
    if (close < 0 || close >= end) return null;
    if (attributes.has(attribute)) isRepeated = true;
    else attributes.set(attribute, withoutReferences(text.slice(open + 1, close)));
    at = close + 1;
  }
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function afterBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

const endsName = new Uint8Array(64);
for (const char of ' \n\r\t=/>"\'<') endsName[char.charCodeAt(0)] = 1;

/** One past the last character of a name. Which characters a name may have is not looked at: what means nothing to a reader of elements is passed over by it. */
function endOfName(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && !(text.charCodeAt(at) < 64 && endsName[text.charCodeAt(at)] === 1)) at += 1;
  return at;
}

/** Whether `<` with this unit after it begins a tag, a comment or the like, and is no mere character. */
export function beginsMarkup(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x2f || unit === 0x21 || unit === 0x3f || unit === 0x5f || unit === 0x3a;
}
