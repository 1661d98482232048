import { countOf } from '../plural';

/** Words of the place "People". */
export const people = {
  title: 'People',
  listLabel: 'People',
  add: 'Add a person', goOn: (name: string) => (name === '' ? 'Go on with somebody half written' : `Go on with ${name}, half written`), halfWritten: (name: string) => (name === '' ? 'Somebody is half written.' : `${name} is half written.`),
  emptyTitle: 'Nobody here yet',
  emptyWords: 'The people in your record: who did it, who was hurt, who saw it, which officers and professionals you dealt with. You can add them here or while you write an incident.',
  pickOne: 'Choose a person to see what is noted.',
  searchLabel: 'Find by name, number or force', roleFilter: 'Show', everyRole: 'Everybody',
  name: 'Name', nameHint: 'As you call them. It can be a description, such as “the neighbour at number 4”.',
  role: 'Who they are to you',
  aliases: 'Other names', aliasesHint: 'One to a line: a maiden name, a nickname, another spelling.',
  handles: 'Names and numbers they use', handlesHint: 'One to a line: a phone number, a name in a chat, an e-mail address.',
  officerFolded: 'If they work or worked for the police',
  force: 'Force', forceHint: 'The police force they belong to.', rank: 'Rank or job',
  collarNumber: 'Collar number', collarNumberHint: 'The number on the shoulder, on letters or on a card. You can ask for it.', unit: 'Station or unit', unitHint: 'For example: response team, Public Protection Unit.',
  organisation: 'Where they work', organisationHint: 'A surgery, school, council, charity or firm.',
  note: 'Note',
  saved: (clock: string) => `Saved on this computer, ${clock}`, addThem: 'Add',
  inRecord: (count: number) => `In ${countOf(count, 'entry', 'entries')} of your chronology`,
  nameNeeded: 'Write a name, or a few words that say who it is.',
  roleNeeded: 'Choose who they are to you. “Someone else” will do.',
  firstRecorded: (when: string) => `First noted here on ${when}.`,
  newTitle: 'A new person',
  /** What stands for somebody who was erased, wherever they were named. */
  erasedPerson: 'An erased person',

  sameTitle: 'Entered twice?',
  sameHint: 'If somebody stands here under two entries, put them together. What you noted of both is then shown as one person. Nothing you wrote is changed, and you can take them apart again.',
  sameField: 'The same person as', sameNone: 'Nobody else is here yet.',
  together: 'Put together', keepApart: 'They are two people',
  mayBeSame: 'Perhaps entered twice',
  mayBe: {
    number: (name: string, shared: string) => `${name} may be the same person: both have “${shared}”.`,
    'collar-number': (name: string, shared: string) => `${name} may be the same person: both have the collar number “${shared}”.`,
    name: (name: string, shared: string) => `${name} may be the same person: both are called “${shared}”.`,
  },
  isTogether: (name: string) => `${name} now stands under this entry.`,
  mergedTitle: 'Also entered as',
  takeApart: 'Take apart', takeApartNamed: (name: string) => `Take apart: ${name}`,
  isApart: (name: string) => `${name} stands by themselves again.`,
  mergedWhen: (when: string) => `Put together on ${when}`,

  erase: 'Erase this person', eraseTitle: 'Erase this person?', eraseReason: 'Why', eraseConfirm: 'Erase for good',
  eraseText: 'Their name, other names, numbers, officer details and note are destroyed, under every entry of theirs, and cannot be brought back. It stays noted that somebody was erased, when, and why.',
  eraseStays: 'Entries, ties and contacts that they are part of stay, and say “an erased person”. What you wrote there in your own words is not changed: if the name stands in it, change or erase that entry too.',
};
