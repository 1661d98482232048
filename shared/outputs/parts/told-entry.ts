import { incidentFields } from '../../layouts/told/incident';
import type { ThreadsOfEntry, ToldFields, ToldVersion } from '../../layouts/told/told-fields';
import { toldFieldsOf } from '../../layouts/told/told-kinds';
import type { PlannedEntry } from '../../model/export-plan';
import { withoutPrivileged } from '../../model/case/case-entry';

/** An entry with how its kind is told. Of documents and marked messages nothing is: they are exhibits themselves. */
export interface Told { readonly fields: ToldFields<never>; readonly versions: readonly ToldVersion<never>[]; readonly threadOf: ThreadsOfEntry }

/** Fields, versions and threads of an entry, of whichever kind; the versions are contents of that kind alone. Notes marked privileged are left out once more unless they were chosen, whatever the plan brings. */
export function toldOf(entry: PlannedEntry, includesPrivileged: boolean): Told | null {
  if ('threads' in entry) {
    const threads = new Map(entry.threads.map((thread) => [`${thread.kind} ${thread.id}`, thread]));
    const versions = entry.versions.map((version) => (includesPrivileged ? version : { ...version, content: withoutPrivileged(version.content) }));
    return { fields: toldFieldsOf(entry.subject), versions: versions as never[], threadOf: (kind, id) => threads.get(`${kind} ${id}`) ?? null };
  }
  if (!('versions' in entry)) return null;
  const versions = entry.versions.map((version) => (includesPrivileged ? version : { ...version, content: { ...version.content, privilegedNote: '' } }));
  return { fields: incidentFields, versions: versions as never[], threadOf: () => null };
}
