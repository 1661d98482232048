import { exhibitName } from '../../../../shared/layouts/exhibit-name';
import type { PlannedBundle } from '../../../../shared/model/bundle';
import type { PlannedEntry } from '../../../../shared/model/export-plan';
import type { NotHere } from '../../../../shared/model/not-here';
import type { Queries } from '../rows';
import { issuedMark, keyOfThing, type MarkedThing } from './exhibit-marks';
import { plannedExhibit } from './planned-exhibit';

export interface NotHereBy {
  /** What bears an entry out in the record, whether or not it goes. */
  readonly evidenceOf: (entryId: string) => readonly MarkedThing[];
  readonly isHere: (thing: MarkedThing) => boolean;
  readonly isLeftOut: (thing: MarkedThing) => boolean;
  readonly keptOut: PlannedBundle['keptOut'];
}

/** What belongs to the entries of a document and is not in it, each once, with why. */
export function notHere(from: Queries, entries: readonly Pick<PlannedEntry, 'id' | 'number'>[], { evidenceOf, isHere, isLeftOut, keptOut }: NotHereBy): NotHere[] {
  const things = new Map<string, { thing: MarkedThing; entryNumbers: number[] }>();
  for (const { id, number } of entries) {
    for (const thing of evidenceOf(id)) {
      if (isHere(thing)) continue;
      const known = things.get(keyOfThing(thing)) ?? { thing, entryNumbers: [] };
      known.entryNumbers.push(number);
      things.set(keyOfThing(thing), known);
    }
  }
  const orders = new Map(keptOut.map((out) => [keyOfThing(out), out.why]));
  return [...things].map(([key, { thing, entryNumbers }]) => ({
    ...thing, name: exhibitName(plannedExhibit(from, thing, '', [])), mark: issuedMark(from, thing) ?? '', why: orders.get(key) ?? (isLeftOut(thing) ? 'left-out' : 'with-entries'), entryNumbers,
  }));
}
