import { sayDate } from '../../dates';
import { pages } from '../../messages/en-gb/pages';
import type { PlannedEntry } from '../../model/export-plan';
import type { IncidentContent, IncidentVersion } from '../../model/incident';
import { fact } from '../document';
import { entryName } from '../entry-name';
import { inLine, inName } from '../her-words';
import { changedFields, dateInFull, fieldValue, incidentFields, peopleChanged } from '../incident-fields';
import { compareRecording } from '../made-at-the-time';
import { html, type Piece } from '../markup';
import { markPlace, place } from '../places';
import { sayInstant } from '../say';
import { showHidden } from '../../text/show-hidden';
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
  return entry.versions.reduce((sum, { content }) => sum + 0.5 + (content.account.length + content.effectOnMe.length + content.effectOnChildren.length + content.whatNext.length) / charactersOnPage, 0.3);
}

/**
 * Entries in full, in the order given. `opensSection`: this part begins the section and carries its heading. Notes marked privileged are left out
 * here once more unless `includesPrivileged`, whatever the plan brings.
 */
export function accountPages(given: readonly PlannedEntry[], opensSection: boolean, includesPrivileged: boolean): Piece {
  const entries = includesPrivileged ? given : given.map(withoutPrivileged);
  return html`${opensSection && html`<h1><a href="${markPlace(at)}">${pages.contents.accounts}</a></h1>`}${entries.map(entrySection)}`;
}

function withoutPrivileged(entry: PlannedEntry): PlannedEntry {
  return { ...entry, versions: entry.versions.map((version) => ({ ...version, content: { ...version.content, privilegedNote: '' } })) };
}

function entrySection(entry: PlannedEntry): Piece {
  const newest = entry.versions.at(-1)?.content;
  return html`<section class="entry"><div class="entry-head">
    <p class="entry-number"><a href="${markPlace(place.entry(entry.number))}">${pages.entry.heading(entry.number)}</a><span>${markLinks(entry.exhibitMarks)}</span></p>
    ${heading(entry)}</div>
    <dl>
      ${fact(pages.entry.when, dateInFull(entry.happened))}
      ${newest !== undefined && incidentFields.filter(({ field, short }) => short && field !== 'happened' && field !== 'title').map(({ field, label }) => fact(label, fieldValue(newest, field)))}
      ${fact(pages.entry.people, entry.people.length === 0 ? null : entry.people.map((person, index) => html`${index > 0 && html`<br>`}${inName(person.name)} <span class="quiet">(${personWords(person)})</span>`))}
      ${fact(recordedLabel(entry), entry.firstRecordedUtc === null ? null : html`${sayInstant(entry.firstRecordedUtc)}${recordingWords(entry)}`)}
    </dl>
    ${entry.subject !== 'incident' ? html`<p>${pages.entry.seeExhibit}</p>` : versions(entry.versions)}</section>`;
}

/** Her title with the date beneath; without a title the date is the heading, and her words are not cut short into one. */
function heading(entry: PlannedEntry): Piece {
  const when = sayDate(entry.happened) || pages.entry.noDate;
  if (entry.title.trim() === '' && entry.subject === 'incident') return html`<h2>${when}</h2>`;
  return html`<h2 dir="auto">${inLine(entryName(entry))}</h2><p class="entry-when">${when}</p>`;
}

function recordedLabel(entry: PlannedEntry): string {
  if (entry.subject === 'document') return pages.entry.addedUtc;
  return entry.subject === 'excerpt' ? pages.entry.marked : pages.entry.recorded;
}

function personWords(person: PlannedEntry['people'][number]): string {
  const role = pages.personRole[person.role];
  const part = (pages.part as Readonly<Record<string, string>>)[person.part];
  return part === undefined ? role : `${role}; ${part}`;
}

function recordingWords(entry: PlannedEntry): Piece {
  if (entry.subject !== 'incident') return null;
  // What was first recorded decides: an amended date must not make an old record look as if made at the time, or the reverse.
  const first = entry.versions[0]?.content.happened.edtf;
  if (first !== undefined && first !== entry.happened.edtf) return null;
  const recording = compareRecording(entry.span, entry.firstRecordedUtc);
  switch (recording.kind) {
    case 'unknown': return null;
    case 'before': return html`<br>${pages.entry.recordedBefore}`;
    case 'at-the-time': return html`<br>${recording.daysAfter === 0 ? pages.entry.madeAtTheTime : pages.entry.madeNextDay}`;
    case 'later': {
      const { longest, shortest } = recording;
      return html`<br>${pages.entry.recordedLater(shortest === longest ? longest : shortest === null ? `at most ${longest}` : `between ${shortest} and ${longest}`)}`;
    }
  }
}

function versions(all: readonly IncidentVersion[]): Piece {
  const first = all[0];
  if (first === undefined) return null;
  const isAmended = all.length > 1;
  const everChanged = new Set(all.slice(1).flatMap((version, index) => changedFields(all[index]?.content ?? first.content, version.content)));
  return html`<div class="version">
    ${isAmended && html`<p class="version-head">${pages.entry.asFirstRecorded}, ${sayInstant(first.atUtc)}</p>`}
    ${isAmended && html`<dl>${incidentFields.filter(({ field, short }) => short && everChanged.has(field)).map(({ field, label }) => fact(label, fieldValue(first.content, field) ?? '–'))}</dl>`}
    ${longFields(first.content, isAmended ? [] : null)}</div>
    ${all.slice(1).map((version, index) => amendment(version, all[index]?.content ?? first.content, index + 1))}`;
}

/** The long fields under their headings. `null` leaves out the heading of a lone account, which needs none. */
function longFields(content: IncidentContent, headed: readonly string[] | null): Piece {
  const present = incidentFields.filter(({ field, short }) => !short && fieldValue(content, field) !== null);
  if (present.length === 0) return html`<p class="quiet">${pages.entry.noAccount}</p>`;
  return present.map(({ field, label }) => html`<div class="${field === 'privilegedNote' ? 'privileged' : 'field'}">${(field !== 'account' || headed !== null || present.length > 1) && html`<h3>${label}</h3>`}${fieldValue(content, field)}</div>`);
}

function amendment(version: IncidentVersion, earlier: IncidentContent, time: number): Piece {
  const changed = new Set(changedFields(earlier, version.content));
  const fields = incidentFields.filter(({ field }) => changed.has(field));
  return html`<div class="version"><p class="version-head">${pages.entry.amended(time)}, ${sayInstant(version.atUtc)}</p><div class="amendment">
    <dl>${fact(pages.entry.reason, html`<div dir="auto">${inLine(version.reason)}</div>`)}
    ${fields.filter(({ short }) => short).map(({ field, label }) => fact(label, fieldValue(version.content, field) ?? pages.entry.nowEmpty))}
    ${peopleChanged(earlier, version.content) && fact(pages.entry.people, pages.entry.peopleChanged)}</dl>
    ${fields.filter(({ short }) => !short).map(({ field, label }) => html`<div class="${field === 'privilegedNote' ? 'privileged' : 'field'}"><h3>${label}</h3>${fieldValue(version.content, field) ?? html`<p>${pages.entry.nowEmpty}</p>`}</div>`)}
    <p class="quiet">${pages.entry.nothingElse}</p></div></div>`;
}
