import { pages } from '../messages/en-gb/pages';
import { pagesCase as words } from '../messages/en-gb/pages-case';
import type { CasePagePlan } from '../model/case/case-page';
import { type Cite, drawBlocks } from './case-blocks';
import { casePageCss } from './case-page-css';
import { casePageSources, signOf } from './case-page-sources';
import { documentOf, fact, wideFact } from './document';
import { inLine, inWords } from './her-words';
import { html, type Piece } from './markup';
import { markPlace, place, pointTo } from './places';
import { sayInstant, sayInstantExactly } from './say';

/** A page of the case as one printed part: what it is of, what it says, its sources, and what it is and is not. */
export function casePagePages(plan: CasePagePlan): string {
  const { page, sources } = plan;
  const lines = new Map(sources.map((source, index) => [keyOf(source.citation), { source, line: index + 1 }]));
  const cite: Cite = ({ citation }) => {
    const found = lines.get(keyOf(citation));
    return found === undefined ? null : html`<a class="cite" href="${pointTo(place.source(found.line))}">${signOf(found.source)}</a>`;
  };
  return documentOf(words.documentTitle(page.title, plan.caseName), html`
    ${head(plan)}
    ${drawBlocks(page.blocks, cite)}
    ${casePageSources(sources)}
    ${about(plan)}`, casePageCss(page.isLandscape));
}

/** Two citations of the same thing are one source: their fields come in one order, as the model parses them. */
const keyOf = (citation: object): string => JSON.stringify(citation);

function head({ page, caseName, preparedUtc, example, sealCode }: CasePagePlan): Piece {
  return html`<header class="head"><h1><a href="${markPlace(place.contents)}">${inLine(page.title, true)}</a></h1>
    ${example && html`<p class="notice">${pages.cover.example}</p>`}
    <dl role="list">${fact(words.caseName, inLine(caseName))}${fact(words.prepared, sayInstant(preparedUtc))}${fact(words.sealCode, html`<span class="code">${sealCode}</span>`)}</dl>
    ${page.intro !== '' && html`<p>${inWords(page.intro)}</p>`}</header>`;
}

function about(plan: CasePagePlan): Piece {
  const says = words.about;
  const { integrity } = pages;
  return html`<section class="about"><h2><a href="${markPlace(place.aboutPage)}">${says.title}</a></h2>
    ${says.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
    ${plan.sources.some(({ sha256, foundIn }) => sha256 !== null || foundIn.length > 0) && html`<h3>${says.filesTitle}</h3><p>${says.files}</p>
      <p>${integrity.howSteps[0]}</p><p class="command">${integrity.windows}</p><p>${integrity.howSteps[1]}</p><p class="command">${integrity.mac}</p><p>${integrity.howSteps[2]}</p><p class="command">${integrity.linux}</p><p>${integrity.howSteps[3]}</p>`}
    <h3>${says.sealTitle}</h3><dl role="list">
      ${fact(integrity.sealCode, html`<span class="code">${plan.sealCode}</span>`)}${fact(integrity.historyCount, String(plan.historyEntryCount))}${wideFact(integrity.historyHash, html`<span class="hash">${plan.historyHash}</span>`)}</dl>
    ${integrity.sealMeaning.map((paragraph) => html`<p>${paragraph}</p>`)}
    <p>${pages.howMade.prepared} ${sayInstant(plan.preparedUtc)} (${sayInstantExactly(plan.preparedUtc)}).</p></section>`;
}
