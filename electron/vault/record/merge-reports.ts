import { MergeReport, type MergeReported } from '../../../shared/contract/backup-calls';
import type { Queries } from './rows';

/** What was told when a damaged vault and a backup were joined, newest first: the history keeps it. */
export function listMergeReports(from: Queries): MergeReported[] {
  const rows = from.all<{ at_utc: string; payload: string | null }>(`SELECT at_utc, payload FROM history WHERE kind = 'vault-merged' ORDER BY sequence DESC LIMIT 100`);
  return rows.flatMap(({ at_utc: atUtc, payload }) => {
    const report = payload === null ? null : MergeReport.safeParse(JSON.parse(payload));
    return report?.success ? [{ atUtc, report: report.data }] : [];
  });
}
