import { exhibitName } from '../../layouts/exhibit-name';
import type { ExportSection } from '../../layouts/export/section';
import { inLine } from '../../layouts/her-words';
import { html, type Piece } from '../../layouts/markup';
import { markPlace, place, pointTo } from '../../layouts/places';
import { pagesBundle as words } from '../../messages/en-gb/pages-bundle';
import type { FilledSection } from './filled-sections';

/** The page that opens a section: what it is called, and what stands in it. Where the chronology follows it, it is printed with that; else with the other dividers. */
export function dividerOf(section: FilledSection): ExportSection {
  const common = {
    place: section.place, name: words.sectionNamed(section.sign, section.name), isIn: () => true,
    below: () => [
      ...(section.hasChronology ? [{ title: words.chronology.title, place: chronologyPlace }] : []),
      ...section.exhibits.map((exhibit) => ({ title: words.exhibitName(exhibit.mark, exhibitName(exhibit)), place: place.exhibit(exhibit.mark) })),
    ],
  };
  return section.hasChronology ? { ...common, stands: 'front', pages: () => divider(section) } : { ...common, stands: 'divider', page: () => divider(section) };
}

export const chronologyPlace = 'chronology';

function divider({ sign, name, place: at, hasChronology, exhibits }: FilledSection): Piece {
  return html`<section class="divider new-page"><p class="kind">${words.section(sign)}</p><h1><a href="${markPlace(at)}">${name}</a></h1>
    <h2>${words.inThisSection}</h2><ul>${hasChronology && html`<li><a href="${pointTo(chronologyPlace)}">${words.chronology.title}</a></li>`}${exhibits.map((exhibit) => html`<li dir="auto"><a href="${pointTo(place.exhibit(exhibit.mark))}">${exhibit.mark} · ${inLine(exhibitName(exhibit), true)}</a></li>`)}</ul></section>`;
}
