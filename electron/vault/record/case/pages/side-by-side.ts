import { Refusal } from '../../../../../shared/contract/errors';
import { sayDate } from '../../../../../shared/dates';
import { compareRecording } from '../../../../../shared/layouts/made-at-the-time';
import { sayInstant } from '../../../../../shared/layouts/say';
import { messages } from '../../../../../shared/messages/en-gb';
import { pagesTheirVersion as words } from '../../../../../shared/messages/en-gb/pages-their-version';
import type { CasePage, CasePageBlock, CasePageColumn, CitedText } from '../../../../../shared/model/case/case-page';
import type { CounterAllegation } from '../../../../../shared/model/case/counter-allegation';
import type { EvidenceTarget } from '../../../../../shared/model/case/evidence';
import type { SameDay } from '../../../../../shared/model/case/same-days';
import { outcomeInPrint, outcomeKindOf } from '../../../../../shared/picklists';
import type { Id, UtcInstant } from '../../../../../shared/model/identity';
import { getIncident } from '../../incidents/incidents';
import { nameOfPerson } from '../../people/people';
import type { Queries } from '../../rows';
import { getCaseEntry } from '../case-entries';
import { sameDaysAs } from '../same-days';
import { cites, citesEach, citesEntry, joined, says } from './cited-text';

/** So much of an account is printed beside a claim. */
const longestAccount = 2500;

type Part = CasePageColumn['parts'][number];
const untitled = (text: CitedText): Part => ({ title: [], text });

/** A claim beside the record of the same days. Refuses `not-found` of what is no recorded counter-allegation. */
export function sideBySidePage(from: Queries, { entryId }: { entryId: Id }): CasePage {
  const { content, status, firstRecordedUtc, versions } = getCaseEntry(from, entryId);
  if (content.kind !== 'counter-allegation' || status !== 'recorded') throw new Refusal('not-found');
  const { hasDate, things, more } = sameDaysAs(from, content);
  const last = versions.at(-1);
  return {
    title: words.title(content.title.trim() || words.unnamed), intro: words.intro, isLandscape: false, blocks: [
      {
        block: 'facts', facts: [
          { name: words.entry, value: citesEntry(entryId) },
          { name: words.by, value: says(content.madeById === null ? '' : nameOfPerson(from, content.madeById) ?? messages.people.erasedPerson) },
          { name: words.to, value: says(content.madeTo.trim()) }, { name: words.reference, value: says(content.reference.trim()) },
          { name: words.happened, value: says(sayDate(content.happened, { weekday: true }) || words.undated) }, { name: words.made, value: says(sayDate(content.made, { weekday: true })) },
          { name: words.learned, value: says(sayDate(content.learned, { weekday: true })) }, { name: words.noted, value: says(firstRecordedUtc === null ? '' : sayInstant(firstRecordedUtc)) },
          { name: words.amended, value: says(versions.length > 1 && last ? sayInstant(last.atUtc) : '') }, { name: words.evidence, value: citesEach(content.evidence) },
        ].filter(({ value }) => value.length > 0),
      },
      { block: 'heading', level: 2, words: words.beside },
      {
        block: 'beside',
        left: { heading: words.theirs, parts: [untitled(says(content.theirVersion.trim() || words.notWritten))] },
        right: { heading: words.records, parts: [...(hasDate ? [] : [untitled(says(words.noDate))]), ...(hasDate && things.length === 0 ? [untitled(says(words.none))] : []), ...things.map((thing) => partOf(from, thing)), ...(more > 0 ? [untitled(says(words.more(more)))] : [])] },
      },
      ...(content.herAnswer.trim() === '' ? [] : [{ block: 'heading', level: 2, words: words.answer } as const, { block: 'paragraph', look: 'hers', text: says(content.herAnswer) } as const]),
      ...outcomes(content),
    ],
  };
}

/** One thing of the record in its column: what and when, the words, how the date is known, when it was first recorded, what is linked to it. */
function partOf(from: Queries, thing: SameDay): Part {
  const { own, evidence, amendments } = standing(from, thing);
  const title = `${sayDate(thing.happened, { weekday: true }) || words.undated}: ${words.kinds[thing.subject]}${thing.title.trim() === '' ? '' : `, “${thing.title.trim()}”`} `;
  const recorded = words.firstRecorded(sayInstant(thing.firstRecordedUtc), compareRecording(thing.span, thing.firstRecordedUtc));
  const last = amendments.at(-1);
  const changed = last !== undefined ? words.amendedAt(sayInstant(last), amendments.length) : thing.amended ? words.amendedSince : '';
  const facts = [recorded, thing.isBeforeMade ? words.beforeMade : thing.isBeforeLearned ? words.beforeLearned : '', changed, thing.isLinked ? words.linked : ''].filter((part) => part !== '').join(' ');
  const text = joined([
    says(own), says(thing.happened.basis === null ? '' : `${words.basis(words.bases[thing.happened.basis])}.`), says(facts),
    evidence.length === 0 ? [] : [...says(words.attached), ...citesEach(evidence)],
  ], '\n');
  return { title: [...says(title), ...cites(thing.citation)], text };
}

/** Its words as they stand, what is linked to it, and when it was amended. Never a privileged note. */
function standing(from: Queries, { citation, opening }: SameDay): { own: string; evidence: EvidenceTarget[]; amendments: UtcInstant[] } {
  if (citation.kind === 'incident') {
    const { content, links, versions } = getIncident(from, citation.incidentId);
    return { own: cutAt(content.account.trim(), longestAccount), evidence: links.map(({ target }) => target), amendments: versions.slice(1).map(({ atUtc }) => atUtc) };
  }
  if (citation.kind === 'case') {
    const { content, versions } = getCaseEntry(from, citation.entryId);
    const evidence = content.kind === 'contact' ? [...content.evidence, ...content.given.flatMap(({ target }) => (target === null ? [] : [target]))] : [];
    return { own: opening.trim(), evidence, amendments: versions.slice(1).map(({ atUtc }) => atUtc) };
  }
  return { own: opening.trim(), evidence: [], amendments: [] };
}

function cutAt(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/u, '')} ${words.cut}`;
}

function outcomes({ outcomes: all }: CounterAllegation): CasePageBlock[] {
  if (all.length === 0) return [];
  const columns = [{ name: words.outcome, width: 'wide' as const }, { name: words.when, width: 'middle' as const }, { name: words.source, width: 'middle' as const }];
  const rows = all.map(({ list, value, told, note }) => [
    says([outcomeInPrint({ list, value }), note.trim()].filter((part) => part !== '').join('. ')), says(sayDate(told)), says(outcomeKindOf(value)?.source ?? ''),
  ]);
  return [{ block: 'table', table: { caption: words.outcomes, columns, rows } }];
}
