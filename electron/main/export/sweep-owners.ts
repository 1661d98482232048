import { entryName } from '../../../shared/layouts/entry-name';
import { exhibitName } from '../../../shared/layouts/exhibit-name';
import { place } from '../../../shared/layouts/places';
import type { BuiltExport } from '../../../shared/model/export';
import { pagesThatGo } from '../../../shared/model/exhibit-said';
import { type ExportPlan, thingOf } from '../../../shared/model/export-plan';
import type { SweepReport } from '../../../shared/model/sweep';
import { squeeze } from '../../../shared/sweep/fold-text';

/** `words`: what an entry prints, folded; '' of what has its pages for itself. */
interface Begins { readonly page: number; readonly name: string; readonly ids: string[]; readonly exhibit: BuiltExport['sweepOwners'][number]['exhibit']; readonly words: string }

/**
 * On whose pages each hit stands, and what to leave out for it to be gone. Where several entries share a page, those whose words hold what was found. What stands in a list of exhibits (index, divider, a row of
 * the chronology) is of those whose names hold it. Where neither tells, nobody is the owner: leaving out another thing would take it from her evidence, and what was found would stand.
 */
export function ownersOf({ hits }: SweepReport, plan: ExportPlan, pageOf: ReadonlyMap<string, number>, lastPage: number, printed: readonly Run[]): BuiltExport['sweepOwners'] {
  const own: Begins[] = [
    ...plan.entries.flatMap((entry) => beginning(pageOf.get(place.entry(entry.number)), { name: entry.title || String(entry.number), ids: [entry.id], exhibit: null, words: squeeze(`${JSON.stringify(entry)} ${entryName(entry)}`) })),
    ...plan.exhibits.flatMap((exhibit) => beginning(pageOf.get(place.exhibit(exhibit.mark)), { name: `${exhibit.mark} ${exhibitName(exhibit)}`, ids: [thingOf(exhibit).id], exhibit: thingOf(exhibit), words: '' })),
  ];
  const places = new Set([...plan.entries.map(({ number }) => place.entry(number)), ...plan.exhibits.map(({ mark }) => place.exhibit(mark))]);
  // Headings, dividers and what stands at the end are nobody's; where one shares its page, what follows it there does not.
  const nobodys = [...pageOf].filter(([at]) => !places.has(at)).map(([, page]): Begins => ({ page, name: '', ids: [], exhibit: null, words: '' }));
  const begins = [...nobodys, ...own].sort((one, other) => one.page - other.page);
  return hits.flatMap(({ id, place: { page, file, where }, shown }) => {
    if (file.length !== 1) return [];
    if (page === null && (where === 'document' || where === 'text')) return inWords(shown.found, plan).map((owner) => ({ hitId: id, ...owner }));
    if (page === null || page > lastPage) return [];
    const before = begins.findLast((one) => one.page < page);
    const here = [...(before === undefined ? [] : [before]), ...begins.filter((one) => one.page === page)];
    const found = squeeze(shown.found);
    const telling = here.filter(({ words }) => found !== '' && words.includes(found));
    const entries = here.filter(({ words }) => words !== '');
    // An exhibit begins on a page of its own: the last that began is the one that is seen.
    const owners = telling.length > 0 ? telling : entries.length === 1 ? entries : entries.length > 1 ? [] : here.slice(-1);
    const theirs = owners.filter(({ ids }) => ids.length > 0).slice(0, mostOwners).map(({ name, ids, exhibit, page: from }) => ({ hitId: id, name, ids, exhibit, at: exhibit === null ? null : placeInFile(exhibit, from, page, printed, goingOf(plan, exhibit)) }));
    return theirs.length > 0 ? theirs : own.filter(({ exhibit, name }) => exhibit !== null && found !== '' && squeeze(name).includes(found)).slice(0, mostOwners).map(({ name, ids, exhibit }) => ({ hitId: id, name, ids, exhibit, at: null }));
  });
}

const mostOwners = 3;

/** In a file without pages (Word, a table): the entries whose own words hold what was found. */
function inWords(found: string, { entries }: ExportPlan): Omit<BuiltExport['sweepOwners'][number], 'hitId'>[] {
  const sought = squeeze(found);
  const telling = sought === '' ? [] : entries.filter((entry) => squeeze(JSON.stringify(entry)).includes(sought));
  return telling.slice(0, mostOwners).map((entry) => ({ name: entry.title || String(entry.number), ids: [entry.id], exhibit: null, at: null }));
}

/** Indices [from, to) of pages. */
interface Run { readonly from: number; readonly to: number }

/** Of an extract the pages of its file, in the order in which they stand; null of all else. */
function goingOf({ exhibits }: ExportPlan, { kind, id }: { readonly kind: string; readonly id: string }): readonly number[] | null {
  return pagesThatGo(exhibits.find((exhibit) => { const thing = thingOf(exhibit); return thing.kind === kind && thing.id === id; })?.inCopy);
}

/** Which page of a document's own file stands on `page`; one that is printed on its sheet has but one. `begins`: the page of its sheet; `printed`: pages that we set; `going`: of an extract, its pages. */
function placeInFile({ kind, id }: { readonly kind: string; readonly id: string }, begins: number, page: number, printed: readonly Run[], going: readonly number[] | null): BuiltExport['sweepOwners'][number]['at'] {
  if (kind !== 'document') return null;
  const isSet = (number: number): boolean => printed.some(({ from, to }) => number - 1 >= from && number - 1 < to);
  if (isSet(page)) return { documentId: id, page: going?.[0] ?? 1 };
  let first = begins;
  while (first < page && isSet(first)) first += 1;
  const at = page - first;
  return { documentId: id, page: going?.[at] ?? at + 1 };
}

const beginning = (page: number | undefined, of: Omit<Begins, 'page'>): Begins[] => (page === undefined ? [] : [{ page, ...of }]);
