import type { MatchReason } from '../../model/case/disclosure-comparison';
import { countOf, sayNumber } from '../plural';

/** Words of replies and disclosures, held against what she gave. */
export const disclosures = {
  name: 'Reply or disclosure',
  title: 'Replies and disclosures',
  description: 'What they say they have, held against what you gave.',
  add: 'Add a reply or a list',
  listLabel: 'Replies and disclosures',
  emptyTitle: 'No replies or lists yet',
  emptyWords: 'When you asked for your data, or are given a list of what they hold, put its lines in here. You then see what you gave that is not on it, with the proof that you gave it.',
  pickOne: 'Choose a reply or a list to read it.',
  untitled: 'A reply or list',

  form: 'What came back', happened: 'When it came', body: 'Whose list it is', bodyHint: 'The force, court or other body.', reference: 'Reference', shortName: 'A short name for it', shortNameHint: 'Only if you want one.',
  contact: { title: 'Where you asked for it', find: 'Find the contact by which you asked', none: 'Not chosen.' },
  note: 'Notes of your own',

  items: {
    title: 'What is on the list', hint: 'Each line of theirs, as it stands there. It does not have to be all of them.',
    paste: 'Type or paste lines', pasteHint: 'A line for each. A numbered list, or a table copied from a spreadsheet, is understood.',
    column: 'Which column says what it is', numberColumn: 'Which column holds their number', noNumber: 'None of them', wholeKept: 'Each keeps its whole row; what you gave is compared with the column you chose.', leftOut: 'Left out:', leftOutHeading: 'the first row,', leftOutEmpty: (count: number) => `${countOf(count, 'row', 'rows')} in which nothing stands.`, wholeRow: 'The whole row', noTable: 'It is no table: each line as it stands', columnOption: (number: number, first: string) => (first === '' ? `Column ${number}` : `Column ${number}: ${first}`), hasHeading: 'The first row names the columns',
    preview: (count: number) => `This gives ${countOf(count, 'line', 'lines')}.`, first: 'The first of them:',
    addLines: (count: number) => (count === 0 ? 'Add lines' : `Add ${countOf(count, 'line', 'lines')}`),
    fromDocument: 'Take lines from a document', tooMany: (most: number) => `A list holds at most ${sayNumber(most)} lines here. Nothing was added; leave some out, or begin a second list.`,
    added: (count: number) => `${countOf(count, 'line was', 'lines were')} added.`,
    count: (count: number) => countOf(count, 'line', 'lines'), none: 'No lines yet.', line: (number: number, theirs = '') => (theirs === '' ? `Line ${number}` : `Line ${number} (theirs: ${theirs})`), change: (number: number) => `Change line ${number}`, takeOut: (number: number) => `Take out line ${number}`, changeShort: 'Change', takeOutShort: 'Take out', done: 'Done', takenOut: (number: number) => `Line ${number} was taken out.`, more: 'Show more lines', text: (number: number) => `Line ${number}, as it stands there`,
  },
  document: {
    title: 'Lines of a document', pick: 'Tick the lines that are things on their list.', firstPage: 'First page', nextPage: 'Next page', pageOption: (number: number) => `Page ${number}`, noWords: 'No words were read from this document, so no lines can be taken from it.', tickAll: 'Tick all lines of this page', add: (count: number) => (count === 0 ? 'Add ticked lines' : `Add ${countOf(count, 'ticked line', 'ticked lines')}`), reading: 'Reading the words', back: 'Choose another document', machine: 'These words were read by machine and may be wrong in places. Compare them with the page.',
  },
  compare: {
    title: 'What you gave, held against it',
    worked: 'Worked out from what you wrote. Only you say which line is which; nothing is matched for you.',
    nothingGiven: 'No recorded contact says yet that you gave something. Write under Contacts what you gave; then it can be held against this list.',
    onlyRecorded: 'Only contacts that you made your record count.',
    missing: (count: number) => `Not on the list: ${sayNumber(count)}`, missingHint: 'Things you gave that you have not matched with a line. Beside each is the proof that you gave it.', missingNone: 'Nothing you gave is missing from it, as you matched it.',
    inList: (count: number) => `On the list: ${sayNumber(count)}`,
    notExpected: (count: number) => `Need not be on it: ${sayNumber(count)}`,
    toAnother: (count: number) => `Given to somebody else: ${sayNumber(count)}`, toAnotherHint: 'You gave these to another body than the one whose list this is.',
    notGiven: (count: number) => `On the list, and not from you: ${sayNumber(count)}`, notGivenHint: 'Lines that you have not matched with anything you gave.',
    when: (when: string, whom: string) => [when === '' ? 'No date' : when, whom].filter((part) => part !== '').join(' · '),
    perhapsAnother: 'Perhaps you gave it to another body: the names do not tell.',
    maybeLater: 'It is not sure that you gave it before the list came.',
    proof: 'Proof', receipt: (receipt: string) => `Receipt: ${receipt}`, noReceipt: 'No receipt noted', reference: (reference: string) => `Reference ${reference}`, recorded: (when: string) => `First recorded here ${when}`, sha256: (sha256: string) => `SHA-256 ${sha256}`, evidence: (names: string) => `Linked to that contact: ${names}`, notKept: 'The thing itself is not in this record', erased: 'The thing was erased from this record',
    lines: (numbers: readonly number[]) => (numbers.length === 1 ? `Line ${numbers[0] ?? 0}` : `Lines ${numbers.join(', ')}`),
    offer: 'Perhaps it is:', itIs: (number: number) => `It is line ${number}`, itIsNamed: (what: string, number: number) => `${what}: it is line ${number}`, notIt: 'Not this line', notItNamed: (what: string, number: number) => `${what}: not line ${number}`,
    find: (what: string) => `Find the line of: ${what}`, findHint: 'Type a word or the number of the line.',
    needNot: 'It need not be on the list', needNotNamed: (what: string) => `${what}: need not be on the list`, why: 'Why not?', whyHint: 'For example: “I asked only for messages”.', expectAgain: 'It should be on it', expectAgainNamed: (what: string) => `${what}: it should be on the list`,
    decideShort: 'Say where it is',
    because: (why: readonly MatchReason[]) => why.map(({ by, words }) => because[by](words)).join('; '),
    amendHint: 'To match lines, choose “Amend”.',
    openContact: (name: string) => `Open the contact: ${name}`, openShort: 'Open the contact',
  },
};

const because: Readonly<Record<MatchReason['by'], (words: string) => string>> = {
  sha256: () => 'the SHA-256 of the file is the same',
  'file-name': (name) => `the file’s name “${name}” stands there`,
  receipt: (receipt) => `“${receipt}” stands there`,
  mark: (mark) => `the exhibit mark ${mark} stands there`,
  reference: (reference) => `the reference “${reference}” stands there`,
  words: (words) => `both have: ${words}`,
  day: () => 'the same day stands there',
};
