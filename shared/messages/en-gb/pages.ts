import type { DateBasis } from '../../model/dated';
import type { Involvement } from '../../model/incident';
import type { PersonRole } from '../../model/person';
import { sayNumber } from '../plural';
import { messagePages } from './pages-messages';

/** Words of the printed chronology. Never "compliant", "admissible" or "certified": pages say what was checked and what was found. */
export const pages = {
  documentTitle: (caseName: string) => `Chronology: ${caseName}`,
  cover: {
    kind: 'Chronology of events',
    andExhibits: 'with exhibits',
    prepared: 'Prepared',
    period: 'Period covered',
    entries: 'Entries',
    exhibits: 'Exhibits',
    pages: 'Pages',
    sealCode: 'Seal code of the record',
    example: 'EXAMPLE. Everything in this document is invented. No person, place or event in it is real.',
    privileged: 'This copy includes notes marked privileged, written for a solicitor. Do not pass it on without legal advice.',
    whatThisIs: 'A person’s own record of events, in her own words, printed from the record she keeps. It is not a legal document and not a statement. How it was made, and how to check it, is said at the end.',
  },
  contents: {
    title: 'Contents', section: 'Section', page: 'Page',
    table: 'Table of entries by date', accounts: 'Entries in full', exhibitList: 'List of exhibits', exhibits: 'Exhibits',
    notIncluded: 'What could not be included', integrity: 'Integrity: files and their SHA-256', howMade: 'How this record was made',
  },
  table: {
    title: 'Table of entries by date',
    intro: 'Sorted by the earliest day each date allows. Dates are given as precisely as they are known, and no more. Numbers in the last column are pages of this document.',
    number: 'No.', when: 'When', what: 'What', evidence: 'Exhibits', page: 'Page',
    untitledMessages: 'Messages', untitledDocument: 'Document', noWords: 'No account written', none: 'No entries were chosen.',
  },
  exhibitList: { title: 'List of exhibits', mark: 'Mark', what: 'What it is', entries: 'Entries', page: 'Page', none: 'No exhibits.' },
  entry: {
    heading: (entryNumber: number) => `Entry ${entryNumber}`,
    when: 'When it happened', asWritten: 'In her words', known: 'How the date is known', learned: 'When she learned of it',
    where: 'Where', kinds: 'What kind of abuse', people: 'People', exhibits: 'Exhibits',
    recorded: 'First recorded', madeAtTheTime: 'Made at the time: recorded on the day it happened.', madeNextDay: 'Made at the time: recorded the day after it happened.',
    recordedLater: (days: string) => `Recorded ${days} after it happened.`,
    recordedBefore: 'The day given is later than the day of recording.',
    account: 'Account', effectOnMe: 'Effect on her', effectOnChildren: 'Effect on children', whatNext: 'What she did next', privilegedNote: 'Note to solicitor (privileged)',
    asFirstRecorded: 'As first recorded', amended: (time: number) => `Amendment ${time}`, reason: 'Reason given', changed: 'Changed', nothingElse: 'Everything else is unchanged from before.',
    nowEmpty: 'Now left empty.', peopleChanged: 'The people named were changed; those named now stand above.', title: 'Title',
    noDate: 'Date not given', noAccount: 'No account was written.', addedUtc: 'Added to the record', marked: 'Marked in the record', seeExhibit: 'This entry is the exhibit itself.',
  },
  /** The window's labels speak to her; these speak of her to her solicitor. */
  dateBasis: {
    memory: 'from memory', diary: 'her diary or notes', 'photo-data': 'data in a photograph or video', message: 'a message or e-mail', letter: 'a letter or form',
    calendar: 'a calendar or appointment', 'someone-told-me': 'someone told her', other: 'another way',
  } satisfies Record<DateBasis, string>,
  personRole: {
    me: 'the person keeping this record', accused: 'accused', child: 'child', witness: 'witness', police: 'police', professional: 'professional', family: 'family', friend: 'friend, neighbour or colleague', other: 'someone else',
  } satisfies Record<PersonRole, string>,
  part: { 'did-it': 'did it, by her account', harmed: 'was harmed', present: 'was there', 'told-afterwards': 'was told afterwards', involved: 'was involved' } satisfies Record<Involvement['part'], string>,
  exhibit: {
    heading: (mark: string) => `Exhibit ${mark}`,
    what: 'What it is', title: 'Title', originalName: 'Original name', size: 'Size', type: 'Type', sha256: 'SHA-256', added: 'Added to the record', fileDate: 'File’s own date', happened: 'Date', note: 'Note', citedBy: 'Goes with',
    entryNumber: (entryNumber: number) => `Entry ${entryNumber}`, standsAlone: 'Stands by itself',
    forms: { image: 'Picture', pdf: 'PDF document', text: 'Text file', audio: 'Sound recording', video: 'Video recording', other: 'File' },
    pagesFollow: (count: string) => `The document follows: ${count}.`,
    damage: {
      own: 'The file is damaged.',
      repaired: 'The file could not be read as it stands. Its pages are printed from a repaired copy of it: compare them with the original.',
      pictures: 'The file is damaged. What could be read of it is printed as pictures of its pages, at no more than 200 dots to the inch. Their words cannot be searched or copied, and parts may be missing without a sign: compare them with the original.',
      lost: (count: string) => `By its own count there is more: ${count} could not be read and cannot be printed.`,
      lostAre: (numbers: string) => `Not here, because they could not be read or came out blank: ${numbers} of the file.`,
      partlyRead: (numbers: string) => `Part of ${numbers} could not be read and is not printed.`,
      page: (number: string) => `page ${number}`, pagesOf: (numbers: string) => `pages ${numbers}`,
    },
    textFollows: 'The text follows as the file has it.',
    textCut: (shown: string, whole: string) => `Only the first ${shown} of ${whole} are printed. The whole file is kept and has the SHA-256 above.`,
    native: 'A file of this kind cannot be printed. The file itself is given separately; its SHA-256 above shows that it is the same one.',
    pictureTaken: 'Taken, by the picture’s own data', pictureDevice: 'Device, by the picture’s own data', pictureClaim: 'A claim made by a device; not checked.',
    pictureAsPrinted: 'Printed upright, at no more than 300 dots to the inch, with position and device data left out. The original is kept unchanged.',
    pageOfPicture: (number: number, count: number) => `page ${sayNumber(number)} of ${sayNumber(count)}`,
    somePagesOfPicture: (shown: number, count: number) => `The file has ${sayNumber(count)} pages; the ${shown === 1 ? 'first one is' : `first ${sayNumber(shown)} are`} printed here.`,
    positionHeld: 'The original holds a position (GPS). It is not in this document; it would travel with the file.',
    missing: 'This exhibit could not be printed; see “What could not be included”.',
    erased: 'This file was erased from the record.',
  },
  messages: messagePages,
  notIncluded: {
    title: 'What could not be included', intro: 'These files are part of the record, but they could not be printed here, or not in full. Each is named with the reason. The files themselves are kept unchanged.', file: 'File', reason: 'Reason', mark: 'Mark',
    reasons: {
      'locked-with-password': 'The file is locked with a password.',
      damaged: 'The file is damaged and could not be read as pages, nor repaired.',
      'too-large': 'The file is too large to print.',
      'picture-not-readable': 'The picture is of a kind, or so damaged, that it could not be drawn.',
      'text-not-readable': 'The text could not be read in any known encoding.',
      'took-too-long': 'Reading the file took too long and was stopped.',
      erased: 'The file was erased from the record.',
      empty: 'The file has no pages.',
    },
  },
  integrity: {
    title: 'Integrity: files and their SHA-256',
    intro: 'A SHA-256 is a number worked out from every byte of a file. If one byte changes, the number changes. The numbers below are those of the original files. The originals are not inside this PDF: ask for those you want to check. Using the program, she can save each one she has not erased as a file, byte for byte as it was added.',
    howTitle: 'How to check a file by hand',
    howSteps: [
      'On Windows: open Command Prompt in the folder of the file and type',
      'On a Mac or on Linux: open Terminal in the folder of the file and type',
      'Compare the 64 characters with those printed here. Capital and small letters count the same.',
    ],
    windows: 'certutil -hashfile "name of the file" SHA256', mac: 'shasum -a 256 "name of the file"', linux: 'sha256sum "name of the file"',
    sealTitle: 'Seal of the record', sealCode: 'Seal code', sealMeaning: [
      'The seal code is worked out from the SHA-256 of the whole history of the record up to this export. Its first number is that of the last step. A later export of the same record prints a code of its own, with a higher number.',
      'To use it: when this PDF is saved, the program writes the code into the record with the PDF’s own SHA-256, and shows both under “Hand over”, “Handed over before”. She can open the record and read them out. The code there must be the one printed here, and the SHA-256 there must be that of the PDF you hold, checked as above.',
    ],
    historyCount: 'Steps in the history', historySequence: 'Last step in the history', historyHash: 'SHA-256 of the history so far', erased: 'Entries and documents erased from the record',
    erasedMeaning: 'Their content is gone; that they existed, when they were erased and why stays in the history.',
    filesTitle: 'Files', itsPages: 'Its pages here', noFiles: 'No files go with this chronology.', source: 'Source of the messages', attachmentOf: 'Attachment in the messages',
  },
  howMade: {
    title: 'How this record was made',
    paragraphs: [
      'The person who kept this record wrote it on her own computer in a program called Tidemark, which works without the internet and keeps everything encrypted.',
      'Four dates are kept apart for every entry: when it happened, when she learned of it, when it was first recorded, and when it was amended. The first two are hers. The other two are set by the program from the computer’s clock and cannot be edited in it.',
      'When she says “this is my record”, the entry is kept as it then stands. Later changes are amendments: each has its own time and the reason she gave, and the earlier text stays. This document prints all of them.',
      '“Made at the time” is printed only where the day of the event is known exactly and the entry was first recorded on that day or the next.',
      'Files were kept byte for byte as they were added. What is printed of a picture is a copy, turned upright, with the data about place and device left out. From PDF documents, active content, links to the internet, attached files and hidden data were left out, and forms were printed as they stood; words and pictures on their pages are as in the file. Where a PDF was damaged, its exhibit says how its pages were read and what is missing. If a page’s lower margin was taken, the page was made longer to take its number.',
      'Messages are printed from the export file of the phone or app. Each names the place in that file where it can be found, and each extract says where the times in it come from.',
      'Times of recording come from the clock of the computer that was used. Nobody has checked that clock. They are given in UK time, with its zone (GMT or BST).',
      'Page numbers printed at the foot are the same as those a PDF reader shows. Exhibit marks, once given, are never given to anything else.',
    ],
    privilegedOut: 'Notes she marked as privileged are not in this document.', privilegedIn: 'Notes she marked as privileged are in this document.',
    prepared: 'This document was prepared',
  },
} as const;
