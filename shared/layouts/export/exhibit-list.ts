import { pages } from '../../messages/en-gb/pages';
import { isFurther, type PlannedExhibit } from '../../model/export-plan';
import { exhibitName } from '../exhibit-name';
import { inLine } from '../her-words';
import { html, type Piece } from '../markup';
import { markPlace, place, pointTo } from '../places';
import { sayCount } from '../say';
import { pageCell, partCell, partHead, type ExportSection, type FrontFacts } from './section';

const words = pages.exhibitList;
const at = 'exhibit-list';

/** Every exhibit by mark, with the entries it goes with. */
export const exhibitList: ExportSection = { place: at, name: pages.contents.exhibitList, stands: 'front', isIn: () => true, below: () => [], pages: list };

function list(facts: FrontFacts): Piece {
  const { plan, pageNumbers, files } = facts;
  const numbers = new Map(plan.entries.map((entry) => [entry.id, entry.number]));
  const rows = plan.exhibits.map((exhibit: PlannedExhibit, index, all) => html`${isFurther(exhibit) && (index === 0 || !isFurther(all[index - 1]!)) && html`<tr class="year"><td colspan="${files === undefined ? 4 : 5}">${words.further}</td></tr>`}<tr>
    <td class="mark-cell">${exhibit.mark}</td><td dir="auto"><a href="${pointTo(place.exhibit(exhibit.mark))}">${inLine(exhibitName(exhibit), true)}</a></td>
    <td class="mark-cell">${entryLinks(exhibit.citedBy.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b))}</td>
    ${partCell(facts, place.exhibit(exhibit.mark))}${pageCell(pageNumbers, place.exhibit(exhibit.mark))}</tr>`);
  return html`<section class="new-page"><h1><a href="${markPlace(at)}">${words.title}</a></h1>
    ${rows.length === 0 ? html`<p>${words.none}</p>` : html`<p>${sayCount(rows.length, 'exhibit', 'exhibits')}.</p><table><thead><tr><th scope="col" class="mark-cell">${words.mark}</th><th scope="col">${words.what}</th><th scope="col" class="mark-cell">${words.entries}</th>${partHead(facts)}<th scope="col" class="page-cell">${words.page}</th></tr></thead><tbody>${rows}</tbody></table>`}</section>`;
}

function entryLinks(entryNumbers: readonly number[]): Piece {
  if (entryNumbers.length === 0) return html`<span class="quiet">${words.noEntries}</span>`;
  return entryNumbers.map((entryNumber, each) => html`${each > 0 && ', '}<a href="${pointTo(place.entry(entryNumber))}">${entryNumber}</a>`);
}
