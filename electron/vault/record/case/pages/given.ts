import { Refusal } from '../../../../../shared/contract/errors';
import { sayDate } from '../../../../../shared/dates';
import { messages } from '../../../../../shared/messages/en-gb';
import { contactForms, pagesGiven as words } from '../../../../../shared/messages/en-gb/pages-given';
import type { CasePage, CasePageBlock, CitedText } from '../../../../../shared/model/case/case-page';
import type { Contact, Given } from '../../../../../shared/model/case/contact';
import type { Id } from '../../../../../shared/model/identity';
import { nameOfPerson } from '../../people/people';
import type { Queries } from '../../rows';
import { recordedContents } from '../case-entries';
import { namedEvidence } from '../named-evidence';
import { cites, citesEntry, joined, says } from './cited-text';

/** Everything she wrote down as given, under the dealing at which it was given, in the order of when they happened. Drafts are left out. Refuses `nothing-chosen` where nothing was given. */
export function givenPage(from: Queries): CasePage {
  const contacts = recordedContents(from, 'contact').filter(({ content }) => content.given.length > 0 || content.cameBack.trim() !== '');
  if (contacts.length === 0) throw new Refusal('nothing-chosen');
  return { title: words.title, intro: words.intro, isLandscape: true, blocks: contacts.flatMap(({ id, content }) => blocksOf(from, id, content)) };
}

function blocksOf(from: Queries, id: Id, contact: Contact): CasePageBlock[] {
  const called = contact.title.trim() || (contact.form === null ? words.contact : contactForms[contact.form]);
  return [
    { block: 'heading', level: 2, words: called },
    {
      block: 'facts', facts: [
        { name: words.when, value: says(sayDate(contact.happened) || words.noDate) },
        { name: words.toWhom, value: says(toWhom(from, contact)) },
        { name: words.reference, value: says(contact.reference) },
        { name: words.entry, value: citesEntry(id) },
      ],
    },
    ...(contact.given.length === 0 ? [] : [{
      block: 'table' as const, table: {
        caption: words.caption(called),
        columns: [{ name: words.what, width: 'middle' as const }, { name: words.manner, width: 'narrow' as const }, { name: words.receipt, width: 'middle' as const }, { name: words.file, width: 'wide' as const }],
        rows: contact.given.map((given) => [says(given.what.trim() || nameOf(from, given)), says(words.manners[given.manner]), says(given.receipt.trim() || words.noReceipt), fileOf(from, given)]),
      },
    }]),
    ...(contact.cameBack.trim() === '' ? [] : [{ block: 'heading' as const, level: 3 as const, words: words.cameBack }, { block: 'paragraph' as const, look: 'hers' as const, text: says(contact.cameBack) }]),
  ];
}

function toWhom(from: Queries, { bodyId, people }: Contact): string {
  const called = (personId: Id): string => nameOfPerson(from, personId) ?? messages.people.erasedPerson;
  const persons = people.map(({ personId, part }) => `${called(personId)} (${words.parts[part]})`);
  return [...(bodyId === null ? [] : [called(bodyId)]), ...persons].filter((name) => name !== '').join('; ') || words.notSaid;
}

function nameOf(from: Queries, { target }: Given): string {
  return (target === null ? '' : namedEvidence(from, target).name) || words.noWords;
}

/** The exhibit that the record holds of it, and of a file the SHA-256, by which it can be told that what they have is what she gave. */
function fileOf(from: Queries, { target }: Given): CitedText {
  if (target === null) return says(words.notKept);
  const { sha256, isGone } = namedEvidence(from, target);
  return joined([cites(target), says(isGone ? words.erased : sha256 === null ? '' : words.sha256(sha256))], '\n');
}
