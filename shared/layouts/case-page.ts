import { pages } from '../messages/en-gb/pages';
import { pagesCase as words } from '../messages/en-gb/pages-case';
import type { CasePageBlock, CasePagePlan, CasePageTable, CitedText } from '../model/case/case-page';
import { casePageCss } from './case-page-css';
import { casePageSources, signOf } from './case-page-sources';
import { documentOf, fact, wideFact } from './document';
import { drawnFigure } from './drawing';
import { inLine, inWords } from './her-words';
import { html, type Piece } from './markup';
import { markPlace, place, pointTo } from './places';
import { sayInstant, sayInstantExactly } from './say';

/** Says a citation where it stands, as a link to its line in the list of sources. */
type Cite = (piece: Extract<CitedText[number], { is: 'source' }>) => Piece;

/** A page of the case as one printed part: what it is of, what it says, its sources, and what it is and is not. */
export function casePagePages(plan: CasePagePlan): string {
  const { page, sources } = plan;
  const lines = new Map(sources.map((source, index) => [keyOf(source.citation), { source, line: index + 1 }]));
  const cite: Cite = ({ citation }) => {
    const found = lines.get(keyOf(citation));
    return found === undefined ? null : html`<a class="cite" href="${pointTo(place.source(found.line))}">${signOf(found.source)}</a>`;
  };
  const numberOf = headingNumbers(page.blocks);
  return documentOf(words.documentTitle(page.title, plan.caseName), html`
    ${head(plan)}
    ${page.blocks.map((block, index) => draw(block, cite, numberOf.get(index) ?? 0))}
    ${casePageSources(sources)}
    ${about(plan)}`, casePageCss(page.isLandscape));
}

/** Two citations of the same thing are one source: their fields come in one order, as the model parses them. */
const keyOf = (citation: object): string => JSON.stringify(citation);

/** The number, from 1, of each block that is a heading, by its index. */
export function headingNumbers(blocks: readonly CasePageBlock[]): ReadonlyMap<number, number> {
  const headings = blocks.flatMap((block, index) => (block.block === 'heading' ? [index] : []));
  return new Map(headings.map((index, number) => [index, number + 1]));
}

function head({ page, caseName, preparedUtc, example, sealCode }: CasePagePlan): Piece {
  return html`<header class="head"><h1><a href="${markPlace(place.contents)}">${inLine(page.title, true)}</a></h1>
    ${example && html`<p class="notice">${pages.cover.example}</p>`}
    <dl>${fact(words.caseName, inLine(caseName))}${fact(words.prepared, sayInstant(preparedUtc))}${fact(words.sealCode, html`<span class="code">${sealCode}</span>`)}</dl>
    ${page.intro !== '' && html`<p>${inWords(page.intro)}</p>`}</header>`;
}

function draw(block: CasePageBlock, cite: Cite, number: number): Piece {
  switch (block.block) {
    case 'heading': {
      const inner = html`<a href="${markPlace(place.heading(number))}">${inLine(block.words, true)}</a>`;
      return block.level === 2 ? html`<h2 class="later">${inner}</h2>` : html`<h3>${inner}</h3>`;
    }
    case 'paragraph': return html`<div class="paragraph ${block.look}${block.number !== undefined && ' numbered'}">${block.number !== undefined && html`<p class="paragraph-number">${`${block.number}.`}</p>`}${block.number === undefined ? lined(block.text, cite) : html`<div>${lined(block.text, cite)}</div>`}</div>`;
    case 'facts': return html`<dl>${block.facts.map(({ name, value }) => (value.length === 0 ? null : fact(name, lined(value, cite))))}</dl>`;
    case 'table': return table(block.table, cite);
    case 'beside': return html`<div class="beside">${[block.left, block.right].map(({ heading, parts }) => html`<section><h3>${inLine(heading)}</h3>${parts.map(({ title, text }) => html`<div class="paragraph plain">${title.length > 0 && html`<div class="part-title">${lined(title, cite)}</div>`}${lined(text, cite)}</div>`)}</section>`)}</div>`;
    case 'figure': return html`<figure>${drawnFigure(block.drawing, block.describes)}<figcaption>${inWords(block.describes)}</figcaption></figure>${table(block.table, cite)}`;
  }
}

const shares = { narrow: 2, middle: 3, wide: 5 } as const;

function table({ caption, columns, rows }: CasePageTable, cite: Cite): Piece {
  const all = columns.reduce((sum, { width }) => sum + shares[width], 0);
  return html`<table class="facts-table"><caption>${inWords(caption)}</caption><colgroup>${columns.map(({ width }) => html`<col style="width: ${((shares[width] / all) * 100).toFixed(2)}%">`)}</colgroup>
    <thead><tr>${columns.map(({ name }) => html`<th scope="col">${inLine(name)}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((cell, index) => (index === 0 ? html`<th scope="row">${lined(cell, cite)}</th>` : html`<td>${lined(cell, cite)}</td>`))}</tr>`)}</tbody></table>`;
}

/** Every line its own paragraph with its own direction; empty lines kept as space. */
function lined(text: CitedText, cite: Cite): Piece {
  const lines: Piece[][] = [[]];
  for (const piece of text) {
    if (piece.is === 'source') { lines.at(-1)?.push(cite(piece)); continue; }
    for (const [index, line] of piece.words.replace(/\r\n?/g, '\n').split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (line !== '') lines.at(-1)?.push(inWords(line));
    }
  }
  return lines.map((line) => (line.length === 0 ? html`<p class="gap"></p>` : html`<p dir="auto">${line}</p>`));
}

function about(plan: CasePagePlan): Piece {
  const says = words.about;
  const { integrity } = pages;
  return html`<section class="about"><h2><a href="${markPlace(place.aboutPage)}">${says.title}</a></h2>
    ${says.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
    ${plan.sources.some(({ sha256, foundIn }) => sha256 !== null || foundIn.length > 0) && html`<h3>${says.filesTitle}</h3><p>${says.files}</p>
      <p>${integrity.howSteps[0]}</p><p class="command">${integrity.windows}</p><p>${integrity.howSteps[1]}</p><p class="command">${integrity.linux}</p><p class="command">${integrity.mac}</p><p>${integrity.howSteps[2]}</p>`}
    <h3>${says.sealTitle}</h3><dl>
      ${fact(integrity.sealCode, html`<span class="code">${plan.sealCode}</span>`)}${fact(integrity.historyCount, String(plan.historyEntryCount))}${wideFact(integrity.historyHash, html`<span class="hash">${plan.historyHash}</span>`)}</dl>
    ${integrity.sealMeaning.map((paragraph) => html`<p>${paragraph}</p>`)}
    <p>${pages.howMade.prepared} ${sayInstant(plan.preparedUtc)} (${sayInstantExactly(plan.preparedUtc)}).</p></section>`;
}
