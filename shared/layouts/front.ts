import { sayDate } from '../dates';
import { pages } from '../messages/en-gb/pages';
import { type ExportPlan, isFurther, type PlannedEntry, type PlannedExhibit } from '../model/export-plan';
import { documentOf, fact } from './document';
import { exhibitName } from './exhibit-name';
import { inLine } from './her-words';
import { html, type Piece } from './markup';
import { place, pointTo, markPlace } from './places';
import { sayCount, sayInstant } from './say';

/** Page numbers by place; a place that is absent is not in the document. Before they are counted: every one `placeholderPage`. */
export type PageNumbers = ReadonlyMap<string, number>;

/** Wide enough for 9,999 pages, so that the count of pages cannot move when the real number goes in. */
export const placeholderPage = 8888;

export interface FrontFacts {
  readonly plan: ExportPlan;
  readonly pageNumbers: PageNumbers;
  readonly pageCount: number;
  readonly couldNotIncludeCount: number;
}

/** Cover, contents, table of entries by date, list of exhibits: the part that is printed twice (docs/decisions). */
export function frontPages(facts: FrontFacts): string {
  return documentOf(pages.documentTitle(facts.plan.caseName), html`${cover(facts)}${contents(facts)}${entryTable(facts)}${exhibitTable(facts)}`);
}

function cover({ plan, pageCount }: FrontFacts): Piece {
  const words = pages.cover;
  return html`<section class="cover">
    <p class="kind">${words.kind}${plan.exhibits.length > 0 && html` ${words.andExhibits}`}</p>
    <h1 dir="auto">${inLine(plan.caseName)}</h1>
    ${plan.example && html`<p class="notice">${words.example}</p>`}
    ${plan.includesPrivileged && html`<p class="notice">${words.privileged}</p>`}
    <dl>
      ${fact(words.period, periodOf(plan.entries))}
      ${fact(words.entries, String(plan.entries.length))}
      ${fact(words.exhibits, String(plan.exhibits.length))}
      ${fact(words.pages, html`<span class="code">${pageCount}</span>`)}
      ${fact(words.prepared, sayInstant(plan.preparedUtc))}
      ${fact(words.sealCode, html`<span class="code">${plan.sealCode}</span>`)}
    </dl>
    <p class="foot">${words.whatThisIs}</p>
  </section>`;
}

function periodOf(entries: readonly PlannedEntry[]): string {
  const dated = entries.filter((entry) => entry.span.earliest !== '' && entry.happened.edtf !== '');
  const first = dated[0];
  const last = dated.reduce<PlannedEntry | undefined>((late, entry) => (late === undefined || entry.span.latest > late.span.latest ? entry : late), undefined);
  if (first === undefined || last === undefined) return '';
  const from = sayDate({ ...first.happened, timeOfDay: '' });
  const to = sayDate({ ...last.happened, timeOfDay: '' });
  return from === to ? from : `${from} to ${to}`;
}

function pageCell(facts: FrontFacts, target: string): Piece {
  const number = facts.pageNumbers.get(target);
  return html`<td class="page-cell">${number !== undefined && html`<a href="${pointTo(target)}">${number}</a>`}</td>`;
}

function contents(facts: FrontFacts): Piece {
  const words = pages.contents;
  const { plan } = facts;
  const rows: [string, string][] = [
    [place.table, words.table],
    [place.exhibitList, words.exhibitList],
    ...(plan.entries.length > 0 ? [[place.accounts, words.accounts] as [string, string]] : []),
    ...(plan.exhibits.some((exhibit) => !isFurther(exhibit)) ? [[place.exhibits, words.exhibits] as [string, string]] : []),
    ...(plan.exhibits.some(isFurther) ? [[place.furtherExhibits, words.furtherExhibits] as [string, string]] : []),
    ...(facts.couldNotIncludeCount > 0 ? [[place.notIncluded, words.notIncluded] as [string, string]] : []),
    [place.integrity, words.integrity],
    [place.howMade, words.howMade],
  ];
  return html`<section class="new-page"><h1><a href="${markPlace(place.contents)}">${words.title}</a></h1>
    <table><thead><tr><th scope="col">${words.section}</th><th scope="col" class="page-cell">${words.page}</th></tr></thead>
    <tbody>${rows.map(([target, name]) => html`<tr><td><a href="${pointTo(target)}">${name}</a></td>${pageCell(facts, target)}</tr>`)}</tbody></table></section>`;
}

/** What an entry is called in tables, bookmarks and headings. Her title, else the first words of her account. */
export function entryName(entry: PlannedEntry): string {
  if (entry.title.trim() !== '') return entry.title.trim();
  if (entry.subject === 'excerpt') return pages.table.untitledMessages;
  if (entry.subject === 'document') return pages.table.untitledDocument;
  const account = (entry.versions.at(-1)?.content.account ?? '').replace(/\s+/g, ' ').trim();
  if (account === '') return pages.table.noWords;
  const opening = [...new Intl.Segmenter('en-GB', { granularity: 'grapheme' }).segment(account.slice(0, 400))].slice(0, 90).map((piece) => piece.segment).join('');
  return opening.length < account.length ? `${opening.replace(/\s+\S*$/, '')} …` : opening;
}

function yearOf(entry: PlannedEntry): string {
  const year = entry.span.earliest.slice(0, 4);
  return year === '0001' ? '' : year;
}

function entryTable(facts: FrontFacts): Piece {
  const words = pages.table;
  let year: string | null = null;
  const rows = facts.plan.entries.map((entry) => {
    const ownYear = yearOf(entry);
    const startsYear = ownYear !== year && ownYear !== '';
    year = ownYear;
    const target = place.entry(entry.number);
    return html`${startsYear && html`<tr class="year"><td colspan="5">${ownYear}</td></tr>`}<tr>
      <td class="no-cell">${entry.number}</td><td class="when-cell">${sayDate(entry.happened)}</td>
      <td dir="auto"><a href="${pointTo(target)}">${inLine(entryName(entry), true)}</a></td>
      <td class="mark-cell">${entry.exhibitMarks.map((mark, index) => html`${index > 0 && ', '}<a href="${pointTo(place.exhibit(mark))}">${mark}</a>`)}</td>
      ${pageCell(facts, target)}</tr>`;
  });
  return html`<section class="new-page"><h1><a href="${markPlace(place.table)}">${words.title}</a></h1>
    ${rows.length === 0 ? html`<p>${words.none}</p>` : html`<p>${words.intro}</p><table><thead><tr><th scope="col" class="no-cell">${words.number}</th><th scope="col" class="when-cell">${words.when}</th><th scope="col">${words.what}</th><th scope="col" class="mark-cell">${words.evidence}</th><th scope="col" class="page-cell">${words.page}</th></tr></thead><tbody>${rows}</tbody></table>`}</section>`;
}

function exhibitTable(facts: FrontFacts): Piece {
  const words = pages.exhibitList;
  const numbers = new Map(facts.plan.entries.map((entry) => [entry.id, entry.number]));
  const rows = facts.plan.exhibits.map((exhibit: PlannedExhibit, index, all) => html`${isFurther(exhibit) && (index === 0 || !isFurther(all[index - 1]!)) && html`<tr class="year"><td colspan="4">${words.further}</td></tr>`}<tr>
    <td class="mark-cell">${exhibit.mark}</td><td dir="auto"><a href="${pointTo(place.exhibit(exhibit.mark))}">${inLine(exhibitName(exhibit), true)}</a></td>
    <td class="mark-cell">${exhibit.citedBy.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b).map((entryNumber, index) => html`${index > 0 && ', '}<a href="${pointTo(place.entry(entryNumber))}">${entryNumber}</a>`)}</td>
    ${pageCell(facts, place.exhibit(exhibit.mark))}</tr>`);
  return html`<section class="new-page"><h1><a href="${markPlace(place.exhibitList)}">${words.title}</a></h1>
    ${rows.length === 0 ? html`<p>${words.none}</p>` : html`<p>${sayCount(rows.length, 'exhibit', 'exhibits')}.</p><table><thead><tr><th scope="col" class="mark-cell">${words.mark}</th><th scope="col">${words.what}</th><th scope="col" class="mark-cell">${words.entries}</th><th scope="col" class="page-cell">${words.page}</th></tr></thead><tbody>${rows}</tbody></table>`}</section>`;
}
