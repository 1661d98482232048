import type { FindingKind, MessageDifference, SuggestedGroup } from '../../model/same-conversation';
import { countOf, sayNumber } from '../plural';

/** Words for exports of one and the same conversation: putting them together, what differs between them, reading them as one. */
export const sameConversation = {
  suggestion: (title: string, because: SuggestedGroup['because']) => `“${title}” may be another export of this conversation: ${because === 'participants' ? 'the same people take part' : 'it has the same name'}.`,
  isSame: 'Yes, compare them', isOther: 'No, it is another one',
  open: 'Other exports of this', openCount: (count: number) => `Exports of this (${sayNumber(count)})`,
  title: 'Exports of the same conversation',
  what: 'Each export stays as it is. Where one has a message that another lacks, the difference itself may matter: it can show that something was deleted in between.',
  add: 'Which other conversation is an export of the same?', addHint: 'Only those from the same kind of export.', addNone: 'You keep no other conversation from the same kind of export.', addIt: 'Put them together', choose: 'Choose a conversation',
  apart: 'It is another conversation', apartThis: (number: number) => `It is another conversation: take export ${sayNumber(number)} out`,
  back: 'Back to the conversation',
  exports: 'The exports', openThis: (number: number, title: string) => `Open export ${sayNumber(number)}, ${title}`,
  endsFirst: 'ends first, so it is taken for the older',
  older: 'Older export', newer: 'Newer export', needTwo: 'Choose two different exports.',
  comparing: 'Comparing the exports',

  found: 'What differs',
  same: (count: number) => `${countOf(count, 'message is', 'messages are')} the same in both.`,
  nothingDiffers: 'Where both exports cover the same time, nothing differs.',
  kinds: {
    missing: { name: 'Missing from the newer', says: (count: number) => `${countOf(count, 'message stands', 'messages stand')} in the older export and not in the newer, although the newer covers ${count === 1 ? 'its' : 'their'} time.` },
    added: { name: 'Only in the newer', says: (count: number) => `${countOf(count, 'message stands', 'messages stand')} in the newer export and not in the older, although the older covers ${count === 1 ? 'its' : 'their'} time.` },
    changed: { name: 'Not the same', says: (count: number) => `${countOf(count, 'message is', 'messages are')} in both and not the same.` },
    before: { name: 'Earlier, in one only', says: (count: number) => `${countOf(count, 'message is', 'messages are')} in one export only, from before the other begins or where it may be cut off. That says nothing.` },
    after: { name: 'Later, in one only', says: (count: number) => `${countOf(count, 'message is', 'messages are')} in one export only, from after the other ends. That says nothing.` },
  } satisfies Record<FindingKind, unknown>,
  show: 'Show', showHint: 'Arrows move. Enter opens the message in its export.',
  inOlder: 'In the older', inNewer: 'In the newer', notThere: 'Not there',
  differs: (differences: readonly MessageDifference[]) => `Differs: ${differences.map((difference) => differenceWords[difference]).join(', ')}`,
  renamed: (older: string, newer: string, count: number) => `The older export calls them “${older}”, the newer “${newer}” (${countOf(count, 'message', 'messages')}).`,
  shifted: (minutes: number, count: number) => `${countOf(count, 'message stands', 'messages stand')} ${sayMinutes(Math.abs(minutes))} ${minutes > 0 ? 'later' : 'earlier'} in the newer export. A phone set to another time zone can do that.`,

  merged: 'Read them as one', mergedTitle: 'All exports read as one', mergedWhat: 'Each message once, as the newest export has it. Every export stays as it is; to mark messages, open one of them.',
  mergedBack: 'Back to what differs', mergedList: 'Messages of all exports',
  inAll: 'in all exports', onlyIn: (exports: string) => `only in ${exports}`, missingFrom: (exports: string) => `missing from ${exports}`,
  /** Two exports mostly have one name: they are told apart by number, the older first. */
  numbered: (number: number) => `export ${sayNumber(number)}`, named: (number: number, title: string) => `Export ${sayNumber(number)}: ${title}`,
  couldNotLoad: 'These messages could not be read from your vault.', loading: 'Reading',
};

const differenceWords: Record<MessageDifference, string> = { time: 'the time', sender: 'who wrote it', text: 'the words', attachments: 'the files', flags: 'what the export says of it' };

function sayMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return [hours > 0 ? countOf(hours, 'hour', 'hours') : '', minutes % 60 > 0 ? countOf(minutes % 60, 'minute', 'minutes') : ''].filter((part) => part !== '').join(' ');
}
