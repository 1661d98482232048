import { z } from 'zod';
import { JoinReport, type JoinReported } from '../../../../shared/contract/backup-calls';
import { Id } from '../../../../shared/model/identity';
import { appendHistory } from '../history/history';
import type { RecordContext } from '../record-context';
import type { Queries } from '../rows';

/** As the history keeps it (noteJoined): lost documents by id, because their names may be erased later. */
const Kept = JoinReport.omit({ lostFiles: true }).extend({ lostIds: z.array(Id) });

/** What was told when a damaged vault and a backup were joined (`vault-merged` in the history: what was written before cannot be renamed), newest first. Documents erased since are not named. */
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

/** In the history of the vault that was joined from copies; one that may only be read keeps no entry. */
export async function noteJoined(context: RecordContext, { lostFiles, lostObjects, ...figures }: JoinReport & { lostObjects: readonly string[] }): Promise<void> {
  if (context.store.readOnly) return;
  // By their ids: a name that she erases later must not stay here.
  const lost = new Set(lostObjects);
  const lostIds = context.store.all<{ id: Id; object_name: string }>(`SELECT id, object_name FROM document WHERE object_name IS NOT NULL`).filter((row) => lost.has(row.object_name)).map(({ id }) => id);
  await context.store.transact((transaction) => appendHistory(context, transaction, 'vault-merged', 'vault', context.store.vaultId, { ...figures, lostFiles: lostFiles.length, lostIds }));
}
