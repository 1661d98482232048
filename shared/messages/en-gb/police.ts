import { calendarLength } from '../../dates/length-between';
import type { Stretch } from '../../model/case/told-and-happened';
import { countOf, sayNumber } from '../plural';

const andList = (parts: readonly string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`);

function sayCalendar(fromDay: string, toDay: string): string {
  const length = calendarLength(fromDay, toDay);
  if (length === null) return '';
  const { years, months, days } = length;
  return andList([years > 0 ? countOf(years, 'year', 'years') : '', months > 0 ? countOf(months, 'month', 'months') : '', days > 0 || years + months === 0 ? countOf(days, 'day', 'days') : ''].filter((part) => part !== ''));
}

/** "4 years, 8 months and 3 days (1,709 days)"; of vague dates the least and the most: "18 to 48 days". */
function length({ from, to, leastDays, mostDays }: Stretch): string {
  if (leastDays !== mostDays) return `${sayNumber(leastDays)} to ${countOf(mostDays, 'day', 'days')}, as the dates are known`;
  const days = countOf(mostDays, 'day', 'days');
  const words = sayCalendar(from.earliest, to.earliest);
  return words === days || words === '' ? days : `${words} (${days})`;
}

/** Words of the place "Police & agencies": contacts, and what came of each. */
export const police = {
  length,
  placeLabel: 'Police & agencies',
  tabs: { contacts: 'Contacts', disclosures: 'Replies and disclosures' },
  name: 'Contact',
  title: 'Contacts',
  description: 'Every time you dealt with the police, a court or another body.',
  add: 'Add a contact',
  listLabel: 'Contacts with the police and other bodies',
  emptyTitle: 'No contacts noted yet',
  emptyWords: 'Whenever you report, ring, write, meet or are told something: who it was, what you said, what you were told and promised, what you gave them. Half of it is enough, and you can do it in any order.',
  pickOne: 'Choose a contact to read it.',
  untitled: 'A contact',
  hasOutcome: 'Outcome noted',

  form: 'What it was',
  happened: 'When',
  people: 'Whom you dealt with', peopleHint: 'A name, a collar number, or “the woman at the desk”.',
  addPerson: 'Add somebody', partOf: (name: string) => `${name}: as what`,
  body: 'Which force, court or other body', bodyHint: 'For example: “Northshire Police”, “the family court at Ashby”.',
  reference: 'Reference', referenceHint: 'A crime number, a log number, a complaint number. Leave it empty if you were given none.',
  shortName: 'A short name for it', shortNameHint: 'Only if you want one, such as “The first report”.',
  said: 'What you said', told: 'What you were told', toldHint: 'As nearly in their words as you can.',

  promised: {
    title: 'What was promised', add: 'Add a promise', one: (number: number) => `Promise ${number}`, what: 'What they said they would do', by: 'By when', kept: 'Was it kept?', takenOut: 'The promise was taken out.', count: (count: number) => countOf(count, 'promise', 'promises'),
  },
  given: {
    title: 'What you gave them', hint: 'Papers, photos, recordings, your phone. It shows later what they had.', add: 'Add something you gave', one: (number: number) => `Thing ${number} that you gave`, what: 'What it was', whatHint: 'For example: “my diary of 2019”, “photos of the door”.',
    inRecord: 'The thing itself, if it is in this record', notInRecord: 'Not in this record.', manner: 'How you gave it', receipt: 'What you have in proof', receiptHint: 'A receipt, a property reference, the e-mail it went with.', takenOut: 'The thing was taken out.', count: (count: number) => countOf(count, 'thing', 'things'),
    sha256: (sha256: string) => `SHA-256 ${sha256}`, erased: 'It was erased from this record.', noWords: 'Something you gave', receiptSays: (receipt: string) => `Proof: ${receipt}`,
  },
  cameBack: { title: 'What came back', label: 'What came back, and in what state', hint: 'What you got back of what you gave, and what is still with them.' },
  outcomes: {
    title: 'What came of it', hint: 'What you were told in the end. You can add it later.', add: 'Add an outcome', one: (number: number) => `Outcome ${number}`, list: 'Which kind', value: 'What you were told', told: 'When you were told', note: 'In your own words', takenOut: 'The outcome was taken out.', count: (count: number) => countOf(count, 'outcome', 'outcomes'),
    source: (source: string) => `From: ${source}.`, check: 'Check with your solicitor.',
    'no-longer': (until: string) => `This belongs to rules that ended on ${until}. What began before then may still end under them.`,
    'not-yet': (from: string) => `The rules for this began on ${from}. Look at the date once more.`,
  },
  report: { title: 'Which report it belongs to', hint: 'If this follows an earlier contact, choose that one. Everything that belongs together is then shown in one line of time.', find: 'Find the contact it follows', none: 'It begins something of its own.', takeOut: 'Take out' },
  incidents: { title: 'What it was about', hint: 'The entries of your chronology that you spoke of.', count: (count: number) => countOf(count, 'incident', 'incidents') },

  narrow: { title: 'Show fewer', form: 'What it was', anyForm: 'Anything', person: 'With whom', anybody: 'Anybody', text: 'Find in names and references', noOutcome: 'Only reports without an outcome', noOutcomeHint: 'Where nothing that belongs to the report says what came of it.', on: 'narrowed', all: 'Show all', shown: (shown: number, all: number) => `${sayNumber(shown)} of ${countOf(all, 'contact', 'contacts')}` },

  story: {
    title: 'Told, and what happened',
    worked: 'Worked out from what you wrote, from the first contact to the last that belongs to it.',
    alone: 'Nothing else belongs to this contact yet. When there is a next call or letter about it, add it as a contact and choose this one under “Which report it belongs to”.',
    here: 'This contact', open: (name: string) => `Open: ${name}`,
    later: (stretch: Stretch) => `${length(stretch)} later`,
    afterwards: (stretch: Stretch) => (stretch.mostDays === 0 ? 'The same day' : `${length(stretch)} later`),
    nothingBetween: 'Nothing about it is noted between.',
    since: (stretch: Stretch) => (stretch.mostDays === 0 ? 'On the day of the first contact.' : `${length(stretch)} after the first contact.`),
    undated: 'No date',
    said: 'You said', told: 'You were told', promised: 'Promised', given: 'You gave', cameBack: 'What came back', outcome: 'Outcome', with: 'With', reference: 'Reference', evidence: 'Linked to this',
    by: (when: string) => `by ${when}`, toldOn: (when: string) => `told ${when}`, toldWhenUnknown: 'on what day is not known',
    firstRecorded: (when: string) => `First recorded ${when}`, amended: 'amended since',
  },
};
