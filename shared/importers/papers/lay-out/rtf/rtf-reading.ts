import { laidOutPictures, nothingHeld, type LaidOut, type LaidPiece } from '../../../../model/laid-out';
import { decodingOf } from '../../../bytes/charsets';
import { rtfCharacters, rtfCharsets, rtfUnit } from '../../../rtf/rtf-characters';
import type { RtfTokens } from '../../../rtf/rtf-tokens';
import { asClaim } from '../../paper-found';
import { hiddenBy, linkOf, looksOf } from '../docx-blocks';
import type { RunLook } from '../docx-styles';
import { saysSomething, type LaidOutBuilder } from '../laid-out-builder';
import { RtfFlow, type RtfParagraph, type RtfRow } from './rtf-flow';
import { RtfPicture } from './rtf-picture';

/** Where what is read goes: words of the file, a text that is kept aside (a font's name, a field's code), a picture, or nowhere. */
type To = 'words' | 'aside' | 'picture' | 'nowhere';
interface Group {
  readonly to: To;
  /** Of `aside`: the destination whose text it is. */
  readonly name: string;
  readonly look: RunLook;
  readonly paragraph: RtfParagraph;
  readonly codePage: string;
  /** How many characters stand after `\u` for readers that do not know it. */
  readonly fallback: number;
  readonly change: { readonly kind: 'inserted' | 'deleted'; readonly by: number; readonly at: number } | null;
  readonly link: string;
  /** What is to be done when it closes. */
  readonly close: (() => void) | null;
}

const plain: RtfParagraph = { heading: 0, align: 'start', indent: 0, list: null, isInTable: false };
const deepest = 1000;
const indentTwips = 567;
const mostAside = 20_000;
/** Destinations whose words are the file's own, or whose text is kept aside; every other that may be passed over is. */
const asides = new Set(['fonttbl', 'colortbl', 'stylesheet', 'revtbl', 'fldinst', 'listtext', 'pntext', 'atnid', 'atnauthor', 'atndate', 'objclass']);
const through = new Set(['shppict', 'shpinst', 'fldrslt', 'result']);
const nowhere = new Set(['info', 'object-data', 'objdata', 'nonshppict', 'shprslt', 'sp', 'listtable', 'listoverridetable', 'generator', 'themedata', 'datastore', 'pntxta', 'pntxtb', 'nesttableprops', 'nonesttables', 'xe', 'tc', 'bkmkstart', 'bkmkend', 'htmltag', 'filetbl', 'rsidtbl', 'xmlnstbl', 'template', 'ftnsep', 'ftnsepc', 'aftnsep', 'aftnsepc', 'latentstyles', 'mmathPr']);
const edges: Readonly<Record<string, { edge: 'head' | 'foot'; on: 'all' | 'first' | 'even' }>> = {
  header: { edge: 'head', on: 'all' }, headerr: { edge: 'head', on: 'all' }, headerl: { edge: 'head', on: 'even' }, headerf: { edge: 'head', on: 'first' }, footer: { edge: 'foot', on: 'all' }, footerr: { edge: 'foot', on: 'all' }, footerl: { edge: 'foot', on: 'even' }, footerf: { edge: 'foot', on: 'first' },
};
const crops: Readonly<Record<string, 'left' | 'top' | 'right' | 'bottom'>> = { piccropl: 'left', piccropt: 'top', piccropr: 'right', piccropb: 'bottom' };
const drawnKinds = new Set(['pngblip', 'jpegblip']);

/** One RTF document. Groups are kept on a list, not in calls: no depth of them ends the program. */
export class RtfReading implements RtfTokens {
  readonly #builder: LaidOutBuilder;
  readonly #outer: Group[] = [];
  #group: Group = { to: 'words', name: '', look: {}, paragraph: plain, codePage: '1252', fallback: 1, change: null, link: '', close: null };
  readonly #flows: RtfFlow[];
  readonly #edges: LaidOut['edges'] = [];
  readonly #notes: LaidOut['notes'] = [];
  readonly #comments: LaidOut['comments'] = [];
  readonly #pictures: Uint8Array[] = [];
  readonly #fonts = new Map<number, string>();
  readonly #colours: string[] = [''];
  readonly #authors: string[] = [];
  readonly #headings = new Map<number, number>();
  readonly #embedded: string[] = [];
  #row: RtfRow = { isHead: false, continues: [], edges: [] };
  #continuesNext = false;
  #picture: RtfPicture | null = null;
  #aside = '';
  #text = '';
  #bytes: number[] = [];
  #toPass = 0;
  #tooDeep = 0;
  #isIgnorable = false;
  #defaultPage = '1252';
  #defaultFont = 0;
  /** Of the entry of a table that is read: a font, a style, a colour. */
  #entry = 0;
  #colour = { red: 0, green: 0, blue: 0 };
  #fieldCode = '';
  #comment = { by: '', at: '' };
  #noteCounts = { footnote: 0, endnote: 0 };

  constructor(builder: LaidOutBuilder) {
    this.#builder = builder;
    this.#flows = [new RtfFlow(builder)];
  }

  result(): { laidOut: LaidOut; pictures: readonly Uint8Array[] } {
    while (this.#outer.length > 0) this.close();
    this.#flush();
    const body = this.#flow.end(this.#like);
    return { laidOut: this.#builder.result({ body, edges: this.#edges, notes: this.#notes, comments: this.#comments, holds: { ...nothingHeld, embedded: this.#embedded } }), pictures: this.#pictures };
  }

  isDone(): boolean { return this.#builder.isCut; }

  open(): void {
    this.#flush();
    this.#toPass = 0;
    if (this.#outer.length >= deepest) {
      this.#tooDeep += 1;
      this.#builder.cut();
      return;
    }
    this.#outer.push(this.#group);
    this.#group = { ...this.#group, close: null };
  }

  close(): void {
    this.#flush();
    [this.#toPass, this.#isIgnorable] = [0, false];
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    this.#group.close?.();
    this.#group = this.#outer.pop() ?? this.#group;
  }

  binary(bytes: Uint8Array): void { if (this.#group.to === 'picture') this.#picture?.binary(bytes); }

  byte(byte: number): void {
    this.#isIgnorable = false;
    if (this.#toPass > 0) this.#toPass -= 1;
    else if (this.#group.to === 'picture') this.#picture?.digit(byte);
    else if (this.#group.to !== 'nowhere') this.#bytes.push(byte);
  }

  symbol(sign: string): void {
    if (sign === '*') this.#isIgnorable = true;
    else if (sign === '~') this.#add('\u00a0');
    else if (sign === '_') this.#add('\u2011');
    else if (sign === '\n' || sign === '\r') this.#endParagraph();
  }

  word(word: string, value: number | null): void {
    const wasIgnorable = this.#isIgnorable;
    this.#isIgnorable = false;
    if (word === 'u') {
      this.#add(rtfUnit(value));
      this.#toPass = this.#group.fallback;
      return;
    }
    this.#decode();
    if (this.#opens(word, wasIgnorable)) return;
    if (this.#group.to === 'nowhere') return;
    if (this.#group.to === 'aside') this.#inTable(word, value ?? 0);
    else if (this.#group.to === 'picture') this.#ofPicture(word, value ?? 0);
    if (rtfCharacters[word] !== undefined) this.#add(rtfCharacters[word]);
    else if (this.#group.to === 'words') {
      this.#flush();
      this.#format(word, value);
    } else if (word === 'uc' || word === 'f') this.#format(word, value);
  }

  /** How the paragraph that is read stands. An item's depth is no list without a number. */
  get #like(): RtfParagraph {
    const { paragraph } = this.#group;
    return paragraph.list === null || paragraph.list.sign !== '' ? paragraph : { ...paragraph, list: null };
  }

  get #flow(): RtfFlow { return this.#flows.at(-1) ?? new RtfFlow(this.#builder); }

  #set(more: Partial<Group>): void { this.#group = { ...this.#group, ...more }; }

  /** Whether the word begins a destination. */
  #opens(word: string, wasIgnorable: boolean): boolean {
    // What lies within what is not shown is not shown either.
    if (this.#group.to === 'nowhere') return true;
    const edge = edges[word];
    if (asides.has(word)) this.#keepAside(word);
    else if (word === 'pict') this.#beginPicture();
    else if (word === 'footnote') this.#beginNote();
    else if (word === 'ftnalt') this.#alternateNote();
    else if (word === 'annotation') this.#beginComment();
    else if (word === 'shptxt' || word === 'dptxbxtext') this.#within((blocks) => { if (blocks.length > 0) this.#flow.addAfter({ is: 'table', what: 'text-box', rows: [{ isHead: false, change: null, cells: [{ across: 1, down: 1, isHead: false, blocks }] }] }); });
    else if (edge !== undefined) this.#within((blocks) => { if (saysSomething(blocks) && this.#edges.length < 300) this.#edges.push({ edge: edge.edge, on: [edge.on], blocks }); });
    else if (through.has(word)) this.#set(word === 'fldrslt' ? { link: linkOf(this.#fieldCode) || this.#group.link } : {});
    else if (nowhere.has(word) || wasIgnorable) this.#set({ to: 'nowhere' });
    else if (word === 'field') this.#fieldCode = '';
    else return false;
    return true;
  }

  /** A part that is read apart from what stands around it. */
  #within(take: (blocks: LaidOut['body']) => void): void {
    this.#flush();
    const row = this.#row;
    this.#flows.push(new RtfFlow(this.#builder));
    this.#set({
      to: 'words', paragraph: plain, look: {}, change: null, link: '', close: () => {
        const blocks = this.#flow.end(this.#like);
        if (this.#flows.length > 1) this.#flows.pop();
        this.#row = row;
        take(blocks);
      },
    });
  }

  #keepAside(name: string): void {
    this.#flush();
    this.#aside = '';
    const outer = this.#group;
    this.#set({
      to: 'aside', name, close: () => {
        if (outer.to === 'aside' && outer.name === name) return;
        this.#takeAside(name);
        this.#aside = '';
      },
    });
    if (name === 'colortbl') this.#colours.length = 0;
  }

  #takeAside(name: string): void {
    if (name === 'fldinst') this.#fieldCode = this.#aside;
    else if ((name === 'listtext' || name === 'pntext') && this.#aside.trim() !== '') this.#group = { ...this.#group, paragraph: { ...this.#group.paragraph, list: { sign: asClaim(this.#aside, 200), depth: this.#group.paragraph.list?.depth ?? 0 } } };
    else if (name === 'atnauthor') this.#comment.by = asClaim(this.#aside, 300);
    else if (name === 'atndate') this.#comment.at = momentOf(Number(this.#aside.trim()));
    else if (name === 'objclass' && this.#embedded.length < 50) this.#embedded.push(asClaim(this.#aside, 300) || 'object');
    // The number of a list belongs to its paragraph, which goes on after the group.
    const outer = this.#outer.at(-1);
    if ((name === 'listtext' || name === 'pntext') && outer !== undefined) this.#outer[this.#outer.length - 1] = { ...outer, paragraph: { ...outer.paragraph, list: this.#group.paragraph.list } };
  }

  /** Within tables of fonts, colours, styles and authors. */
  #inTable(word: string, value: number): void {
    const { name } = this.#group;
    if (name === 'fonttbl') {
      if (word === 'f') this.#entry = value;
      else if (word === 'fcharset') this.#fonts.set(this.#entry, rtfCharsets[value] ?? this.#defaultPage);
    } else if (name === 'colortbl' && (word === 'red' || word === 'green' || word === 'blue')) this.#colour[word] = Math.max(0, Math.min(255, value));
    else if (name === 'stylesheet' && (word === 's' || word === 'cs' || word === 'ts')) this.#entry = word === 's' ? value : -1;
  }

  /** A text within a table: of colours it ends an entry, of others it is a name. */
  #takeName(text: string): void {
    const { name } = this.#group;
    if (name === 'colortbl') {
      for (const sign of text) {
        if (sign !== ';' || this.#colours.length > 5000) continue;
        // An entry that says nothing is the colour of itself: black or white, whichever is seen.
        const { red, green, blue } = this.#colour;
        this.#colours.push([red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join(''));
        this.#colour = { red: 0, green: 0, blue: 0 };
      }
    } else if (name === 'stylesheet') {
      const [, level] = /^\s*heading ([1-6])\b/i.exec(text) ?? [];
      if (level !== undefined && this.#entry >= 0) this.#headings.set(this.#entry, Number(level));
    } else if (name === 'revtbl') {
      for (const author of text.split(';').slice(0, -1)) if (this.#authors.length < 1000) this.#authors.push(author);
    } else if (this.#aside.length < mostAside) this.#aside += text;
  }

  #beginPicture(): void {
    this.#flush();
    const picture = new RtfPicture();
    this.#picture = picture;
    this.#set({ to: 'picture', close: () => { this.#picture = null; this.#flow.add(this.#pieceOf(picture)); } });
  }

  #ofPicture(word: string, value: number): void {
    const picture = this.#picture;
    if (picture === null) return;
    if (drawnKinds.has(word)) picture.isKnown = true;
    else if (word === 'picwgoal') picture.size('widthMm', value);
    else if (word === 'pichgoal') picture.size('heightMm', value);
    else if (crops[word] !== undefined) picture.crop(crops[word], value);
    else if (word === 'picscalex') picture.scale('widthMm', value);
    else if (word === 'picscaley') picture.scale('heightMm', value);
  }

  #pieceOf(picture: RtfPicture): LaidPiece {
    const common = { description: '', change: this.#changeNumber(), hidden: this.#group.look.isHidden === true ? ('marked-hidden' as const) : null };
    if (!picture.isKnown) return { is: 'no-picture', why: 'kind', address: '', ...common };
    const number = this.#pictures.length < laidOutPictures.most && this.#builder.hasRoomFor('picture') ? this.#builder.picture(`picture ${this.#pictures.length + 1}`) : null;
    if (number === null) return { is: 'no-picture', why: 'too-many', address: '', ...common };
    this.#pictures.push(picture.bytes);
    return { is: 'picture', picture: number, widthMm: picture.shown('widthMm'), heightMm: picture.shown('heightMm'), cut: picture.cut, ...common };
  }

  #beginNote(): void {
    if (this.#notes.length >= 20_000) return this.#set({ to: 'nowhere' });
    this.#flush();
    const note: LaidOut['notes'][number] = { kind: 'footnote', sign: '', blocks: [] };
    const number = this.#notes.push(note);
    this.#flow.add({ is: 'note', note: number, change: this.#changeNumber() });
    this.#within((blocks) => {
      this.#noteCounts[note.kind] += 1;
      note.sign = String(this.#noteCounts[note.kind]);
      note.blocks = blocks;
    });
  }

  /** The note that is read is one at the end of the document. */
  #alternateNote(): void {
    const last = this.#notes.at(-1);
    if (last !== undefined && this.#flows.length > 1) last.kind = 'endnote';
  }

  #beginComment(): void {
    if (this.#comments.length >= 20_000) return this.#set({ to: 'nowhere' });
    this.#flush();
    const comment: LaidOut['comments'][number] = { by: this.#comment.by, at: '', answers: null, isDone: false, blocks: [] };
    this.#comment = { by: '', at: '' };
    const number = this.#comments.push(comment);
    this.#flow.add({ is: 'comment', comment: number, at: 'end' });
    this.#within((blocks) => {
      comment.at = this.#comment.at;
      comment.blocks = blocks;
      this.#comment = { by: '', at: '' };
    });
  }

  #format(word: string, value: number | null): void {
    const isOn = value !== 0;
    const { look, paragraph } = this.#group;
    const as = (more: RunLook): void => this.#set({ look: { ...look, ...more } });
    const stands = (more: Partial<RtfParagraph>): void => this.#set({ paragraph: { ...paragraph, ...more } });
    switch (word) {
      case 'par': case 'nestcell': case 'nestrow': return this.#endParagraph();
      case 'line': case 'lbr': case 'softline': return this.#add('\n');
      case 'cell': this.#flow.endCell(this.#like); return stands({ list: null });
      case 'row': return this.#flow.endRow(this.#row, this.#like);
      case 'trowd': this.#row = { isHead: false, continues: [], edges: [] }; this.#continuesNext = false; return;
      case 'trhdr': this.#row.isHead = true; return;
      case 'clmrg': this.#continuesNext = true; return;
      case 'cellx': return this.#cellEdge(value ?? 0);
      case 'page': return this.#flow.newPage(this.#like);
      case 'sect': return this.#flow.isEmpty ? undefined : this.#endParagraph();
      case 'pard': return this.#set({ paragraph: plain });
      case 'intbl': return stands({ isInTable: true });
      case 's': return stands({ heading: this.#headings.get(value ?? 0) ?? 0 });
      case 'outlinelevel': return stands({ heading: value !== null && value >= 0 && value < 6 ? value + 1 : 0 });
      case 'ilvl': return stands({ list: { sign: paragraph.list?.sign ?? '', depth: Math.max(0, Math.min(8, value ?? 0)) } });
      case 'qc': return stands({ align: 'centre' });
      case 'qr': return stands({ align: 'end' });
      case 'ql': case 'qj': return stands({ align: 'start' });
      case 'li': return stands({ indent: Math.max(0, Math.min(8, Math.round((value ?? 0) / indentTwips))) });
      case 'plain': return this.#set({ look: {}, codePage: this.#fonts.get(this.#defaultFont) ?? this.#defaultPage });
      case 'b': return as({ bold: isOn });
      case 'i': return as({ italic: isOn });
      case 'ul': case 'uld': case 'uldb': case 'ulw': case 'ulwave': case 'ulth': case 'uldash': return as({ underlined: isOn });
      case 'ulnone': return as({ underlined: false });
      case 'strike': case 'striked': return as({ struck: isOn });
      case 'caps': return as({ capitals: isOn });
      case 'scaps': return as({ smallCapitals: isOn });
      case 'super': return as({ raised: isOn ? 'up' : 'level' });
      case 'sub': return as({ raised: isOn ? 'down' : 'level' });
      case 'nosupersub': return as({ raised: 'level' });
      case 'v': return as({ isHidden: isOn });
      case 'fs': return as({ size: value ?? 24 });
      case 'cf': return as({ colour: (value ?? 0) === 0 ? '' : (this.#colours[value ?? 0] ?? '') });
      case 'highlight': return as({ isMarked: (value ?? 0) > 0 });
      case 'cb': case 'chcbpat': return as({ ground: (value ?? 0) === 0 ? 'ffffff' : (this.#colours[value ?? 0] ?? '') });
      case 'f': return this.#set({ codePage: this.#fonts.get(value ?? 0) ?? this.#defaultPage });
      case 'deff': this.#defaultFont = value ?? 0; return;
      case 'ansicpg': this.#defaultPage = String(value ?? 1252); return this.#set({ codePage: this.#defaultPage });
      case 'mac': this.#defaultPage = '10000'; return this.#set({ codePage: this.#defaultPage });
      case 'uc': return this.#set({ fallback: Math.min(Math.max(value ?? 1, 0), 10) });
      case 'revised': return this.#set({ change: isOn ? { kind: 'inserted', by: -1, at: 0 } : null });
      case 'deleted': return this.#set({ change: isOn ? { kind: 'deleted', by: -1, at: 0 } : null });
      case 'revauth': case 'revauthdel': return this.#changed({ by: value ?? -1 });
      case 'revdttm': case 'revdttmdel': return this.#changed({ at: value ?? 0 });
    }
  }

  #cellEdge(twips: number): void {
    if (this.#row.continues.length < 200) {
      this.#row.continues.push(this.#continuesNext);
      this.#row.edges.push(twips);
    }
    this.#continuesNext = false;
  }

  #changed(more: { by?: number; at?: number }): void {
    if (this.#group.change !== null) this.#set({ change: { ...this.#group.change, ...more } });
  }

  #endParagraph(): void {
    this.#flush();
    if (this.#group.to !== 'words') return;
    this.#flow.endParagraph(this.#like);
    // The next item of a list has a number of its own.
    this.#set({ paragraph: { ...this.#group.paragraph, list: null } });
  }

  #changeNumber(): number | null {
    const { change } = this.#group;
    return change === null ? null : this.#builder.change(change.kind, this.#authors[change.by] ?? '', momentOf(change.at));
  }

  #add(text: string): void {
    this.#decode();
    if (this.#group.to === 'words') this.#text += text;
    else if (this.#group.to === 'aside') this.#takeName(text);
  }

  /** Bytes that stand beside one another are letters of one code page. */
  #decode(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    this.#add(decodingOf(this.#group.codePage)?.decode(bytes) ?? decodingOf('1252')?.decode(bytes) ?? '');
  }

  #flush(): void {
    this.#decode();
    if (this.#text === '') return;
    const { look, link, paragraph } = this.#group;
    const words = this.#builder.words(this.#text.toWellFormed());
    this.#text = '';
    if (words === '') return;
    // What fills a cell is not looked at.
    const hidden = hiddenBy(look, paragraph.isInTable ? null : 'ffffff');
    this.#flow.add({ is: 'words', words, looks: looksOf(look), change: this.#changeNumber(), hidden: words.trim() === '' && hidden !== 'marked-hidden' ? null : hidden, link: link.slice(0, 4000) });
  }
}

/** A moment as Word packs it (DTTM): minutes, hours, day, month, years since 1900; '' where it is none. */
function momentOf(packed: number): string {
  const [minute, hour, day, month, year] = [packed & 63, (packed >> 6) & 31, (packed >> 11) & 31, (packed >> 16) & 15, ((packed >> 20) & 511) + 1900];
  const two = (number: number): string => String(number).padStart(2, '0');
  return day === 0 || month === 0 || month > 12 ? '' : `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}
