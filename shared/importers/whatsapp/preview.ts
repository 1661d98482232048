import type { DateOrder } from '../../model/date-order';
import type { SourceFacts, TextPreview } from '../importer';
import { dayOf, DateOrderEvidence } from './date-order';
import { readEntries, type Entry } from './entries';
import type { Layout } from './layout';
import type { NeutralMessage } from '../neutral';
import { titleFromNames } from '../title-from-names';
import { plainMessageOf as messageOf } from './one-text';
import { suggestTitle } from './title';
import { mayBeTruncated } from './truncation';

const namesShown = 200;
const mostNames = 5_000;

/** What hangs on the order of day and month: kept for each until one is settled. */
class UnderOrder {
  first: Entry | null = null;
  last: Entry | null = null;
  /** Entries that have a day, but none under this order. */
  readonly impossible = { message: 0, system: 0, 'not-understood': 0 };
}
const orders = ['dmy', 'mdy', 'ymd'] as const;

/** What an export holds, counted in one pass; nothing is kept but counts, names and a few examples. */
export async function previewConversation(source: AsyncIterable<Uint8Array>, facts: SourceFacts, given: DateOrder | null): Promise<TextPreview> {
  const evidence = new DateOrderEvidence();
  const names = new Map<string, number>();
  const counts = { message: 0, system: 0, 'not-understood': 0 };
  const attachments = { present: 0, omitted: 0, missing: 0, leftOut: 0 };
  const placeOf = (name: string): 'present' | 'leftOut' | 'missing' => (facts.attachmentNames.has(name) ? 'present' : facts.leftOutNames.has(name) ? 'leftOut' : 'missing');
  const under = { dmy: new UnderOrder(), mdy: new UnderOrder(), ymd: new UnderOrder() };
  const notUnderstoodSample: TextPreview['notUnderstoodSample'] = [];
  const firstMessages: TextPreview['firstMessages'] = [];
  let layout: Layout | null = null;
  let is12Hour = false;

  const note = (entry: Entry, message: NeutralMessage): void => {
    for (const order of orders) {
      if (!entry.head || !dayOf(entry.head, order)) under[order].impossible[message.kind] += 1;
      else {
        under[order].first ??= entry;
        under[order].last = entry;
      }
    }
  };
  const count = (message: NeutralMessage): void => {
    counts[message.kind] += 1;
    if (message.kind === 'not-understood') {
      if (notUnderstoodSample.length < 20) notUnderstoodSample.push({ line: message.sourceLine, text: message.text.slice(0, 300) });
      return;
    }
    if (message.attachmentOmitted) attachments.omitted += 1;
    else if (message.attachmentName !== '') attachments[placeOf(message.attachmentName)] += 1;
    if (message.kind !== 'message') return;
    if (names.has(message.sender) || names.size < mostNames) names.set(message.sender, (names.get(message.sender) ?? 0) + 1);
    if (firstMessages.length < 5) firstMessages.push({ sender: message.sender, atAsWritten: message.atAsWritten, text: message.text.slice(0, 300) });
  };

  for await (const batch of readEntries(source)) {
    layout = batch.layout;
    for (const entry of batch.entries) {
      if (entry.head) {
        evidence.add(entry.head, entry.written);
        is12Hour ||= entry.head.is12Hour;
      }
      const { head } = entry;
      const message = messageOf(entry, given ?? orders.find((order) => head && dayOf(head, order)) ?? 'dmy');
      if (entry.head && message.kind !== 'not-understood') note(entry, message);
      count(message);
    }
  }
  const dateOrder = given ?? evidence.settled;
  if (dateOrder !== null && given === null) {
    const { impossible } = under[dateOrder];
    counts.message -= impossible.message;
    counts.system -= impossible.system;
    counts['not-understood'] += impossible.message + impossible.system;
  }
  const settled = dateOrder && under[dateOrder];
  const participants = [...names].map(([name, written]) => ({ name, count: written })).sort((a, b) => b.count - a.count).slice(0, namesShown);
  return {
    suggestedTitle: suggestTitle(facts.fileName) || titleFromNames(participants.map(({ name }) => name)),
    layout: layout === null ? '' : `${layout === 'ios' ? 'ios' : 'android'}-${is12Hour ? '12h' : '24h'}`,
    messageCount: counts.message,
    systemCount: counts.system,
    notUnderstoodCount: counts['not-understood'],
    attachmentsPresent: attachments.present,
    attachmentsOmitted: attachments.omitted,
    attachmentsMissing: attachments.missing,
    attachmentsLeftOut: attachments.leftOut,
    participants,
    firstAt: dateOrder && settled?.first ? messageOf(settled.first, dateOrder).at : '',
    lastAt: dateOrder && settled?.last ? messageOf(settled.last, dateOrder).at : '',
    dateOrder,
    orderExamples: dateOrder === null ? evidence.examples : [],
    mayBeTruncated: mayBeTruncated(counts.message + counts.system, facts.attachmentNames.size > 0),
    notUnderstoodSample,
    firstMessages,
  };
}
