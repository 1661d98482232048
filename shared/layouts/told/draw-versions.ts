import { pages } from '../../messages/en-gb/pages';
import { fact } from '../document';
import { inLine } from '../her-words';
import { html, type Piece } from '../markup';
import { sayInstant } from '../say';
import { isChanged, type PrintedField, type ThreadsOfEntry, type ToldFields, type ToldVersion } from './told-fields';

/** The short fields as they stand now, for the list of facts under an entry's heading. */
export function drawFacts<C>({ fields }: ToldFields<C>, versions: readonly ToldVersion<C>[], threadOf: ThreadsOfEntry): Piece {
  const newest = versions.at(-1)?.content;
  return newest !== undefined && fields.filter(({ short, place }) => short && place !== 'heading').map((field) => fact(field.label, field.prints(newest, threadOf)));
}

/** The words of every version: as first recorded, then each amendment with its time, its reason and what reads differently. */
export function drawVersions<C>(told: ToldFields<C>, all: readonly ToldVersion<C>[], threadOf: ThreadsOfEntry): Piece {
  const first = all[0];
  if (first === undefined) return null;
  const isAmended = all.length > 1;
  const everChanged = (field: PrintedField<C>): boolean => all.slice(1).some((version, index) => isChanged(field, all[index]?.content ?? first.content, version.content));
  return html`<div class="version">
    ${isAmended && html`<p class="version-head">${pages.entry.asFirstRecorded}, ${sayInstant(first.atUtc)}</p>`}
    ${isAmended && html`<dl role="list">${told.fields.filter((field) => field.short && everChanged(field)).map((field) => fact(field.label, field.prints(first.content, threadOf) ?? '–'))}</dl>`}
    ${longFields(told, first.content, threadOf, isAmended)}</div>
    ${all.slice(1).map((version, index) => amendment(told, version, all[index]?.content ?? first.content, threadOf, index + 1))}`;
}

/** The long fields under their headings. `headed`: also a lone account, which else needs none. */
function longFields<C>({ fields, noWords }: ToldFields<C>, content: C, threadOf: ThreadsOfEntry, headed: boolean): Piece {
  const present = fields.flatMap((field) => { const printed = field.short ? null : field.prints(content, threadOf); return printed === null ? [] : [{ field, printed }]; });
  if (present.length === 0) return html`<p class="quiet">${noWords}</p>`;
  return present.map(({ field, printed }) => long(field, printed, headed || present.length > 1 || field.place !== 'lone'));
}

function long<C>({ label, place }: PrintedField<C>, printed: Piece, isHeaded: boolean): Piece {
  return html`<div class="${place === 'privileged' ? 'privileged' : 'field'}">${isHeaded && html`<h3>${label}</h3>`}${printed}</div>`;
}

function amendment<C>({ fields, saidChanged }: ToldFields<C>, version: ToldVersion<C>, earlier: C, threadOf: ThreadsOfEntry, time: number): Piece {
  const changed = fields.filter((field) => isChanged(field, earlier, version.content));
  return html`<div class="version"><p class="version-head">${pages.entry.amended(time)}, ${sayInstant(version.atUtc)}</p><div class="amendment">
    <dl role="list">${version.reason.trim() !== '' && fact(pages.entry.reason, html`<div dir="auto">${inLine(version.reason)}</div>`)}
    ${changed.filter(({ short }) => short).map((field) => fact(field.label, field.prints(version.content, threadOf) ?? pages.entry.nowEmpty))}
    ${saidChanged.map((one) => isChanged(one, earlier, version.content) && fact(one.label, one.says))}</dl>
    ${changed.filter(({ short }) => !short).map((field) => long(field, field.prints(version.content, threadOf) ?? html`<p>${pages.entry.nowEmpty}</p>`, true))}
    <p class="quiet">${pages.entry.nothingElse}</p></div></div>`;
}
