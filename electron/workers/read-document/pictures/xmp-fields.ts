import type { FileField } from '../../../../shared/model/file-claims';
import { cleanText } from './exif-values';

const mostFields = 400;
const mostDepth = 60;
const mostTags = 50_000;
/** Names of the RDF frame, which say nothing of themselves. */
const isFrame = (name: string): boolean => /^(rdf|x|xml|xmlns):|^xmlns$/.test(name);
const tellsPlace = (name: string): boolean => /gps|location|latitude|longitude|:city$|:state$|:country|sublocation|geo/i.test(name);

/**
 * The properties of an XMP packet (ISO 16684-1): attributes and elements with text, by their names with the usual prefixes, each with the place of its value. Not a parser of XML: no entity but the five
 * and numbers is known, nothing is resolved, nothing nested deeper than 60 is read. `offset`: where `bytes` stands in the file.
 */
export function readXmpFields(bytes: Uint8Array, offset: number): { fields: FileField[]; isDamaged: boolean } {
  // One unit is one byte, so that places stay true; values are decoded when they are found.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const fields: FileField[] = [];
  const open: string[] = [];
  const add = (name: string, start: number, end: number): void => {
    if (fields.length >= mostFields) return;
    const value = cleanText(unescape(Buffer.from(text.slice(start, end), 'latin1').toString('utf8')));
    if (value !== '') fields.push({ block: 'xmp', name: name.slice(0, 200), value, place: { offset: offset + start, length: end - start }, tellsPlace: tellsPlace(name) });
  };
  let textFrom = 0;
  for (let at = text.indexOf('<'), tags = 0; at >= 0; tags += 1) {
    if (tags > mostTags) return { fields, isDamaged: true };
    if (text.startsWith('<!--', at) || text.startsWith('<?', at) || text.startsWith('<!', at)) {
      const end = text.indexOf(text.startsWith('<!--', at) ? '-->' : '>', at);
      if (end < 0) return { fields, isDamaged: open.length > 0 };
      at = text.indexOf('<', end);
      continue;
    }
    const end = endOfTag(text, at);
    if (end < 0) return { fields, isDamaged: true };
    const nameEnd = endOfName(text, at + 1, end);
    const name = text.slice(at + 1, nameEnd);
    if (name.startsWith('/')) {
      const closed = open.pop();
      const named = [closed, ...open.toReversed()].find((one) => one !== undefined && !isFrame(one));
      if (named !== undefined && text.slice(textFrom, at).trim() !== '') add(named, textFrom, at);
      textFrom = end + 1;
    } else {
      readAttributes(text, nameEnd, end, (attribute, start, stop) => {
        if (isFrame(attribute) && attribute !== 'rdf:resource') return;
        add(attribute === 'rdf:resource' ? name : attribute, start, stop);
      });
      if (text[end - 1] !== '/') open.push(name.slice(0, 200));
      if (open.length > mostDepth) return { fields, isDamaged: true };
      textFrom = end + 1;
    }
    at = text.indexOf('<', end);
  }
  return { fields, isDamaged: open.length > 0 };
}

/** The `>` that ends a tag; one within quotes does not. -1 without one. */
function endOfTag(text: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < text.length; at += 1) {
    const unit = text[at] ?? '';
    if (quote !== '') { if (unit === quote) quote = ''; }
    else if (unit === '"' || unit === "'") quote = unit;
    else if (unit === '>') return at;
  }
  return -1;
}

function endOfName(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && !/[\s=]/.test(text[at] ?? '') && !(text[at] === '/' && at > from)) at += 1;
  return at;
}

function readAttributes(text: string, from: number, end: number, found: (name: string, start: number, stop: number) => void): void {
  for (let at = from; at < end;) {
    while (at < end && /[\s/]/.test(text[at] ?? '')) at += 1;
    const nameEnd = endOfName(text, at, end);
    if (nameEnd === at) return;
    const name = text.slice(at, nameEnd);
    at = nameEnd;
    while (at < end && /[\s=]/.test(text[at] ?? '')) at += 1;
    const quote = text[at];
    if (quote !== '"' && quote !== "'") return;
    const stop = text.indexOf(quote, at + 1);
    if (stop < 0 || stop > end) return;
    found(name, at + 1, stop);
    at = stop + 1;
  }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/g, (whole, hexadecimal: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return named[name] ?? whole;
    const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
