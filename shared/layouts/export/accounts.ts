import { sayDate } from '../../dates';
import { pages } from '../../messages/en-gb/pages';
import { pagesCase } from '../../messages/en-gb/pages-case';
import { pagesTold } from '../../messages/en-gb/pages-told';
import { withoutPrivileged } from '../../model/case/case-entry';
import { wordsIn } from '../../model/case/what-it-holds';
import type { PlannedEntry } from '../../model/export-plan';
import { showHidden } from '../../text/show-hidden';
import { dateInFull } from '../date-in-full';
import { fact } from '../document';
import { entryName } from '../entry-name';
import { inLine } from '../her-words';
import { html, type Piece } from '../markup';
import { notHereLines } from '../not-here';
import { markPlace, place } from '../places';
import { sayInstant } from '../say';
import { inLines } from '../told/case-fields';
import { drawFacts, drawVersions } from '../told/draw-versions';
import { peopleOf, recordedLabel, saysRecording } from '../told/entry-facts';
import { incidentFields } from '../told/incident';
import type { ThreadsOfEntry, ToldFields, ToldVersion } from '../told/told-fields';
import { toldFieldsOf } from '../told/told-kinds';
import { markLinks, type ExportSection } from './section';

const at = 'accounts';

/** Every entry in full. */
export const accounts: ExportSection = {
  place: at, name: pages.contents.accounts, stands: 'body', isIn: ({ plan }) => plan.entries.length > 0,
  below: (plan) => plan.entries.map((entry) => ({ title: [String(entry.number), sayDate(entry.happened), showHidden(entryName(entry))].filter((piece) => piece !== '').join(' · '), place: place.entry(entry.number) })),
  *parts(plan, split) {
    let opens = true;
    for (const chunk of split(plan.entries, (entry) => ({ pages: pagesOf(entry), pictureBytes: 0 }))) {
      yield accountPages(chunk, opens, plan.includesPrivileged);
      opens = false;
    }
  },
};

const charactersOnPage = 2600;

function pagesOf(entry: PlannedEntry): number {
  const lengths = 'threads' in entry ? entry.versions.map(({ content }) => wordsIn(content).length)
    : 'versions' in entry ? entry.versions.map(({ content }) => content.account.length + content.effectOnMe.length + content.effectOnChildren.length + content.whatNext.length) : [];
  return lengths.reduce((sum, length) => sum + 0.5 + length / charactersOnPage, 0.3);
}

/**
 * Entries in full, in the order given. `opensSection`: this part begins the section and carries its heading. Notes marked privileged are left out
 * here once more unless `includesPrivileged`, whatever the plan brings.
 */
export function accountPages(given: readonly PlannedEntry[], opensSection: boolean, includesPrivileged: boolean): Piece {
  const entries = includesPrivileged ? given : given.map(closed);
  return html`${opensSection && html`<h1><a href="${markPlace(at)}">${pages.contents.accounts}</a></h1>`}${entries.map(entrySection)}`;
}

/** Without notes that are for her solicitor alone. */
export function closed(entry: PlannedEntry): PlannedEntry {
  if ('threads' in entry) return { ...entry, versions: entry.versions.map((version) => ({ ...version, content: withoutPrivileged(version.content) })) };
  if ('versions' in entry) return { ...entry, versions: entry.versions.map((version) => ({ ...version, content: { ...version.content, privilegedNote: '' } })) };
  return entry;
}

function entrySection(entry: PlannedEntry): Piece {
  if ('threads' in entry) {
    const threads = new Map(entry.threads.map((thread) => [`${thread.kind} ${thread.id}`, thread]));
    return toldInFull(entry, toldFieldsOf(entry.subject), entry.versions, (kind, id) => threads.get(`${kind} ${id}`) ?? null, null);
  }
  if ('versions' in entry) return toldInFull(entry, incidentFields, entry.versions, () => null, fact(pages.entry.people, peopleOf(entry)));
  return section(entry, html`${when(entry)}${recorded(entry, null)}`, html`<p>${pages.entry.seeExhibit}</p>`);
}

/** `alsoFacts`: what stands beside its own fields. */
function toldInFull<C>(entry: PlannedEntry, told: ToldFields<C>, versions: readonly ToldVersion<C>[], threadOf: ThreadsOfEntry, alsoFacts: Piece): Piece {
  const facts = html`${entry.subject === 'incident' && when(entry)}${drawFacts(told, versions, threadOf)}${alsoFacts}${recorded(entry, recordingWords(entry, told, versions))}`;
  return section(entry, facts, drawVersions(told, versions, threadOf));
}

function section(entry: PlannedEntry, facts: Piece, body: Piece): Piece {
  return html`<section class="entry"><div class="entry-head">
    <p class="entry-number">${number(entry)}<span>${markLinks(entry.exhibitMarks)}</span></p>
    ${heading(entry)}</div>
    <dl role="list">
      ${facts}${fact(pages.entry.exhibits, inLines(notHereLines(entry, 'document')))}
    </dl>
    ${body}</section>`;
}

/** Its number, which is the place that all links to it lead to; of an entry of the case what it is beside it. */
function number(entry: PlannedEntry): Piece {
  const anchor = html`<a href="${markPlace(place.entry(entry.number))}">${pages.entry.heading(entry.number)}</a>`;
  return 'threads' in entry ? html`<span>${anchor} · ${pagesCase.sources.kinds[entry.subject]}</span>` : anchor;
}

/** Her title with the date beneath; without a title the date is the heading, and her words are not cut short into one. */
function heading(entry: PlannedEntry): Piece {
  const said = sayDate(entry.happened) || pages.entry.noDate;
  const day = 'threads' in entry && entry.dayIs !== 'happened' ? `${said}, ${pagesTold.dayIs[entry.dayIs]}` : said;
  if (entry.title.trim() === '' && entry.subject === 'incident') return html`<h2>${day}</h2>`;
  return html`<h2 dir="auto">${inLine(entryName(entry))}</h2><p class="entry-when">${day}</p>`;
}

function when({ happened }: PlannedEntry): Piece {
  return fact(pages.entry.when, dateInFull(happened));
}

function recorded(entry: PlannedEntry, words: Piece): Piece {
  return fact(recordedLabel(entry), entry.firstRecordedUtc === null ? null : html`${sayInstant(entry.firstRecordedUtc)}${words}`);
}

function recordingWords<C>(entry: PlannedEntry, told: ToldFields<C>, versions: readonly ToldVersion<C>[]): Piece {
  const said = saysRecording(entry, told, versions);
  return said === null ? null : html`<br>${said}`;
}
