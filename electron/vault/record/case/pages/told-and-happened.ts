import { sayDate } from '../../../../../shared/dates';
import { pagesGiven } from '../../../../../shared/messages/en-gb/pages-given';
import { pagesPolice } from '../../../../../shared/messages/en-gb/pages-police';
import type { CasePage, CasePageBlock } from '../../../../../shared/model/case/case-page';
import type { ToldStep } from '../../../../../shared/model/case/told-and-happened';
import { outcomeInPrint, outcomeKindOf } from '../../../../../shared/picklists';
import type { Id } from '../../../../../shared/model/identity';
import type { Queries } from '../../rows';
import { toldAndHappened } from '../told-and-happened';
import { citesEach, citesEntry, citesIncident, cites, joined, says } from './cited-text';

const words = pagesPolice.told;
/** From so many days on it is said that nothing lies between. */
const longGapDays = 28;

/** One report from first call to outcome. Refuses `not-found` of what is no recorded contact. */
export function toldAndHappenedPage(from: Queries, { contactId }: { contactId: Id }): CasePage {
  const { firstId, steps } = toldAndHappened(from, contactId);
  const first = steps.find(({ entryId }) => entryId === firstId);
  return { title: words.title(first === undefined ? '' : pagesPolice.contactCalled(first)), intro: words.intro, isLandscape: false, blocks: steps.flatMap(blocksOf) };
}

function blocksOf(step: ToldStep): CasePageBlock[] {
  const name = pagesPolice.contactCalled(step);
  const people = step.people.flatMap(({ name: person, part }) => (person === '' ? [] : [`${person} (${pagesGiven.parts[part]})`]));
  return [
    { block: 'heading', level: 2, words: words.step(sayDate(step.happened, { weekday: true }) || words.noDate, name) },
    {
      block: 'facts', facts: [
        { name: words.entry, value: citesEntry(step.entryId) },
        { name: words.after, value: says(step.after === null ? '' : step.after.leastDays >= longGapDays ? words.nothingBetween(step.after) : words.length(step.after)) },
        { name: words.with, value: says([step.bodyName, ...people].filter((one) => one !== '').join('; ')) },
        { name: words.reference, value: says(step.reference) },
        { name: words.incidents, value: joined(step.incidentIds.map(citesIncident), ', ') },
        { name: words.evidence, value: citesEach(step.evidence.map(({ target }) => target)) },
      ].filter(({ value }) => value.length > 0),
    },
    ...hers(words.said, step.said), ...hers(words.toldThem, step.told), ...promised(step, name), ...given(step, name), ...hers(words.cameBack, step.cameBack), ...outcomes(step, name),
  ];
}

function hers(heading: string, text: string): CasePageBlock[] {
  return text.trim() === '' ? [] : [{ block: 'heading', level: 3, words: heading }, { block: 'paragraph', look: 'hers', text: says(text) }];
}

function promised({ promised: all }: ToldStep, name: string): CasePageBlock[] {
  if (all.length === 0) return [];
  const columns = [{ name: words.promised, width: 'wide' as const }, { name: words.by, width: 'middle' as const }, { name: words.kept, width: 'narrow' as const }];
  return [{ block: 'table', table: { caption: `${words.promised}: ${name}`, columns, rows: all.map(({ what, by, kept }) => [says(what), says(sayDate(by)), says(words.keptWords[kept])]) } }];
}

function given({ given: all }: ToldStep, name: string): CasePageBlock[] {
  if (all.length === 0) return [];
  const columns = [{ name: pagesGiven.what, width: 'middle' as const }, { name: pagesGiven.manner, width: 'narrow' as const }, { name: pagesGiven.receipt, width: 'middle' as const }, { name: pagesGiven.file, width: 'wide' as const }];
  const rows = all.map(({ what, target, manner, receipt, thing }) => [
    says(what.trim() || thing?.name || pagesGiven.noWords), says(pagesGiven.manners[manner]), says(receipt.trim() || pagesGiven.noReceipt),
    target === null ? says(pagesGiven.notKept) : joined([cites(target), says(thing?.isGone === true ? pagesGiven.erased : thing?.sha256 ?? '')], ', '),
  ]);
  return [{ block: 'table', table: { caption: pagesGiven.caption(name), columns, rows } }];
}

function outcomes({ outcomes: all }: ToldStep, name: string): CasePageBlock[] {
  if (all.length === 0) return [];
  const columns = [{ name: words.outcome, width: 'wide' as const }, { name: words.when, width: 'middle' as const }, { name: words.since, width: 'middle' as const }, { name: words.source, width: 'middle' as const }];
  const rows = all.map(({ list, value, told, note, since }) => [
    says([outcomeInPrint({ list, value }), note.trim()].filter((part) => part !== '').join('. ')),
    says(sayDate(told) || words.whenUnknown), says(since === null ? '' : words.length(since)), says(outcomeKindOf(value)?.source ?? ''),
  ]);
  return [{ block: 'table', table: { caption: `${words.outcomes}: ${name}`, columns, rows } }];
}
