import { z } from 'zod';
import { Id, Sha256 } from '../identity';
import { IncidentLink } from '../incident';

/** What bears something out: a document, marked messages, a mail. The same as what an incident is linked to. */
export const EvidenceTarget = IncidentLink.shape.target;
export type EvidenceTarget = z.infer<typeof EvidenceTarget>;

export const Evidence = z.array(EvidenceTarget).max(500);

/** A thing as it is called where it is cited. `isGone`: it was erased or taken out of the record. `mark`: null while no exhibit mark was given to it. */
export const NamedEvidence = z.object({ target: EvidenceTarget, name: z.string(), isGone: z.boolean(), sha256: Sha256.nullable(), mark: z.string().nullable() });
export type NamedEvidence = z.infer<typeof NamedEvidence>;

/** One line of a list inside an entry. Its id stays when the line is changed, so that others can point at it. */
export const ItemId = Id;

/** Long text of hers, in UTF-16 units; line feeds kept, any script. */
export const LongText = z.string().max(200_000);
