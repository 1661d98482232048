import type { JoinReport } from '../../shared/contract/backup-calls';
import { messages } from '../../shared/messages/en-gb';
import { Notice } from '../ui/notice';
import { Facts } from '../ui/page';

/** What came from where when a damaged vault and a backup were joined: told at the end of it, and again on the vault's page. */
export function JoinReportView({ report }: { readonly report: JoinReport }) {
  const texts = messages.backup.join;
  const { entriesFromVault, entriesFromBackup, filesFromVault, filesFromBackup, lostFiles, wholeUntilUtc } = report;
  return (
    <div className="stack">
      <Facts facts={[
        { name: texts.fromVault, value: texts.counts(entriesFromVault, filesFromVault) },
        { name: texts.fromBackup, value: texts.counts(entriesFromBackup, filesFromBackup) },
        { name: texts.wholeUntil, value: wholeUntilUtc ? messages.dates.instant(wholeUntilUtc) : texts.wholeUntilNone },
      ]} />
      {lostFiles.length === 0 ? <p>{texts.nothingLost}</p> : (
        <Notice tone="loss" title={texts.lost}><ul>{lostFiles.map((name, index) => <li key={index} dir="auto">{name}</li>)}</ul></Notice>
      )}
    </div>
  );
}
