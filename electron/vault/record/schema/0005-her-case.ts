import { caseEntries } from './0005/case-entries';
import { overview } from './0005/overview';
import { casePages } from './0005/case-pages';
import { people } from './0005/people';

/** Schema 5: her case. Several lists, one step. */
export const herCase: readonly string[] = [...caseEntries, ...casePages, ...overview, ...people];
