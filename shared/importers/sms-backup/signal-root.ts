/**
 * The start tag with which signalbackup-tools begins its XML (`--exportxml`; signalbackup/exportxml.cc): its count has no quotation marks, so that it is no XML. All beneath it is in the form
 * of SMS Backup & Restore.
 */
export function isSignalRoot(source: string): boolean {
  return /^<smses count=\d{1,9} backup_date="[^"<>]{0,100}" type="full">?\s*$/.test(source);
}
