import { sayDate } from '../../../shared/dates';
import { messages } from '../../../shared/messages/en-gb';
import type { Patterns } from '../../../shared/model/case/patterns';
import { placeOfCase } from '../../app/place-of-case';
import { usePlaces } from '../../app/places';
import { Button } from '../../ui/button';
import { NumbersTable } from './numbers-table';

/** Reports, hearings and turning points by day, each with what is recorded just before and after it; each opens. */
export function MarksTable({ found: { marks, around, aroundDays, today } }: { found: Patterns }) {
  const { go } = usePlaces();
  const texts = messages.patterns.marks;
  const near = new Map(around.map((one) => [one.entryId, one]));
  const { columns } = texts;
  return (
    <NumbersTable
      label={texts.title} inWords={[0, 1, 2]} columns={[columns.number, columns.what, columns.when, columns.before(aroundDays), columns.onTheDay, columns.after(aroundDays)]}
      rows={marks.map(({ entryId, entryKind, sort, title, happened, span }, index) => {
        const counted = near.get(entryId);
        const what = `${texts.one[sort]}: ${title}`;
        const open = (): void => go(placeOfCase(entryKind, entryId));
        return {
          key: entryId,
          cells: [index + 1, <Button key="open" tone="quiet" onPress={open}><bdi>{what}</bdi></Button>, sayDate(happened) || messages.dates.undated, ...(counted ? [counted.before, counted.onTheDay, counted.after] : [span.earliest > today ? texts.toCome : texts.vague, '', ''])],
        };
      })}
    />
  );
}
