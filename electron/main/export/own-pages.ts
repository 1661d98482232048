import { place } from '../../../shared/layouts/places';
import { pagesThatGo } from '../../../shared/model/exhibit-said';
import type { BuiltExport } from '../../../shared/model/export';
import type { PlannedExhibit } from '../../../shared/model/export-plan';
import { rangesOf } from '../../../shared/model/page-ranges';
import type { BuiltPages } from './build-export';

/** On which pages an exhibit's own file is seen, and which of its pages these are; null where it has none, or which are here is not known. */
export function ownPagesOf({ pageOf, printed, pageCount, filePages }: Pick<BuiltPages, 'pageOf' | 'printed' | 'pageCount' | 'filePages'>, { mark, thing, inCopy }: PlannedExhibit): BuiltExport['exhibits'][number]['ownPages'] {
  const sheet = pageOf.get(place.exhibit(mark));
  const has = filePages.get(mark);
  if (sheet === undefined || has === undefined || thing.kind !== 'document') return null;
  if (thing.document.form === 'image') {
    // Printed with its sheet, up to where the next thing begins.
    const next = Math.min(pageCount + 1, ...[...pageOf.values()].filter((page) => page > sheet));
    return has > 1 ? null : { first: sheet, count: next - sheet, ranges: [{ from: 1, to: 1 }] };
  }
  const isSet = (page: number): boolean => printed.some(({ from, to }) => page > from && page <= to);
  let first = sheet;
  while (first <= pageCount && isSet(first)) first += 1;
  let end = first;
  while (end <= pageCount && !isSet(end)) end += 1;
  const going = pagesThatGo(inCopy) ?? Array.from({ length: has }, (_, index) => index + 1);
  // Some may be lost on the way: then it is not known which page is which.
  return end > first && going.length === end - first ? { first, count: end - first, ranges: rangesOf(going) } : null;
}
