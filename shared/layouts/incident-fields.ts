import { sayDate } from '../dates';
import { pages } from '../messages/en-gb/pages';
import type { Dated } from '../model/dated';
import type { IncidentContent } from '../model/incident';
import { abuseKindOf } from '../picklists';
import { inLine, inParagraphs } from './her-words';
import { html, type Piece } from './markup';

type Field = Exclude<keyof IncidentContent, 'people'>;

/** Fields in the order they print. `short` ones stand in the list of facts, the others under their own heading. */
export const incidentFields: readonly { field: Field; label: string; short: boolean }[] = [
  { field: 'title', label: pages.entry.title, short: true },
  { field: 'happened', label: pages.entry.when, short: true },
  { field: 'learned', label: pages.entry.learned, short: true },
  { field: 'where', label: pages.entry.where, short: true },
  { field: 'kinds', label: pages.entry.kinds, short: true },
  { field: 'account', label: pages.entry.account, short: false },
  { field: 'effectOnMe', label: pages.entry.effectOnMe, short: false },
  { field: 'effectOnChildren', label: pages.entry.effectOnChildren, short: false },
  { field: 'whatNext', label: pages.entry.whatNext, short: false },
  { field: 'privilegedNote', label: pages.entry.privilegedNote, short: false },
];

/** What is said, without how it is written: a comma more in her words is not worth printing them twice. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}

/** A date as understood, in her own words beside it where these differ, and how it is known. */
export function dateInFull(dated: Dated): Piece {
  const said = sayDate(dated);
  const typed = dated.typed.trim();
  if (said === '' && typed === '') return null;
  return html`${said}${typed !== '' && lettersOf(typed) !== lettersOf(said) && html` <span class="quiet">(${pages.entry.asWritten.toLowerCase()}: “${inLine(typed)}”)</span>`}${dated.basis !== null && html`<br><span class="quiet">${pages.entry.known}: ${pages.dateBasis[dated.basis]}</span>`}`;
}

/** A field's value ready to print; null when it is empty. */
export function fieldValue(content: IncidentContent, field: Field): Piece {
  const value = content[field];
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((kind) => abuseKindOf(kind)?.label ?? kind).join('; ');
  if (typeof value === 'object') return dateInFull(value);
  if (value.trim() === '') return null;
  return field === 'title' ? inLine(value) : inParagraphs(value);
}

/** Which fields read differently in the later content, in printing order. */
export function changedFields(earlier: IncidentContent, later: IncidentContent): Field[] {
  return incidentFields.map(({ field }) => field).filter((field) => JSON.stringify(earlier[field]) !== JSON.stringify(later[field]));
}

export function peopleChanged(earlier: IncidentContent, later: IncidentContent): boolean {
  return JSON.stringify(earlier.people) !== JSON.stringify(later.people);
}
