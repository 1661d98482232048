import { countOf } from '../plural';

/** Words of the place "People". */
export const people = {
  title: 'People',
  listLabel: 'People',
  add: 'Add a person',
  emptyTitle: 'Nobody here yet',
  emptyWords: 'The people in your record: who did it, who was hurt, who saw it, which officers and professionals you dealt with. You can add them here or while you write an incident.',
  pickOne: 'Choose a person to see what is noted.',
  name: 'Name', nameHint: 'As you call them. It can be a description, such as “the neighbour at number 4”.',
  role: 'Who they are to you',
  handles: 'Names and numbers they use', handlesHint: 'One to a line: a phone number, a name in a chat, an e-mail address.',
  note: 'Note',
  saved: (clock: string) => `Saved on this computer, ${clock}`, addThem: 'Add',
  inRecord: (count: number) => `In ${countOf(count, 'entry', 'entries')} of your chronology`,
  nameNeeded: 'Write a name, or a few words that say who it is.',
  roleNeeded: 'Choose who they are to you. “Someone else” will do.',
  firstRecorded: (when: string) => `First noted here on ${when}.`,
  newTitle: 'A new person',
};
