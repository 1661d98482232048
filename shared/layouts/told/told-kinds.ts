import type { CaseContent } from '../../model/case/case-entry';
import type { ToldKind } from '../../model/case/told-in-chronology';
import { contactFields } from './contact';
import { counterAllegationFields } from './counter-allegation';
import { lookUpFields } from './look-up';
import { turningPointFields } from './turning-point';
import type { ToldFields } from './told-fields';

const fieldsOf: { readonly [K in ToldKind]: ToldFields<Extract<CaseContent, { kind: K }>> } = { contact: contactFields, 'counter-allegation': counterAllegationFields, 'look-up': lookUpFields, 'turning-point': turningPointFields };

/** How an entry of the case of this kind is told. Given contents of its own kind alone: an entry keeps its kind. */
export function toldFieldsOf(kind: ToldKind): ToldFields<CaseContent> {
  return fieldsOf[kind] as ToldFields<CaseContent>;
}
