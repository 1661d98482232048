import type { TimeBasis } from '../../model/message-facts';
import type { AbsentBecause } from '../../model/conversation';

/** Words of a printed extract of a conversation: what a solicitor must know to trust its times and to find each message in its file. */
export const messagePages = {
  what: 'Extract of a conversation', participants: 'Participants', period: 'From and to', service: 'Sent with',
  extractOf: (count: string, whole: string) => `${count} of the ${whole} in the conversation`,
  calls: (count: string) => `${count} among them`,
  /** After a name: the number, address or user name that the export gives beside it. */
  handle: (handle: string) => `(${handle})`,
  shows: 'What she says it shows', me: '(her)',

  sourcesTitle: 'Sources, and where their times come from',
  source: 'Source', file: 'File', sourceText: 'Place inside the file', times: 'Times', writtenBy: 'Exported with',
  basis: {
    'as-written': 'As the export writes them, by the clock of the phone or program that wrote it. The export does not say which time zone; none is assumed.',
    'offset-written': 'The export writes each with its distance from UTC. They are printed as written there, with that distance, or as GMT or BST where it is that of the United Kingdom at the time.',
    instant: 'The export gives each as a moment in UTC. They are printed on the clock of the United Kingdom, each with GMT or BST; the moment itself, as the export writes it, stands under each message. Where that is a number, it counts seconds, or thousandths of a second, from 1 January 1970, 00:00 UTC.',
  } satisfies Record<TimeBasis, string>,
  undatedToo: 'Some of it has no time that could be read.',
  clock: 'Nobody has checked the clock of the phone, the computer or the service that gave these times. Names beside numbers are those of the address book of the phone or account that was exported.',
  where: '“Line” is the line of that source where the message begins, and “bytes” are its bytes there, counted from 0, so that it can be found and compared.',
  line: (line: string) => `line ${line}`, bytes: (first: string, last: string) => `bytes ${first} to ${last}`,
  /** Before a line or bytes, where there are several sources. */
  ofSource: (source: number) => `Source ${source}`,
  asWritten: 'In the export:',
  hours: {
    first: 'the clocks went back that night; the first time this hour came', second: 'the clocks went back that night; the second time this hour came',
    either: 'the clocks of the UK went back that night; the export does not say which of the two such hours',
  },

  system: 'Notice by the app', notUnderstood: 'Printed as the source has it; its date or sender was not understood', undated: 'No date',
  answers: 'In answer to a message', answersTo: 'In answer to', quotedNote: 'as the export repeats it', reactions: 'Reactions',
  phoneLine: (line: string) => `phone line ${line}`,
  /** Why an attachment is not printed. */
  absent: {
    'left-out': 'Attachment left out of the export', 'not-there': 'Attachment not among the imported files',
    'not-opened': 'Attachment among the imported files, not taken out of them', erased: 'Attachment erased from this record',
  } satisfies Record<AbsentBecause, string>,
  attachment: 'Attachment', voiceNote: 'Voice note',
  truncated: 'The export is as long as its app allows, so messages may exist that it does not hold.',
  partsNotUnderstood: (count: string) => `${count} of the conversation’s sources could not be read as messages and are kept as they stand.`,
} as const;
