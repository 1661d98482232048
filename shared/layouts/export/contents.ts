import { pages } from '../../messages/en-gb/pages';
import { exhibitName } from '../exhibit-name';
import { inLine } from '../her-words';
import { html, type Piece } from '../markup';
import { markPlace, place, pointTo } from '../places';
import { pageCell, partCell, partHead, type ExportSection, type FrontFacts } from './section';

const words = pages.contents;

/** Every other section with its page. Of a document in several files every exhibit too, with the part it is in: these pages begin each of the files. */
export const contents: ExportSection = {
  place: place.contents, name: words.title, stands: 'front', isIn: () => true, below: () => [],
  pages: (facts) => html`<section class="new-page"><h1><a href="${markPlace(place.contents)}">${words.title}</a></h1>
    <table><thead><tr><th scope="col">${words.section}</th>${partHead(facts)}<th scope="col" class="page-cell">${words.page}</th></tr></thead>
    <tbody>${facts.sections.filter((section) => section.place !== place.contents).map((section) => html`<tr><td><a href="${pointTo(section.place)}">${section.name}</a></td>${partCell(facts, section.place)}${pageCell(facts.pageNumbers, section.place)}</tr>`)}</tbody>
    ${facts.files !== undefined && exhibitRows(facts)}</table></section>`,
};

function exhibitRows(facts: FrontFacts): Piece {
  return html`<tbody><tr class="year"><th scope="rowgroup" colspan="3">${words.eachExhibit}</th></tr>
    ${facts.plan.exhibits.map((exhibit) => html`<tr><td dir="auto"><a href="${pointTo(place.exhibit(exhibit.mark))}">${exhibit.mark} · ${inLine(exhibitName(exhibit), true)}</a></td>${partCell(facts, place.exhibit(exhibit.mark))}${pageCell(facts.pageNumbers, place.exhibit(exhibit.mark))}</tr>`)}</tbody>`;
}
