import { sayDay } from '../../layouts/say';

/** Words of the two drafts that a solicitor gets to work on. Plain, in the solicitor's voice, no more than a request needs. What stands in square brackets is left for the solicitor. */
const fill = (what: string): string => `[${what}: to be filled in by your solicitor]`;

export const requestDrafts = {
  notSent: 'Draft for a solicitor to check, change and decide on. It has not been sent to anybody.',
  identity: `Client: ${fill('name, date of birth and proof of identity')}`,
  answerTo: `Please answer to this office only: ${fill('solicitor, address and reference')}. Please do not write to, ring or visit the client, and do not tell the persons named here of this request.`,
  unnamedForce: fill('name of the force'),
  audit: {
    title: 'Draft: request for a targeted audit of accesses',
    to: (forces: readonly string[]) => `To: the professional standards department and the data protection officer of ${forces.join(' and of ')}`,
    asked: 'What is asked',
    ask: 'Please check who consulted or disclosed data about the client in the systems, in the periods and by the persons named below, and say for each access: the day and time, the account and the person who used it, the terminal or device, what was searched for and what was shown, printed or passed on, and the reason where one was recorded.',
    keep: 'Please keep the logs and what they point at until this has been answered.',
    systems: 'Systems', noSystems: fill('which systems'), otherSystem: (id: string) => `another system (“${id}”)`,
    persons: 'Whose accesses', noPersons: fill('whose accesses'), noName: 'a person since erased from the record', onTheirBehalf: 'also anybody who used an account of these persons, or searched at their request',
    terms: 'What may have been searched for', noTerms: fill('name, former names, date of birth, address of that time or registration; no more than is needed'),
    occasions: 'Occasions',
    basis: 'Basis', logs: 'Logs of consultation and disclosure must make it possible to establish the day and time and, as far as possible, who looked; they may be used to check that processing was lawful, in disciplinary proceedings and in criminal proceedings (Data Protection Act 2018, section 62).',
    check: '[For the solicitor, to be checked before any of it is said: a look without a proper purpose may be an offence under section 170 of the Data Protection Act 2018, and a breach of the standards of professional behaviour. Whether it is one under section 1 of the Computer Misuse Act 1990 where somebody may use the system was disputed (DPP v Bignell, 1997). A system that others keep may need a request to them.]',
    why: '[For the solicitor: a reply to a subject access request may leave out who looked, which is why an audit is asked for as well.]',
  },
  access: {
    title: 'Draft: subject access requests', heading: (holder: string) => `To ${holder}`,
    asked: 'Please confirm whether data about the client are processed, and give a copy of them, with the purposes, where they came from, and the recipients to whom they were disclosed.',
    where: 'In particular what stands in:', between: 'Above all for these periods, and every consultation or disclosure in them:',
    police: 'Basis: Data Protection Act 2018, section 45. An answer is due without undue delay and within one month (sections 45(3) and 54). Parts may be held back where that is necessary and proportionate, such as for an investigation (section 45(4)).',
    general: 'Basis: UK GDPR, article 15. An answer is due without undue delay and within one month (article 12(3)).',
    terms: 'By which the data can be found:',
  },
  occasion: (number: number) => `Occasion ${number}`,
  period: (fromDay: string, toDay: string): string => {
    if (fromDay === '' && toDay === '') return fill('from when to when');
    if (fromDay === '') return `up to ${sayDay(toDay)}; from ${fill('since when it could be known')}`;
    if (toDay === '') return `since ${sayDay(fromDay)}; to ${fill('when it showed')}`;
    return fromDay === toDay ? sayDay(fromDay) : `${sayDay(fromDay)} to ${sayDay(toDay)}`;
  },
  turned: 'The days do not fit each other and need another look before this is sent.',
  sayNothing: fill('what happened, in a sentence'),
  recorded: (instant: string) => `Noted in the client’s record on ${instant}.`,
  exhibits: (marks: readonly string[], unmarked: number): string => [marks.length > 0 ? `Evidence: ${marks.join(', ')}.` : '', unmarked > 0 ? 'Further evidence is kept with the client’s record.' : ''].filter((part) => part !== '').join(' '),
  postOfAnotherTime: (posts: readonly string[]) => `post in the days asked not noted (noted of another time: ${posts.join('; ')})`,
  collarNumber: (number: string) => `collar number ${number}`,
  sources: 'Where the rules come from', read: 'checked against the text', notRead: 'not checked: check with your solicitor',
};
