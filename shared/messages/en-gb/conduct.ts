import type { Thin } from '../../conduct/thin';
import { countOf, sayNumber } from '../plural';

const entries = (count: number): string => countOf(count, 'entry', 'entries');

/** Words of the course of conduct: what the law asks for, and which entries speak to it. They describe and judge nothing. */
export const conduct = {
  title: 'Course of conduct',
  description: 'Some offences are made of many acts. Here stands what the law asks for, and which of your entries speak to it. It says nothing of how strong they are, and it is not advice: check with your solicitor.',
  name: 'What an entry supports', listLabel: 'What the law asks for',
  chosen: (count: number) => `${sayNumber(count)} chosen`, proposed: (count: number) => `${sayNumber(count)} proposed`, nothing: 'nothing yet',
  asks: 'What the law asks for', source: 'Where it stands', notRead: 'not checked against the text', caution: 'To bear in mind', inForce: 'In force since',
  thinTitle: 'What a reader may ask', kindsTitle: 'Kinds of behaviour', entriesTitle: 'Entries',
  noEntries: 'No entry is linked to this yet. You can link one yourself.',
  add: 'Link an entry', back: 'All elements',
  by: { chosen: 'You chose it', proposed: 'Proposed from its kind', 'taken-out': 'You took it out', effect: 'Proposed because you wrote how it affected you' },
  confirm: 'Yes, it supports this', takeOut: 'No, take it out', undecide: 'Take back what I said', putBack: 'Put it in after all',
  confirmNamed: (name: string) => `Yes, it supports this: ${name}`, takeOutNamed: (name: string) => `No, take it out: ${name}`, undecideNamed: (name: string) => `Take back what I said: ${name}`, putBackNamed: (name: string) => `Put it in after all: ${name}`,
  why: 'Why, in your words', whyHint: 'Only if you want to. It is printed beside the entry.', whyNamed: (name: string) => `Say why: ${name}`, writeWhy: 'Say why', keepWhy: 'Keep', leaveWhy: 'Leave it',
  attached: (count: number) => (count === 0 ? 'Nothing attached' : `${countOf(count, 'thing', 'things')} attached`),
  choiceLabels: { supports: 'It supports this', 'does-not': 'It does not support this', undecided: 'Taken back' },
  element: 'Element', entry: 'Entry', unknownElement: 'An element that this version does not know',
  more: 'Show more', untitled: 'Without a title', draftFirst: 'This entry is still a draft. Make it your record first; then it can be linked here. Nothing has changed.',
  showTakenOut: (count: number) => `Show what you took out (${sayNumber(count)})`,
  /** Plain words for what is missing; never how strong something is, never whose fault it is. */
  thin: (thin: Thin): string => {
    switch (thin.of) {
      case 'nothing': return 'No entry is linked to this yet.';
      case 'too-few': return thin.count === 1 ? `This is told in one entry; the law asks for at least ${thin.asked} occasions.` : `This is told in ${entries(thin.count)}; the law asks for at least ${thin.asked} occasions.`;
      case 'one-day': return `This is told in ${entries(thin.count)} of one day; the law asks for at least ${thin.asked} occasions. A solicitor can say whether they are two.`;
      case 'days-unknown': return 'On how many different days it was cannot be told from the dates.';
      case 'one-alone': return 'This is told in one entry; the law speaks of repeated or continuous behaviour.';
      case 'bare': return thin.count === 1 && thin.all === 1 ? 'The entry has nothing attached. That is usual.' : thin.count === 1 ? 'One entry has nothing attached. That is usual.' : `${sayNumber(thin.count)} of ${entries(thin.all)} have nothing attached. That is usual.`;
      case 'undated': return thin.count === 1 ? 'One entry has no date yet.' : `${entries(thin.count)} have no date yet.`;
      case 'before-law': return thin.count === 1 ? 'One entry lies wholly before the law was in force. It can still show how it was.' : `${entries(thin.count)} lie wholly before the law was in force. They can still show how it was.`;
      case 'not-looked-at': return thin.count === 1 ? 'One entry is proposed from its kind, and was not looked at here yet.' : `${entries(thin.count)} are proposed from their kinds, and were not looked at here yet.`;
    }
  },
};
