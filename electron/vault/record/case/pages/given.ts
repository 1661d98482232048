import { Refusal } from '../../../../../shared/contract/errors';
import { sayDate } from '../../../../../shared/dates';
import { messages } from '../../../../../shared/messages/en-gb';
import { pagesGiven as words } from '../../../../../shared/messages/en-gb/pages-given';
import { recipients as recipientWords } from '../../../../../shared/messages/en-gb/recipients';
import type { CasePage, CasePageBlock, CitedText } from '../../../../../shared/model/case/case-page';
import type { Contact, Given } from '../../../../../shared/model/case/contact';
import type { HandedCopy } from '../../../../../shared/model/copy';
import type { Id } from '../../../../../shared/model/identity';
import { givings, nameOfContact, nameOfGiven, toWhom } from '../../hand-over/given-things';
import type { Queries } from '../../rows';
import { namedEvidence } from '../named-evidence';
import { cites, citesEntry, joined, says } from './cited-text';

/**
 * Everything she wrote down as given, under the contact at which it was given, and every numbered copy that police or those who watch over them had: one list, in the order of when it happened. Drafts are left out.
 * Refuses `nothing-chosen` where nothing was given.
 */
export function givenPage(from: Queries): CasePage {
  const all = givings(from);
  if (all.length === 0) throw new Refusal('nothing-chosen');
  return { title: words.title, intro: words.intro, isLandscape: true, blocks: all.flatMap((giving) => (giving.from === 'contact' ? blocksOf(from, giving.id, giving.contact) : blocksOfCopy(giving.copy))) };
}

const columns = [{ name: words.what, width: 'middle' as const }, { name: words.manner, width: 'narrow' as const }, { name: words.receipt, width: 'middle' as const }, { name: words.file, width: 'wide' as const }];

function blocksOf(from: Queries, id: Id, contact: Contact): CasePageBlock[] {
  const called = nameOfContact(contact);
  return [
    { block: 'heading', level: 2, words: called },
    {
      block: 'facts', facts: [
        { name: words.when, value: says(sayDate(contact.happened) || words.noDate) },
        { name: words.toWhom, value: says(toWhom(from, contact) || words.notSaid) },
        { name: words.reference, value: says(contact.reference) },
        { name: words.entry, value: citesEntry(id) },
      ],
    },
    ...(contact.given.length === 0 ? [] : [{
      block: 'table' as const, table: {
        caption: words.captionBelow(contact.given.length), columns,
        rows: contact.given.map((given) => [says(nameOfGiven(from, given)), says(words.manners[given.manner]), says(given.receipt.trim() || words.noReceipt), fileOf(from, given)]),
      },
    }]),
    ...(contact.cameBack.trim() === '' ? [] : [{ block: 'heading' as const, level: 3 as const, words: words.cameBack }, { block: 'paragraph' as const, look: 'hers' as const, text: says(contact.cameBack) }]),
  ];
}

function blocksOfCopy({ number, to, atUtc, code, files, held, sealCode }: HandedCopy): CasePageBlock[] {
  const called = recipientWords.copyFor(number, to);
  return [
    { block: 'heading', level: 2, words: called },
    {
      block: 'facts', facts: [
        { name: words.when, value: says(messages.dates.instant(atUtc)) },
        { name: words.toWhom, value: says(`${recipientWords.nameOf(to)} (${recipientWords.roles[to.role]})`) },
        { name: words.reference, value: says(to.reference) },
        { name: words.copy.held, value: says(`${messages.handOver.holds(held.incidentCount, held.caseEntryCount, held.exhibitMarks.length)}; ${words.copy.exhibits(held.exhibitMarks.join(', '))}`) },
        { name: words.copy.seal, value: says(sealCode) },
      ],
    },
    { block: 'table', table: { caption: words.copy.caption(called), columns, rows: files.map(({ name, pageCount, sha256 }) => [says(words.copy.of(name, pageCount)), says(words.copy.manner), says(words.copy.code(code)), says(words.sha256(sha256))]) } },
  ];
}

/** The exhibit that the record holds of it, and of a file the SHA-256, by which it can be told that what they have is what she gave. */
function fileOf(from: Queries, { target }: Given): CitedText {
  if (target === null) return says(words.notKept);
  const { sha256, isGone } = namedEvidence(from, target);
  return joined([cites(target), says(isGone ? words.erased : sha256 === null ? '' : words.sha256(sha256))], '\n');
}
