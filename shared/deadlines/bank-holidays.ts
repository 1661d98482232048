/**
 * Bank holidays of England and Wales that fall from Monday to Friday, with substitute days: `MM-DD` of each year, in order. Offline; a new year is one more line.
 *
 * Sources: the list that GOV.UK publishes (gov.uk/bank-holidays.json, 2012 to 2027) and, before 2012, the Banking and Financial Dealings Act 1971 with the proclaimed exceptions: 8 May instead of the first Monday in 1995
 * and 2020; 31 December 1999; 3 and 4 June 2002; 29 April 2011; 4 and 5 June 2012; 2 and 3 June and 19 September 2022; 8 May 2023. Compared on 22 November 2026 with the package `holidays` of PyPI: no difference.
 */
const holidaysOfYear: Readonly<Record<number, string>> = {
  1995: '01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26',
  1996: '01-01 04-05 04-08 05-06 05-27 08-26 12-25 12-26',
  1997: '01-01 03-28 03-31 05-05 05-26 08-25 12-25 12-26',
  1998: '01-01 04-10 04-13 05-04 05-25 08-31 12-25 12-28',
  1999: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31',
  2000: '01-03 04-21 04-24 05-01 05-29 08-28 12-25 12-26',
  2001: '01-01 04-13 04-16 05-07 05-28 08-27 12-25 12-26',
  2002: '01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26',
  2003: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2004: '01-01 04-09 04-12 05-03 05-31 08-30 12-27 12-28',
  2005: '01-03 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2006: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2007: '01-01 04-06 04-09 05-07 05-28 08-27 12-25 12-26',
  2008: '01-01 03-21 03-24 05-05 05-26 08-25 12-25 12-26',
  2009: '01-01 04-10 04-13 05-04 05-25 08-31 12-25 12-28',
  2010: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2011: '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27',
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2013: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2014: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
};

/** The first and the last day of which the table knows. Beyond them only Saturdays and Sundays are left out, and whoever counts says so. */
export const bankHolidaysKnown = { from: '1995-01-01', until: '2027-12-31' } as const;

const days = new Set(Object.entries(holidaysOfYear).flatMap(([year, list]) => list.split(' ').map((day) => `${year}-${day}`)));

/** Every bank holiday of the table, `YYYY-MM-DD`, in order. */
export const bankHolidays: readonly string[] = [...days];

/** Whether a day `YYYY-MM-DD` is a bank holiday on a weekday; null outside what the table knows. */
export function isBankHoliday(day: string): boolean | null {
  return day < bankHolidaysKnown.from || day > bankHolidaysKnown.until ? null : days.has(day);
}
