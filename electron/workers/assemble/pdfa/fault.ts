import type { KeptFault } from '../../../../shared/model/kept';

/** What of a document does not keep to a clause of ISO 19005-2:2011. */
export type Fault = KeptFault;

export const fault = (clause: string, about: Fault['about']): Fault => ({ clause, about });
