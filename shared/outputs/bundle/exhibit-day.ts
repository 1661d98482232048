import { sayDate, sortKeyOf } from '../../dates';
import { sayDay } from '../../layouts/say';
import type { PlannedExhibit } from '../../model/export-plan';

/** The day of an exhibit as an index says it, and by what it is sorted; both '' where it has none. Of messages the first of them; of mail what its sender claims. */
export function exhibitDay({ thing }: PlannedExhibit): { readonly says: string; readonly sortKey: string } {
  switch (thing.kind) {
    case 'document': return { says: sayDate(thing.document.happened), sortKey: thing.document.happened.edtf === '' ? '' : sortKeyOf(thing.document.happened) };
    case 'mail': return ofMoments(thing.mail.date?.at ?? '', '');
    case 'excerpt': return ofMoments(thing.messages.find(({ at }) => at !== '')?.at ?? '', thing.messages.findLast(({ at }) => at !== '')?.at ?? '');
  }
}

/** Clock times as written, `YYYY-MM-DDTHH:MM:SS`, or ''. */
function ofMoments(first: string, last: string): { says: string; sortKey: string } {
  const days = [...new Set([first, last].filter((at) => at !== '').map((at) => sayDay(at.slice(0, 10)).replace(/^\S+ /, '')))];
  return { says: days.join(' to '), sortKey: first === '' ? '' : sortKeyOf({ edtf: first.slice(0, 10), timeOfDay: first.slice(11, 16) }) };
}
