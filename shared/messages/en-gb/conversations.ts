import type { LeftOutReason } from '../../contract/record-calls';
import type { MessageFlag } from '../../importers/parts';
import type { AbsentBecause } from '../../model/conversation';
import { countOf, sayNumber } from '../plural';

/** Why an attachment is not here, after its name. */
const absentTexts: Record<AbsentBecause, string> = {
  'left-out': ', left out when the chat was exported',
  'not-there': ': named here, but not in the exported file',
  'not-opened': ': in the exported file, but Tidemark did not open it. The file is kept whole, with this in it.',
  erased: ': you erased it',
};

/** Words of the place "Messages": taking in a chat, reading it, marking what matters. */
export const conversations = {
  title: 'Messages',
  listLabel: 'Conversations', all: 'All conversations',
  add: 'Add messages',
  emptyTitle: 'No messages yet',
  emptyWords: 'Bring in a chat that you exported from WhatsApp. Tidemark keeps the file whole, shows it as a conversation, and lets you mark what matters.',
  pickOne: 'Choose a conversation to read it.',
  count: (count: number) => countOf(count, 'message', 'messages'),
  with: (names: string) => `With ${names}`,
  couldNotLoad: 'These messages could not be read from your vault.',
  loading: 'Opening the conversation',

  bringIn: {
    title: 'Add messages from WhatsApp',
    how: 'On the phone, open the chat, then choose More, Export chat. Choose “Include media” if the pictures matter. Save the file, bring it to this computer, then choose it here. It is a .zip or a .txt file.',
    choose: 'Choose the file',
    chooseOther: 'Choose another file',
    nothingStored: 'Nothing is kept until you say so.',
    reading: 'Reading the chat',
    found: 'What is in this file',
    messagesFact: 'Messages', fromFact: 'First message', toFact: 'Last message', attachmentsFact: 'Pictures and files', systemFact: 'Notes by WhatsApp itself', layoutFact: 'Layout', notUnderstoodFact: 'Lines not understood',
    attachments: (present: number, omitted: number, missing: number, leftOut: number) =>
      [present > 0 ? `${sayNumber(present)} in the file` : '', omitted > 0 ? `${sayNumber(omitted)} left out by the phone` : '', missing > 0 ? `${sayNumber(missing)} named but not in the file` : '', leftOut > 0 ? `${sayNumber(leftOut)} in the file but not opened` : ''].filter((part) => part !== '').join(', ') || 'None',
    notSettled: 'Once you have answered the question about dates',
    orderLabel: 'Which comes first in these dates?',
    orderHint: 'The dates in this file can be read in two ways. Choose the one that fits what you remember. You are asked once.',
    dmy: 'The day comes first', mdy: 'The month comes first',
    /** By the importer's name for the layout. */
    layouts: { 'android-24h': 'WhatsApp on Android', 'android-12h': 'WhatsApp on Android, with am and pm', 'ios-24h': 'WhatsApp on iPhone', 'ios-12h': 'WhatsApp on iPhone, with am and pm' } as Readonly<Record<string, string>>,
    /** "04/03/2021 means 4 March 2021" */
    example: (written: string, read: string) => `${written} means ${read}`,
    notUnderstood: (count: number) => `${countOf(count, 'line was', 'lines were')} not understood`,
    notUnderstoodWords: 'They are kept and shown in the conversation as they stand. These are the first:',
    leftOut: (count: number) => `${countOf(count, 'file', 'files')} in this archive ${count === 1 ? 'is' : 'are'} left out`,
    leftOutWords: 'Tidemark does not open them, and none of them is shown with a message. Everything else goes on. The archive itself is kept whole, with them in it.',
    leftOutReasons: {
      'unsafe-name': 'its name points outside the archive, or cannot be a name',
      'not-a-file': 'a link or a device, not a file',
      'same-name': 'another file here has the same name, so it cannot be told which one a message means',
      'encrypted': 'locked with a password',
      'unknown-packing': 'packed in a way that Tidemark does not know',
      'too-large': 'it asks for more room than one file may take',
    } satisfies Record<LeftOutReason, string>,
    leftOutNoName: 'A file without a name',
    leftOutMore: (count: number) => `And ${sayNumber(count)} more.`,
    line: (line: number) => `Line ${sayNumber(line)}`,
    truncatedTitle: 'This may not be the whole conversation',
    truncatedWords: 'WhatsApp stops an export at about 40,000 messages, or 10,000 with pictures. Older messages may be missing from this file. If they matter, keep the phone as it is and ask your solicitor.',
    meLabel: 'Which of these is you?',
    meHint: 'Your messages will stand on the right. You can change this later.',
    meNobody: 'None of these',
    /** Beside a name in the list of people who write. */
    wrote: (count: number) => `wrote ${countOf(count, 'message', 'messages')}`,
    titleLabel: 'A name for this conversation',
    firstMessages: 'How it begins',
    keep: 'Keep these messages',
    keeping: 'Keeping the messages',
    answerFirst: 'Answer the question about dates first.',
    meFirst: 'Say which one is you, or “None of these”.',
    kept: (count: number) => `${countOf(count, 'message is', 'messages are')} kept. The file itself is kept whole.`,
  },

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
    mark: 'Mark',
    isMarked: 'marked', inExcerpt: 'part of marked messages',
    you: 'You', notUnderstood: 'A line of the file that was not understood', system: 'WhatsApp',
    absent: (name: string, because: AbsentBecause): string => `${name || 'A picture or file'}${absentTexts[because]}`,
    openDocument: (name: string) => `Open ${name}`,
    flags: {
      edited: 'Edited', deleted: 'Deleted', forwarded: 'Forwarded', location: 'A place', contact: 'A contact', poll: 'A poll', call: 'A call', reply: 'A reply', 'voice-note': 'A voice note',
      sticker: 'A sticker', story: 'A story', reaction: 'A reaction', disappearing: 'Set to disappear', 'view-once': 'To be seen once',
      draft: 'A draft, not sent', failed: 'Not sent: it failed', pending: 'Not yet sent when it was exported', 'machine-transcript': 'Words made by a machine from a recording',
    } satisfies Record<MessageFlag, string>,
    undatedDay: 'Date not understood',
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
    nobody: 'Not said', noPeople: 'Add someone under People first, then say here who is who.',
    save: 'Save', saved: 'Saved on this computer.', close: 'Close', name: 'Name', you: 'You', nobodyHere: 'None of these names',
    nameNeeded: 'Give the conversation a name.',
  },

  details: {
    title: 'About this message',
    sender: 'From', written: 'Date as the file writes it', read: 'Read as', line: 'Line in the file', offset: 'Place in the file',
    offsetValue: (offset: number, length: number) => `byte ${sayNumber(offset)}, ${countOf(length, 'byte', 'bytes')} long`,
    source: 'File', sourceEntry: 'Text inside the file', openSource: 'Open the file it comes from', attachment: 'Attachment', close: 'Close',
    none: 'Not dated',
  },
};
