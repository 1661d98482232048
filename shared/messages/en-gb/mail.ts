import { countOf, sayNumber } from '../plural';

/** The place "E-mail". */
export const mail = {
  title: 'E-mail', emptyTitle: 'No e-mail is kept yet', emptyWords: 'Bring in a mailbox, an e-mail saved as a file, or what Google Takeout gave you. Pictures and other things that an e-mail would load from elsewhere are never loaded: nobody can tell that you read it.',
  add: 'Bring in e-mail', all: 'All e-mail', listLabel: 'E-mails, the newest first', pickOne: 'Choose an e-mail to read it', loading: 'Loading',
  threads: (count: number) => countOf(count, 'exchange', 'exchanges'),
  find: 'Find in e-mail', who: 'From or to', whoHint: 'A name or an address', withFiles: 'With attached files', tracked: 'That look tracked', noneFound: 'No e-mail fits.',
  noSubject: 'No subject', noDate: 'No date', noText: 'The e-mail has no text.', noName: 'without a name',
  amount: (mails: number) => countOf(mails, 'e-mail', 'e-mails'), files: (count: number) => countOf(count, 'file', 'files'), rowTracked: 'looks tracked', noteworthy: 'something is noteworthy',
  ofThread: (count: number) => `${sayNumber(count)} e-mails that answer one another`, thread: 'E-mails of this exchange',
  from: 'From', sender: 'Sent by', replyTo: 'Answers go to', to: 'To', cc: 'Copy to', bcc: 'Hidden copy to', date: 'Date',
  dateClaim: 'by the sender’s computer; not checked', written: (text: string) => `written “${text}”`,
  blocked: (count: number) => `${countOf(count, 'thing was', 'things were')} not loaded from elsewhere`,
  blockedWords: 'An e-mail program would have fetched this when the e-mail was opened, and whoever sent it could have seen when and where you read it. Tidemark loads nothing.',
  tracking: (count: number) => `${countOf(count, 'of them looks', 'of them look')} like tracking.`, looksLike: 'Looks like tracking:', by: (name: string) => `by ${name}`, blockedList: 'What was not loaded', hosts: 'From where',
  attachments: 'Attached files', open: 'Open', openMail: 'Read this e-mail', openNamed: (name: string) => `Open ${name}`, noteworthyTitle: 'What is noteworthy', protection: 'Protection',
  times: 'Other times', timesNote: 'Each is the claim of whoever wrote it. The lines of servers that stand lowest can be forged by the sender; worth most is what your own provider wrote.',
  headers: 'All headers', headersNote: 'Every line as it stands in the file.', lines: (count: number) => countOf(count, 'line', 'lines'),
  where: 'Where it stands', source: 'File', within: 'Within it', place: (offset: number, length: number) => `Byte ${sayNumber(offset)}, ${countOf(length, 'byte', 'bytes')} long`, packed: 'It is packed in another part; the place is that of the part.', openSource: 'Open the file', messageId: 'Message-ID', copies: (count: number) => `The same Message-ID stands in ${countOf(count, 'other e-mail', 'other e-mails')} kept here.`, partOf: 'Attached to another e-mail', labels: 'Labels',
  links: 'Goes with', link: 'Link to an incident', addresses: (count: number) => `and ${sayNumber(count)} more`,
} as const;

/** The place "Locations". */
export const locations = {
  title: 'Locations', description: 'What a service worked out of where a device was. It is no proof of where a person was.', days: 'Days, the newest first', pickOne: 'Choose a day', all: 'All days', emptyTitle: 'No location history is kept', emptyWords: 'Bring in a Timeline file from an Android phone or iPhone, or what Google Takeout gave you. It may show where you live now: think before you show it to anyone.',
  add: 'Bring in a location history', undated: 'Without a time that can be read', counts: (visits: number, journeys: number, others: number) => [visits > 0 ? countOf(visits, 'stay', 'stays') : '', journeys > 0 ? countOf(journeys, 'journey', 'journeys') : '', others > 0 ? countOf(others, 'position', 'positions') : ''].filter((part) => part !== '').join(' · '),
  inference: 'An inference: the service worked this out. Its own probability:', noProbability: 'it gives none',
  kinds: { visit: 'Stay', journey: 'Journey', passed: 'Position on a way it drew', reading: 'Position the device reported' },
  percent: (share: number) => `${Math.round(share * 100)} %`, isThis: (share: string) => `that it was this place or these means: ${share}`,
  place: 'Place', type: 'Taken for', means: 'By', at: 'Position', end: 'To', accuracy: (metres: number) => `within ${countOf(Math.round(metres), 'metre', 'metres')}, as the device gave it`, distance: (metres: number) => `${sayNumber(Math.round(metres))} m`,
  show: 'Show the positions', hide: 'Hide the positions', sensitive: 'Positions are hidden until you ask. They may show where you live now.', until: 'to', source: 'Stands in',
  newer: 'Newer days', older: 'Older days',
  bytes: (offset: number) => `byte ${sayNumber(offset)}`,
} as const;
