import type { DateBasis } from '../model/dated';
import type { Involvement } from '../model/incident';
import type { PersonRole } from '../model/person';

export interface PickLabel {
  readonly label: string;
  readonly explanation: string;
}

/** How a date is known. */
export const dateBasisLabels: Readonly<Record<DateBasis, PickLabel>> = {
  memory: { label: 'I remember it', explanation: 'From memory, with nothing written down.' },
  diary: { label: 'My diary or notes', explanation: 'Something you wrote at the time.' },
  'photo-data': { label: 'A photo or video', explanation: 'The date the device saved in the file. It can be wrong.' },
  message: { label: 'A message or e-mail', explanation: 'The date on a message, call or e-mail.' },
  letter: { label: 'A letter or form', explanation: 'The date on a paper.' },
  calendar: { label: 'A calendar or appointment', explanation: 'A booking, a shift, a school day.' },
  'someone-told-me': { label: 'Someone told me', explanation: 'Another person gave you the date.' },
  other: { label: 'Another way', explanation: 'Say how in your account.' },
};

/** Who somebody is to her. */
export const personRoleLabels: Readonly<Record<PersonRole, PickLabel>> = {
  me: { label: 'Me', explanation: 'You.' },
  accused: { label: 'The accused', explanation: 'The person you say did this to you, charged or not. In a family court: the respondent.' },
  child: { label: 'Child', explanation: 'A child of the family, or another child.' },
  witness: { label: 'Witness', explanation: 'Saw it, heard it, or saw you soon after.' },
  police: { label: 'Police', explanation: 'An officer or someone who works for a force.' },
  professional: { label: 'Professional', explanation: 'A doctor, teacher, social worker, adviser or solicitor.' },
  family: { label: 'Family', explanation: 'Yours or theirs.' },
  friend: { label: 'Friend', explanation: 'A friend, neighbour or colleague.' },
  organisation: { label: 'Organisation', explanation: 'A police force, court, council, school, charity or other body.' },
  other: { label: 'Someone else', explanation: 'Anybody who fits no other word.' },
};

/** What part a person had in an incident. */
export const partLabels: Readonly<Record<Involvement['part'], PickLabel>> = {
  'did-it': { label: 'Did it', explanation: 'The person who did what you describe.' },
  harmed: { label: 'Was harmed', explanation: 'It was done to this person.' },
  present: { label: 'Was there', explanation: 'Was present, or saw or heard it.' },
  'told-afterwards': { label: 'Was told afterwards', explanation: 'You told this person about it later.' },
  involved: { label: 'Was involved in another way', explanation: 'Had some other part in it.' },
};
