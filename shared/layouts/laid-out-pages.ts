import { pagesLaidOut as words } from '../messages/en-gb/pages-laid-out';
import { blocksOf, flowsOf, paragraphsOf, type LaidBlock, type LaidLook, type LaidOut, type LaidParagraph, type LaidPiece, type LaidSheet, type LaidTable, type LaidWords } from '../model/laid-out';
import { showHidden } from '../text/show-hidden';
import { inName, inWords } from './her-words';
import { html, type Piece } from './markup';
import { sheetPages } from './laid-out-sheet';
import { pictureOf, type LaidOutFile, type PrintedPicture } from './rendition';
import { said } from './said';
import { sayCount, sayList } from './say';

/** Rows at the head of a table. */
const mostHeadRows = 4;

/** What is said of such a file before its words: what in it would not be seen, or not be known for what it is. */
export function aboutLaidOut({ laidOut }: LaidOutFile): string[] {
  const { body, changes, comments, changedLooks, holds, told, isCut } = laidOut;
  const pieces = piecesOf(laidOut);
  return [
    ...(isCut ? [words.cut] : []),
    ...aboutSheets(body.filter((block) => block.is === 'sheet')),
    ...told.map((one) => words.told[one]),
    ...(pieces.signs ? [words.signs] : []),
    ...(changes.length > 0 ? [words.changes(sayCount(changes.length, 'change', 'changes'), changes.length === 1)] : []),
    ...(changedLooks > 0 ? [words.changedLooks(sayCount(changedLooks, 'change', 'changes'))] : []),
    ...(comments.length > 0 ? [words.comments(sayCount(comments.length, 'comment', 'comments'), comments.length === 1)] : []),
    ...(pieces.hidden ? [words.hidden] : []),
    ...(pieces.remote ? [words.remote] : []),
    ...(holds.macros ? [words.macros] : []),
    ...(holds.embedded.length > 0 ? [words.embedded(sayCount(holds.embedded.length, 'file', 'files'), holds.embedded.length === 1, sayList(holds.embedded.map((name) => `“${showHidden(name)}”`)))] : []),
    ...(holds.scripts > 0 ? [words.scripts] : []),
    ...(holds.fields > 0 ? [words.fields(sayCount(holds.fields, 'field', 'fields'))] : []),
  ];
}

/** What a reader of a spreadsheet must know before its sheets. */
function aboutSheets(sheets: readonly LaidSheet[]): string[] {
  if (sheets.length === 0) return [];
  const count = (of: (sheet: LaidSheet) => number): number => sheets.reduce((sum, sheet) => sum + of(sheet), 0);
  const named = sheets.find(({ name }) => name !== '')?.name;
  const hidden: [number, string, string][] = [
    [count(({ isHidden }) => Number(isHidden)), 'sheet', 'sheets'], [count(({ rows }) => rows.filter(({ isHidden }) => isHidden).length), 'row', 'rows'], [count(({ columns }) => columns.filter(({ isHidden }) => isHidden).length), 'column', 'columns'],
  ];
  const hiddenParts = hidden.flatMap(([number, one, many]) => (number === 0 ? [] : [sayCount(number, one, many)]));
  const formulas = count(({ formulaCount }) => formulaCount);
  return [
    named === undefined ? words.oneTable : words.sheets(sayCount(sheets.length, 'sheet', 'sheets'), sheets.length === 1, showHidden(named)),
    ...(hiddenParts.length > 0 ? [words.hiddenParts(sayList(hiddenParts))] : []),
    ...(formulas > 0 ? [words.formulas(sayCount(formulas, 'cell', 'cells'), formulas === 1)] : []),
  ];
}

function piecesOf(laidOut: LaidOut): { signs: boolean; hidden: boolean; remote: boolean } {
  const found = { signs: laidOut.changes.length > 0 || laidOut.comments.length > 0 || laidOut.notes.length > 0, hidden: false, remote: false };
  for (const blocks of flowsOf(laidOut)) {
    for (const block of blocksOf(blocks)) if (block.is === 'sheet' || (block.is === 'table' && block.what === 'text-box')) found.signs = true;
    for (const piece of [...paragraphsOf(blocks)].flatMap(({ pieces }) => pieces)) {
      if ('hidden' in piece && piece.hidden !== null) found.hidden = true;
      if (piece.is === 'no-picture' && piece.why === 'remote') found.remote = true;
      if (piece.is === 'no-picture' || (piece.is === 'words' && piece.link !== '')) found.signs = true;
    }
  }
  found.signs ||= found.hidden;
  return found;
}

/** The pages of a file that this program lays out: its words, then its heads and feet, notes, comments, and who changed what. Headings stay below those of this document, none is passed over. */
export function laidOutPages(file: LaidOutFile): Piece {
  const { body, edges, notes, comments, changes } = file.laidOut;
  const pages = new Pages(file);
  return html`<div class="laid">${pages.blocks(body)}
    ${edges.length > 0 && html`${pages.ours(words.edgesTitle)}${edges.map(({ edge, on, blocks }) => aside(`${words.edge[edge]} ${sayList(on.map((one) => words.on[one]))}`, pages.blocks(blocks)))}`}
    ${notes.length > 0 && html`${pages.ours(words.notesTitle)}${notes.map(({ kind, sign, blocks }) => aside(kind === 'footnote' ? words.footnote(sign) : words.endnote(sign), pages.blocks(blocks)))}`}
    ${comments.length > 0 && html`${pages.ours(words.commentsTitle)}${comments.map(({ by, at, answers, isDone, blocks }, index) => aside(html`${inName(words.commentHead(index + 1, by, at))}${answers !== null && html` (${words.answers(answers)})`}${isDone && html` (${words.done})`}`, pages.blocks(blocks)))}`}
    ${changes.length > 0 && html`${pages.ours(words.changesTitle)}<p class="quiet">${words.changesNote}</p><ul>${changes.map(({ kind, by, at }, index) => html`<li>${inName(words.changeLine(index + 1, words.change[kind], by, at))}</li>`)}</ul>`}
  </div>`;
}

function aside(head: Piece, body: Piece): Piece {
  return html`<div class="aside-part"><p class="aside-head">${head}</p>${body}</div>`;
}

/** Whether nothing of a cell is drawn: a space that has a tag then stands in it, or its row would be read a cell short. A paragraph without pieces has one already. */
function isBare(blocks: readonly LaidBlock[]): boolean {
  return blocks.every((block) => block.is === 'rule' || block.is === 'new-page' || (block.is === 'paragraph' && block.list === null && block.change === null && block.pieces.length > 0 && block.pieces.every((piece) => piece.is === 'words' && piece.words.trim() === '')));
}

class Pages {
  readonly #file: LaidOutFile;
  /** Of the last heading, as HTML counts: the exhibit's own is 2. */
  #level = 2;

  constructor(file: LaidOutFile) { this.#file = file; }

  ours(title: string): Piece {
    this.#level = 3;
    return html`<h3 class="ours">${title}</h3>`;
  }

  blocks(blocks: readonly LaidBlock[]): Piece {
    return blocks.map((block) => {
      switch (block.is) {
        case 'paragraph': return this.#paragraph(block);
        case 'table': return this.#table(block);
        case 'sheet': return sheetPages(block, { heading: (inside) => this.#sheetHeading(inside), pieces: (pieces) => this.#pieces(pieces) });
        case 'rule': return html`<hr class="line">`;
        case 'new-page': return html`<div class="new-page"></div>`;
      }
    });
  }

  #sheetHeading(inside: Piece): Piece {
    this.#level = 3;
    return html`<h3 dir="auto">${inside}</h3>`;
  }

  #paragraph({ heading, list, align, indent, isExact, pieces, change }: LaidParagraph): Piece {
    const drawn = html`${list !== null && html`<span class="sign">${inWords(list.sign)}</span>`}${this.#pieces(pieces)}${change !== null && html` ${said(words.paragraphChange(this.#change(change)))}`}`;
    const look = `${isExact ? 'exact' : 'loose'} ${align} in-${list === null ? indent : list.depth}`;
    if (heading === 0 || !pieces.some((piece) => piece.is === 'words' && piece.words.trim() !== '')) return pieces.length === 0 && change === null && list === null ? html`<p class="gap ${look}">&nbsp;</p>` : html`<p class="${look}" dir="auto">${drawn}</p>`;
    // A level that is passed over is one that a screen reader's listener waits for.
    this.#level = Math.min(heading + 2, this.#level + 1, 6);
    switch (this.#level) {
      case 3: return html`<h3 class="${look}" dir="auto">${drawn}</h3>`;
      case 4: return html`<h4 class="${look}" dir="auto">${drawn}</h4>`;
      case 5: return html`<h5 class="${look}" dir="auto">${drawn}</h5>`;
      default: return html`<h6 class="${look}" dir="auto">${drawn}</h6>`;
    }
  }

  #table({ what, rows }: LaidTable): Piece {
    if (what === 'text-box') return html`<table class="box"><tbody><tr><td><p>${said(words.textBox)}</p>${rows.map(({ cells }) => cells.map((cell) => this.blocks(cell.blocks)))}</td></tr></tbody></table>`;
    const firstBody = rows.findIndex(({ isHead }) => !isHead);
    // A head stands on every page that the table goes over: one of many rows would leave no room.
    const heads = firstBody < 0 ? 0 : Math.min(firstBody, mostHeadRows);
    const most = Math.max(1, ...rows.map(({ cells }) => cells.length));
    return html`<table>${heads > 0 && html`<thead>${rows.slice(0, heads).map((row) => this.#row(row, true, most))}</thead>`}<tbody>${rows.slice(heads).map((row) => this.#row(row, false, most))}</tbody></table>`;
  }

  #row({ cells, change }: LaidTable['rows'][number], isHead: boolean, most: number): Piece {
    return html`<tr>${cells.map(({ across, down, isHead: isOwnHead, blocks }, index) => {
      const spans = html`${across > 1 && html` colspan="${across}"`}${down > 1 && html` rowspan="${down}"`}`;
      const inside = html`${index === 0 && change !== null && html`<p>${said(words.rowChange(this.#change(change)))}</p>`}${this.blocks(blocks)}${isBare(blocks) && html`<p class="gap">&nbsp;</p>`}`;
      return isHead ? html`<th scope="col"${spans}>${inside}</th>` : isOwnHead ? html`<th scope="row"${spans}>${inside}</th>` : html`<td${spans}>${inside}</td>`;
    })}${cells.length === 0 && html`<td colspan="${most}">&nbsp;</td>`}</tr>`;
  }

  /** What was changed, or is hidden, stands in one bracket as far as it goes. */
  #pieces(pieces: readonly LaidPiece[]): Piece {
    return runsBy(pieces, (piece) => `${changeOf(piece)} ${hiddenOf(piece)}`).map((run) => {
      const [first] = run;
      const change = first === undefined ? null : changeOf(first);
      const hidden = first === undefined ? null : hiddenOf(first);
      let drawn: Piece = runsBy(run, (piece) => (piece.is === 'words' ? piece.link : '')).map((linked) => html`${linked.map((piece) => this.#piece(piece))}${addressOf(linked)}`);
      if (hidden !== null) drawn = html`<span class="said">[${words.hiddenBy[hidden]}:</span> <span class="unseen">${drawn}</span><span class="said">]</span>`;
      if (change === null) return drawn;
      const kind = this.#file.laidOut.changes[change - 1]?.kind ?? 'inserted';
      return html`<span class="said">[${this.#change(change)}:</span> <span class="${kind}"><span class="gone">${drawn}</span></span><span class="said">]</span>`;
    });
  }

  #piece(piece: LaidPiece): Piece {
    switch (piece.is) {
      case 'words': return piece.looks.length === 0 ? inWords(piece.words) : html`<span class="${piece.looks.map((look): LaidLook => look).join(' ')}">${inWords(piece.words)}</span>`;
      case 'picture': {
        const picture = this.#file.pictures.get(piece.picture);
        const description = piece.description === '' ? words.picture : `${words.picture}: ${showHidden(piece.description)}`;
        return picture === undefined ? said(words.notDrawn) : pictureOf(sized(picture, piece), description);
      }
      case 'no-picture': return said(html`${words.noPicture[piece.why]}${piece.address !== '' && html`: ${inName(piece.address)}`}${piece.description !== '' && html` (${inName(piece.description)})`}`);
      case 'note': return said(words.note(this.#file.laidOut.notes[piece.note - 1]?.sign ?? ''));
      case 'comment': return said(piece.at === 'begin' ? words.commentBegins(piece.comment) : words.comment(piece.comment));
    }
  }

  #change(number: number): string {
    return words.changeNumber(words.change[this.#file.laidOut.changes[number - 1]?.kind ?? 'inserted'], number);
  }
}

function changeOf(piece: LaidPiece): number | null { return 'change' in piece ? piece.change : null; }
function hiddenOf(piece: LaidPiece): LaidWords['hidden'] { return 'hidden' in piece ? piece.hidden : null; }

/** Among words a picture of which the file says no size is no higher than this. */
const mostUnsizedMm = 110;

/** As wide as the file shows it, never wider or higher than it was drawn for its page. */
function sized(drawn: PrintedPicture, { widthMm }: Extract<LaidPiece, { is: 'picture' }>): PrintedPicture {
  const width = widthMm ?? drawn.widthMm * Math.min(1, mostUnsizedMm / drawn.heightMm);
  if (width >= drawn.widthMm) return drawn;
  return { ...drawn, widthMm: Math.ceil(width * 100) / 100, heightMm: Math.ceil(drawn.heightMm * (width / drawn.widthMm) * 100) / 100 };
}

/** Where words lead, unless they say so themselves. */
function addressOf(pieces: readonly LaidPiece[]): Piece {
  const [first] = pieces;
  if (first?.is !== 'words' || first.link === '') return null;
  const shown = pieces.map((piece) => (piece.is === 'words' ? piece.words : '')).join('').trim();
  return shown === first.link || `mailto:${shown}` === first.link ? null : html` ${said(inName(words.address(first.link)))}`;
}

function runsBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const runs: T[][] = [];
  let last: string | null = null;
  for (const item of items) {
    const key = keyOf(item);
    if (key === last) runs.at(-1)?.push(item);
    else runs.push([item]);
    last = key;
  }
  return runs;
}
