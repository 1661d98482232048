import { exhibitName } from '../../layouts/exhibit-name';
import { pageCell, partCell, partHead, type ExportSection, type FrontFacts } from '../../layouts/export/section';
import { inLine } from '../../layouts/her-words';
import { html, type Piece } from '../../layouts/markup';
import { markPlace, place, pointTo } from '../../layouts/places';
import { pagesBundle } from '../../messages/en-gb/pages-bundle';
import { chronologyPlace } from './divider';
import type { FilledSection } from './filled-sections';
import { type EntriesHere, indexDay } from './index-day';

const words = pagesBundle.index;

/** By mark, the order or direction that lets a document in. */
export type AllowedBy = ReadonlyMap<string, string>;

/** Every document with its section, description, date and page; each row leads to it. `notHere`: places of sections that stand in the document and not in this index. */
export function bundleIndex(filled: readonly FilledSection[], allowedBy: AllowedBy, notHere: ReadonlySet<string>): ExportSection {
  return {
    place: place.contents, name: words.title, stands: 'front', isIn: () => true, below: () => [],
    pages: (facts) => html`<section class="new-page"><h1><a href="${markPlace(place.contents)}">${words.title}</a></h1>
    <table class="index"><thead><tr><th scope="col">${words.description}</th><th scope="col" class="when-cell">${words.date}</th>${partHead(facts)}<th scope="col" class="page-cell">${words.page}</th></tr></thead>
    ${sectionsOf(filled, allowedBy, facts)}${endRows(filled, notHere, facts)}</table></section>`,
  };
}

function sectionsOf(filled: readonly FilledSection[], allowedBy: AllowedBy, facts: FrontFacts): Piece {
  const entries = new Map(filled.some(({ hasChronology }) => hasChronology) ? facts.plan.entries.map((entry) => [entry.id, entry]) : []);
  return filled.map((section) => sectionRows(section, allowedBy, facts, entries));
}

function sectionRows({ sign, name, place: at, hasChronology, exhibits }: FilledSection, allowedBy: AllowedBy, facts: FrontFacts, entries: EntriesHere): Piece {
  return html`<tbody><tr class="section-row"><th scope="rowgroup" colspan="2"><a href="${pointTo(at)}">${pagesBundle.sectionNamed(sign, name)}</a></th>${partCell(facts, at)}${pageCell(facts.pageNumbers, at)}</tr>
    ${hasChronology && html`<tr><td colspan="2"><a href="${pointTo(chronologyPlace)}">${pagesBundle.chronology.title}</a></td>${partCell(facts, chronologyPlace)}${pageCell(facts.pageNumbers, chronologyPlace)}</tr>`}
    ${exhibits.map((exhibit) => html`<tr><td dir="auto"><a href="${pointTo(place.exhibit(exhibit.mark))}">${exhibit.mark} · ${inLine(exhibitName(exhibit), true)}</a>${allowedLine(allowedBy.get(exhibit.mark))}</td><td class="when-cell">${indexDay(exhibit, entries)}</td>${partCell(facts, place.exhibit(exhibit.mark))}${pageCell(facts.pageNumbers, place.exhibit(exhibit.mark))}</tr>`)}</tbody>`;
}

function allowedLine(by: string | undefined): Piece {
  return by === undefined ? null : html`<p class="quiet kind-line">${pagesBundle.allowed(by)}</p>`;
}

/** What stands at the end belongs to no document. */
function endRows(filled: readonly FilledSection[], notHere: ReadonlySet<string>, facts: FrontFacts): Piece {
  const { sections, pageNumbers } = facts;
  const named = new Set([place.contents, ...filled.map(({ place: at }) => at)]);
  const left = sections.filter(({ place: at }) => !named.has(at) && !notHere.has(at) && pageNumbers.get(at) !== undefined);
  return left.length === 0 ? null : html`<tbody>${left.map(({ place: at, name }) => html`<tr><td colspan="2"><a href="${pointTo(at)}">${name}</a></td>${partCell(facts, at)}${pageCell(pageNumbers, at)}</tr>`)}</tbody>`;
}
