import type { EvidenceTarget, NamedEvidence } from '../../../../shared/model/case/evidence';
import type { Id } from '../../../../shared/model/identity';
import { issuedMarks, keyOfThing } from '../exports/exhibit-marks';
import { idOf } from '../incidents/evidence-threads';
import type { Queries } from '../rows';

type Found = { id: Id; name: string; sha256: string | null; is_gone: number };

/** Of each kind, those with these ids. */
const found: Readonly<Record<EvidenceTarget['kind'], string>> = {
  document: `SELECT id, CASE WHEN title <> '' THEN title ELSE original_name END AS name, sha256, status = 'erased' AS is_gone FROM document WHERE id IN (SELECT value FROM json_each(?))`,
  excerpt: `SELECT excerpt.id AS id, CASE WHEN shows <> '' THEN shows ELSE conversation.title END AS name, NULL AS sha256, 0 AS is_gone FROM excerpt JOIN conversation ON conversation.id = conversation_id WHERE excerpt.id IN (SELECT value FROM json_each(?))`,
  mail: `SELECT id, subject AS name, NULL AS sha256, 0 AS is_gone FROM mail WHERE ready = 1 AND id IN (SELECT value FROM json_each(?))`,
};
const kinds = Object.keys(found) as EvidenceTarget['kind'][];

/** What a thing is called where it is cited. One that is not there any more is gone, without a name. */
export function namedEvidence(from: Queries, target: EvidenceTarget): NamedEvidence {
  return nameEvidence(from, [target])(target);
}

/** The names of many things at once, looked up together: each question by itself costs more than its answer. Gives what names one of them. */
export function nameEvidence(from: Queries, targets: readonly EvidenceTarget[]): (target: EvidenceTarget) => NamedEvidence {
  const things = new Map<string, Found>();
  const marks = new Map<string, string>();
  for (const kind of kinds) {
    const ids = [...new Set(targets.filter((target) => target.kind === kind).map(idOf))];
    if (ids.length === 0) continue;
    for (const thing of from.all<Found>(found[kind], [JSON.stringify(ids)])) things.set(keyOfThing({ kind, id: thing.id }), thing);
    for (const [id, mark] of issuedMarks(from, kind, ids)) marks.set(keyOfThing({ kind, id }), mark);
  }
  return (target) => {
    const key = keyOfThing({ kind: target.kind, id: idOf(target) });
    const thing = things.get(key);
    if (thing === undefined || thing.is_gone === 1) return { target, name: '', isGone: true, sha256: null, mark: null };
    return { target, name: thing.name, isGone: false, sha256: thing.sha256, mark: marks.get(key) ?? null };
  };
}
