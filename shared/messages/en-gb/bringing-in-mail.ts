import { countOf, sayNumber } from '../plural';

/** E-mail and positions found in a source, before anything is kept. */
export const bringingInMail = {
  title: 'E-mail', amount: (count: number) => countOf(count, 'e-mail', 'e-mails'), files: (count: number) => countOf(count, 'attached file', 'attached files'),
  remote: (count: number) => `An e-mail program would load ${countOf(count, 'picture or other thing', 'pictures and other things')} from elsewhere when these are read. Tidemark never does.`, tracking: (count: number) => `${countOf(count, 'looks', 'look')} like tracking.`,
  which: 'Which e-mails do you want to keep?', everyone: 'All of them', some: 'Only with some people', none: 'None of them',
  people: 'People', findPerson: 'Find a name or address', peopleHint: 'E-mails from and to each of them. The file itself is kept whole.', ofPerson: (count: number, from: number) => `${countOf(count, 'e-mail', 'e-mails')}, ${sayNumber(from)} from them`, more: (count: number) => `And ${sayNumber(count)} more. Type a part of the name or address.`, needed: 'Choose at least one person.', nobody: 'Nobody fits.',
  from: 'From the year', until: 'To the year', anyYear: 'Any', undated: 'E-mails without a date are kept too.', label: 'With the label', anyLabel: 'Any label',
  locationsTitle: 'Location history', locations: (count: number) => `${countOf(count, 'entry', 'entries')} of where a device was, as a service worked it out.`, keepLocations: 'Keep the location history', locationsHint: 'It may show where you live now. It is no proof of where a person was.',
  keep: 'Keep this', nothingWanted: 'Choose what to keep.',
} as const;
