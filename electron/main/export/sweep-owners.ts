import { exhibitName } from '../../../shared/layouts/exhibit-name';
import { place } from '../../../shared/layouts/places';
import type { BuiltExport } from '../../../shared/model/export';
import type { ExportPlan, PlannedExhibit } from '../../../shared/model/export-plan';
import type { SweepReport } from '../../../shared/model/sweep';

interface Begins { readonly page: number; readonly name: string; readonly ids: string[]; readonly exhibitsOf: string[] }

/** On whose pages each hit stands, and what to leave out for it to be gone. Of what stands on the front pages or in metadata nobody is the owner. */
export function ownersOf({ hits }: SweepReport, plan: ExportPlan, pageOf: ReadonlyMap<string, number>, lastPage: number): BuiltExport['sweepOwners'] {
  const begins: Begins[] = [
    ...plan.entries.flatMap(({ id, number, title }) => beginning(pageOf.get(place.entry(number)), { name: title || String(number), ids: [id], exhibitsOf: [] })),
    ...plan.exhibits.flatMap((exhibit) => beginning(pageOf.get(place.exhibit(exhibit.mark)), { name: `${exhibit.mark} ${exhibitName(exhibit)}`, ids: [idOf(exhibit)], exhibitsOf: exhibit.citedBy })),
    // What the document lists at its end belongs to nobody.
    ...beginning(pageOf.get(place.sources), { name: '', ids: [], exhibitsOf: [] }),
  ].sort((a, b) => a.page - b.page);
  return hits.flatMap(({ id, place: { page, file } }) => {
    if (page === null || page > lastPage || file.length !== 1) return [];
    const owner = begins.findLast((one) => one.page <= page);
    return owner === undefined || owner.ids.length === 0 ? [] : [{ hitId: id, name: owner.name, ids: owner.ids, exhibitsOf: owner.exhibitsOf }];
  });
}

const beginning = (page: number | undefined, of: Omit<Begins, 'page'>): Begins[] => (page === undefined ? [] : [{ page, ...of }]);

function idOf({ thing }: PlannedExhibit): string {
  switch (thing.kind) {
    case 'document': return thing.document.id;
    case 'excerpt': return thing.excerpt.id;
    case 'mail': return thing.mail.id;
  }
}
