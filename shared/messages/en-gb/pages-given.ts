import type { ContactForm, Given } from '../../model/case/contact';
import { countOf } from '../plural';

/** What a contact is called on printed pages where it has no title. */
export const contactForms: Readonly<Record<ContactForm, string>> = {
  report: 'Report', call: 'Call', visit: 'Visit', letter: 'Letter or e-mail', statement: 'Statement', interview: 'Interview', complaint: 'Complaint', 'subject-access': 'Subject access request', review: 'Review', court: 'Court', meeting: 'Meeting', other: 'Contact',
};

/** Words of the printed page of everything that was given to the police and others. They speak of her to her solicitor. */
export const pagesGiven = {
  title: 'What was given, to whom and when',
  intro: 'Everything that the person keeping this record wrote down as given, shown or told to the police and to others, and each numbered copy of the record that police or those who oversee them had: each thing with the day, to whom, in what manner, and what there is in proof of it.',
  contact: 'Contact',
  when: 'When', noDate: 'Date not given', toWhom: 'To whom', notSaid: 'Not said', reference: 'Reference', entry: 'Entry',
  parts: { 'spoke-to': 'spoke to', 'in-charge': 'in charge', supervisor: 'supervisor', there: 'was there', named: 'named' },
  caption: (contact: string) => `Given: ${contact}`,
  /** Below a heading that names the contact already. */
  captionBelow: (count: number) => `Given: ${countOf(count, 'thing', 'things')}`,
  what: 'What was given', manner: 'Manner', receipt: 'Receipt or other proof', file: 'File and its SHA-256',
  /** Where nothing was said of it, nothing is printed. */
  manners: { original: 'The original', copy: 'A copy', shown: 'Shown, not left with them', told: 'Told in words', 'not-said': '' } satisfies Record<Given['manner'], string>,
  noReceipt: 'None written down', sha256: (sum: string) => `SHA-256 ${sum}`, notKept: 'Not a file in this record', erased: 'Erased from the record', noWords: 'Not described',
  copy: { manner: 'A numbered copy', code: (code: string) => `Code on its pages: ${code}`, seal: 'Seal code of the record', held: 'Held', exhibits: (marks: string) => (marks === '' ? 'no exhibits' : `exhibits ${marks}`), of: (name: string, pages: number | null) => (pages === null ? name : `${name} (${pages} ${pages === 1 ? 'page' : 'pages'})`), caption: (copy: string) => `Files of ${copy}` },
  cameBack: 'What came back',
};
