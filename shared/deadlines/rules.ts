import type { RuleSource } from '../model/rule-source';
import type { Length } from './count';

/** From which of her days it runs, and how long. */
export interface Clock {
  readonly from: 'fromDay' | 'secondDay';
  readonly length: Length;
  /** "28 days after the date on the letter". */
  readonly says: string;
}

/** What the screen asks for. */
export interface AskedDay {
  readonly label: string;
  readonly hint: string;
}

/** A time limit of the law or of a scheme. A change of the law is one edit here; an id, once released, is never changed or used again. */
export interface DeadlineRule {
  readonly id: string;
  readonly name: string;
  /** What it is, in plain words. */
  readonly words: string;
  /** Whose last day it is: hers to ask, or theirs to answer; or a day after which reasons for delay are asked and nothing ends. */
  readonly meaning: 'yours' | 'theirs' | 'theirs-to-charge' | 'reasons-asked';
  readonly fromDay: AskedDay;
  readonly secondDay: AskedDay | null;
  readonly clocks: readonly Clock[];
  /** Of two clocks, which of their last days it is. */
  readonly ends: 'earlier' | 'later';
  /** A last day on a weekend or bank holiday: it stays, or is the next working day. */
  readonly onRestDay: 'stays' | 'next-working-day';
  readonly sources: readonly RuleSource[];
  /** What is disputed, or makes it longer or shorter. '' for nothing known. */
  readonly caution: string;
  /** First days (fromDay) for which it holds, `YYYY-MM-DD`; '' without a bound. */
  readonly since: string;
  readonly until: string;
  /** Ids of `deadlineNotices` that stand beside it. */
  readonly notices: readonly string[];
}

/** What is no time limit and must be known before anything is prepared. */
export interface DeadlineNotice {
  readonly id: string;
  readonly words: string;
  readonly source: string;
}

export const deadlineNotices: readonly DeadlineNotice[] = [
  {
    id: 'iopc-forwards-complaint',
    words: 'A complaint made with the IOPC’s form is sent on to the police force it is about, by itself. Do not put in it what that force must not know, such as where you live now. Ask your solicitor first.',
    source: 'IOPC, “Submit a complaint” (policeconduct.gov.uk): the complaint “is sent directly to the police force or organisation concerned”',
  },
  {
    id: 'iopc-copies-review',
    words: 'The IOPC gives the force a copy of what you write when you ask for a review. Do not put in it what that force must not know.',
    source: 'IOPC, “Submit a review” (policeconduct.gov.uk): “We will give them a copy of your request”',
  },
];

const letter: AskedDay = { label: 'The date on the letter', hint: 'The date printed on it, not the day it came.' };
const askedOn = (what: string): AskedDay => ({ label: `The day they had ${what}`, hint: 'If you do not know, use the day you sent it and take the result as early.' });

export const deadlineRules: readonly DeadlineRule[] = [
  {
    id: 'complaint-review', name: 'Ask for a review of a complaint’s outcome', meaning: 'yours',
    words: 'When you have been told the outcome of a complaint, you can ask for a review. They must have what you send within 28 days, counted from the day after the date on the letter. The letter says which body reviews it: the IOPC, or the local police and crime commissioner.',
    fromDay: letter, secondDay: null, clocks: [{ from: 'fromDay', length: { count: 28, unit: 'days' }, says: '28 days, counted from the day after the letter’s date' }], ends: 'earlier', onRestDay: 'stays',
    sources: [
      { words: 'Police (Complaints and Misconduct) Regulations 2020, regulation 29(2)', isRead: true },
      { words: 'IOPC, review form: a letter dated 1 April gives 29 April', isRead: true },
    ],
    caution: 'The regulation counts from the day after you were given the outcome; the IOPC counts from the letter’s date, which is earlier and so safer. It can be asked for later with reasons for the delay, which may be refused.',
    since: '2020-02-01', until: '', notices: ['iopc-copies-review'],
  },
  {
    id: 'vrr-ask', name: 'Ask the police to look again at a decision not to charge', meaning: 'yours',
    words: 'Under the Victims’ Right to Review, you can ask within 3 months of being told. The term is the scheme’s own.',
    fromDay: { label: 'The day you were told of the decision', hint: 'The date of the letter or message, or of the call.' }, secondDay: null,
    clocks: [{ from: 'fromDay', length: { count: 3, unit: 'months' }, says: '3 months after you were told' }], ends: 'earlier', onRestDay: 'stays',
    sources: [{ words: 'National policing guidelines on police Victim Right to Review, as told by Wiltshire’s and Sussex’s pages', isRead: true }],
    caution: 'Only of decisions by the police. Where the Crown Prosecution Service decided, it has a scheme of its own with a shorter time: ask soon. Where the offence itself has a time limit, that may end first.',
    since: '2015-04-01', until: '', notices: [],
  },
  {
    id: 'vrr-acknowledged', name: 'The police say that they have your request for a review', meaning: 'theirs',
    words: 'Under the Victims’ Right to Review, they should confirm within 10 working days that they have your request.',
    fromDay: askedOn('your request'), secondDay: null, clocks: [{ from: 'fromDay', length: { count: 10, unit: 'working-days' }, says: '10 working days after they had it' }], ends: 'earlier', onRestDay: 'stays',
    sources: [{ words: 'National policing guidelines on police Victim Right to Review, as told by Wiltshire’s and Sussex’s pages', isRead: true }],
    caution: 'It is what the scheme says they should do, not a right that can be enforced by itself.', since: '2015-04-01', until: '', notices: [],
  },
  {
    id: 'vrr-decided', name: 'The police tell you what the review decided', meaning: 'theirs',
    words: 'Under the Victims’ Right to Review, they should look again and tell you within 30 working days.',
    fromDay: askedOn('your request'), secondDay: null, clocks: [{ from: 'fromDay', length: { count: 30, unit: 'working-days' }, says: '30 working days after they had it' }], ends: 'earlier', onRestDay: 'stays',
    sources: [{ words: 'National policing guidelines on police Victim Right to Review, as told by Wiltshire’s and Sussex’s pages', isRead: true }],
    caution: 'In a complex or sensitive case it can take longer; they should tell you.', since: '2015-04-01', until: '', notices: [],
  },
  {
    id: 'common-assault', name: 'Charge for common assault in domestic abuse', meaning: 'theirs-to-charge',
    words: 'A charge for common assault or battery that is domestic abuse must be brought within 2 years of the day it happened, and within 6 months of your first written statement or first video-recorded interview with the police. The earlier of the two is the last day. Other offences have other times, and many have none.',
    fromDay: { label: 'The day it happened', hint: 'Of an assault on one day. For others add a time limit each.' },
    secondDay: { label: 'The day of your first statement or recorded interview', hint: 'Leave it empty if there was none yet.' },
    clocks: [
      { from: 'fromDay', length: { count: 2, unit: 'years' }, says: '2 years after it happened' },
      { from: 'secondDay', length: { count: 6, unit: 'months' }, says: '6 months after the first statement or recorded interview' },
    ], ends: 'earlier', onRestDay: 'stays',
    sources: [{ words: 'Criminal Justice Act 1988, section 39A(4), inserted by the Police, Crime, Sentencing and Courts Act 2022, section 49', isRead: true }],
    caution: 'In force from 28 June 2022. Before that a charge had to be brought within 6 months of the assault. Whether the last day itself still counts can be argued: take the day before as safe.',
    since: '2022-06-28', until: '', notices: [],
  },
  {
    id: 'complaint-12-months', name: 'Complain within 12 months', meaning: 'reasons-asked',
    words: 'You can complain at any time. When more than 12 months have passed since it happened, you are asked why it took as long. It is not a bar. Fear, danger, living with the person, or court proceedings are reasons that people give.',
    fromDay: { label: 'The day it happened', hint: 'Of what went on for longer: the last day of it.' }, secondDay: null,
    clocks: [{ from: 'fromDay', length: { count: 12, unit: 'months' }, says: '12 months after it happened' }], ends: 'earlier', onRestDay: 'stays',
    sources: [{ words: 'IOPC, complaints form and guidance: reasons are asked where it was more than 12 months ago', isRead: true }],
    caution: 'Nothing ends on this day.', since: '', until: '', notices: ['iopc-forwards-complaint'],
  },
  {
    id: 'subject-access-police', name: 'The police answer a subject access request', meaning: 'theirs',
    words: 'When you ask the police for what they hold about you, they must answer within one month of having your request, and without undue delay. They may add two months if they tell you so, with reasons, within the first.',
    fromDay: askedOn('your request'), secondDay: null, clocks: [{ from: 'fromDay', length: { count: 1, unit: 'months' }, says: 'one month after they had it' }], ends: 'earlier', onRestDay: 'next-working-day',
    sources: [
      { words: 'Data Protection Act 2018, sections 45(3) and 54', isRead: true },
      { words: 'Information Commissioner: the same day of the next month; on a weekend or public holiday the next working day', isRead: true },
    ],
    caution: 'The time stands still while they wait for something they reasonably asked you, such as who you are.', since: '2018-05-25', until: '', notices: [],
  },
  {
    id: 'subject-access-other', name: 'A doctor, hospital, school or other body answers a subject access request', meaning: 'theirs',
    words: 'When you ask anybody else for what they hold about you, such as medical records, they must answer within one month of having your request. They may add two months if they tell you so, with reasons, within the first.',
    fromDay: askedOn('your request'), secondDay: null, clocks: [{ from: 'fromDay', length: { count: 1, unit: 'months' }, says: 'one month after they had it' }], ends: 'earlier', onRestDay: 'next-working-day',
    sources: [
      { words: 'UK GDPR, articles 12 and 15', isRead: true },
      { words: 'Information Commissioner: the same day of the next month; on a weekend or public holiday the next working day', isRead: true },
    ],
    caution: 'The time stands still while they wait for something they reasonably asked you, such as who you are.', since: '2018-05-25', until: '', notices: [],
  },
];

export function deadlineRule(id: string): DeadlineRule | null {
  return deadlineRules.find((rule) => rule.id === id) ?? null;
}

export function noticesOf({ notices }: DeadlineRule): readonly DeadlineNotice[] {
  return deadlineNotices.filter(({ id }) => notices.includes(id));
}
