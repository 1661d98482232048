/** Words of the printed pages of patterns and of the course of conduct. They speak to a solicitor. */
export const pagesPatterns = {
  title: 'Patterns over time',
  intro: 'Counted from the entries in this record. A count shows what was recorded, not everything that happened: fewer entries can mean that less was written down. Nothing here is a score, a prediction or a finding.',
  howTitle: 'What is counted',
  figureTitle: 'Over time', beforeAfterTitle: 'Before and after', marksTitle: 'Reports, hearings and turning points', gapsTitle: 'Longest times without an entry', kindsTitle: 'When each kind is first told of',
  period: (from: string, to: string) => `Only what lies between ${from} and ${to} is counted.`,
  counted: (entries: string) => `${entries} that are part of the record.`,
  notWellKnown: (entries: string) => `Of these, ${entries} cannot be placed in one period, because the date is a longer span, about or uncertain, or not given. They are drawn wherever they can lie (last row of entries) and stand in no period’s number.`,
  noSeparation: 'No separation with a day or month is noted in the record, so nothing is divided into before and after.',
  begins: { entry: 'The first time begins on the first day that the earliest entry can lie on', asked: 'The first time begins with the time that is asked for' },
  ends: {
    recorded: (day: string) => `the last ends on ${day}, when an entry was last made part of the record`, asked: (day: string) => `the last ends on ${day}, with the time that is asked for`,
    entry: (day: string) => `the last ends on ${day}, the last day that the latest entry can lie on`,
  },
  howCounted: (begins: string, ends: string) => `${begins}; ${ends}. The day of a separation itself counts as after. “For each month” is entries for 30.44 days, and is left out of times under 28 days.`,
  aroundHint: (days: number) => `The numbers beside a mark are entries in the ${days} days before and after it. They do not say that one led to the other.`,
  numbers: 'Entries by period', tableCaption: 'Entries by period. Periods without an entry are left out.',
  conduct: {
    title: 'Course of conduct',
    intro: 'What the law asks for, element by element, and which entries of this record speak to it. “Chosen” means that the person keeping this record said so; “from its kind” means only that the kinds chosen for an entry propose it, and that nobody has looked at it yet for this page. What is missing is counted: occasions, dates, things attached. Nothing here weighs what is there. Behind each source stands whether the makers of this program compared what is said here with that text (“checked against the text”, November 2026) or not (“not checked”).',
    check: 'Check with your solicitor which offence, if any, is in question, and whether the law has changed.',
    read: 'checked against the text', notRead: 'not checked', source: 'Source', inForce: 'In force since', caution: 'To bear in mind', asks: 'The law asks for', thin: 'What is missing',
    columns: { entry: 'Entry', when: 'When', opening: 'How it begins', why: 'Why it is here', evidence: 'Attached' },
    caption: (name: string) => `Entries for: ${name}`, kindsCaption: (name: string) => `Kinds of behaviour: ${name}`, kind: 'Kind', count: 'Entries',
    chosen: 'Chosen', proposed: 'From its kind', byEffect: 'From what is written of its effect', nothingAttached: 'nothing attached',
    moreProposed: (count: string) => `A further ${count} are proposed by their kinds and not listed.`, none: 'No entry is linked to this.',
  },
};
