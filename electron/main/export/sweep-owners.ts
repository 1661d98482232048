import { exhibitName } from '../../../shared/layouts/exhibit-name';
import { place } from '../../../shared/layouts/places';
import type { BuiltExport } from '../../../shared/model/export';
import type { ExportPlan, PlannedExhibit } from '../../../shared/model/export-plan';
import type { SweepReport } from '../../../shared/model/sweep';
import { squeeze } from '../../../shared/sweep/fold-text';

/** `words`: what an entry prints, folded; '' of what has its pages for itself. */
interface Begins { readonly page: number; readonly name: string; readonly ids: string[]; readonly exhibitsOf: string[]; readonly words: string }

/**
 * On whose pages each hit stands, and what to leave out for it to be gone. Where several entries share a page, those whose words hold what was found; all of them where that cannot be told. Of what stands on the front
 * pages or in metadata nobody is the owner.
 */
export function ownersOf({ hits }: SweepReport, plan: ExportPlan, pageOf: ReadonlyMap<string, number>, lastPage: number): BuiltExport['sweepOwners'] {
  const begins: Begins[] = [
    ...plan.entries.flatMap((entry) => beginning(pageOf.get(place.entry(entry.number)), { name: entry.title || String(entry.number), ids: [entry.id], exhibitsOf: [], words: squeeze(JSON.stringify(entry)) })),
    ...plan.exhibits.flatMap((exhibit) => beginning(pageOf.get(place.exhibit(exhibit.mark)), { name: `${exhibit.mark} ${exhibitName(exhibit)}`, ids: [idOf(exhibit)], exhibitsOf: exhibit.citedBy, words: '' })),
    // What the document lists at its end belongs to nobody.
    ...beginning(pageOf.get(place.sources), { name: '', ids: [], exhibitsOf: [], words: '' }),
  ].sort((a, b) => a.page - b.page);
  return hits.flatMap(({ id, place: { page, file, where }, shown }) => {
    if (file.length !== 1) return [];
    if (page === null && (where === 'document' || where === 'text')) return inWords(shown.found, plan).map((owner) => ({ hitId: id, ...owner }));
    if (page === null || page > lastPage) return [];
    const before = begins.findLast((one) => one.page < page);
    const here = [...(before === undefined ? [] : [before]), ...begins.filter((one) => one.page === page)];
    const found = squeeze(shown.found);
    const telling = here.filter(({ words }) => found !== '' && words.includes(found));
    // An exhibit begins on a page of its own: the last that began is the one that is seen.
    const owners = telling.length > 0 ? telling : here.some(({ words }) => words !== '') ? here.filter(({ words }) => words !== '') : here.slice(-1);
    return owners.filter(({ ids }) => ids.length > 0).slice(0, mostOwners).map(({ name, ids, exhibitsOf }) => ({ hitId: id, name, ids, exhibitsOf }));
  });
}

const mostOwners = 3;

/** In a file without pages (Word, a table): the entries whose own words hold what was found. */
function inWords(found: string, { entries }: ExportPlan): Omit<BuiltExport['sweepOwners'][number], 'hitId'>[] {
  const sought = squeeze(found);
  const telling = sought === '' ? [] : entries.filter((entry) => squeeze(JSON.stringify(entry)).includes(sought));
  return telling.slice(0, mostOwners).map((entry) => ({ name: entry.title || String(entry.number), ids: [entry.id], exhibitsOf: [] }));
}

const beginning = (page: number | undefined, of: Omit<Begins, 'page'>): Begins[] => (page === undefined ? [] : [{ page, ...of }]);

function idOf({ thing }: PlannedExhibit): string {
  switch (thing.kind) {
    case 'document': return thing.document.id;
    case 'excerpt': return thing.excerpt.id;
    case 'mail': return thing.mail.id;
  }
}
