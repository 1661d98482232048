import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { cutSlowly, type PieceCutter } from '../bytes/cut-slowly';
import { joinedBytes } from '../bytes/joined-bytes';
import { oneToOne } from './byte-strings';
import { HeldBytes } from './held-bytes';
import { OutsideWords } from './outside';
import type { HtmlElement } from './tree';

/** What a document holds, in its order. `line` is 1-based and counts LF. */
export type HtmlPiece =
  /** An element that was asked for. `isWhole` false: the document ends within it. `comment`: the last comment since the piece before, '' where there is none. */
  | { readonly kind: 'element'; readonly element: HtmlElement; readonly isWhole: boolean; readonly comment: string; readonly line: number; readonly offset: number; readonly length: number }
  /** One that was asked for and is too large, too deep or of too many parts to hold; the reading goes on behind it. */
  | { readonly kind: 'too-large'; readonly line: number; readonly offset: number; readonly length: number }
  /** Words outside of all that was asked for, styles and scripts left out: the first of them, from the first to the last. */
  | { readonly kind: 'outside'; readonly text: string; readonly line: number; readonly offset: number; readonly length: number };

const mostBytes = 4 * 1024 * 1024;
const mostParts = 50_000;
const mostDepth = 200;
const longestName = 100;
const longestComment = 1000;
const longestAttribute = 64 * 1024;
const mostAttributes = 200;
/** A single tag or comment longer than this is not kept: none of its names could be. */
const longestToken = 1024 * 1024;

const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
const unspoken = new Set(['style', 'script', 'title']);

/**
 * Cuts elements out of an HTML document by their bytes: a stream in, small trees with their places out, whatever the size of the document. The tokens are htmlparser2's (as the HTML
 * standard, 13.2.5); the tree is built more simply than a browser does (an end tag closes the nearest element of its name, and all within it), which is enough for documents that
 * programs wrote. UTF-8; bytes that are no text become U+FFFD. Nothing is loaded or run. Memory: one element of at most 4 MiB.
 */
export function readHtml(bytes: AsyncIterable<Uint8Array>, isWanted: (name: string, attributes: ReadonlyMap<string, string>) => boolean): AsyncGenerator<HtmlPiece[]> {
  return cutSlowly(bytes, new Cutter(isWanted));
}

interface Tag { offset: number; line: number; name: string; attributes: Map<string, string> | null }
const noAttributes: ReadonlyMap<string, string> = new Map();
interface Chosen { root: HtmlElement; stack: HtmlElement[]; deeper: number; parts: number; isTooLarge: boolean; line: number; comment: string }

class Cutter implements TokenizerCallbacks, PieceCutter<HtmlPiece> {
  readonly #isWanted: (name: string, attributes: ReadonlyMap<string, string>) => boolean;
  readonly #tokens = new Tokenizer({ decodeEntities: false }, this);
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #held = new HeldBytes();
  #pieces: HtmlPiece[] = [];
  /** The end of the last token that was told: what is being read began there or later. */
  #told = 0;
  #tag: Tag | null = null;
  #attribute = '';
  #value: Uint8Array[] = [];
  #valueLength = 0;
  #textStart = -1;
  #textEnd = -1;
  #chosen: Chosen | null = null;
  #comment = '';
  #unspoken = '';
  readonly #outside = new OutsideWords();

  constructor(isWanted: (name: string, attributes: ReadonlyMap<string, string>) => boolean) {
    this.#isWanted = isWanted;
  }

  push(piece: Uint8Array): HtmlPiece[] {
    this.#held.take(piece);
    this.#tokens.write(oneToOne(piece));
    this.#drop();
    return this.#given();
  }

  end(): HtmlPiece[] {
    this.#tokens.end();
    this.#flushText();
    if (this.#chosen !== null) this.#finish(this.#held.end, false);
    this.#flushOutside();
    return this.#given();
  }

  onopentagname(start: number, end: number): void {
    this.#flushText();
    this.#tag = { offset: start - 1, line: this.#held.lineAt(start - 1), name: this.#name(start, end), attributes: null };
    this.#told = end;
  }
  onattribname(start: number, end: number): void {
    this.#attribute = this.#name(start, end);
    this.#value = [];
    this.#valueLength = 0;
    this.#told = end;
  }
  onattribdata(start: number, end: number): void {
    this.#valueLength += end - start;
    if (this.#valueLength <= longestAttribute) this.#value.push(this.#held.bytes(start, end).slice());
    this.#told = end;
  }
  onattribend(_quote: number, end: number): void {
    const attributes = this.#tag === null ? null : (this.#tag.attributes ??= new Map<string, string>());
    if (attributes !== null && attributes.size < mostAttributes && this.#attribute !== '' && !attributes.has(this.#attribute)) {
      const text = this.#valueLength > longestAttribute ? '' : this.#decoder.decode(joinedBytes(this.#value));
      attributes.set(this.#attribute, text.includes('&') ? decodeHTMLAttribute(text) : text);
    }
    this.#value = [];
    this.#told = end;
  }
  onopentagend(end: number): void {
    this.#open(end + 1, false);
  }
  onselfclosingtag(end: number): void {
    this.#open(end + 1, true);
  }
  onclosetag(start: number, end: number): void {
    this.#flushText();
    const name = this.#name(start, end);
    this.#told = end;
    if (name === this.#unspoken) this.#unspoken = '';
    if (this.#chosen === null) return;
    const { stack } = this.#chosen;
    if (this.#chosen.deeper > 0) {
      this.#chosen.deeper -= 1;
      return;
    }
    for (let at = stack.length - 1; at >= 0; at -= 1) {
      if (stack[at]?.name !== name) continue;
      for (const closed of stack.splice(at)) closed.end = end + 1;
      if (at === 0) this.#finish(end + 1, true);
      return;
    }
  }
  ontext(start: number, end: number): void {
    if (this.#textEnd !== start) this.#flushText();
    if (this.#textStart < 0) this.#textStart = start;
    this.#textEnd = end;
    this.#told = end;
    if (this.#chosen === null && this.#unspoken === '') this.#outside.hear(this.#held.bytes(start, end), start, (offset) => this.#held.lineAt(offset));
  }
  oncomment(start: number, end: number, offset: number): void {
    this.#flushText();
    const length = end - offset - start;
    this.#comment = length > 0 && length <= longestComment ? this.#held.text(start, end - offset).trim() : '';
    this.#told = end;
  }
  oncdata(start: number, end: number): void {
    this.ontext(start, end);
  }
  ondeclaration(_start: number, end: number): void {
    this.#flushText();
    this.#told = end;
  }
  onprocessinginstruction(start: number, end: number): void {
    this.ondeclaration(start, end);
  }
  // Not told: character references are resolved here, when all of the text is at hand; the end is said by `end`.
  onattribentity(): void {}
  ontextentity(): void {}
  onend(): void {}

  #open(end: number, isClosed: boolean): void {
    const tag = this.#tag;
    this.#tag = null;
    this.#told = end;
    if (tag === null) return;
    const attributes = tag.attributes ?? noAttributes;
    const element: HtmlElement = { name: tag.name, attributes, children: [], line: tag.line, offset: tag.offset, end };
    const chosen = this.#chosen;
    if (chosen === null) {
      if (!this.#isWanted(tag.name, attributes)) {
        if (unspoken.has(tag.name)) this.#unspoken = tag.name;
        return;
      }
      this.#flushOutside();
      this.#chosen = { root: element, stack: [element], deeper: 0, parts: 1, isTooLarge: false, line: tag.line, comment: this.#comment };
      this.#comment = '';
      if (empty.has(tag.name)) this.#finish(end, true);
      return;
    }
    chosen.parts += 1;
    const stays = !empty.has(tag.name) && !(isClosed && [...chosen.stack, element].some(({ name }) => name === 'svg' || name === 'math'));
    if (!chosen.isTooLarge && (chosen.parts > mostParts || end - chosen.root.offset > mostBytes || chosen.stack.length >= mostDepth)) this.#give(chosen);
    if (chosen.isTooLarge && chosen.stack.length >= mostDepth) {
      if (stays) chosen.deeper += 1;
      return;
    }
    if (!chosen.isTooLarge) chosen.stack.at(-1)?.children.push(element);
    if (stays) chosen.stack.push(element);
  }

  /** Lets go of an element that cannot be held. */
  #give(chosen: Chosen): void {
    chosen.isTooLarge = true;
    for (const element of chosen.stack) element.children.length = 0;
  }

  #finish(end: number, isWhole: boolean): void {
    const chosen = this.#chosen;
    this.#chosen = null;
    if (chosen === null) return;
    for (const element of chosen.stack) element.end = end;
    chosen.root.end = end;
    const place = { line: chosen.line, offset: chosen.root.offset, length: end - chosen.root.offset };
    if (chosen.isTooLarge || place.length > mostBytes) this.#pieces.push({ kind: 'too-large', ...place });
    else this.#pieces.push({ kind: 'element', element: chosen.root, isWhole, comment: chosen.comment, ...place });
  }

  #flushText(): void {
    const [start, end] = [this.#textStart, this.#textEnd];
    this.#textStart = -1;
    this.#textEnd = -1;
    const chosen = this.#chosen;
    if (start < 0 || chosen === null || chosen.isTooLarge) return;
    if (end - chosen.root.offset > mostBytes) {
      this.#give(chosen);
      return;
    }
    chosen.parts += 1;
    const text = this.#held.text(start, end);
    chosen.stack.at(-1)?.children.push(text.includes('&') ? decodeHTML(text) : text);
  }

  #flushOutside(): void {
    const outside = this.#outside.take((bytes) => this.#decoder.decode(bytes));
    if (outside !== null) this.#pieces.push({ kind: 'outside', ...outside });
  }

  #name(start: number, end: number): string {
    return end - start > longestName ? '' : this.#held.text(start, end).toLowerCase();
  }

  #given(): HtmlPiece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  #drop(): void {
    const chosen = this.#chosen;
    const isHeld = chosen !== null && !chosen.isTooLarge && this.#held.end - chosen.root.offset <= mostBytes + longestToken;
    this.#held.dropTo(isHeld ? chosen.root.offset : Math.max(this.#told, this.#held.end - longestToken));
  }
}
