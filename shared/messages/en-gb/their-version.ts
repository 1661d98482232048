import { countOf } from '../plural';

/** Words of counter-allegations, "Their version" in "Your case". */
export const theirVersion = {
  name: 'Their version',
  title: 'Their version',
  description: 'What was reported or claimed about you, beside what you recorded of the same days.',
  add: 'Add what was claimed',
  listLabel: 'What was claimed about you',
  emptyTitle: 'Nothing noted here',
  emptyWords: 'If the accused, or somebody for them, reported or claimed the opposite, note it here. Your own record of those days stands beside it, with when each entry was first recorded.',
  pickOne: 'Choose one to read it beside your record.',
  titleLabel: 'What it is called', titleHint: 'A few words, such as “Report of 4 May”.',
  happened: 'When they say it happened', made: 'When it was reported or claimed', learned: 'When you learned of it', learnedHint: 'The day you first heard or read of it.',
  madeBy: 'Who said it', madeTo: 'To whom', madeToHint: 'A force, a supervisor, a court, a school.', reference: 'Reference',
  theirs: 'What they say', theirsHint: 'As nearly in their own words as you have it.',
  answer: 'What you say to it', answerHint: 'What happened as you know it. It can wait.',
  beside: 'Your record of the same days',
  besideHint: 'Worked out from dates alone: everything in your record that touches those days, and what you linked. It proves nothing by itself.',
  noDate: 'When a date is given above, what you recorded of those days stands here.',
  nothing: 'You have recorded nothing of those days. That is normal, and no proof of anything.',
  more: (count: number) => `${countOf(count, 'more entry', 'more entries')} of that time; give a narrower date to see them here.`,
  firstRecorded: (instant: string) => `First recorded ${instant}`, amended: 'amended since', linked: 'linked by you',
  beforeLearned: 'recorded before you learned of this claim',
  beforeMade: 'recorded before the claim was made',
  outcomesHint: 'What you were told came of the claim. You can add it later.',
  incidentsHint: 'Entries of other days that speak to it. What you recorded of the same days stands beside it by itself.',
  print: 'Save side by side as PDF',
};
