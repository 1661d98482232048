import { sayDate } from '../../dates';
import { pagesTold as words } from '../../messages/en-gb/pages-told';
import type { Outcome } from '../../model/case/contact';
import type { Dated } from '../../model/dated';
import type { PlannedThread } from '../../model/export-plan';
import { outcomeInPrint, outcomeKindOf } from '../../picklists';
import { dateInFull } from '../date-in-full';
import { inLine, inName, inParagraphs } from '../her-words';
import { html, type Piece } from '../markup';
import { place, pointTo } from '../places';
import type { PrintedField, SaidChanged, ThreadsOfEntry } from './told-fields';

/** Parts of which the fields of entries of the case are made. */

export const text = (value: string): Piece => (value.trim() === '' ? null : inParagraphs(value));
export const line = (value: string): Piece => (value.trim() === '' ? null : inLine(value));

export function short<C>(label: string, reads: (content: C) => unknown, prints: PrintedField<C>['prints'], at?: 'heading'): PrintedField<C> {
  return { label, short: true, reads, prints, ...(at && { place: at }) };
}

export function long<C>(label: string, reads: (content: C) => unknown, prints: PrintedField<C>['prints']): PrintedField<C> {
  return { label, short: false, reads, prints };
}

export const dated = <C>(label: string, of: (content: C) => Dated): PrintedField<C> => short(label, of, (content) => dateInFull(of(content)));
export const said = <C>(label: string, of: (content: C) => string): PrintedField<C> => long(label, of, (content) => text(of(content)));
export const titled = <C extends { readonly title: string }>(): PrintedField<C> => short(words.title, ({ title }) => title, ({ title }) => line(title), 'heading');
export const privileged = <C extends { readonly privilegedNote: string }>(): PrintedField<C> => ({ ...said<C>(words.privilegedNote, ({ privilegedNote }) => privilegedNote), place: 'privileged' });

/** Short lines, one beneath the other; null when there is none. */
export function inLines(pieces: readonly Piece[]): Piece {
  const present = pieces.filter((piece) => piece !== null && piece !== '');
  return present.length === 0 ? null : present.map((piece, index) => html`${index > 0 && html`<br>`}${piece}`);
}

/** Somebody's name; erased people are said to be so. */
export function person(threadOf: ThreadsOfEntry, id: string | null): Piece {
  const thread = id === null ? null : threadOf('person', id);
  return thread === null ? null : inName(thread.name);
}

/** Other entries: by their number where they stand in this document, else only that there are such. */
export function entries(threadOf: ThreadsOfEntry, kind: 'incident' | 'case', ids: readonly string[]): Piece {
  const threads = ids.flatMap((id) => threadOf(kind, id) ?? []).filter(({ isGone }) => !isGone);
  const here = threads.flatMap(({ entryNumber, entryDay = '' }) => (entryNumber === null ? [] : [{ entryNumber, entryDay }])).sort((a, b) => a.entryNumber - b.entryNumber);
  const away = threads.length - here.length;
  const pieces: Piece[] = here.map(({ entryNumber, entryDay }) => html`<a href="${pointTo(place.entry(entryNumber))}">${words.entryNumber(entryNumber, entryDay)}</a>`);
  if (away > 0) pieces.push(words.notHere(away));
  return pieces.length === 0 ? null : pieces.map((piece, index) => html`${index > 0 && ', '}${piece}`);
}

/** A thing that goes along, by its exhibit mark; that it was erased; nothing of one that is not in this document. */
export function thing(thread: PlannedThread | null): Piece {
  if (thread === null) return null;
  if (thread.isGone) return words.contact.erased;
  return thread.mark === null ? null : html`<a href="${pointTo(place.exhibit(thread.mark))}"><strong>${thread.mark}</strong></a>`;
}

/** What she was told came of it: each outcome with when she was told, its rule and her note. */
export function outcomes(all: readonly Outcome[]): Piece {
  return all.length === 0 ? null : all.map(({ list, value, told, note }) => {
    const source = outcomeKindOf(value)?.source ?? '';
    const after = [sayDate(told) && words.toldOn(sayDate(told)), source].filter((part) => part !== '');
    return html`<p>${outcomeInPrint({ list, value })}${after.length > 0 && html` <span class="quiet">(${after.join('; ')})</span>`}</p>${text(note)}`;
  });
}

/** What an entry rests on or refers to is printed once, as it is now; an amendment says that it was changed. */
export function refersTo<C>(...reads: ((content: C) => unknown)[]): SaidChanged<C>[] {
  return [{ label: words.changed, says: words.threadsChanged, reads: (content) => reads.map((one) => one(content)) }];
}
