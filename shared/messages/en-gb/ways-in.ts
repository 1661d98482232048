import type { WayInKind } from '../../contract/ways-in-calls';
import { countOf } from '../plural';

type Endable = Exclude<WayInKind, 'passphrase'>;

/** The ways into the vault: on the page of the vault, and on each page where one is made, changed or ended. */
export const waysIn = {
  title: 'Ways in',
  description: 'With more of them you are less easily locked out, and someone finds one more easily.',
  alone: 'Each of these opens the vault by itself', together: 'These open it only together',
  kinds: { passphrase: 'Passphrase', 'recovery-code': 'Recovery code', 'key-file': 'Key file', 'shared-key': 'Recovery shares' } satisfies Record<WayInKind, string> as Record<WayInKind, string>,
  whatFor: {
    passphrase: 'Best kept only in your head.',
    'recovery-code': 'On paper, for the day you forget the passphrase.',
    'key-file': 'A small file. Best on a memory stick at a friend’s, never beside this computer.',
    'shared-key': 'Pages for people who cannot be pressed. Several together open the vault; one alone opens nothing.',
  } satisfies Record<WayInKind, string> as Record<WayInKind, string>,
  none: 'None',
  made: (day: string) => `Made on ${day}`,
  confirmed: 'checked against your paper',
  unconfirmed: 'not yet checked against your paper',
  held: (needed: number, people: readonly string[]) => `${needed} of these ${people.length} must come together: ${people.join(', ')}`,
  noChange: 'This vault can only be read, so its ways in stay as they are.',

  passphrase: 'Your passphrase now',
  passphraseHint: 'Asked again, so that nobody who finds the vault open can change this.',
  wrongPassphrase: 'That is not the passphrase of this vault. Nothing has changed.',
  noneTyped: 'Type your passphrase first.',
  working: 'One moment. This takes a few seconds, on purpose.',

  change: {
    action: 'Change passphrase', title: 'Change the passphrase', submit: 'Change it',
    lead: 'The new passphrase opens the vault from now on, and the old one no longer does. Your other ways in stay.',
    forgotten: 'I have forgotten it', otherWay: 'Use another way in', forgottenLead: 'Use another way in to show that the vault is yours. The new passphrase opens it from now on.',
    next: 'New passphrase', again: 'The new passphrase once more', sameAsNow: 'That opens this vault already. Choose another.',
    done: 'Your passphrase is changed. The old one no longer opens this vault.',
  },
  code: {
    action: 'New code', title: 'A new recovery code', submit: 'Make a new code',
    lead: 'You will see a new code to write down. The old one no longer opens this vault: destroy the paper it is on.',
    leadFirst: 'You will see a code to write down on paper.',
    done: 'Your new recovery code is made and checked. The old one no longer opens this vault.',
    later: 'Your new recovery code is made. Check it against your paper when you can.',
  },
  file: {
    action: 'Make a key file', actionAgain: 'New key file', title: 'A key file', submit: 'Choose where to save it',
    lead: 'Whoever has this file and a copy of the vault can read everything. Save it on a memory stick, under a name that says nothing, and leave the stick with a friend who cannot be pressed. Do not keep it on this computer, in your bag or with a backup.',
    replaces: 'The key file you have now stops opening the vault.',
    notSaved: 'No key file was made. Nothing has changed.',
    done: 'The key file is made. It opens the vault by itself.',
  },
  shares: {
    action: 'Make shares', actionAgain: 'New shares', title: 'Recovery shares', submit: 'Make the shares',
    lead: 'Each person keeps one page. If you cannot open the vault, enough of them together can.',
    choose: 'Choose people whom the accused cannot press, who do not talk to the accused, and best who do not all know each other. Never the accused’s colleagues, and nobody who might be ordered by them.',
    replaces: 'The shares you gave out before stop opening the vault as soon as the new ones are made.',
    people: 'Who gets a share?', peopleHint: 'Two to eight people. Their names stay in the vault; they are on no page.',
    addTyped: (name: string) => `Add “${name}”`, takeOutShort: 'Take out', takeOut: (name: string) => `Take out ${name}`,
    chosen: 'Chosen',
    needPeople: 'Choose at least two people.', full: 'Eight people at most.', already: 'Already chosen.',
    caution: (name: string, role: string) => `${name} is in your record as “${role}”. A page in their hands is a part of your key.`,
    needed: 'How many of them must come together?',
    neededOption: (needed: number, people: number) => (needed < people ? `${needed} of the ${people}` : people === 2 ? 'Both of them' : `All ${people}`),
    example: (together: readonly string[], people: number) => {
      const all = `${together.slice(0, -1).join(', ')} and ${together.at(-1) ?? ''}`;
      if (together.length === people) return `${all} can open it only together. If one page is lost, the ${people === 2 ? 'other opens' : 'others open'} nothing.`;
      const lost = people - together.length;
      return `For example ${all} can open it together; ${together.length === 2 ? 'one of them alone' : 'fewer of them'} cannot. If ${lost === 1 ? 'one page is' : `${lost} pages are`} lost, the others still open it.`;
    },
    one: (number: number, count: number, person: string) => `Share ${number} of ${count}: ${person}`,
    oneLead: 'You can write it down by hand, or save its page and print it. It is shown only now.',
    label: (person: string) => `The share for ${person}`,
    groups: 'Eight groups of five. There is no letter O, I, L or U in it: 0 is nought, 1 is one.',
    savePage: 'Save this page', saveAll: 'Save all the pages', saved: 'Saved.',
    saveHint: 'A saved page can be read by anyone who finds the file. Save it on a memory stick, print it, then delete the file.',
    next: 'Next share', back: 'The share before', toEnd: 'That was the last',
    endTitle: 'Give the pages out',
    endLead: (needed: number) => `Each person gets their own page and no other. Never keep ${needed} of them in one place. Once you leave this page they cannot be shown again. You can make new ones at any time.`,
    finish: 'I have all of them',
    notAllShown: 'The pages of these shares were not all shown, and cannot be shown again. Make the shares again.',
    leave: { title: 'Leave before you have all the pages?', says: 'A page that you have not written down or saved cannot be shown again. You would have to make the shares again.', stay: 'Stay here', go: 'Leave the pages' },
    done: (count: number) => `${countOf(count, 'share is', 'shares are')} made. Give each person their page.`,
  },
  end: {
    action: { 'recovery-code': 'End the code', 'key-file': 'End the key file', 'shared-key': 'End the shares' } satisfies Record<Endable, string> as Record<Endable, string>,
    title: { 'recovery-code': 'End the recovery code?', 'key-file': 'End the key file?', 'shared-key': 'End the recovery shares?' } satisfies Record<Endable, string> as Record<Endable, string>,
    lead: {
      'recovery-code': 'The code on your paper no longer opens this vault. If you then forget your passphrase and have no other way in, nobody can open it again.',
      'key-file': 'The file no longer opens this vault, wherever it is.',
      'shared-key': 'The pages people hold no longer open this vault, however many come together.',
    } satisfies Record<Endable, string> as Record<Endable, string>,
    done: {
      'recovery-code': 'The recovery code no longer opens this vault.',
      'key-file': 'The key file no longer opens this vault.',
      'shared-key': 'The recovery shares no longer open this vault.',
    } satisfies Record<Endable, string> as Record<Endable, string>,
  },
  /** The limit of every change above. */
  oldCopies: 'An old copy of this vault, such as a backup or one that was taken, still opens with the old passphrase, code, file or shares. With it even what you add later could be opened. Only renewing everything ends that; what is already in the old copy can be read until the copy is destroyed.',
  /** On the vault’s page, in short. */
  oldCopiesShort: 'An old copy, such as a backup, still opens with what opened it then. “Renew everything”, below, says what helps.',
  renew: {
    when: 'If someone may have a copy of this vault and a way into it. New keys for everything, a new passphrase and a new recovery code.',
    action: 'Renew everything', title: 'Renew everything', submit: 'Renew everything',
    lead: 'Everything in the vault is locked anew, with a new passphrase and a new recovery code. Key file and shares end. Your record stays as it is.',
    points: [
      'It can take a while with many files. You can stop it: then everything is as before.',
      'Old copies and backups still open with what opened them before. Destroy them, then make a new backup.',
      'Make new shares and a new key file afterwards, if you had any.',
    ],
    next: 'New passphrase', again: 'The new passphrase once more',
    codeWaits: 'Everything is renewed. Your new recovery code waits under Vault.', seeCode: 'See the code',
    notDone: 'Not everything could be renewed, so nothing was. Under Vault you can read why.', see: 'Vault',
    running: 'You can go on working. The check and the ways in wait until it is done.',
    done: 'Everything is renewed. From now on only the new passphrase and the new recovery code open this vault. Destroy old copies and backups, and make a new backup.',
    stopped: 'Stopped. Everything is as it was: your passphrase and your other ways in open the vault as before.',
  },
};
