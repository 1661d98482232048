/** Words for choosing an incident to link something to. */
export const linking = {
  title: 'Link to an incident',
  find: 'Find an incident',
  listLabel: 'Incidents',
  none: 'No incident fits those words.',
  noneYet: 'You have not written an incident yet.',
  untitled: 'Without a title',
  /** The way to an entry that is still blank. */
  wordless: 'An incident without words yet',
  undated: 'No date yet',
  draft: 'Draft',
  link: 'Link',
  writeNew: 'Write a new incident and link it',
  already: 'This incident is already linked.',
};
