/** Words for choosing an incident to link something to. */
export const linking = {
  title: 'Link to an incident',
  find: 'Find an incident',
  listLabel: 'Incidents',
  none: 'No incident fits those words.',
  noneYet: 'You have not written an incident yet.',
  untitled: 'Without a title',
  undated: 'No date yet',
  draft: 'Draft',
  link: 'Link',
  writeNew: 'Write a new incident and link it',
  already: 'This incident is already linked.',
};
