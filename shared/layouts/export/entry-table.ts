import { sayDate } from '../../dates';
import { pages } from '../../messages/en-gb/pages';
import { pagesCase } from '../../messages/en-gb/pages-case';
import { contactForms } from '../../messages/en-gb/pages-given';
import { pagesTold } from '../../messages/en-gb/pages-told';
import type { PlannedCaseEntry, PlannedEntry } from '../../model/export-plan';
import { entryName } from '../entry-name';
import { inLine } from '../her-words';
import { html, type Piece } from '../markup';
import { notHereLines } from '../not-here';
import { markPlace, place, pointTo } from '../places';
import { markLinks, pageCell, type ExportSection, type FrontFacts } from './section';

const words = pages.table;
const at = 'table';

/** The chronology at a glance: every entry in one line, by date. */
export const entryTable: ExportSection = { place: at, name: pages.contents.table, stands: 'front', isIn: () => true, below: () => [], pages: table };

function yearOf(entry: PlannedEntry): string {
  const year = entry.span.earliest.slice(0, 4);
  return year === '0001' ? '' : year;
}

/** What an entry of the case is, its form and its reference, under its name. */
function kindLine({ subject, versions }: PlannedCaseEntry): string {
  const content = versions.at(-1)?.content;
  const reference = content !== undefined && 'reference' in content ? content.reference.trim() : '';
  const form = content?.kind === 'contact' && content.form !== null && content.title.trim() !== '' ? contactForms[content.form] : '';
  return [pagesCase.sources.kinds[subject], form, reference].filter((part) => part !== '').join(' · ');
}

/** Marks, each a link; and of what is not in this document only that there is such. */
function exhibitsOf(entry: PlannedEntry): Piece {
  const away = notHereLines(entry, 'document');
  if (entry.exhibitMarks.length + away.length === 0) return html`<span class="quiet">${words.noEvidence}</span>`;
  return html`${markLinks(entry.exhibitMarks)}${away.map((line, index) => html`${(index > 0 || entry.exhibitMarks.length > 0) && html`<br>`}<span class="quiet">${line}</span>`)}`;
}

function table({ plan, pageNumbers }: FrontFacts): Piece {
  let year: string | null = null;
  const rows = plan.entries.map((entry) => {
    const ownYear = yearOf(entry);
    const startsYear = ownYear !== year && ownYear !== '';
    year = ownYear;
    const target = place.entry(entry.number);
    return html`${startsYear && html`<tr class="year"><td colspan="5">${ownYear}</td></tr>`}<tr>
      <td class="no-cell">${entry.number}</td><td class="when-cell">${sayDate(entry.happened) || pages.entry.noDate}${'threads' in entry && entry.dayIs !== 'happened' && html`<br><span class="quiet">${pagesTold.dayIs[entry.dayIs]}</span>`}</td>
      <td dir="auto"><a href="${pointTo(target)}">${inLine(entryName(entry), true)}</a>${'threads' in entry && html`<p class="quiet kind-line" dir="ltr">${kindLine(entry)}</p>`}</td>
      <td class="mark-cell">${exhibitsOf(entry)}</td>
      ${pageCell(pageNumbers, target)}</tr>`;
  });
  return html`<section class="new-page"><h1><a href="${markPlace(at)}">${words.title}</a></h1>
    ${rows.length === 0 ? html`<p>${words.none}</p>` : html`<p>${words.intro}</p><table><thead><tr><th scope="col" class="no-cell">${words.number}</th><th scope="col" class="when-cell">${words.when}</th><th scope="col">${words.what}</th><th scope="col" class="mark-cell">${words.evidence}</th><th scope="col" class="page-cell">${words.page}</th></tr></thead><tbody>${rows}</tbody></table>`}</section>`;
}
