import { policeRoles, type RecipientRole } from '../../model/recipient';

/** The tag by which she marks it; spelt in capitals or not. */
export const privateChildrenTag = 'Private children proceedings';

/** Who gets such material only once she has said why it may go to them. */
const askedBefore: ReadonlySet<RecipientRole> = new Set([...policeRoles, 'journalist']);

/** Why they are asked about: domain.md, "Confidentiality". */
export const privateChildrenSource = 'Administration of Justice Act 1960, section 12, and FPR Practice Direction 12G: what belongs to private proceedings about a child may be given only to those, and for those purposes, that the rules or the court allow.';

/** Whether she must say first why this recipient may have what is in the copy. */
export function mustSayWhy(role: RecipientRole, holdsPrivateChildren: boolean): boolean {
  return holdsPrivateChildren && askedBefore.has(role);
}
