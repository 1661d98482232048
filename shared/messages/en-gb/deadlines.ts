/** Words of time limits, under "Your case". Quiet: a day is named, nobody is hurried. */
export const deadlines = {
  name: 'Time limit',
  title: 'Time limits',
  description: 'Days by which something can be asked for or is due. Each is worked out from what you wrote: check it with your solicitor.',
  add: 'Add a time limit',
  listLabel: 'Time limits',
  emptyTitle: 'No time limits noted',
  emptyWords: 'Some letters start a time in which you can ask for a review. Note the day on the letter, and the last day is worked out for you.',
  pickOne: 'Choose a time limit to read it.',
  called: 'What it is for',
  ownDay: 'Its last day', ownDayHint: 'A whole day, such as “29 April 2022”.',
  needsWholeDay: 'A time limit needs a whole day: day, month and year.',
  note: 'Note',
  letter: 'The letter or message it comes from',
};
