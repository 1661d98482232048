import type { CaseKind } from '../../model/case/case-entry';

/** Words of "What matters now", the first page of "Your case". Names and days only; nothing pushes. */
export const caseFront = {
  title: 'What matters now',
  lead: 'Where things stand.',
  lastToday: (count: number) => (count === 1 ? 'Where things stand. One time limit has its last day today.' : `Where things stand. ${count} time limits have their last day today.`),
  open: 'Open',
  deadlines: 'Next time limits', noneToCome: 'No time limit has a last day still to come.', allDeadlines: 'All time limits', moreDeadlines: (count: number) => (count === 1 ? 'One more is noted.' : `${count} more are noted.`),
  ended: 'Last day passed, not settled', endedHint: 'Some can still be asked for late, with reasons. Open one to see what its rule says, or to note that it is done.',
  withoutDay: 'Time limits without a last day', withoutDayHint: 'A day is missing, or does not fit the rule. Open one to see which.',
  lastEntries: 'Last made part of your record', noEntries: 'Nothing is in your record yet.', toChronology: 'Read the chronology',
  recorded: (when: string) => `recorded ${when}`,
  drafts: 'Drafts', noDrafts: 'There are no drafts.', moreDrafts: (count: number) => (count === 1 ? 'There is one more draft.' : `There are ${count} more drafts.`),
  amendment: 'an amendment begun', draft: 'draft',
  inbox: 'Inbox', waiting: (count: number) => (count === 0 ? 'Nothing waits in the inbox.' : count === 1 ? 'One thing waits in the inbox.' : `${count.toLocaleString('en-GB')} things wait in the inbox.`), toInbox: 'Go to the inbox',
  given: 'Given to others', noGiven: 'Nothing is noted as given yet.', andMore: (count: number) => `and ${count} more`,
  exported: (pages: number, when: string) => `${pages.toLocaleString('en-GB')} ${pages === 1 ? 'page' : 'pages'}, saved ${when}`, toHandOver: 'Hand over',
  backup: 'Backup', backupAt: (when: string) => `The newest backup was made ${when}.`, noBackup: 'No backup was made yet.', toVault: 'Look after the vault',
  unnamed: 'No name yet',
  kinds: {
    incident: 'Entry of the chronology', contact: 'Contact', tie: 'Tie', 'counter-allegation': 'Their version', 'look-up': 'Something they knew', disclosure: 'Reply or disclosure', deadline: 'Time limit', narrative: 'Narrative', 'turning-point': 'Turning point', conduct: 'Course of conduct',
  } satisfies Record<CaseKind | 'incident', string>,
};
