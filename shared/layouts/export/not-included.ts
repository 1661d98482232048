import { pages } from '../../messages/en-gb/pages';
import { inName } from '../her-words';
import { html, type Piece } from '../markup';
import { markPlace, place, pointTo } from '../places';
import type { ExportSection, NotIncluded } from './section';

const words = pages.notIncluded;
const at = 'not-included';

/** What could not be printed, or not in full, and why. */
export const notIncluded: ExportSection = {
  place: at, name: pages.contents.notIncluded, stands: 'end', isIn: ({ notIncluded: items }) => items.length > 0, below: () => [],
  pages: ({ notIncluded: items }) => table(at, items),
};

/** The same of some exhibits alone, where they end; nothing where all of them are whole. `marks`: theirs. */
export function notIncludedOf(marks: ReadonlySet<string>, where: string): ExportSection {
  return {
    place: where, name: pages.contents.notIncluded, stands: 'body', isIn: () => true, below: () => [],
    parts: (_plan, _split, soFar) => {
      const theirs = soFar.filter(({ mark }) => marks.has(mark));
      return theirs.length === 0 ? [] : [table(where, theirs)];
    },
  };
}

function table(where: string, items: readonly NotIncluded[]): Piece {
  return html`<h1><a href="${markPlace(where)}">${words.title}</a></h1><p>${words.intro}</p>
    <table><thead><tr><th scope="col" class="mark-cell">${words.mark}</th><th scope="col">${words.file}</th><th scope="col">${words.reason}</th></tr></thead>
    <tbody>${items.map((item) => html`<tr><td class="mark-cell"><a href="${pointTo(place.exhibit(item.mark))}">${item.mark}</a></td><td>${inName(item.name)}</td><td>${item.reason}</td></tr>`)}</tbody></table>`;
}
