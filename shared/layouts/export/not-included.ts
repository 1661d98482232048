import { pages } from '../../messages/en-gb/pages';
import { inName } from '../her-words';
import { html } from '../markup';
import { markPlace, place, pointTo } from '../places';
import type { ExportSection } from './section';

const words = pages.notIncluded;
const at = 'not-included';

/** What could not be printed, or not in full, and why. */
export const notIncluded: ExportSection = {
  place: at, name: pages.contents.notIncluded, stands: 'end', isIn: ({ notIncluded: items }) => items.length > 0, below: () => [],
  pages: ({ notIncluded: items }) => html`<h1><a href="${markPlace(at)}">${words.title}</a></h1><p>${words.intro}</p>
    <table><thead><tr><th scope="col" class="mark-cell">${words.mark}</th><th scope="col">${words.file}</th><th scope="col">${words.reason}</th></tr></thead>
    <tbody>${items.map((item) => html`<tr><td class="mark-cell"><a href="${pointTo(place.exhibit(item.mark))}">${item.mark}</a></td><td>${inName(item.name)}</td><td>${item.reason}</td></tr>`)}</tbody></table>`,
};
