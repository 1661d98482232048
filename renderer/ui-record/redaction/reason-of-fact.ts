import type { ProtectedFactKind } from '../../../shared/model/protected-fact';
import type { RedactionReason } from '../../../shared/model/redaction';

/** The reason that is offered first for something on her list of what must never be in it: it is printed where the words stood. */
export const reasonOfFact: Readonly<Record<ProtectedFactKind, RedactionReason>> = {
  address: 'address', postcode: 'address', phone: 'contact-details', email: 'contact-details', school: 'school-or-work', work: 'school-or-work', car: 'private', refuge: 'refuge', child: 'child', other: 'private',
};
