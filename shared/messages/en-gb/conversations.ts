import type { AbsentBecause } from '../../model/conversation';
import { countOf, sayNumber } from '../plural';

/** Why an attachment is not here, after its name. */
const absentTexts: Record<AbsentBecause, string> = {
  'left-out': ', left out when the chat was exported',
  'not-there': ': named here, but not in the exported file',
  'not-opened': ': in the exported file, but Tidemark did not open it. The file is kept whole, with this in it.',
  erased: ': you erased it',
};

/** "12 messages and 3 calls", "12 messages". `messageCount` counts the calls too, as everywhere in the record. */
export function amount(messageCount: number, callCount: number): string {
  const written = messageCount - callCount;
  return [written > 0 || callCount === 0 ? countOf(written, 'message', 'messages') : '', callCount > 0 ? countOf(callCount, 'call', 'calls') : ''].filter((part) => part !== '').join(' and ');
}

/** Words of the place "Messages": taking in a chat, reading it, marking what matters. */
export const conversations = {
  title: 'Messages',
  listLabel: 'Conversations', all: 'All conversations',
  add: 'Add messages',
  emptyTitle: 'No messages yet',
  emptyWords: 'Bring in what a phone or an app exported: WhatsApp chats, text messages and calls, Messenger, Telegram and others. Tidemark keeps the file whole, shows it as a conversation, and lets you mark what matters.',
  pickOne: 'Choose a conversation to read it.',
  count: (count: number) => countOf(count, 'message', 'messages'),
  amount, searchLabel: 'Find by name or number',
  couldNotLoad: 'These messages could not be read from your vault.',
  loading: 'Opening the conversation',

  view: {
    label: (title: string) => `Messages of ${title}`,
    hint: 'Arrows move. Space chooses a message, Shift and an arrow chooses several. Enter shows where a message comes from.',
    hintReading: 'Arrows move. Enter shows where a message comes from.',
    margin: 'Choose from here',
    markThis: 'Choose this message to mark it', backToMessages: 'Back to the messages',
    find: 'Find', findField: 'Find in this conversation', findNext: 'Next', findPrevious: 'Previous', findClose: 'Stop finding',
    foundAt: (at: number, count: number) => `${sayNumber(at)} of ${sayNumber(count)}`,
    foundNone: 'Not found here',
    foundMost: 'Only the first 5,000 are shown.',
    goToDay: 'Go to a day', goToDayField: 'Which day?', goToDayHint: 'Such as “12 March 2019” or “June 2021”.', goToDayGo: 'Go there', goToDayNot: 'Write a day, a month or a year.', goToDayClose: 'Close',
    about: 'Name and people', marked: 'Marked', details: 'About this message',
    inExcerpt: 'part of marked messages',
    you: 'You', notUnderstood: 'A line of the file that was not understood',
    absent: (name: string, because: AbsentBecause): string => `${name || 'A picture or file'}${absentTexts[because]}`,
    openDocument: (name: string) => `Open ${name}`,
    undatedDay: 'Date not understood', notDated: 'Without a date',
    answers: 'Answers a message', answersTo: (name: string) => `Answers ${name}`,
    reactions: 'Reactions', reactedBy: (names: readonly string[]) => names.join(', '),
    aFile: 'A picture or file', voiceNote: (name: string) => `Voice note, ${name}`,
  },

  selection: {
    title: (count: number) => `${countOf(count, 'message', 'messages')} chosen`,
    shows: 'What do these messages show?',
    showsHint: 'In your own words. You can leave this empty and come back.',
    more: 'To take in more, press in the margin beside the last one.',
    say: 'Say what they show',
    save: 'Mark these messages', clear: 'Let go',
  },

  excerpts: {
    title: 'Marked messages',
    none: 'Nothing is marked yet.',
    how: 'To mark messages, press in the margin beside the first, then beside the last. By keyboard: Space, then Shift and an arrow.',
    shows: 'What it shows', nothingSaid: 'You have not said yet what this shows.',
    goThere: 'Show in the conversation', change: 'Change the words', save: 'Save', remove: 'Remove the mark',
    removeTitle: 'Remove this mark?', removeWords: 'The messages stay as they are. The mark and your words about it go; that it was removed, when and why is kept.',
    removeReason: 'Why do you remove it?',
    link: 'Link to an incident', linked: (count: number) => `Linked to ${countOf(count, 'incident', 'incidents')}`,
    of: (count: number, when: string) => `${countOf(count, 'message', 'messages')}, ${when}`,
    saved: 'Marked.',
  },

  /** What she says of a conversation as a whole. */
  about: {
    title: 'Name and people',
    whoTitle: 'Who they are', whoHint: 'Join each name in this conversation to someone in People, so that you find them together. Nothing is guessed.',
    /** Before the name as the file writes it */
    who: (name: string) => `Who is ${name}?`,
    handle: (handle: string) => `Shown there as ${handle}`,
    suggestion: {
      handle: (name: string) => `Perhaps ${name}: the same number or address.`,
      name: (name: string) => `Perhaps ${name}: the same name.`,
    },
    takeSuggestion: (name: string) => `Yes, this is ${name}`,
    showAll: (count: number) => `Show all ${sayNumber(count)} people`,
    nobody: 'Not said', noPeople: 'Add someone under People first, then say here who is who.',
    save: 'Save', saved: 'Saved on this computer.', close: 'Close', name: 'Name', you: 'You', nobodyHere: 'None of these names',
    nameNeeded: 'Give the conversation a name.',
  },

  /** The source that a conversation was brought in with. */
  origin: {
    title: 'Where this came from', source: 'Brought in', when: 'On', writtenBy: 'Exported with', with: 'Kept from it', conversations: (count: number) => countOf(count, 'conversation', 'conversations'),
    notUnderstood: 'Belongs to no conversation', files: 'Its files', unclear: 'What was not understood', unclearWords: 'As it stands in the files, which are kept whole.', line: (line: number) => `line ${sayNumber(line)}`,
    counts: (said: number, read: number) => `The file says that it holds ${countOf(said, 'entry', 'entries')}; ${sayNumber(read)} were found.`,
  },

  details: {
    title: 'About this message',
    sender: 'From', handle: 'Number or name they use', written: 'Time as the file writes it', read: 'When', line: 'Line in the file', offset: 'Place in the file',
    basisName: 'How the time is known',
    basis: {
      'as-written': 'The export does not say which time zone. This is the clock of the phone or program that wrote it.',
      'offset-written': (offset: string) => `The export gives this time with its distance from UTC: ${offset}.`,
      /** `zone`: GMT or BST */
      instant: (zone: string) => `The export gives this moment in UTC. It is shown on UK time, here ${zone}.`,
      /** The hour that comes twice when the clocks go back */
      hours: {
        first: 'That night the clocks went back, and this hour came twice. This is the first of the two.',
        second: 'That night the clocks went back, and this hour came twice. This is the second of the two.',
        either: 'That night the clocks of the UK went back, and this hour came twice. The export does not say which of the two this is.',
      },
    },
    call: 'Call', phoneLine: 'Line of the phone', says: 'The export says of it', service: 'Sent with', file: 'File',
    offsetValue: (offset: number, length: number) => `byte ${sayNumber(offset)}, ${countOf(length, 'byte', 'bytes')} long`,
    sourceEntry: 'Place inside it', openSource: 'Open the file it comes from', attachment: (count: number) => (count === 1 ? 'File sent with it' : 'Files sent with it'), close: 'Close',
    none: 'Not dated',
  },
};
