import type { YearCount } from '../../../shared/model/chronology';
import { messages } from '../../../shared/messages/en-gb';

/**
 * Where the entries lie: exact dates as a narrow dark bar in their year, rough dates as a pale band over its whole width,
 * because that is all that is known. A press goes to the first entry of the year.
 */
export function YearStrip({ years, undated, onGo }: { years: readonly YearCount[]; undated: number; onGo: (row: number) => void }) {
  const texts = messages.chronology;
  const first = years[0]?.year;
  const last = years[years.length - 1]?.year;
  if (first === undefined || last === undefined) return null;
  const byYear = new Map(years.map((count) => [count.year, count]));
  const most = Math.max(1, ...years.map(({ exact, vague }) => Math.max(exact, vague)));
  const height = (count: number): string => `${count === 0 ? 0 : Math.max(12, (count / most) * 100)}%`;
  // A record may hold one far-off date: beyond sixty years only those with entries are drawn.
  const shown = last - first < 60 ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : years.map(({ year }) => year);
  return (
    <nav className="years" aria-label={texts.years}>
      {shown.map((year) => {
        const { exact = 0, vague = 0, firstRow } = byYear.get(year) ?? {};
        return (
          <button key={year} type="button" className="years-year" aria-label={texts.year(year, exact, vague)} disabled={firstRow === undefined} onClick={() => { if (firstRow !== undefined) onGo(firstRow); }}>
            <span className="years-plot" aria-hidden><span className="years-vague" style={{ height: height(vague) }} /><span className="years-exact" style={{ height: height(exact) }} /></span>
            <span className="years-label" aria-hidden>{year}</span>
          </button>
        );
      })}
      {undated > 0 && <span className="years-undated quiet small">{texts.withoutDate(undated)}</span>}
    </nav>
  );
}
