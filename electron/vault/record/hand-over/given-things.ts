import { sayDate } from '../../../../shared/dates';
import type { GivenThing } from '../../../../shared/copies/given-thing';
import { messages } from '../../../../shared/messages/en-gb';
import { contactForms, pagesGiven as words } from '../../../../shared/messages/en-gb/pages-given';
import { recipients as recipientWords } from '../../../../shared/messages/en-gb/recipients';
import type { Contact, Given } from '../../../../shared/model/case/contact';
import type { HandedCopy } from '../../../../shared/model/copy';
import { undated } from '../../../../shared/model/dated';
import type { Id } from '../../../../shared/model/identity';
import { policeRoles } from '../../../../shared/model/recipient';
import { recordedContents } from '../case/case-entries';
import { namedEvidence } from '../case/named-evidence';
import { nameOfPerson } from '../people/people';
import type { Queries } from '../rows';
import { listCopies } from './copies';

/** A contact at which something was given or came back, or a copy that police or those who watch over them had. `day`: when, to be put in order; '' where nobody knows. */
export type Giving = { readonly from: 'contact'; readonly id: Id; readonly day: string; readonly contact: Contact } | { readonly from: 'copy'; readonly id: Id; readonly day: string; readonly copy: HandedCopy };

/** In the order in which it was given; what has no date comes last. */
export function givings(from: Queries): Giving[] {
  const contacts = recordedContents(from, 'contact').filter(({ content }) => content.given.length > 0 || content.cameBack.trim() !== '');
  const earliest = new Map(from.all<{ id: Id; earliest: string }>(`SELECT id, earliest FROM case_entry WHERE kind = 'contact'`).map((row) => [row.id, row.earliest]));
  const all: Giving[] = [
    ...contacts.map(({ id, content }): Giving => ({ from: 'contact', id, day: earliest.get(id) ?? '', contact: content })),
    ...listCopies(from).filter(({ to }) => policeRoles.has(to.role)).map((copy): Giving => ({ from: 'copy', id: copy.id, day: copy.atUtc, copy })),
  ];
  // By letters as they are numbered: in the order of a language “~” would come before every figure.
  return all.sort((a, b) => compare(a.day || '~', b.day || '~'));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same as rows of one list. */
export function givenThings(from: Queries): GivenThing[] {
  return givings(from).flatMap((giving) => (giving.from === 'contact' ? atContact(from, giving.id, giving.contact) : ofCopy(giving.copy)));
}

/** To whom, in words; '' where she did not say. */
export function toWhom(from: Queries, { bodyId, people }: Contact): string {
  const called = (personId: Id): string => nameOfPerson(from, personId) ?? messages.people.erasedPerson;
  const persons = people.map(({ personId, part }) => `${called(personId)} (${words.parts[part]})`);
  return [...(bodyId === null ? [] : [called(bodyId)]), ...persons].filter((name) => name !== '').join('; ');
}

export function nameOfGiven(from: Queries, { what, target }: Given): string {
  return what.trim() || (target === null ? '' : namedEvidence(from, target).name) || words.noWords;
}

export const nameOfContact = ({ title, form }: Contact): string => title.trim() || (form === null ? words.contact : contactForms[form]);

function atContact(from: Queries, id: Id, contact: Contact): GivenThing[] {
  return contact.given.map((given) => ({
    from: 'contact', id, when: sayDate(contact.happened), happened: contact.happened, to: toWhom(from, contact) || nameOfContact(contact), what: [nameOfGiven(from, given), words.manners[given.manner]].filter((part) => part !== '').join(' · '),
    proof: [contact.reference, given.receipt].map((part) => part.trim()).filter((part) => part !== '').join(' · '), sha256: given.target === null ? null : namedEvidence(from, given.target).sha256,
  }));
}

function ofCopy({ id, atUtc, to, number, code, files, held }: HandedCopy): GivenThing[] {
  const [first] = files;
  return [{
    from: 'copy', id, when: messages.dates.instant(atUtc), happened: undated, to: recipientWords.nameOf(to), what: [recipientWords.copyFor(number, to), first?.name ?? '', held.exhibitMarks.join(', ')].filter((part) => part !== '').join(' · '),
    proof: [to.reference, words.copy.code(code)].filter((part) => part !== '').join(' · '), sha256: first?.sha256 ?? null,
  }];
}
