import type { WhyNotUnderstood } from '../../dates';

/** One formatter for all of a kind: to make one takes a hundred times as long as to use it, and a page says forty instants. Made when first used, for until then this computer's time zone may change. */
function sayer(options: Intl.DateTimeFormatOptions): (utc: string) => string {
  let format: Intl.DateTimeFormat | null = null;
  return (utc) => (format ??= new Intl.DateTimeFormat('en-GB', options)).format(new Date(utc));
}
const instant = sayer({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const day = sayer({ day: 'numeric', month: 'long', year: 'numeric' });
const clock = sayer({ hour: '2-digit', minute: '2-digit' });

/** Dates and times as people read them, and the field in which she types one. */
export const dates = {
  /** An instant of this computer's clock, for facts: "3 May 2026, 21:04". */
  instant, day, clock,
  /** Over which time something was done: "on 3 May 2026, 21:04", "on 3 May 2026 between 21:04 and 21:30", "between 3 May 2026, 21:04 and 5 May 2026, 08:10". */
  over(fromUtc: string, toUtc: string): string {
    if (instant(fromUtc) === instant(toUtc)) return `on ${instant(toUtc)}`;
    return day(fromUtc) === day(toUtc) ? `on ${day(toUtc)} between ${clock(fromUtc)} and ${clock(toUtc)}` : `between ${instant(fromUtc)} and ${instant(toUtc)}`;
  },
  hint: 'As you would say it: “12 March 2019 about 9pm”, “summer 2018”, “some time in 2017”.',
  understood: (says: string) => `Understood as ${says}.`,
  inWordsOnly: (times: string) => ` “${times}” stays as you wrote it.`,
  which: 'This can be read in two ways. Which did you mean?',
  notUnderstood: (why: WhyNotUnderstood): string => {
    switch (why.reason) {
      case 'no-such-day': return `There is no ${why.says}. It is kept as you wrote it. To give it a place in the chronology, change the day, or leave the day out.`;
      case 'no-such-time': return `There is no such time as ${why.says}. It is kept as you wrote it. To give it a place in the chronology, change the time, or leave it out.`;
      case 'ends-before-it-begins': return 'This ends before it begins. It is kept as you wrote it. To give it a place in the chronology, put the earlier date first.';
      case 'long-ago': return 'That would be before 1900. It is kept as you wrote it. To give it a place in the chronology, look at the year once more.';
      case 'other': return 'Kept as you wrote it. To give it a place in the chronology, write only a day, a month or a year, such as “March 2019” or “about 2017”.';
    }
  },
  /** Of a date after today: a hearing may be one, so it is only said. */
  notYet: { day: 'This day has not come yet.', longer: 'This time has not come yet.' },
  timeOnly: 'A time without a day. Add the day or the year if you can, even roughly.',
  basis: 'How do you know?',
  basisNone: 'Not said',
  undated: 'No date yet',
};
