import type { WhyNotUnderstood } from '../../dates';

const inDays = (days: number): string => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days.toLocaleString('en-GB')} days`);

/** Before a last day that is counted from a day she is not sure of. */
const perhapsAbout = (isAbout: boolean): string => (isAbout ? 'about ' : '');

/** Words of time limits, under "Your case". Quiet: a day is named, nobody is hurried. `day`: "Friday 29 April 2022"; `days`: whole days until then. */
export const deadlines = {
  name: 'Time limit',
  title: 'Time limits',
  description: 'Days by which something can be asked for, or is due from others. Each is worked out from what you wrote: check it with your solicitor.',
  add: 'Add a time limit',
  listLabel: 'Time limits, by their last day',
  emptyTitle: 'No time limits noted',
  emptyWords: 'Some letters start a time in which you can ask for a review. Note the date on the letter, and the last day is worked out for you, with the rule it comes from.',
  pickOne: 'Choose a time limit to read it.',
  unnamed: 'Not named yet',
  rule: 'Which time limit', ruleHint: 'The rule is shown below, with where it comes from.',
  own: 'One of my own', ownHint: 'A day that somebody gave you, or that you set yourself.',
  unknownRule: 'A rule that this version of Tidemark does not have',
  called: 'What it is for', calledHint: 'In your own words. It can stay empty.',
  ownDay: 'Its last day', ownDayHint: 'A whole day, such as “29 April 2022”.',
  notUnderstood: (why: WhyNotUnderstood): string => {
    const kept = 'It is kept as you wrote it. A time limit needs a whole day: look at the letter once more, and write day, month and year.';
    switch (why.reason) {
      case 'no-such-day': return `There is no ${why.says}. ${kept}`;
      case 'no-such-time': return `There is no such time as ${why.says}. ${kept}`;
      case 'long-ago': return `That would be before 1900. ${kept}`;
      case 'ends-before-it-begins': case 'other': return kept;
    }
  },
  needsWholeDay: 'It is kept as you wrote it. A time limit needs a whole day: day, month and year.',
  note: 'Note',
  letter: 'The letter or message it comes from',
  contact: 'Which contact it came from', noContact: 'None', contactHint: 'A letter, call or report under Police & agencies. Type to find it.',
  settled: 'Is it done?', settledChoices: { no: 'Not yet', done: 'Done', 'let-go': 'I let it go' }, settledOn: 'When',
  result: 'Last day',
  dayMissing: 'When the day is there, the last day is worked out here.', asWritten: (label: string) => `${label}, as you wrote it`,
  howCounted: 'How it is counted',
  half: (other: string) => `The other day is not there yet. With it, the last day may be earlier: ${other}.`,
  moved: (day: string) => `It would be ${day}, which is no working day; so it is the next one.`,
  holidaysUnknown: (until: string) => `Bank holidays are known here until ${until} only. After that, Saturdays and Sundays alone were left out.`,
  outside: 'This rule did not hold on the day you gave, so no last day is worked out from it. Ask your solicitor which rule did.',
  source: 'Where the rule comes from',
  notConfirmed: 'Nobody confirmed this for Tidemark.',
  check: 'Worked out from what you wrote. Check it with your solicitor.',
  yours: { runs: (day: string, days: number, isAbout: boolean) => `ends ${isAbout ? 'about' : 'on'} ${day}, ${inDays(days)}`, over: (day: string, isAbout: boolean) => `ended ${isAbout ? 'about' : 'on'} ${day}` },
  theirs: { runs: (day: string, days: number, isAbout: boolean) => `due from them by ${perhapsAbout(isAbout)}${day}, ${inDays(days)}`, over: (day: string, isAbout: boolean) => `was due from them by ${perhapsAbout(isAbout)}${day}` },
  'theirs-to-charge': { runs: (day: string, days: number, isAbout: boolean) => `a charge can be brought until ${perhapsAbout(isAbout)}${day}, ${inDays(days)}`, over: (day: string, isAbout: boolean) => `a charge could be brought until ${perhapsAbout(isAbout)}${day}` },
  'reasons-asked': { runs: (day: string, _days: number, isAbout: boolean) => `after ${perhapsAbout(isAbout)}${day} you are asked why it took as long`, over: (day: string, isAbout: boolean) => `since ${perhapsAbout(isAbout)}${day} you are asked why it took as long` },
  noDay: 'no last day yet', noWholeDay: (words: string) => `no last day yet: “${words}” is no whole day`,
  turnedShort: 'no last day: one day lies before the other', outsideShort: 'no last day: the rule did not hold then',
  about: (day: string) => `about ${day}`,
  aboutWords: 'You are not certain of the day that it is counted from, so the last day is not certain either. It is counted as if the day were right. If it was earlier, the last day is earlier too.',
  turned: (first: string, second: string) => `“${second}” lies before “${first}”. That cannot be, so no last day is worked out. Look at both days once more.`,
  offerTitle: 'It may have started a time limit',
  offerWords: 'Nothing is noted unless you choose it.',
  offer: (rule: string) => `Note it: ${rule}`,
  offered: 'Time limits that came from this',
};
