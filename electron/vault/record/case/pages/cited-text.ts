import type { CitedText } from '../../../../../shared/model/case/case-page';
import type { EvidenceTarget } from '../../../../../shared/model/case/evidence';
import type { Id } from '../../../../../shared/model/identity';
import type { Citation } from '../../../../../shared/model/case/narrative';

/** Words alone; '' gives nothing at all. */
export function says(words: string): CitedText {
  return words === '' ? [] : [{ is: 'words', words }];
}

export function cites(citation: Citation): CitedText {
  return [{ is: 'source', citation }];
}

export function citesIncident(incidentId: Id): CitedText {
  return cites({ kind: 'incident', incidentId });
}

export function citesEntry(entryId: Id): CitedText {
  return cites({ kind: 'case', entryId });
}

/** Things that bear something out, in a row. */
export function citesEach(targets: readonly (EvidenceTarget | Citation)[]): CitedText {
  return joined(targets.map((target) => cites(target)), ', ');
}

/** Texts in a row with `between` between those that say something. */
export function joined(texts: readonly CitedText[], between: string): CitedText {
  return texts.filter((text) => text.length > 0).flatMap((text, index) => (index === 0 ? text : [...says(between), ...text]));
}
