import { sayDate } from '../../dates';
import { contactForms, pagesGiven } from '../../messages/en-gb/pages-given';
import { pagesTold } from '../../messages/en-gb/pages-told';
import type { Contact } from '../../model/case/contact';
import type { EvidenceTarget } from '../../model/case/evidence';
import { inLine, inName } from '../her-words';
import { html, type Piece } from '../markup';
import { dated, entries, inLines, line, long, outcomes, person, privileged, refersTo, said, short, text, thing, titled } from './case-fields';
import type { ThreadsOfEntry, ToldFields } from './told-fields';

const words = pagesTold.contact;

/** A contact with the police or another body. */
export const contactFields: ToldFields<Contact> = {
  fields: [
    titled(),
    dated(words.when, ({ happened }) => happened),
    short(words.form, ({ form }) => form, ({ form }) => (form === null ? null : contactForms[form])),
    short(words.with, ({ bodyId }) => bodyId, ({ bodyId }, threadOf) => person(threadOf, bodyId)),
    short(words.people, ({ people }) => people, ({ people }, threadOf) => inLines(people.map(({ personId, part }) => { const somebody = threadOf('person', personId); return somebody === null ? null : html`${inName(somebody.name)} <span class="quiet">(${pagesGiven.parts[part]})</span>`; }))),
    short(words.reference, ({ reference }) => reference, ({ reference }) => line(reference)),
    short(words.follows, ({ reportId }) => reportId, ({ reportId }, threadOf) => (reportId === null ? null : entries(threadOf, 'case', [reportId]))),
    short(words.about, ({ incidentIds }) => incidentIds, ({ incidentIds }, threadOf) => entries(threadOf, 'incident', incidentIds)),
    said(words.said, (content) => content.said),
    said(words.told, (content) => content.told),
    long(words.promised, ({ promised }) => promised, ({ promised }) => (promised.length === 0 ? null : promised.map(({ what, by, kept }) => {
      const after = [sayDate(by) && words.by(sayDate(by)), words.kept[kept]].filter((part) => part !== '');
      return html`${text(what)}${after.length > 0 && html`<p class="quiet">(${after.join('; ')})</p>`}`;
    }))),
    long(words.given, ({ given }) => given, ({ given }, threadOf) => (given.length === 0 ? null : given.map((one) => givenThing(one, threadOf)))),
    said(words.cameBack, ({ cameBack }) => cameBack),
    long(pagesTold.outcomes, (content) => content.outcomes, (content) => outcomes(content.outcomes)),
    privileged(),
  ],
  saidChanged: refersTo(({ evidence }) => evidence),
  noWords: pagesTold.noWords,
  lived: ({ happened }) => happened,
};

function givenThing({ what, target, manner, receipt }: Contact['given'][number], threadOf: ThreadsOfEntry): Piece {
  const after: Piece[] = [manner === 'not-said' ? '' : pagesGiven.manners[manner].toLowerCase(), receipt.trim() === '' ? '' : words.receipt(receipt.trim()), target === null ? words.notKept : thing(threadOf(target.kind, idOf(target)))];
  const present = after.filter((piece) => piece !== '' && piece !== null);
  return html`<p dir="auto">${what.trim() === '' ? pagesGiven.noWords : inLine(what.trim())}${present.length > 0 && html` <span class="quiet">(${present.map((piece, index) => html`${index > 0 && '; '}${typeof piece === 'string' ? inLine(piece) : piece}`)})</span>`}</p>`;
}

function idOf(target: EvidenceTarget): string {
  switch (target.kind) {
    case 'document': return target.documentId;
    case 'excerpt': return target.excerptId;
    case 'mail': return target.mailId;
  }
}
