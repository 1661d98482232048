/** Words of the printed page of time limits. They speak of her record to her solicitor. */
export const pagesDeadlines = {
  title: 'Time limits',
  intro: 'Last days worked out from the days that were entered, each by the rule named below. They are a help in finding the rule, not advice: they are to be checked by a solicitor.',
  caption: 'Time limits by their last day',
  what: 'Time limit', from: 'Counted from', last: 'Last day', state: 'State', rests: 'Rests on',
  states: { no: 'Open', done: 'Done', 'let-go': 'Let go' },
  ownDay: 'A day entered as it is', unnamed: 'Not named', unknownRule: 'A rule that this version of Tidemark does not have',
  none: 'Not worked out: a day is missing', half: (says: string) => `without the other day: ${says}`, moved: (day: string) => `moved from ${day}, no working day`,
  outside: 'The rule did not hold on this day.', holidaysUnknown: 'Bank holidays not known',
  noEvidence: 'Nothing attached',
  rules: 'The rules', source: 'Source', notConfirmed: 'Not confirmed for Tidemark.', counted: 'Counted',
  holidays: (from: string, until: string) => `Working days leave out Saturdays, Sundays and the bank holidays of England and Wales, which are known from ${from} to ${until}. The first day is not counted.`,
};
