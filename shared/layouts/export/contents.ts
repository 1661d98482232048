import { pages } from '../../messages/en-gb/pages';
import { html } from '../markup';
import { markPlace, place, pointTo } from '../places';
import { pageCell, type ExportSection } from './section';

const words = pages.contents;

/** Every other section with its page. */
export const contents: ExportSection = {
  place: place.contents, name: words.title, stands: 'front', isIn: () => true, below: () => [],
  pages: ({ sections, pageNumbers }) => html`<section class="new-page"><h1><a href="${markPlace(place.contents)}">${words.title}</a></h1>
    <table><thead><tr><th scope="col">${words.section}</th><th scope="col" class="page-cell">${words.page}</th></tr></thead>
    <tbody>${sections.filter((section) => section.place !== place.contents).map((section) => html`<tr><td><a href="${pointTo(section.place)}">${section.name}</a></td>${pageCell(pageNumbers, section.place)}</tr>`)}</tbody></table></section>`,
};
