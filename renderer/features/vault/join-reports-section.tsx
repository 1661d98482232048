import { messages } from '../../../shared/messages/en-gb';
import { JoinReportView } from '../../app/join-report';
import { useAsk } from '../../app/use-ask';
import { Folded } from '../../ui/folded';

/** In a vault that was joined from a damaged one and a backup: the report of that, for as long as the vault lives. */
export function JoinReportsSection() {
  const { value } = useAsk('backup.joinReports', {});
  return value?.reports.map(({ atUtc, report }) => (
    <Folded key={atUtc} title={messages.backup.join.reports} summary={messages.dates.day(atUtc)}><JoinReportView report={report} /></Folded>
  ));
}
