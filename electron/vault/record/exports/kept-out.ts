import type { BundleChoice, PlannedBundle } from '../../../../shared/model/bundle';
import { exhibitName } from '../../../../shared/layouts/exhibit-name';
import { staysOut } from '../../../../shared/outputs/bundle/needs-order';
import { getDocument } from '../documents/documents';
import type { Queries } from '../rows';
import type { MarkedThing } from './exhibit-marks';
import { plannedExhibit } from './planned-exhibit';

/** Which of these things stay out of a bundle until she names the order or direction that allows each. */
export function keptOut(from: Queries, choice: BundleChoice | undefined, things: readonly MarkedThing[]): PlannedBundle['keptOut'] {
  return things.flatMap((thing) => {
    const { kind, id } = thing;
    const why = staysOut(choice, kind === 'document' ? { kind, id, document: getDocument(from, id) } : { kind, id });
    return why === null ? [] : [{ kind, id, name: exhibitName(plannedExhibit(from, thing, '', [])), why }];
  });
}
