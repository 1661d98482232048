/** Words of the printed page of time limits. They speak of her record to her solicitor. */
export const pagesDeadlines = {
  title: 'Time limits',
  intro: 'Last days worked out from the days that were entered, each by the rule named below. They are a help in finding the rule, not advice: they are to be checked by a solicitor.',
  caption: 'Time limits by their last day',
  what: 'Time limit', from: 'Counted from', last: 'Last day', state: 'State', rests: 'Rests on',
  states: { done: 'Done', 'let-go': 'Let go' }, open: 'Open', notSettled: 'Not settled',
  over: {
    yours: (day: string, isAbout: boolean) => `Ended ${isAbout ? 'about' : 'on'} ${day}, not settled`, theirs: (day: string, isAbout: boolean) => `Was due by ${isAbout ? 'about ' : ''}${day}, not settled`,
    'theirs-to-charge': (day: string, isAbout: boolean) => `Ended ${isAbout ? 'about' : 'on'} ${day}, not settled`, 'reasons-asked': (day: string, isAbout: boolean) => `Reasons are asked since ${isAbout ? 'about ' : ''}${day}; not settled`,
  },
  ownDay: 'A day entered as it is', unnamed: 'Not named', unknownRule: 'A rule that this version of Tidemark does not have',
  none: 'Not worked out: a day is missing', notADay: 'Not worked out: what was written is no whole day', turned: 'Not worked out: the second day lies before the first, which cannot be', asWritten: (words: string) => `“${words}”, as written`,
  about: (day: string) => `About ${day}: it is counted from a day that is not certain`, half: (says: string) => `without the other day: ${says}`, moved: (day: string) => `moved from ${day}, no working day`,
  outside: 'Not worked out: the rule did not hold on this day', holidaysUnknown: 'Bank holidays not known',
  noEvidence: 'Nothing attached',
  rules: 'The rules', source: 'Source', notConfirmed: 'Not confirmed for Tidemark.', counted: 'Counted',
  holidays: (from: string, until: string) => `Working days leave out Saturdays, Sundays and the bank holidays of England and Wales, which are known from ${from} to ${until}. The first day is not counted.`,
};
