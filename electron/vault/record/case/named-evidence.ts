import type { EvidenceTarget, NamedEvidence } from '../../../../shared/model/case/evidence';
import { issuedMark } from '../exports/exhibit-marks';
import { idOf } from '../incidents/evidence-threads';
import type { Queries } from '../rows';

type Found = { name: string; sha256: string | null; is_gone: number };

const found: Readonly<Record<EvidenceTarget['kind'], string>> = {
  document: `SELECT CASE WHEN title <> '' THEN title ELSE original_name END AS name, sha256, status = 'erased' AS is_gone FROM document WHERE id = ?`,
  excerpt: `SELECT CASE WHEN shows <> '' THEN shows ELSE conversation.title END AS name, NULL AS sha256, 0 AS is_gone FROM excerpt JOIN conversation ON conversation.id = conversation_id WHERE excerpt.id = ?`,
  mail: `SELECT subject AS name, NULL AS sha256, 0 AS is_gone FROM mail WHERE id = ? AND ready = 1`,
};

/** What a thing is called where it is cited. One that is not there any more is gone, without a name. */
export function namedEvidence(from: Queries, target: EvidenceTarget): NamedEvidence {
  const [row] = from.all<Found>(found[target.kind], [idOf(target)]);
  if (row === undefined || row.is_gone === 1) return { target, name: '', isGone: true, sha256: null, mark: null };
  return { target, name: row.name, isGone: false, sha256: row.sha256, mark: issuedMark(from, { kind: target.kind, id: idOf(target) }) };
}
