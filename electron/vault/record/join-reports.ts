import { z } from 'zod';
import { JoinReport, type JoinReported } from '../../../shared/contract/backup-calls';
import { Id } from '../../../shared/model/identity';
import type { Queries } from './rows';

/** As the history keeps it (noteJoined): lost documents by id, because their names may be erased later. */
const Kept = JoinReport.omit({ lostFiles: true }).extend({ lostIds: z.array(Id) });

/** What was told when a damaged vault and a backup were joined, newest first. Documents erased since are not named. */
export function listJoinReports(from: Queries): JoinReported[] {
  const rows = from.all<{ at_utc: string; payload: string | null }>(`SELECT at_utc, payload FROM history WHERE kind = 'vault-merged' ORDER BY sequence DESC LIMIT 100`);
  return rows.flatMap(({ at_utc: atUtc, payload }) => {
    const kept = payload === null ? null : Kept.safeParse(JSON.parse(payload));
    if (!kept?.success) return [];
    const { lostIds, ...figures } = kept.data;
    return [{ atUtc, report: { ...figures, lostFiles: lostIds.flatMap((id) => nameOf(from, id)).sort() } }];
  });
}

function nameOf(from: Queries, id: Id): string[] {
  return from.all<{ name: string }>(`SELECT CASE title WHEN '' THEN original_name ELSE title END AS name FROM document WHERE id = ? AND object_name IS NOT NULL`, [id]).map(({ name }) => name);
}
