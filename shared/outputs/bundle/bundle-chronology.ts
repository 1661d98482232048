import { sayDate } from '../../dates';
import { entryName } from '../../layouts/entry-name';
import type { ExportSection, FrontFacts } from '../../layouts/export/section';
import { inLine } from '../../layouts/her-words';
import { html, type Piece } from '../../layouts/markup';
import { notHereLines } from '../../layouts/not-here';
import { markPlace, place, pointTo } from '../../layouts/places';
import { pages } from '../../messages/en-gb/pages';
import { pagesBundle } from '../../messages/en-gb/pages-bundle';
import { pagesTold } from '../../messages/en-gb/pages-told';
import type { PlannedEntry } from '../../model/export-plan';
import { chronologyPlace } from './divider';

const words = pagesBundle.chronology;

/** The chronology under its section's divider, as a court's bundle has it: a line to an entry, with the exhibits that bear it out and their pages. Accounts in full are no document for a court; they stand in the solicitor's pack. */
export const bundleChronology: ExportSection = { place: null, name: words.title, stands: 'front', isIn: () => true, below: () => [], pages: table };

/** The number of the page on which an exhibit stands; where it lies in another file than the chronology, which. */
function pageOf({ pageNumbers, files }: FrontFacts, mark: string): string {
  const page = pageNumbers.get(place.exhibit(mark));
  if (page === undefined) return pages.noPage;
  return files === undefined || files.partOf(place.exhibit(mark)) === files.partOf(chronologyPlace) ? page : pagesBundle.parts.at(page, files.partOf(place.exhibit(mark)));
}

/** Marks, a line each, beside their pages; after them what belongs to the entry and is not in the bundle. Never what that is: it may be held back because nobody is to know of it. */
function exhibitsOf(entry: PlannedEntry): Piece {
  const lines = [...entry.exhibitMarks.map((mark) => html`<a href="${pointTo(place.exhibit(mark))}">${mark}</a>`), ...notHereLines(entry, 'bundle').map((line) => html`<span class="quiet">${line}</span>`)];
  return lines.length === 0 ? html`<span class="quiet">${pages.table.noEvidence}</span>` : lines.map((line, index) => html`${index > 0 && html`<br>`}${line}`);
}

function table(facts: FrontFacts): Piece {
  const { plan } = facts;
  return html`<section class="new-page"><h1><a href="${markPlace(chronologyPlace)}">${words.title}</a></h1><p>${words.intro}</p>
    <table><thead><tr><th scope="col" class="no-cell">${words.number}</th><th scope="col" class="when-cell">${words.when}</th><th scope="col">${words.what}</th><th scope="col" class="mark-cell">${words.evidence}</th><th scope="col" class="page-cell ${facts.files !== undefined && 'and-part'}">${words.page}</th></tr></thead>
    <tbody>${plan.entries.map((entry) => html`<tr><td class="no-cell"><a href="${markPlace(place.entry(entry.number))}">${entry.number}</a></td>
      <td class="when-cell">${sayDate(entry.happened) || pages.entry.noDate}${'threads' in entry && entry.dayIs !== 'happened' && html`<br><span class="quiet">${pagesTold.dayIs[entry.dayIs]}</span>`}</td>
      <td dir="auto">${inLine(entryName(entry), true)}</td>
      <td class="mark-cell">${exhibitsOf(entry)}</td>
      <td class="page-cell">${entry.exhibitMarks.length === 0 && html`<span class="quiet">${pages.noPage}</span>`}${entry.exhibitMarks.map((mark, index) => html`${index > 0 && html`<br>`}<a href="${pointTo(place.exhibit(mark))}">${pageOf(facts, mark)}</a>`)}</td></tr>`)}</tbody></table></section>`;
}
