import { Refusal } from '../../../../../shared/contract/errors';
import { sayDate } from '../../../../../shared/dates';
import { auditRequest, subjectAccessRequests } from '../../../../../shared/drafts/access-requests';
import type { Draft, DraftPiece } from '../../../../../shared/drafts/draft';
import { lookUpWindow } from '../../../../../shared/drafts/look-up-window';
import { messages } from '../../../../../shared/messages/en-gb';
import { pagesLookUps as words } from '../../../../../shared/messages/en-gb/look-ups';
import { pagesTheirVersion } from '../../../../../shared/messages/en-gb/pages-their-version';
import { requestDrafts } from '../../../../../shared/messages/en-gb/request-drafts';
import type { CasePage, CasePageBlock, CitedText } from '../../../../../shared/model/case/case-page';
import type { ListedLookUp, LookUpPerson } from '../../../../../shared/model/case/listed-look-up';
import type { LookUp } from '../../../../../shared/model/case/look-up';
import type { Dated } from '../../../../../shared/model/dated';
import type { Id } from '../../../../../shared/model/identity';
import { lookUpSystemLabel, lookUpSystemOf } from '../../../../../shared/picklists';
import type { Queries } from '../../rows';
import { getCaseEntry } from '../case-entries';
import { listLookUps } from '../look-ups';
import { citesEach, citesEntry, citesIncident, joined, says } from './cited-text';

/** Suspected look-ups as she wrote them, and the drafts drawn from them. Refuses `not-found` where one of them is no record of hers. */
export function lookUpsPage(from: Queries, { entryIds }: { entryIds: readonly Id[] }): CasePage {
  const chosen = listLookUps(from).filter(({ id, status }) => entryIds.includes(id) && status === 'recorded');
  if (chosen.length !== new Set(entryIds).size) throw new Refusal('not-found');
  const drafts = [auditRequest(chosen), subjectAccessRequests(chosen)].filter((draft) => draft !== null);
  return {
    title: words.title, intro: words.intro, isLandscape: false, blocks: [
      ...chosen.flatMap((lookUp, index) => blocksOf(from, lookUp, index + 1)),
      ...(drafts.length === 0 ? [] : [{ block: 'paragraph', look: 'notice', text: says(words.notice) } as const]),
      ...drafts.flatMap((draft) => blocksOfDraft(draft, chosen)),
      ...sources(chosen),
    ],
  };
}

function blocksOf(from: Queries, listed: ListedLookUp, number: number): CasePageBlock[] {
  const { content } = getCaseEntry(from, listed.id);
  if (content.kind !== 'look-up') throw new Refusal('not-found');
  const { fromDay, toDay, isTurned } = lookUpWindow(listed);
  return [
    { block: 'heading', level: 2, words: words.occasion(number, listed.title.trim() || words.unnamed) },
    {
      block: 'facts', facts: [
        { name: words.entry, value: citesEntry(listed.id) }, { name: words.who, value: says(listed.who === null ? '' : called(listed.who)) },
        { name: words.happened, value: says(whenOf(content.happened) || words.notSaid) }, { name: words.since, value: says(whenOf(content.knowableSince) || words.notSaid) },
        { name: words.window, value: says(isTurned ? words.turned : messages.lookUps.windowWords(fromDay, toDay)) },
        { name: words.systems, value: says(content.systems.map(lookUpSystemLabel).join('; ')) }, { name: words.through, value: says(listed.through.map(called).join('; ')) },
        { name: words.incidents, value: joined(content.incidentIds.map(citesIncident), ', ') }, { name: words.evidence, value: citesEach(content.evidence) },
      ].filter(({ value }) => value.length > 0),
    },
    ...hers(words.known, content.known), ...hers(words.howItShowed, content.howItShowed), ...otherWays(content),
  ];
}

/** Whether there was another way is what a reader asks first: that nothing is written is said. */
function otherWays({ otherWays: written }: LookUp): CasePageBlock[] {
  return written.trim() === '' ? [{ block: 'heading', level: 3, words: words.otherWays }, { block: 'paragraph', look: 'quiet', text: says(words.otherWaysOpen) }] : hers(words.otherWays, written);
}

function hers(heading: string, text: string): CasePageBlock[] {
  return text.trim() === '' ? [] : [{ block: 'heading', level: 3, words: heading }, { block: 'paragraph', look: 'hers', text: says(text) }];
}

function whenOf(dated: Dated): string {
  const said = sayDate(dated, { weekday: true });
  return said === '' || dated.basis === null ? said : words.basis(said, pagesTheirVersion.bases[dated.basis]);
}

function called({ name, officer: { rank, collarNumber, force } }: LookUpPerson): string {
  const details = [rank, collarNumber, force].filter((part) => part !== '').join(', ');
  return `${name || messages.people.erasedPerson}${details === '' ? '' : ` (${details})`}`;
}

function blocksOfDraft({ title, parts }: Draft, chosen: readonly ListedLookUp[]): CasePageBlock[] {
  const cited = (text: readonly DraftPiece[]): CitedText => text.flatMap((piece): CitedText => {
    if (typeof piece === 'string') return says(piece);
    const lookUp = chosen[piece.occasion - 1];
    return [...says(requestDrafts.occasion(piece.occasion)), ...(lookUp === undefined ? [] : [...says(' '), ...citesEntry(lookUp.id)])];
  });
  return [{ block: 'heading', level: 2, words: title }, ...parts.map((part): CasePageBlock => {
    switch (part.part) {
      case 'heading': return { block: 'heading', level: 3, words: part.words };
      case 'paragraph': return { block: 'paragraph', look: 'plain', text: cited(part.text) };
      case 'list': return { block: 'paragraph', look: 'plain', text: joined(part.items.map((item) => [...says('– '), ...cited(item)]), '\n') };
    }
  })];
}

/** Of every chosen place, where it is read who holds it and by which right it is asked for. */
function sources(chosen: readonly ListedLookUp[]): CasePageBlock[] {
  const systems = [...new Set(chosen.flatMap(({ systems: ids }) => ids))].flatMap((id) => lookUpSystemOf(id) ?? []);
  if (systems.length === 0) return [];
  const rows = systems.flatMap(({ label, sources: all }) => all.map(({ words: source, isRead }) => [says(label), says(source), says(isRead ? words.read : words.notRead)]));
  return [{ block: 'heading', level: 2, words: words.sources }, { block: 'paragraph', look: 'plain', text: says(words.sourcesHint) }, { block: 'table', table: { caption: words.sourcesOf, columns: [{ name: words.system, width: 'middle' }, { name: words.rule, width: 'wide' }, { name: words.standing, width: 'middle' }], rows } }];
}
