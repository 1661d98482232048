import type { KindGroup, NotDividing, PatternMark, Patterns } from '../../model/case/patterns';
import { countOf, sayNumber } from '../plural';

const entries = (count: number): string => countOf(count, 'entry', 'entries');
const listed = (names: readonly string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`);
const days = (count: number): string => countOf(count, 'day', 'days');

/** Words of the patterns: what is counted over time, before and after, and turning points. They count and conclude nothing. */
export const patterns = {
  parts: { 'over-time': 'Over time', 'before-after': 'Before and after', conduct: 'Course of conduct', 'turning-points': 'Turning points' },
  partsLabel: 'Patterns',
  /** The one sentence that stands on every page of counts. */
  recorded: 'This counts what you recorded, not everything that happened. Fewer entries can mean that less was written down.',
  emptyTitle: 'Nothing to count yet',
  emptyWords: 'When entries with a date are part of your record, you see here how they lie over time, and what lies before and after a separation.',
  overTime: {
    title: 'Over time', figureTitle: 'The drawing', tableTitle: 'The same as a table',
    from: 'From', to: 'To', firstYear: 'The beginning', lastYear: 'The end',
    perUnit: { month: 'Counted by month', quarter: 'Counted by three months', year: 'Counted by year' } satisfies Record<Patterns['unit'], string>,
    severalKinds: 'An entry with kinds of several groups is counted in each of them, so the groups can add up to more than all entries.',
    counted: (count: number) => `${entries(count)} counted.`,
    notWellKnown: (count: number) => `${entries(count)} ${count === 1 ? 'has' : 'have'} a day that is not known well enough for one period, such as “2019” or “about June”. ${count === 1 ? 'It is' : 'They are'} drawn wherever ${count === 1 ? 'it' : 'they'} can lie, and counted in no period.`,
    undated: (count: number) => `${count === 1 ? 'One of them has' : `${sayNumber(count)} of them have`} no date at all.`,
    notCounted: (drafts: number, erased: number) => `Not counted: ${[drafts > 0 && countOf(drafts, 'draft', 'drafts'), erased > 0 && countOf(erased, 'erased entry', 'erased entries')].filter(Boolean).join(' and ')}.`,
    toCome: (count: number) => `${entries(count)} ${count === 1 ? 'has' : 'have'} a date in the future and ${count === 1 ? 'is' : 'are'} not counted here.`,
    toComeHint: 'If a year is a slip of the hand, amend the entry.', openToCome: (count: number) => (count === 1 ? 'Show it in the chronology' : 'Show them in the chronology'),
    emptyLeftOut: 'Periods without an entry are left out of the table.',
    describes: (count: number, periods: number) => `A drawing of ${entries(count)} over ${countOf(periods, 'period', 'periods')}, a row for each group of kinds, with reports, complaints, court contacts and turning points marked. The table that follows has the same numbers.`,
    period: 'Period', all: 'All entries', mayLieIn: 'May lie here too', mayLieInDrawn: 'Day not known well enough',
    openPeriod: (period: string) => `Open ${period} in the chronology`,
    pickHint: 'Press a period to see its entries in the chronology.',
  },
  groups: { abuse: 'Kinds of domestic abuse', control: 'Controlling you', stalking: 'Stalking', 'other-harm': 'Other serious harm', police: 'Abuse of police position', none: 'No kind chosen' } satisfies Record<KindGroup, string>,
  marks: {
    title: 'Reports, hearings and turning points', none: 'None is noted in this time.',
    sorts: { report: 'Reports', complaint: 'Complaints', court: 'Court', 'turning-point': 'Turning points' } satisfies Record<PatternMark['sort'], string>,
    one: { report: 'Report', complaint: 'Complaint', court: 'Court', 'turning-point': 'Turning point' } satisfies Record<PatternMark['sort'], string>,
    columns: { number: 'No.', what: 'What', when: 'When', before: (count: number) => `Entries in the ${count} days before`, onTheDay: 'On the day', after: (count: number) => `Entries in the ${count} days after` },
    vague: 'the day is not known', toCome: 'still to come', hint: 'Entries in the days before and after are counted; it does not say that one led to the other.',
  },
  gaps: {
    title: 'Longest times without an entry', none: 'No time of four weeks or more lies between two entries whose month is known.',
    hint: 'No entry says only that nothing is recorded for these days.',
    one: (from: string, to: string, count: number) => `No entry between ${from} and ${to}: ${days(count)}.`,
    mayLieIn: (count: number) => `${entries(count)} whose day is not known well enough may lie in it.`,
  },
  kinds: { title: 'When each kind is first told of', kind: 'Kind', first: 'First', last: 'Last', count: 'Entries', unknown: 'Date not known', or: ', or ', hint: 'By the first day that each date can mean. A date such as “summer 2019” is given as it is noted; where an exact date lies in it, both are given, for which came first is not known.' },
  beforeAfter: {
    title: 'Before and after',
    none: 'No separation is noted with a day or month yet. Add it under “Turning points”, and what was recorded before and after it is counted here.',
    toTurningPoints: 'Add a turning point',
    columns: { time: 'Time', length: 'How long', all: 'Entries', perMonth: 'For each month' },
    upTo: (mark: string) => `Before: ${mark}`, since: (mark: string) => `From: ${mark}`, between: (from: string, to: string) => `From: ${from}. Until: ${to}`,
    span: (from: string, to: string) => `${from} to ${to}`,
    days, short: 'too short to say', lessThanTenth: 'less than 0.1',
    /** `isRecorded`: the day is that on which an entry was last made part of the record. */
    ends: (day: string, isRecorded: boolean) => `The first time begins on the first day that your earliest entry can lie on; the last ends on ${day}, ${isRecorded ? 'when you last made an entry part of your record' : 'the last day that your latest entry can lie on'}. The day itself counts as after.`,
    named: (title: string, when: string) => (when === '' ? `“${title}”` : `“${title}” (${when})`),
    dividedBy: (names: readonly string[]) => `Time is divided by ${listed(names)}.`,
    left: {
      'more-exact': (one: string, other: string) => `${one} does not divide it: ${other} lies within that date and is known more exactly.`,
      'same-date': (one: string, other: string) => `${one} does not divide it once more: ${other} has the same date.`,
      rough: (one: string) => `${one} does not divide it: the date is about, not certain or open.`,
      'no-date': (one: string) => `${one} does not divide it: no date is noted.`,
      'to-come': (one: string) => `${one} does not divide it: the date is in the future.`,
    } satisfies Record<NotDividing['why'], (one: string, other: string) => string>,
    besideVague: (count: number, name: string) => `${entries(count)} ${count === 1 ? 'lies' : 'lie'} in none of these times, because the day of ${name} is not known well enough.`,
    beside: (count: number) => `${entries(count)} ${count === 1 ? 'lies' : 'lie'} in none of these times, because ${count === 1 ? 'its' : 'their'} own date goes across a separation, is about or not certain, or is not given.`,
    openEarliest: 'Show the earliest entry',
    farFirst: (first: string, next: string, count: number) => `The earliest entry is of ${first}, the next of ${next}. Between them lie ${days(count)} without an entry whose date is known, and these are part of how long the first time is.`,
  },
  turningPoints: {
    name: 'Turning point', title: 'Turning points', description: 'Days on which something changed: a separation, an order, a birth. There can be several of one kind.',
    add: 'Add a turning point', listLabel: 'Turning points, by day', emptyTitle: 'No turning point noted yet',
    emptyWords: 'If you separated, or lived together again, note the day here, even roughly. It is drawn beside your entries, and what lies before and after is counted apart.',
    pickOne: 'Choose a turning point', what: 'What changed', happened: 'When it was', words: 'In your words', wordsHint: 'Only if you want to. It is printed where this is marked.',
  },
};
