import type { ContactForm, ContactPerson, Given, Promised } from '../model/case/contact';
import type { Disclosure } from '../model/case/disclosure';
import type { PickLabel } from './record-words';

/** What kind of contact it was. */
export const contactFormLabels: Readonly<Record<ContactForm, PickLabel>> = {
  report: { label: 'I reported something', explanation: 'By 999, 101, online, at a desk, to an officer.' },
  call: { label: 'A call', explanation: 'You rang, or they rang you.' },
  visit: { label: 'A visit', explanation: 'They came to you, or you went to them.' },
  letter: { label: 'A letter, e-mail or message', explanation: 'Sent or received.' },
  statement: { label: 'I gave a statement', explanation: 'Written down or recorded on video.' },
  interview: { label: 'An interview', explanation: 'You were asked questions, also as a suspect.' },
  complaint: { label: 'A complaint', explanation: 'To the force, its professional standards department (PSD) or the IOPC.' },
  'subject-access': { label: 'I asked for my data', explanation: 'A subject access request.' },
  review: { label: 'I asked for a review', explanation: 'Of a decision not to charge, or of how a complaint ended.' },
  court: { label: 'Court', explanation: 'A hearing, or a paper from a court.' },
  meeting: { label: 'A meeting', explanation: 'A conference, a safety meeting, a school or a social worker.' },
  other: { label: 'Something else', explanation: 'Anything that fits no other word.' },
};

/** As what she dealt with somebody. */
export const contactPartLabels: Readonly<Record<ContactPerson['part'], PickLabel>> = {
  'spoke-to': { label: 'Spoke with me', explanation: 'You spoke or wrote to each other.' },
  'in-charge': { label: 'In charge of it', explanation: 'The officer in the case, or whoever deals with it.' },
  supervisor: { label: 'Supervisor', explanation: 'In charge of those who deal with it.' },
  there: { label: 'Was there', explanation: 'Present, without much to say.' },
  named: { label: 'Was named', explanation: 'Somebody spoke of this person.' },
};

/** How something was given. */
export const mannerLabels: Readonly<Record<Given['manner'], PickLabel>> = {
  'not-said': { label: 'Not said', explanation: 'You do not know any more.' },
  original: { label: 'The original', explanation: 'They have the only one, or the thing itself, such as your phone.' },
  copy: { label: 'A copy', explanation: 'You still have the original.' },
  shown: { label: 'Only shown', explanation: 'They looked at it and gave it back.' },
  told: { label: 'Only told of it', explanation: 'You said that it exists.' },
};

/** Whether a promise was kept. */
export const keptLabels: Readonly<Record<Promised['kept'], string>> = { 'not-said': 'Not known yet', yes: 'Kept', partly: 'Kept in part', no: 'Not kept' };

/** What kind of list came back. */
export const disclosureFormLabels: Readonly<Record<Disclosure['form'], PickLabel>> = {
  'subject-access': { label: 'Reply to my request for my data', explanation: 'A subject access reply.' },
  'disclosure-list': { label: 'Disclosure list', explanation: 'A list or schedule of what they hold or used.' },
  court: { label: 'From a court', explanation: 'A bundle index, or what the other side disclosed.' },
  other: { label: 'Another list', explanation: 'Such as a property record.' },
};
