import { z } from 'zod';
import { IssuedBundle } from '../../../../shared/model/bundle';
import { Refusal } from '../../../../shared/contract/errors';
import type { IssuedBundleLine } from '../../../../shared/model/export';
import type { Id } from '../../../../shared/model/identity';
import { fromJson, type Queries } from '../rows';

const Written = z.object({ issued: IssuedBundle, fileName: z.string() });

const ofHistory = `FROM history WHERE kind = 'exported' AND payload IS NOT NULL AND json_extract(payload, '$.issued') IS NOT NULL`;

/** Court's bundles that were handed over, newest first: what can be gone on from. The history keeps them; there is no other list. */
export function listIssuedBundles(from: Queries): IssuedBundleLine[] {
  return from.all<{ id: Id; at_utc: string; payload: string }>(`SELECT subject_id AS id, at_utc, payload ${ofHistory} ORDER BY sequence DESC`).map(({ id, at_utc: atUtc, payload }) => {
    const { issued: { profile, letter, hearingDay, pageCount, exhibits }, fileName } = fromJson(Written, payload);
    return { exportId: id, atUtc, fileName, profile, letter, hearingDay, pageCount, documentCount: exhibits.length };
  });
}

/** The bundle that was handed over as that export. Refuses `not-found`. */
export function issuedBundle(from: Queries, exportId: Id): IssuedBundle {
  const [row] = from.all<{ payload: string }>(`SELECT payload ${ofHistory} AND subject_id = ?`, [exportId]);
  if (row === undefined) throw new Refusal('not-found');
  return fromJson(Written, row.payload).issued;
}
