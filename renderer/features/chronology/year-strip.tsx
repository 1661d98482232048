import type { YearCount } from '../../../shared/model/chronology';
import { messages } from '../../../shared/messages/en-gb';

/** A month with one entry is still to be seen beside one with fifty. */
const leastHeight = 25;

/** The room that the strip takes, while it is on its way: the lines below stay where they are. */
export function YearStripComing() {
  return <div className="years" aria-hidden><span className="years-year"><span className="years-plot" /><span className="years-label">{'\u00a0'}</span></span></div>;
}

/**
 * Where the entries lie, month by month: exact dates as narrow dark bars, rough dates as a pale band over all the months
 * they may lie in, because that is all that is known. A press goes to the first entry of the year.
 */
export function YearStrip({ years, undated, onGo }: { years: readonly YearCount[]; undated: number; onGo: (row: number) => void }) {
  const texts = messages.chronology;
  const first = years[0]?.year;
  const last = years[years.length - 1]?.year;
  if (first === undefined || last === undefined) return null;
  const byYear = new Map(years.map((count) => [count.year, count]));
  const most = Math.max(1, ...years.flatMap(({ exactByMonth, vagueByMonth }) => [...exactByMonth, ...vagueByMonth]));
  const height = (count: number): string => `${count === 0 ? 0 : Math.max(leastHeight, (count / most) * 100)}%`;
  // A record may hold one far-off date: beyond sixty years only those with entries are drawn.
  const shown = last - first < 60 ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : years.map(({ year }) => year);
  return (
    <nav className="years" aria-label={texts.years}>
      {shown.map((year) => {
        const count = byYear.get(year);
        return (
          <button key={year} type="button" className="years-year" aria-label={texts.year(year, count?.exact ?? 0, count?.vague ?? 0)} disabled={!count} onClick={() => { if (count) onGo(count.firstRow); }}>
            <span className="years-plot" aria-hidden>
              {count?.vagueByMonth.map((vague, month) => (
                <span key={month} className="years-month">
                  <span className="years-vague" style={{ height: height(vague) }} /><span className="years-exact" style={{ height: height(count.exactByMonth[month] ?? 0) }} />
                </span>
              ))}
            </span>
            <span className="years-label" aria-hidden>{year}</span>
          </button>
        );
      })}
      {undated > 0 && <span className="years-undated quiet small">{texts.withoutDate(undated)}</span>}
    </nav>
  );
}
