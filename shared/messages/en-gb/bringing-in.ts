import type { ConversationSourceKind } from '../../model/message-facts';
import type { ColumnMatch, FileLeftOutReason } from '../../model/source-preview';
import { countOf, sayNumber } from '../plural';
import { amount } from './conversations';

/** Words for bringing in what phones and apps export: choosing, looking at what is in it, answering what is asked, keeping. */
export const bringingIn = {
  title: 'Add messages',
  how: 'Choose what a phone or an app exported: a file, a zip or a whole folder. You can also drop it on this page. Tidemark first shows you what is in it.',
  chooseFile: 'Choose a file', chooseFolder: 'Choose a folder', dropHere: 'Let go to look at what is in it',
  onlyOne: 'That was more than one file. Put them in a folder and choose the folder, or drop them one after the other. Nothing has been kept.',
  chooseOther: 'Choose something else',
  nothingStored: 'Nothing is kept until you say so.',
  reading: 'Looking at what is in it',
  amount,

  /** How one kind of export is made. `told`: who may learn that she asked for it. */
  howTitle: 'How to get messages out of…',
  tell: 'Who may notice',
  hows: {
    whatsapp: { name: 'WhatsApp', steps: 'On the phone, open the chat, then choose More, Export chat. Choose “Include media” if the pictures matter. Save it and bring it to this computer. It is a .zip or a .txt file, one for each chat.', told: null },
    'sms-backup': { name: 'Text messages on Android', steps: 'The app SMS Backup & Restore writes text messages, picture messages and the list of calls into .xml files. Choose a local backup, kept on the phone or on a memory stick, then bring the files to this computer. Put messages and calls in one folder and choose the folder.', told: 'A backup to Google Drive, Dropbox or OneDrive can be read by anyone who can open that account.' },
    'imessage-exporter': { name: 'iPhone: Messages', steps: 'An iPhone cannot export its messages. The free program imessage-exporter reads them from a Mac, or from a backup of the phone on a computer, and writes a folder of .txt or .html files. Choose that folder. Somebody who knows computers can help; your solicitor may know an expert.', told: null },
    messenger: { name: 'Facebook Messenger and Instagram', steps: 'In the Accounts Centre, choose Your information and permissions, then Export your information. Ask for messages, for all time, in the format JSON. Choose the zip that you get, or the folder in it.', told: 'An e-mail is sent to the address of the account. Anyone who reads that e-mail, or is signed in to the account, may see that you asked.' },
    telegram: { name: 'Telegram', steps: 'In Telegram Desktop on a computer, open the chat, choose the three dots, Export chat history, and as format “Machine-readable JSON”. Choose the folder that it makes.', told: 'Telegram may tell the other devices that are signed in, and may make you wait a day.' },
    signal: { name: 'Signal', steps: 'Signal has no export of its own that can be read elsewhere. The programs sigtop (for Signal on a computer) and signalbackup-tools (for a backup of an Android phone) write files that Tidemark reads. Somebody who knows computers can help.', told: null },
    google: { name: 'Google Chat and Google Voice', steps: 'On takeout.google.com, choose only Google Chat or Voice, and a .zip file. Choose that zip here.', told: 'Google sends an e-mail to the account. Anyone who reads it, or is signed in to the account, may see that you asked.' },
    table: { name: 'Anything else', steps: 'If a program can write a table (.csv), choose it here and say which column holds what. A file that Tidemark cannot read as messages can be kept as a document.', told: null },
  },
  toldFirst: 'If that is not safe for you, talk to your solicitor or a support worker first.',

  kinds: {
    whatsapp: 'WhatsApp', 'sms-backup': 'SMS Backup & Restore', 'imessage-exporter': 'imessage-exporter', messenger: 'Facebook Messenger', instagram: 'Instagram', telegram: 'Telegram',
    signal: 'Signal', 'google-chat': 'Google Chat', 'google-voice': 'Google Voice', table: 'a table',
  } satisfies Record<ConversationSourceKind, string>,

  found: {
    title: 'What is in it',
    conversations: (count: number) => countOf(count, 'conversation', 'conversations'),
    /** "212 from SMS Backup & Restore" */
    ofKind: (count: number, kind: string) => `${sayNumber(count)} from ${kind}`,
    service: 'Sent with', from: 'First message', to: 'Last message', messages: 'Messages', calls: 'Calls', files: 'Pictures and files', system: 'Of these, notes by the app itself', notUnderstood: 'Of these, not understood', writtenBy: 'Exported by',
    filesHere: (count: number) => `${sayNumber(count)} here`,
    filesLeftOut: (count: number) => `${sayNumber(count)} left out when it was exported`,
    filesNotThere: (count: number) => `${sayNumber(count)} named but not here`,
    filesNotOpened: (count: number) => `${sayNumber(count)} here but not opened`,
    none: 'None',
    notSettled: 'Once you have answered the question about dates',
    noDates: 'No date could be read',
    notUnderstoodTitle: (count: number) => `${countOf(count, 'part was', 'parts were')} not understood`,
    notUnderstoodWords: 'Kept, and shown in the conversation as it stands. The first of it:',
    outsideTitle: (count: number) => `${countOf(count, 'part', 'parts')} of the files ${count === 1 ? 'belongs' : 'belong'} to no conversation`,
    outsideWords: 'Tidemark did not understand this, or where it belongs.', outsideKept: 'The file is kept whole, with this in it.', outsideFirst: 'The first of it:',
    line: (line: number) => `Line ${sayNumber(line)}`,
    truncatedTitle: 'This may not be the whole conversation',
    truncatedWords: {
      whatsapp: 'WhatsApp stops an export at about 40,000 messages, or 10,000 with pictures. Older messages may be missing from this file. If they matter, keep the phone as it is and ask your solicitor.',
      other: 'It is as long as the app lets an export be. Messages may be missing from it. If they matter, keep the phone and the account as they are and ask your solicitor.',
    },
    leftOut: (count: number) => `${countOf(count, 'file', 'files')} in it ${count === 1 ? 'is' : 'are'} left out`,
    leftOutWords: 'Tidemark does not open what is named here, and shows none of it with a message. Everything else goes on.',
    leftOutReasons: {
      'unsafe-name': 'its name points outside, or cannot be a name',
      'not-a-file': 'a link or a device, not a file',
      'same-name': 'another file here has the same name, so it cannot be told which one a message means',
      encrypted: 'locked with a password',
      'unknown-packing': 'packed in a way that Tidemark does not know',
      'too-large': 'larger than one file may be',
      'too-deep': 'in too many folders inside folders',
      unreadable: 'it could not be opened',
      'damaged-archive': 'it is kept whole, but it is damaged, so nothing could be taken out of it',
      empty: 'there is nothing in it',
      gone: 'it was no longer there',
      changed: 'it changed while it was being read',
    } satisfies Record<FileLeftOutReason, string>,
    notRead: 'Not read', outsideShort: (count: number) => `${countOf(count, 'part', 'parts')} not understood`, leftOutShort: (count: number) => `${countOf(count, 'file', 'files')} left out`,
    leftOutNoName: 'A file without a name',
    leftOutMore: (count: number) => `And ${sayNumber(count)} more.`,
    firstMessages: 'How it begins',
  },

  nothing: {
    title: 'Tidemark found no messages, e-mail or locations in this',
    file: (name: string, size: string) => `${name} (${size}) was looked at from its first byte to its last. It has not been changed, and nothing has been kept.`,
    folder: (name: string) => `Every file in ${name} was looked at. Nothing has been changed, and nothing has been kept.`,
    keepWords: 'You can keep it as a document, just as it is. It is then sealed in your vault like everything else, and you can link it to what happened.',
    folderWords: 'If one of its files matters, you can keep it as a document: choose it alone.',
    keep: 'Keep it as a document',
    keptTitle: 'Kept as a document',
    open: 'Open it',
  },

  order: {
    label: 'Which comes first in these dates?',
    hint: 'They can be read in two ways. Choose the one that fits what you remember. You are asked once.',
    dmy: 'The day comes first', mdy: 'The month comes first',
    /** "04/03/2021 means 4 March 2021" */
    example: (written: string, read: string) => `${written} means ${read}`,
    needed: 'Answer the question about dates first.',
  },

  columns: {
    title: 'Which column holds what?',
    words: 'This is a table. Say what its columns are, and look below whether the first messages read as they should.',
    picks: { date: 'Date', time: 'Time', sender: 'Who wrote it', recipient: 'Who it was to', text: 'The words' } satisfies Record<Exclude<keyof ColumnMatch, 'hasHeading'>, string>,
    hints: { date: 'With the time in it, if both are in one column', time: 'If it has a column of its own' } as Partial<Record<keyof ColumnMatch, string>>,
    likely: 'Tidemark filled in what looks likely. Change what is wrong.',
    noneLikely: 'Tidemark cannot tell what these columns are. Choose at least the date and the words.',
    none: 'No column',
    /** "Column 3: Sent at"; `sample` is the heading, or what stands in its first row */
    option: (column: number, sample: string) => (sample === '' ? `Column ${column}` : `Column ${column}: ${sample}`),
    number: (column: number) => `Column ${column}`,
    hasHeading: 'The first row holds headings, not a message',
    table: 'The first rows of the table', row: 'Row',
    rowNumber: (row: number) => sayNumber(row),
    reads: 'How the first messages read', readsNone: 'Choose at least the date and the words.', readsNothing: 'Read like this, there is no message in it.',
    notUnderstood: (count: number) => `${countOf(count, 'row', 'rows')} cannot be read like this. ${count === 1 ? 'It stays' : 'They stay'} in the conversation as ${count === 1 ? 'it stands' : 'they stand'}.`,
    needed: 'Choose which column this is.',
    twice: 'This column is chosen twice.',
    next: 'This is right',
  },

  which: {
    title: 'Which conversations do you want to keep?',
    hint: 'Only those you choose can be read and searched here. The file itself is kept whole, with the others in it.',
    searchLabel: 'Find by name or number', searchPlaceholder: 'A name or a number',
    list: 'Conversations in it',
    listHint: 'Arrows move. Space chooses or lets go. Ctrl and A chooses all that are shown.',
    all: (count: number) => `Choose all ${sayNumber(count)}`, allFound: (count: number) => `Choose the ${sayNumber(count)} found`,
    none: 'Choose none',
    chosen: (count: number, of: number, messageCount: number, callCount: number) => (count === 0 ? `None of ${sayNumber(of)} chosen` : `${sayNumber(count)} of ${sayNumber(of)} chosen: ${amount(messageCount, callCount)}`),
    nothingFound: 'No name or number fits.',
    notListed: (listed: number) => `Only the first ${sayNumber(listed)} are listed. To keep the others too, choose all.`,
    missing: (count: number) => `${countOf(count, 'file', 'files')} not here`,
    notUnderstood: (count: number) => `${sayNumber(count)} not understood`,
    mayBeTruncated: 'may be cut off',
    needed: 'Choose at least one conversation first.',
    next: 'Go on',
    noTitle: 'Without a name',
  },

  about: {
    title: 'Before they are kept', titleOne: 'What is in this file',
    meLabel: 'Which of these is you?', meLabelAll: 'Which of these is you, in all of them?',
    meHint: 'Your messages will stand on the right. You can leave this and say it later.',
    meNobody: 'None of these',
    /** Beside a name in the list of people who write. */
    wrote: (count: number) => (count === 0 ? 'wrote nothing in it' : `wrote ${countOf(count, 'message', 'messages')}`),
    inConversations: (count: number, of: number) => `in ${sayNumber(count)} of ${sayNumber(of)} conversations`,
    ownerSaid: (name: string) => `By the export, “${name}” is the one whose phone or account it is. That side is taken as yours.`,
    titleLabel: 'A name for this conversation',
    each: 'What you chose',
    asFound: (count: number) => `All ${sayNumber(count)} come in under the names they have, and with your side as the export gives it. You can change both later, in each.`,
    notNamed: 'So many conversations come in under the names they have. You can name each one later.',
    keepOne: 'Keep these messages', keep: (count: number) => `Keep these ${sayNumber(count)} conversations`,
    keeping: 'Keeping the messages',
    back: 'Back to the list',
  },

  kept: (count: number) => `${countOf(count, 'conversation is', 'conversations are')} kept. The source itself is kept whole.`,
};
