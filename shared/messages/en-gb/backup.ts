import type { ErrorCode } from '../../contract/errors';
import { countOf } from '../plural';

/** "today", "yesterday", "12 days ago", "more than 5 months ago"; `days` between two dates of the calendar. */
export function ago(days: number): string {
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 60) return `${days} days ago`;
  // Days of the calendar are all that is known here: more than so many, never fewer than there were.
  return days < 730 ? `more than ${countOf(Math.floor((days - 1) / 31), 'month', 'months')} ago` : `more than ${countOf(Math.floor((days - 1) / 366), 'year', 'years')} ago`;
}

const documents = (count: number): string => countOf(count, 'document', 'documents');
const steps = (count: number): string => countOf(count, 'step', 'steps');

/** What a refusal says where the general words would not tell what is safe or what to do here. The others: errors.ts. */
const own = (texts: Partial<Record<ErrorCode, string>>): Partial<Record<ErrorCode, string>> => texts;

const goesOn = 'It goes on where it stopped.';
const stickGone = 'The stick was taken out, or it did not answer.';

/** Backups, restoring, joining and moving. */
export const backup = {
  title: 'Backups',
  lead: 'A second copy of your vault, locked in the same way, for the day this computer breaks or is taken.',
  add: 'Add a place',
  addFirst: 'Choose a place',
  listLabel: 'Places with a backup',
  last: (days: number) => `Last backup ${ago(days)}`,
  notYet: 'No backup yet',
  /** A backup that was found, and whose date is not known. */
  found: 'There is a backup of this vault here. Its date shows after the next one.',
  /** `days` since the last one that was made there. */
  gone: (days: number) => `The backup that was here is gone. It was made ${ago(days)}.`,
  isRight: 'Is this the right stick?',
  askGone: 'The backup that was here is gone. Is this the right stick? Nothing was written. If it is another one, put the right one in and back up again.',
  makeAnew: 'Make a new backup here',
  notNow: 'Not now',
  away: 'It is not plugged in, or was moved.',
  checkedWhole: (days: number) => `Checked ${ago(days)}`,
  run: 'Back up now',
  check: 'Check this backup',
  forget: 'Forget this place',
  forgotten: (name: string) => `Tidemark has forgotten “${name}”. The backup there was left as it is.`,
  added: (name: string) => `“${name}” was added. Nothing is there yet.`,
  /** `day`: of the newest entry in it; null where that cannot be told. */
  addedWithBackup: (name: string, day: string | null) => `“${name}” was added. There is a backup of this vault there${day === null ? '. Its date shows after the next one.' : `, with entries up to ${day}.`}`,
  more: (name: string) => `More about ${name}`,
  readOnly: 'Damage was found in this vault, so it is not copied over a backup. Your backups are left as they are.',
  /** `size` in words. */
  done: (newFiles: number, size: string) => `Backed up. ${newFiles === 0 ? 'No documents were' : countOf(newFiles, 'document was', 'documents were')} new. All that was written (${size}) was read back and compared.`,
  damagedHere: 'These documents are damaged or missing in the vault on this computer.',
  damagedKept: 'The backup has them from before, and keeps them:',
  damagedAbsent: 'They are not in this backup:',
  whole: (files: number, size: string) => `This backup is whole: your record and ${documents(files)} (${size}), all of it read and checked.`,
  notWhole: 'This backup is not whole. Your vault here is not affected. Back up now puts right what it can.',
  recordNotWhole: 'The record in it is damaged.',
  documentsNotWhole: 'These documents are damaged or missing in it:',
  advice: 'Where a backup is safe',
  adviceLines: [
    'On a memory stick with a friend, or with your solicitor. Nobody can read it without your passphrase or code.',
    'Not where the accused looks. A stick that they find tells them that there is something.',
    'Not in a folder that is copied to the internet by itself, such as OneDrive, iCloud or Dropbox.',
    'It opens on any computer with Tidemark: start it there and choose “Restore from a backup”.',
  ],
  /** One quiet line on the first page after opening. */
  old: (days: number) => `Last backup ${ago(days)}.`,
  oldGone: 'Your last backup is not where it was.',
  oldGo: 'Backups',

  errors: own({
    'disk-full': `There is no room left there. What was copied stays, and your vault is as it was. Make some room, or choose another place, and back up again. ${goesOn}`,
    'place-gone': `${stickGone} Nothing of your vault is lost. Put it back and back up again. ${goesOn}`,
    'io-error': `${stickGone} Nothing of your vault is lost. Put it back and back up again. ${goesOn}`,
    'folder-unwritable': 'Tidemark may not write there. Is the stick locked against writing? Nothing of your vault is lost. Choose another place.',
    'vault-exists': 'That folder holds another vault. It has not been touched. Choose another folder.',
    'no-vault-here': 'The backup that was here is gone. Is this the right stick?',
    'cancelled': `Stopped. What was copied stays. Back up again when you like. ${goesOn}`,
  }),

  restore: {
    title: 'Restore from a backup',
    offer: 'Restore from a backup',
    offerHint: 'From a memory stick or another folder.',
    lead: 'Tidemark copies the backup to this computer, checks every file, and opens it. The backup itself is not changed.',
    from: 'The backup',
    fromHint: 'On the stick, choose the folder you backed up to.',
    choose: 'Choose its folder',
    chooseOther: 'Choose another folder',
    chosen: (name: string) => `The folder “${name}”`,
    where: 'Where it goes',
    secret: 'How you open it',
    secretHint: 'As it was when the backup was made.',
    submit: 'Restore',
    unlocking: 'Unlocking. This takes a few seconds, on purpose: it makes guessing slow.',
    doneTitle: 'Your record is back',
    done: (files: number, size: string) => `Your record and ${documents(files)} were copied (${size}). All of it was read back and compared.`,
    damagedTitle: 'Restored, but not all of it',
    damaged: 'These documents are damaged in the backup:',
    damagedNext: 'Everything else is whole. If you have another backup, keep it safe: it may still hold them.',
    go: 'Go to your record',
    joinInstead: 'Your vault is damaged and you have a backup? Join the two',
    errors: own({
      'no-vault-here': 'There is no backup in that folder. Choose the folder that holds two files named head.0 and head.1.',
      'disk-full': 'There is not enough room for it. Nothing was kept here, and the backup is as it was. Make some room or choose another place.',
      'place-gone': `${stickGone} Nothing was kept here, and the backup is as it was. Put it back and try again.`,
      'io-error': `${stickGone} Nothing was kept here, and the backup is as it was. Put it back and try again.`,
      'vault-gone': `${stickGone} Nothing was kept here, and the backup is as it was. Put it back and try again.`,
      'header-damaged': 'The first page of this backup is damaged, so it cannot be opened. Nothing has been changed. Keep it, and try another backup if you have one.',
      'tampered': 'This backup is not as Tidemark left it. Nothing was kept here. Keep it as it is, and try another backup if you have one.',
      'same-folder': 'The new place must not be inside the backup. Choose another place.',
      'cancelled': 'Stopped. Nothing was kept here, and the backup is as it was.',
    }),
  },

  join: {
    title: 'Join a damaged vault with a backup',
    offer: 'Join with a backup',
    lead: 'Tidemark makes a new vault from both, as far as each can be trusted. The damaged vault and the backup are not changed.',
    vault: 'The damaged vault',
    vaultLast: 'The one last opened on this computer',
    vaultHint: 'The folder that holds it.',
    submit: 'Join them',
    doneTitle: 'What came from where',
    lockFirst: 'A backup may hold what is damaged here. The two can be joined into a new vault; neither is changed. The vault locks first.',
    lockAndJoin: 'Lock, and join with a backup',
    fromVault: 'From the damaged vault',
    fromBackup: 'From the backup',
    /** Steps of the history, and files of documents. */
    counts: (stepCount: number, files: number) => [stepCount > 0 ? `${steps(stepCount)} of the history` : '', files > 0 ? documents(files) : ''].filter(Boolean).join(', ') || 'Nothing',
    wholeUntil: 'Your record is whole up to',
    wholeUntilNone: 'Nothing of the record could be checked',
    lost: 'Lost: these documents are whole in neither. Keep both folders; another backup may still hold them.',
    nothingLost: 'Nothing is lost: every document was read and checked.',
    keepBoth: 'Keep the damaged vault and the backup as they are until you have looked through your record. This report stays under Vault.',
    reports: 'Joined with a backup',
    errors: own({
      'no-vault-here': 'There is no vault in one of the two folders. Choose the folders that hold two files named head.0 and head.1.',
      'not-this-vault': 'These are two different vaults. Nothing has changed. Choose the backup that belongs to the damaged vault.',
      'backup-differs': 'These two went different ways, so Tidemark cannot tell which is right. Nothing has changed.',
      'header-damaged': 'The first pages of both are damaged, so neither can be opened. Nothing has changed. Keep both, and try another backup if you have one.',
      'disk-full': 'There is not enough room for the new vault. Nothing was kept of it; both are as they were. Make some room or choose another place.',
      'place-gone': `${stickGone} Nothing has changed. Put it back and try again.`,
      'io-error': `${stickGone} Nothing has changed. Put it back and try again.`,
      'vault-gone': `${stickGone} Nothing has changed. Put it back and try again.`,
      'same-folder': 'These two are the same folder. Choose the backup, on the stick or wherever you keep it.',
      'cancelled': 'Stopped. Both are as they were.',
    }),
  },

  move: {
    title: 'Move the vault',
    lead: 'To another drive or an encrypted memory stick. Everything is copied and checked first; only then does it go from here.',
    stick: 'If it lies on a stick, it opens only while the stick is plugged in. Lock before you take it out.',
    choose: 'Choose where to',
    sure: (name: string) => `Move the vault to “${name}”?`,
    submit: 'Move it now',
    done: (name: string) => `The vault now lies in “${name}”. Every file was read back and compared, and nothing of it was left in the old place.`,
    errors: own({
      'disk-full': 'There is not enough room there. Nothing was moved: the vault is where it was.',
      'place-gone': `${stickGone} Nothing was moved: the vault is where it was.`,
      'io-error': `${stickGone} Nothing was moved: the vault is where it was.`,
      'folder-unwritable': 'Tidemark may not write there. Nothing was moved. Choose another place.',
      'same-folder': 'That is where the vault lies now, or part of it. Choose another place.',
      'cancelled': 'Stopped. The vault is where it was.',
    }),
  },
};
