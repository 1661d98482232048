import { Refusal } from '../../../../../shared/contract/errors';
import { sayDate } from '../../../../../shared/dates';
import { holdAgainst, type NumberedItem } from '../../../../../shared/disclosures/hold-against';
import { pagesGiven } from '../../../../../shared/messages/en-gb/pages-given';
import { pagesPolice } from '../../../../../shared/messages/en-gb/pages-police';
import type { CasePage, CasePageBlock, CasePageTable, CitedText } from '../../../../../shared/model/case/case-page';
import type { GivenThing } from '../../../../../shared/model/case/disclosure-comparison';
import type { Id } from '../../../../../shared/model/identity';
import { disclosureFormLabels } from '../../../../../shared/picklists';
import { nameOfPerson } from '../../people/people';
import type { Queries } from '../../rows';
import { getCaseEntry } from '../case-entries';
import { givenBefore } from '../compare-disclosure';
import { cites, citesEach, citesEntry, joined, says } from './cited-text';

const words = pagesPolice.missing;
const thing = { name: words.thing, width: 'middle' } as const;
const when = { name: words.when, width: 'middle' } as const;
const proof = { name: words.proof, width: 'wide' } as const;
const line = { name: words.line, width: 'narrow' } as const;

/** What she gave that is not on a list, with the proof that it was given; and what else stands on either side. Refuses `not-found` of what is no recorded list. */
export function missingPage(from: Queries, { disclosureId }: { disclosureId: Id }): CasePage {
  const { content, status } = getCaseEntry(from, disclosureId);
  if (content.kind !== 'disclosure' || status !== 'recorded') throw new Refusal('not-found');
  const held = holdAgainst(content, givenBefore(from, content));
  const bodyName = content.bodyId === null ? '' : nameOfPerson(from, content.bodyId) ?? '';
  const name = content.title.trim() || disclosureFormLabels[content.form].label;
  return {
    title: words.title(name), intro: words.intro, isLandscape: true, blocks: [
      {
        block: 'facts', facts: [
          { name: words.list, value: citesEntry(disclosureId) }, { name: words.came, value: says(sayDate(content.happened, { weekday: true }) || pagesGiven.noDate) }, { name: words.body, value: says(bodyName) },
          { name: pagesGiven.reference, value: says(content.reference) }, { name: words.lines, value: says(words.lineCount(content.items.length)) }, { name: words.evidence, value: citesEach(content.evidence) },
        ].filter(({ value }) => value.length > 0),
      },
      ...(content.note.trim() === '' ? [] : [{ block: 'heading' as const, level: 3 as const, words: words.note }, { block: 'paragraph' as const, look: 'hers' as const, text: says(content.note) }]),
      { block: 'heading', level: 2, words: words.missing(held.missing.length) },
      ...(held.missing.length === 0 ? [{ block: 'paragraph' as const, look: 'plain' as const, text: says(words.none) }] : [table(words.captions.given, [thing, when, proof], held.missing.map((one) => [says(called(one)), whenOf(one), proofOf(one)]))]),
      ...section(words.inList(held.inList.length), [thing, when, line, proof], held.inList.map(({ thing: one, items }) => [says(called(one)), whenOf(one), says(items.map((one) => `${numberOf(one)}: ${one.item.text}`).join('; ')), proofOf(one)])),
      ...section(words.notExpected(held.notExpected.length), [thing, when, { name: words.why, width: 'middle' }, proof], held.notExpected.map(({ thing: one, why }) => [says(called(one)), whenOf(one), says(why), proofOf(one)])),
      ...section(words.toAnother(held.toAnother.length), [thing, when, proof], held.toAnother.map((one) => [says(called(one)), whenOf(one), proofOf(one)])),
      ...section(words.notGiven(held.notGiven.length), [line, { name: words.text, width: 'wide' }], held.notGiven.map((one) => [says(numberOf(one)), says(one.item.text)]), words.captions.lines),
    ],
  };
}

/** As it is counted here, and as they number it. */
function numberOf({ number, item }: NumberedItem): string {
  return item.number === '' ? String(number) : `${number} (${words.theirs(item.number)})`;
}

function section(heading: string, columns: CasePageTable['columns'], rows: CitedText[][], caption: string = words.captions.given): CasePageBlock[] {
  return rows.length === 0 ? [] : [{ block: 'heading', level: 2, words: heading }, table(caption, columns, rows)];
}

function table(caption: string, columns: CasePageTable['columns'], rows: CitedText[][]): CasePageBlock {
  return { block: 'table', table: { caption, columns, rows } };
}

function called({ given: { what }, thing: held }: GivenThing): string {
  return what.trim() || held?.name || pagesGiven.noWords;
}

function whenOf({ happened, bodyName, people, contactId, before, to }: GivenThing): CitedText {
  return joined([says([sayDate(happened) || pagesGiven.noDate, [bodyName, ...people].filter((name) => name !== '').join(', '), before === 'not-known' ? words.maybeLater : '', to === 'perhaps-another' ? words.perhapsAnother : ''].filter((part) => part !== '').join('; ')), citesEntry(contactId)], ' ');
}

/** In what manner it went, the receipt, the thing itself with its SHA-256, and what bears the contact out. */
function proofOf({ given: { manner, receipt, target }, thing: held, reference, evidence }: GivenThing): CitedText {
  return joined([
    says(pagesGiven.manners[manner]), says(receipt.trim() === '' ? '' : words.receipt(receipt)), says(reference === '' ? '' : `${pagesGiven.reference} ${reference}`),
    target === null ? says(pagesGiven.notKept) : joined([cites(target), says(held?.isGone === true ? pagesGiven.erased : held?.sha256 == null ? '' : words.sha256(held.sha256))], ' '),
    citesEach(evidence.map((one) => one.target)),
  ], '; ');
}
