import type { CasePageSource, CitedThing } from '../../../../shared/model/case/case-page';
import type { Citation } from '../../../../shared/model/case/narrative';
import { countOf, type Queries } from '../rows';
import { sourcesCited } from './page-sources';

/** What a narrative cites, as its page would print it now, each with the number of its newest reading: so that a screen tells what was amended since she cited it. */
export function citedThings(from: Queries, citations: readonly Citation[]): CitedThing[] {
  return sourcesCited(from, citations).map((source) => ({ ...source, version: versionOf(from, source) }));
}

function versionOf(from: Queries, { citation, isGone, firstRecordedUtc }: CasePageSource): number {
  if (isGone || firstRecordedUtc === null) return 0;
  switch (citation.kind) {
    case 'incident': return countOf(from, `incident_version WHERE incident_id = ?`, [citation.incidentId]);
    case 'case': return countOf(from, `case_version WHERE entry_id = ?`, [citation.entryId]);
    // The bytes of these never change.
    case 'document': case 'excerpt': case 'mail': return 1;
  }
}
