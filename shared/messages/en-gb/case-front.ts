/** Words of "What matters now", the first page of "Your case". Names and days only; nothing pushes. */
export const caseFront = {
  title: 'What matters now',
  lead: 'Where things stand. Nothing here has to be done today.',
  open: 'Open',
  deadlines: 'Next time limits', noDeadlines: 'No time limit is running.', allDeadlines: 'All time limits', moreDeadlines: (count: number) => (count === 1 ? 'One more is noted.' : `${count} more are noted.`),
  lastEntries: 'Last made part of your record', noEntries: 'Nothing is in your record yet.', toChronology: 'Read the chronology',
  recorded: (when: string) => `recorded ${when}`,
  unfinished: 'Not finished', noUnfinished: 'Nothing is half written.', moreUnfinished: (count: number) => (count === 1 ? 'One more is half written.' : `${count} more are half written.`),
  change: 'a change begun', draft: 'draft',
  inbox: 'Inbox', waiting: (count: number) => (count === 0 ? 'Nothing waits in the inbox.' : count === 1 ? 'One thing waits in the inbox.' : `${count.toLocaleString('en-GB')} things wait in the inbox.`), toInbox: 'Go to the inbox',
  given: 'Given to others', noGiven: 'Nothing is noted as given yet.', andMore: (count: number) => `and ${count} more`,
  exported: (pages: number, when: string) => `${pages.toLocaleString('en-GB')} ${pages === 1 ? 'page' : 'pages'}, saved ${when}`, toHandOver: 'Hand over',
  backup: 'Backup', backupAt: (when: string) => `The newest backup was made ${when}.`, noBackup: 'No backup was made yet.', toVault: 'Look after the vault',
  unnamed: 'No name yet',
};
