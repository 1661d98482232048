import { messages } from '../../../shared/messages/en-gb';
import { MergeReportView } from '../../app/merge-report';
import { useAsk } from '../../app/use-ask';
import { Folded } from '../../ui/folded';

/** In a vault that was joined from a damaged one and a backup: the report of that, for as long as the vault lives. */
export function MergeReportsSection() {
  const { value } = useAsk('backup.mergeReports', {});
  return value?.reports.map(({ atUtc, report }) => (
    <Folded key={atUtc} title={messages.backup.join.reports} summary={messages.dates.day(atUtc)}><MergeReportView report={report} /></Folded>
  ));
}
