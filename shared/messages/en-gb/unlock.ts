import type { WayInKind } from '../../contract/ways-in-calls';
import type { OpeningNotice } from '../../contract/program-calls';

const shareDigits = 40;
const isFolder = (name: string): boolean => name.endsWith('/');

/** The locked door. Neutral on purpose: it does not say what is behind it. */
export const unlock = {
  title: 'Locked',
  passphrase: 'Passphrase',
  code: 'Recovery code',
  codeHint: 'As it stands on your paper. Spaces and capitals do not matter.',
  submit: 'Unlock',
  working: 'Unlocking. This takes a few seconds, on purpose: it makes guessing slow.',
  otherWays: 'Open in another way',
  ways: { passphrase: 'With the passphrase', 'recovery-code': 'With the recovery code', 'key-file': 'With a key file', 'shared-key': 'With recovery shares' } satisfies Record<WayInKind, string> as Record<WayInKind, string>,
  otherVault: 'Open another vault',
  chosenVault: (name: string) => `The vault in the folder “${name}”`,
  makeNew: 'Make another vault',
  noneTyped: 'Type it first.',
  back: 'Back',
  wrongPassphrase: 'That passphrase did not open the vault. Nothing has changed.',
  wrongCode: 'That recovery code did not open the vault. Nothing has changed.',
  keyFile: 'Key file',
  keyFileHint: 'The file that was made for this, on a stick or wherever it was kept. Its name does not matter.',
  keyFileChoose: 'Choose the file',
  keyFileOther: 'Choose another file',
  keyFileChosen: (name: string) => `The file “${name}”`,
  keyFileNone: 'Choose the file first.',
  wrongKeyFile: 'That file did not open the vault. It may not be the key file, or a newer one may have taken its place. Nothing has changed.',
  shares: {
    lead: 'Type one share after another, as each stands on its page. It does not matter whose comes first.',
    field: (number: number) => `Share ${number}`,
    hint: 'Eight groups of five. Spaces, dashes and capitals do not matter.',
    /** While she types: how many of the forty are there. */
    typed: (count: number) => (count > shareDigits ? `${count} typed: ${count - shareDigits} too many` : `${count} of ${shareDigits}`),
    add: 'Add this share',
    /** `group`: the first five on the page, alike on all shares of a set. */
    taken: (number: number, group: string) => `Share number ${number}, beginning ${group}`,
    takeOut: 'Take it out',
    soFar: (have: number, needed: number) => `${have} of ${needed} so far`,
    enough: 'That is enough.',
    noneTyped: 'Type a share first.',
    tooFew: (missing: number) => `${missing === 1 ? 'One more share is' : `${missing} more shares are`} needed.`,
    twice: (number: number) => `Share number ${number} is already here. Every share counts once: another person’s is needed.`,
    mixed: (first: string, other: string) => `This share belongs to another set: it begins ${first}, and what is here begins ${other}. Only shares that begin alike fit together. If this is the right one, take the other out.`,
    slipIn: (group: number) => `There is a slip in group ${group}. Look at it on the page again.`,
    swapped: (left: number, right: number) => (left === right ? `Two letters or digits in group ${left} have changed places.` : `The last of group ${left} and the first of group ${right} have changed places.`),
    oddSign: (group: number) => `Group ${group} has a sign that no share has. Shares have digits and capital letters, and never the letter U.`,
    short: (missing: number, group: number | null) => `${missing === 1 ? 'One letter or digit is' : `${missing} letters or digits are`} missing${group === null ? '' : ` in group ${group}`}. There are eight groups of five.`,
    long: (over: number, group: number | null) => `${over === 1 ? 'One letter or digit is' : `${over} letters or digits are`} too many${group === null ? '' : ` in group ${group}`}. There are eight groups of five.`,
    slip: 'There is more than one slip in this share. Check each group against the page.',
    /** After opening: numbers of shares that were left out. */
    unfit: (numbers: readonly number[]) => (numbers.length === 1
      ? `Share number ${numbers.join()} does not fit the others, though it looks like one of them. The vault was opened without it. Someone may have altered it: make new shares when you can.`
      : `Shares number ${numbers.join(' and ')} do not fit the others, though they look like them. The vault was opened without them. Someone may have altered them: make new shares when you can.`),
    wrong: 'These shares fit together, but they do not open this vault. They may belong to another vault, newer ones may have taken their place, or one of them is not what it says. Nothing has changed. If another person has a share, add it too.',
  },
  /** Told once after opening; `last` is a moment in words. */
  refusedBefore: (count: number, last: string) =>
    `${count === 1 ? 'One attempt' : `${count} attempts`} to open this vault with a wrong passphrase or code ${count === 1 ? 'was' : 'were'} refused on this computer since you last opened it${count === 1 ? ':' : ', the last'} on ${last}. If that was not you, someone else has tried. The times are kept in the vault.`,
  /** Told once after opening; names only when she asks. The name of a folder ends with a stroke. */
  notKept: {
    say: (names: readonly string[]) => {
      const folders = names.filter(isFolder).length;
      const files = names.length - folders;
      const again = (count: number): string => `Please add ${count === 1 ? 'it' : 'them'} again.`;
      if (folders === 0) return `${files === 1 ? 'One file was' : `${files} files were`} still being added when the vault closed, and ${files === 1 ? 'is' : 'are'} not in it. ${again(files)}`;
      const what = folders === 1 ? 'a folder' : `${folders} folders`;
      if (files > 0) return `${files === 1 ? 'One file' : `${files} files`} and ${what} were still being added when the vault closed. Nothing of them was kept. ${again(names.length)}`;
      return `${folders === 1 ? 'A folder was' : `${what} were`} still being added when the vault closed. Nothing of ${folders === 1 ? 'it' : 'them'} was kept. ${again(folders)}`;
    },
    show: ([first, ...more]: readonly string[]) => (more.length > 0 || first === undefined ? 'Show which' : isFolder(first) ? 'Show which folder' : 'Show which one'),
    name: (name: string) => (isFolder(name) ? `${name.slice(0, -1)} (folder)` : name),
    /** In the history. */
    entry: (names: readonly string[]) => `Not kept, because the vault closed before ${names.length === 1 ? 'it was' : 'they were'} in: ${names.map((name) => (isFolder(name) ? `the folder “${name.slice(0, -1)}”` : `“${name}”`)).join(', ')}`,
  },
  openTitle: 'Open a vault',
  openLead: 'Choose the folder that you picked when you made it.',
  chooseFolder: 'Choose the folder',
};

/** What she is told once after opening. */
export const openingNotices = {
  'tail-set-aside': 'The computer stopped in the middle of a save last time. Everything that was saved is here; the unfinished piece was put aside.',
  'older-than-seen': 'This is an older copy of your vault than the one last opened on this computer. Your newest entries may be in another copy. If you did not put an older copy back yourself, someone else may have.',
  'first-page-older': 'An older first page of this vault was put back. With it a passphrase, recovery code, key file or shares that you changed or ended may open the vault again. If you did not put it back yourself, someone else may have. Under Vault, choose “Renew everything”.',
  'tampered-read-only': 'Part of this vault is damaged or was changed. You can read and hand over what is here, but nothing can be added. Copy the whole folder somewhere safe.',
  'copy-repaired': 'One of the two first pages of your vault was damaged and has been written again from the other. Nothing of your record is missing.',
  'renewal-interrupted': 'The renewing was interrupted and did not happen. The passphrase and code from before still hold.',
  'shares-not-shown': 'The pages of your recovery shares were not all shown. Make the shares again under Vault.',
  'recovery-code-unconfirmed': 'You have not yet checked your recovery code. If it is not on paper yet, you can still see it under Vault.',
  'synced-folder': 'This vault lies in a folder that another program copies to the internet. The copy is locked, but someone could see that it is there. Another folder is safer.',
} as const satisfies Record<OpeningNotice, string>;
