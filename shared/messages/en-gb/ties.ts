/** Words of who knows whom, under "People". */
export const ties = {
  name: 'Tie',
  title: 'Who knows whom',
  description: 'Who worked with whom, who is married to whom, who was in charge. It can show why another force should look into it.',
  add: 'Add a tie',
  listLabel: 'Ties between people',
  emptyTitle: 'No ties noted yet',
  emptyWords: 'When somebody who looked into it knows the accused, note it here: who knows whom, how, since when, and how you know. Half of it is enough.',
  pickOne: 'Choose a tie to read it.',
  from: 'First person', to: 'Second person', kind: 'How they know each other',
  words: 'In your own words', wordsHint: 'What you know of it.',
  began: 'Since when', ended: 'Until when', endedHint: 'Leave it empty if it goes on, or if you do not know.',
  known: 'How you know', toldBy: 'Who told you', source: 'Where it comes from', sourceHint: 'For example: “the station’s newsletter”, “he said so at Christmas 2019”.',
  peopleTab: 'Everybody', tiesTab: 'Who knows whom',
};
