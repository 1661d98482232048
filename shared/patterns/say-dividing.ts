import { sayDate } from '../dates';
import { patterns as words } from '../messages/en-gb/patterns';
import type { Patterns } from '../model/case/patterns';
import type { Id } from '../model/identity';
import { sayOneDay } from './say-period';

/** What divides time and what does not, why entries lie in none of the times, and an entry that stands years before all others: a sentence each. */
export function sayDividing({ marks, dividing, notDividing, besideStretches, besideVague, farFirst, stretches }: Patterns): string[] {
  const texts = words.beforeAfter;
  const nameOf = (id: Id | null): string => {
    const mark = marks.find(({ entryId }) => entryId === id);
    return mark === undefined ? '' : texts.named(mark.title, sayDate(mark.happened));
  };
  return [
    ...(dividing.length === 0 ? [] : [texts.dividedBy(dividing.map(nameOf))]),
    ...notDividing.map(({ entryId, why, by }) => texts.left[why](nameOf(entryId), nameOf(by))),
    ...besideVague.map(({ entryId, count }) => texts.besideVague(count, nameOf(entryId))),
    ...(besideStretches === 0 ? [] : [texts.beside(besideStretches)]),
    ...(farFirst === null || stretches.length === 0 ? [] : [texts.farFirst(sayEdtf(farFirst.edtf), sayOneDay(farFirst.nextDay), farFirst.days)]),
  ];
}

/** When a kind is first or last told of: as it is noted, with an exact date that lies in a loose one. */
export function sayKindDates(dates: readonly string[]): string {
  return dates.length === 0 ? words.kinds.unknown : dates.map(sayEdtf).join(words.kinds.or);
}

function sayEdtf(edtf: string): string {
  return sayDate({ edtf, timeOfDay: '', timeApproximate: false });
}
