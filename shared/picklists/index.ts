export { abuseGroups, abuseKinds, abuseKindOf, type AbuseGroup, type AbuseKind } from './abuse-kinds';
export { couldBeAsked, type CouldBeAsked } from './could-be-asked';
export { conductElementOf, conductElements, conductOffences, type ConductElement, type ConductOffence } from './conduct-elements';
export { separations, turningPointLabels } from './turning-points';
export { tieKnownLabels, tieLabels } from './ties';
export { dateBasisLabels, personRoleLabels, partLabels, type PickLabel } from './record-words';
export { contactFormLabels, contactPartLabels, disclosureFormLabels, keptLabels, mannerLabels } from './contact-words';
export { holderOf, lookUpSystemLabel, lookUpSystemOf, lookUpSystems, systemGroups, type LookUpSystem, type SystemSource } from './systems';
export { outcomeInPrint, outcomeKindOf, outcomeKinds, outcomeLabel, outcomeLists, outcomeOutOfTime, type OutcomeKind } from './outcomes';
