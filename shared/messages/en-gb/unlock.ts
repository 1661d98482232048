import type { OpeningNotice } from '../../contract/program-calls';

/** The locked door. Neutral on purpose: it does not say what is behind it. */
export const unlock = {
  title: 'Locked',
  passphrase: 'Passphrase',
  code: 'Recovery code',
  codeHint: 'As it stands on your paper. Spaces and capitals do not matter.',
  submit: 'Unlock',
  working: 'Unlocking. This takes a few seconds, on purpose: it makes guessing slow.',
  useCode: 'Use the recovery code instead',
  usePassphrase: 'Use the passphrase instead',
  otherVault: 'Open another vault',
  chosenVault: (name: string) => `The vault in the folder “${name}”`,
  makeNew: 'Make another vault',
  noneTyped: 'Type it first.',
  back: 'Back',
  wrongPassphrase: 'That passphrase did not open the vault. Nothing has changed.',
  wrongCode: 'That recovery code did not open the vault. Nothing has changed.',
  /** Told once after opening; `last` is a moment in words. */
  refusedBefore: (count: number, last: string) =>
    `${count === 1 ? 'One attempt' : `${count} attempts`} to open this vault with a wrong passphrase or code ${count === 1 ? 'was' : 'were'} refused on this computer since you last opened it${count === 1 ? ':' : ', the last'} on ${last}. If that was not you, someone else has tried. The times are kept in the vault.`,
  openTitle: 'Open a vault',
  openLead: 'Choose the folder that you picked when you made it.',
  chooseFolder: 'Choose the folder',
};

/** What she is told once after opening. */
export const openingNotices = {
  'tail-set-aside': 'The computer stopped in the middle of a save last time. Everything that was saved is here; the unfinished piece was put aside.',
  'older-than-seen': 'This is an older copy of your vault than the one last opened on this computer. Your newest entries may be in another copy. If you did not put an older copy back yourself, someone else may have.',
  'tampered-read-only': 'Part of this vault is damaged or was changed. You can read and hand over what is here, but nothing can be added. Copy the whole folder somewhere safe.',
  'copy-repaired': 'One of the two first pages of your vault was damaged and has been written again from the other. Nothing of your record is missing.',
  'recovery-code-unconfirmed': 'You have not yet checked your recovery code. If it is not on paper yet, you can still see it under Vault.',
  'synced-folder': 'This vault lies in a folder that another program copies to the internet. The copy is locked, but someone could see that it is there. Another folder is safer.',
} as const satisfies Record<OpeningNotice, string>;
