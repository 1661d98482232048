export { abuseGroups, abuseKinds, abuseKindOf, type AbuseGroup, type AbuseKind } from './abuse-kinds';
export { tieKnownLabels, tieLabels } from './ties';
export { dateBasisLabels, personRoleLabels, partLabels, type PickLabel } from './record-words';
