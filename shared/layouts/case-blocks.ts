import type { CasePageBlock, CasePageTable, CitedText } from '../model/case/case-page';
import { fact } from './document';
import { drawnFigure } from './drawing';
import { inLine, inWords } from './her-words';
import { html, type Piece } from './markup';
import { markPlace, place } from './places';

/** Says a citation where it stands, as a link to its line in the list of sources. */
export type Cite = (piece: Extract<CitedText[number], { is: 'source' }>) => Piece;

/** Prints an exhibit's mark where it stands. */
export type SayMark = (mark: string) => Piece;

const boldMark: SayMark = (mark) => html`<strong>${mark}</strong>`;

/** The blocks of a page one after another. Headings mark their places, counted from 1. */
export function drawBlocks(blocks: readonly CasePageBlock[], cite: Cite, mark: SayMark = boldMark): Piece {
  const numberOf = headingNumbers(blocks);
  return blocks.map((block, index) => draw(block, cite, mark, numberOf.get(index) ?? 0));
}

/** The number, from 1, of each block that is a heading, by its index. */
export function headingNumbers(blocks: readonly CasePageBlock[]): ReadonlyMap<number, number> {
  const headings = blocks.flatMap((block, index) => (block.block === 'heading' ? [index] : []));
  return new Map(headings.map((index, number) => [index, number + 1]));
}

function draw(block: CasePageBlock, cite: Cite, mark: SayMark, number: number): Piece {
  switch (block.block) {
    case 'heading': {
      const inner = html`<a href="${markPlace(place.heading(number))}">${inLine(block.words, true)}</a>`;
      return block.level === 2 ? html`<h2 class="later">${inner}</h2>` : html`<h3>${inner}</h3>`;
    }
    case 'new-page': return html`<div class="new-page"></div>`;
    case 'paragraph': return html`<div class="paragraph ${block.look}${block.number !== undefined && ' numbered'}">${block.number !== undefined && html`<p class="paragraph-number">${`${block.number}.`}</p>`}${block.number === undefined ? lined(block.text, cite, mark) : html`<div>${lined(block.text, cite, mark)}</div>`}</div>`;
    case 'facts': return html`<dl role="list">${block.facts.map(({ name, value }) => (value.length === 0 ? null : fact(name, lined(value, cite, mark))))}</dl>`;
    case 'table': return table(block.table, cite, mark);
    case 'beside': return html`<div class="beside">${[block.left, block.right].map(({ heading, parts }) => html`<section><h3>${inLine(heading)}</h3>${parts.map(({ title, text }) => html`<div class="paragraph plain">${title.length > 0 && html`<div class="part-title">${lined(title, cite, mark)}</div>`}${lined(text, cite, mark)}</div>`)}</section>`)}</div>`;
    case 'figure': return html`<figure>${drawnFigure(block.drawing, block.describes)}<figcaption>${inWords(block.describes)}</figcaption></figure>${table(block.table, cite, mark)}`;
  }
}

const shares = { narrow: 2, middle: 3, wide: 5 } as const;

function table({ caption, columns, rows }: CasePageTable, cite: Cite, mark: SayMark): Piece {
  const all = columns.reduce((sum, { width }) => sum + shares[width], 0);
  return html`<table class="facts-table"><caption>${inWords(caption)}</caption><colgroup>${columns.map(({ width }) => html`<col style="width: ${((shares[width] / all) * 100).toFixed(2)}%">`)}</colgroup>
    <thead><tr>${columns.map(({ name }) => html`<th scope="col">${inLine(name)}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((cell, index) => (index === 0 ? html`<th scope="row">${inCell(cell, cite, mark)}</th>` : html`<td>${inCell(cell, cite, mark)}</td>`))}</tr>`)}</tbody></table>`;
}

/** A cell that is left for others to fill in holds a space that has a tag: without one its row would be read a cell short. */
function inCell(text: CitedText, cite: Cite, mark: SayMark): Piece {
  return text.some((piece) => !('words' in piece) || piece.words.trim() !== '') ? lined(text, cite, mark) : html`<p>&nbsp;</p>`;
}

/** Every line its own paragraph with its own direction; empty lines kept as space. */
function lined(text: CitedText, cite: Cite, mark: SayMark): Piece {
  const lines: Piece[][] = [[]];
  for (const piece of text) {
    if (piece.is === 'source') { lines.at(-1)?.push(cite(piece)); continue; }
    if (piece.is === 'mark') { lines.at(-1)?.push(mark(piece.mark)); continue; }
    for (const [index, line] of piece.words.replace(/\r\n?/g, '\n').split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (line !== '') lines.at(-1)?.push(inWords(line));
    }
  }
  return lines.map((line) => (line.length === 0 ? html`<p class="gap"></p>` : html`<p dir="auto">${line}</p>`));
}
