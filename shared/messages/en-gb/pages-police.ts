import type { ContactForm } from '../../model/case/contact';
import type { Stretch } from '../../model/case/told-and-happened';
import { countOf, sayNumber } from '../plural';
import { pagesGiven } from './pages-given';
import { police } from './police';

/** What a contact is called where she gave it no title. */
const forms: Readonly<Record<ContactForm, string>> = {
  report: 'Report', call: 'Call', visit: 'Visit', letter: 'Letter or e-mail', statement: 'Statement', interview: 'Interview', complaint: 'Complaint', 'subject-access': 'Subject access request', review: 'Review', court: 'Court', meeting: 'Meeting', other: 'Contact',
};

/** Words of the printed pages "told, and what happened" and "what is missing". They speak of her to her solicitor. */
export const pagesPolice = {
  contactCalled: ({ title, form }: { readonly title: string; readonly form: ContactForm | null }) => title.trim() || (form === null ? pagesGiven.contact : forms[form]),
  told: {
    title: (name: string) => `Told, and what happened: ${name}`,
    intro: 'Each contact of one report in order of time, from the first to the last that belongs to it: what was said, promised and given, what came back, and the outcome. Worked out from what the person keeping this record wrote. Times between are counted in whole days; where a date is vague, the fewest and the most that they can be.',
    step: (when: string, name: string) => `${when}: ${name}`, noDate: 'Date not given',
    entry: 'Entry', with: 'With', reference: 'Reference', after: 'Since the contact before', outcomeSince: (stretch: Stretch) => `${police.length(stretch)} after the first contact`, sameDay: 'the same day', length: (stretch: Stretch) => (stretch.mostDays === 0 ? 'The same day' : police.length(stretch)), nothingBetween: (stretch: Stretch) => `${police.length(stretch)}. The record holds no contact about it between.`,
    said: 'Said by the person keeping this record', toldThem: 'Told to them', promised: 'Promised', by: 'By when', kept: 'Kept', keptWords: { 'not-said': 'Not known', yes: 'Yes', partly: 'In part', no: 'No' }, cameBack: 'What came back',
    outcomes: 'Outcomes', outcome: 'Outcome', when: 'When told', whenUnknown: 'Day not known', since: 'Since the first contact', note: 'Note', source: 'Rule', evidence: 'Linked to this', incidents: 'About',
  },
  missing: {
    theirs: (number: string) => `theirs: ${number}`,
    title: (name: string) => `Given, and not on the list: ${name}`,
    intro: 'What the person keeping this record wrote down as given before this reply or list came, held against its lines. Which line is which thing was said by them, not by the program. A thing is missing where they matched it with no line.',
    list: 'Reply or list', came: 'When it came', body: 'Whose list', lines: 'Lines entered', lineCount: (count: number) => countOf(count, 'line', 'lines'), note: 'Note of the person keeping this record', evidence: 'The list itself',
    missing: (count: number) => `Not on the list: ${sayNumber(count)}`, none: 'Nothing that was given is missing from the list, as it was matched.',
    inList: (count: number) => `On the list: ${sayNumber(count)}`, notExpected: (count: number) => `Need not be on it: ${sayNumber(count)}`, toAnother: (count: number) => `Given to another body: ${sayNumber(count)}`, notGiven: (count: number) => `On the list, and not from the person keeping this record: ${sayNumber(count)}`,
    captions: { given: 'What was given, when and to whom, with the proof', lines: 'Lines of the list, as they stand there' },
    thing: 'What was given', when: 'When, and to whom', proof: 'Proof that it was given', line: 'Line', text: 'As it stands there', why: 'Why not',
    perhapsAnother: 'perhaps given to another body: the names do not tell', maybeLater: 'not certain that it was before the list came', receipt: (receipt: string) => `Receipt: ${receipt}`, sha256: (sha256: string) => `SHA-256 ${sha256}`,
  },
};
