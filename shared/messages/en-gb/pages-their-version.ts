import type { Recording } from '../../layouts/made-at-the-time';
import { countOf } from '../plural';

/** "2 days after", as far as the dates support it; '' where they do not. */
function lag(recording: Recording): string {
  switch (recording.kind) {
    case 'unknown': return '';
    case 'before': return 'before that day';
    case 'at-the-time': return recording.daysAfter === 0 ? 'the same day' : 'the day after';
    case 'later': return recording.shortest === null || recording.shortest === recording.longest ? `${recording.shortest === null ? 'at most ' : ''}${recording.longest} after` : `between ${recording.shortest} and ${recording.longest} after`;
  }
}

/** Words of the printed page "side by side": what was claimed, and the record of the same days. They speak to a solicitor. */
export const pagesTheirVersion = {
  title: (name: string) => `Two versions of the same days: ${name}`, unnamed: 'what was claimed',
  intro: 'What was claimed about the person keeping this record, beside what stands in the record of the same days. Chosen by dates alone, and by what that person linked; the times of recording are those of their own computer’s clock. Nothing here says which version is true.',
  entry: 'Entry', by: 'Claimed by', to: 'Claimed to', reference: 'Reference', happened: 'Said to have happened', made: 'Claimed on', learned: 'Became known to the person keeping this record', noted: 'Noted in this record', amended: 'Amended since', evidence: 'Linked to this',
  beside: 'Side by side', theirs: 'What was claimed', notWritten: 'The words of the claim are not noted.',
  records: 'The record of the same days', none: 'Nothing is recorded of those days.', noDate: 'The claim gives no date. Only what was linked to it can stand here.',
  more: (count: number) => `${countOf(count, 'further entry touches', 'further entries touch')} those days and ${count === 1 ? 'is' : 'are'} not printed here; the chronology has ${count === 1 ? 'it' : 'all of them'}.`,
  kinds: { incident: 'Incident', document: 'Document', excerpt: 'Marked messages', case: 'Contact with police or others' },
  undated: 'Date not given', untitled: 'Without a title', basis: (how: string) => `Date known from: ${how}`,
  bases: { memory: 'memory', diary: 'a diary or notes', 'photo-data': 'the data of a photo or video', message: 'a message or e-mail', letter: 'a letter or form', calendar: 'a calendar or appointment', 'someone-told-me': 'another person', other: 'another way' },
  /** Of a file: when it was added. */
  firstRecorded: (instant: string, recording: Recording) => (lag(recording) === '' ? `First recorded ${instant}.` : `First recorded ${instant}: ${lag(recording)}.`),
  beforeMade: 'That is before the claim was made.', beforeLearned: 'That is before the claim became known to the person who recorded it.',
  amendedAt: (instant: string, times: number) => `Amended ${times === 1 ? 'once' : `${times.toLocaleString('en-GB')} times`} since, last ${instant}.`, amendedSince: 'Amended since.',
  linked: 'Linked to the claim by the person keeping this record.', attached: 'Linked to it: ',
  cut: '… The whole entry is in the chronology.',
  answer: 'What the person keeping this record says to it', outcomes: 'What came of the claim', outcome: 'Outcome', when: 'When told', note: 'Note', source: 'Rule',
};
