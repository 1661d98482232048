import { countOf } from '../plural';

/** Words of the page that shows everything found. */
export const finding = {
  title: 'Find',
  field: 'Find in your whole record',
  hint: 'Words from what you wrote, from messages, documents and people.',
  listLabel: 'What was found',
  found: (count: number, more: boolean) => (more ? `More than ${countOf(count, 'place', 'places')} found. Another word finds fewer.` : `${countOf(count, 'place', 'places')} found`),
  none: 'Nothing found. Try fewer words, or only the beginning of a word.',
  start: 'Type a word, a name or a place.',
  more: 'Show more',
  groups: { incident: 'Incidents', message: 'Messages', excerpt: 'Marked messages', page: 'Words in documents', document: 'Documents', person: 'People' },
  inGroup: (group: string, count: number) => `${group} (${count})`,
  undated: 'No date',
};
