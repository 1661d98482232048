import type { KnownBy } from '../../copies/copy-told';
import type { Protection } from '../../model/copy';
import type { RecipientRole } from '../../model/recipient';
import { countOf, sayNumber } from '../plural';

const roles: Readonly<Record<RecipientRole, string>> = {
  'solicitor': 'Solicitor', 'barrister': 'Counsel (barrister)', 'support-worker': 'IDVA, ISVA or support worker', 'iopc': 'IOPC', 'professional-standards': 'Professional standards department', 'force': 'Police force', 'neighbouring-force': 'Neighbouring force',
  'family-court': 'Family court', 'civil-court': 'Civil court', 'criminal-court': 'Criminal court', 'cafcass': 'CAFCASS', 'social-services': 'Social services', 'doctor': 'GP or other doctor', 'mp': 'MP', 'journalist': 'Journalist', 'employer': 'Employer',
  'trusted-person': 'Somebody I trust', 'other': 'Other',
};

/** A name and where they belong: “Harriet Lowe, Lowe & Finch”. */
function nameOf({ name, organisation }: { name: string; organisation: string }): string {
  return organisation === '' || organisation === name ? name : `${name}, ${organisation}`;
}

/** “Copy 3 for Harriet Lowe, Lowe & Finch”. */
function copyFor(number: number, to: { name: string; organisation: string }): string {
  return `Copy ${number} for ${nameOf(to)}`;
}

/** Words of recipients, of their numbered copies, and of telling whose a page is. */
export const recipients = {
  roles, nameOf, copyFor,
  /** At the foot of every page of a copy. `bare`: where the name has letters that the face for it has not, and none beside them that it has. */
  foot: { named: (number: number, to: { name: string; organisation: string }, code: string) => `${copyFor(number, to)} · ${code}`, line: (number: number, to: { name: string; organisation: string } | null) => (to === null ? `Copy ${number}` : copyFor(number, to)), says: (line: string) => `At the foot of each page they will read “${line}” and the code of the copy: the face of that line has only Latin, Greek and Cyrillic letters. Receipts and lists have the whole name.`, bare: (number: number, code: string) => `Copy ${number} · ${code}` },

  who: {
    title: 'Who is it for?', hint: 'Their name and a number go on every page, so that you can tell later whose copy has got out.',
    myself: 'Just me, for now', myselfHint: 'Without a name or number on it.',
    add: 'Somebody else', addFirst: 'Add them first, or choose “Just me, for now”: until then nothing is saved.', next: (number: number) => `This will be their copy number ${sayNumber(number)}.`,
    reading: 'Looking up who had copies before.',
    privileged: 'Your notes to your solicitor are in these pages. Why does this person get them?', privilegedHint: 'They are private between you and your lawyers. Your reason is kept in your record. If they should not go, leave this and take them out of the pages.',
    children: (names: readonly string[], count: number) => `You tagged ${names.join(', ')}${count > names.length ? ` and ${sayNumber(count - names.length)} more` : ''} as private children proceedings. The law lets such material go to few people: giving it to the police, the IOPC or the press without leave can be contempt of court. Ask your solicitor first.`,
    childrenWhy: 'Why may this recipient have it?', childrenHint: 'Such as an order that allows it, or your solicitor’s advice. Your reason is kept in your record.', childrenNeeded: 'Say why in a few words, or take it out of the pages.',
    privilegedNeeded: 'Say why in a few words, or take the notes out of the pages.',
  },
  form: {
    title: 'Somebody who receives a copy', name: 'Name', nameHint: 'A person or an office. It is printed on their pages.', nameNeeded: 'Give them a name first.',
    notAtFoot: 'Not all letters of this can stand at the foot of their pages, which has Latin, Greek and Cyrillic letters only. Write it in English letters as well, such as “王律师 (Wang)”: those are printed there.', full: (most: number) => `That is all that goes in here: ${sayNumber(most)} letters and signs.`, role: 'Who they are', organisation: 'Firm, force or office', reference: 'Their reference', referenceHint: 'Such as a matter or complaint number. It stands on the receipt.',
    add: 'Add', keep: 'Keep this', cancel: 'Leave it',
  },
  shut: {
    title: 'On its way to them', pdf: { label: 'Locked with a passphrase', hint: 'It opens in the usual PDF programs once the passphrase is typed.' }, zip: { label: 'Locked with a passphrase', hint: 'One zip file. It opens with 7-Zip (Windows), Keka or The Unarchiver (Mac): free. Windows itself cannot open it.' },
    none: { label: 'Not locked', hint: 'Anyone who gets the file can read it.' },
    needsZip: 'Only a zip file can be locked, so the bag will be one.',
    keep: 'Keep the passphrase in my vault too', keepHint: 'Otherwise it is shown once and kept nowhere.',
  },
  save: 'Save this copy', saveInFiles: (files: number) => `Save this copy as ${sayNumber(files)} files`, another: 'Save another copy', stopped: 'Stopped. Nothing was left behind.', notSaved: 'It was not saved. The pages are still here.',
  saved: (copy: string, file: string) => `${copy} is saved as ${file}.`, savedOpen: 'The file you saved can be read by anyone who has it.',
  savedInFiles: (copy: string, files: number) => `${copy} is saved as ${sayNumber(files)} files, in a folder of their own.`, savedOpenFiles: 'The files you saved can be read by anyone who has them.', samePassphrase: 'The same passphrase opens each of them.',
  words: {
    title: 'The passphrase', hint: 'Tell it to them by telephone. Never put it in the same e-mail or on the same stick.', once: 'It is shown only now. Write it down until you have told them.', kept: 'It is kept in your vault, under “Copies”.',
    copy: 'Copy the words', copied: 'Copied. The clipboard is emptied in a minute.', seen: 'I have it: hide the words',
    leave: { title: 'Have you written the passphrase down?', says: 'It is shown only here, and kept nowhere. Without it nobody can open the copy you saved: you would have to save another.', stay: 'Stay here', go: 'I have it: go on' },
    leaveSaving: { title: 'Leave before you have the passphrase?', says: 'The copy is still being saved. Its passphrase is shown once, here, when that is done. Without it nobody can open the copy.', stay: 'Stay here', go: 'Leave without it' },
  },
  receipt: {
    make: 'Save the receipt', makeNamed: (copy: string) => `Save the receipt of ${copy}`, saved: 'The receipt is saved. Print it and have it signed when you hand the copy over.', notSaved: 'The receipt was not saved.',
    title: 'Handover receipt', documentTitle: 'Handover receipt', fileName: (number: number) => `receipt-copy-${number}.pdf`,
    intro: 'Of one numbered copy, handed over from a record kept with Tidemark.',
    copy: 'Copy', role: 'Who they are', reference: 'Their reference', from: 'Case', when: 'Made on', seal: 'Seal code of the record', code: 'Code on every page', holds: 'Holds', exhibits: 'Exhibits', noExhibits: 'None',
    protection: 'On its way', protections: { none: 'Not locked', pdf: 'Locked PDF (AES-256)', zip: 'Locked ZIP (AES-256)' } satisfies Record<Protection, string>,
    list: (name: string) => `${name}, which lists every file of this copy`, inside: 'within it', privileged: 'Includes notes marked privileged.',
    marked: 'Every page bears the number and code of this copy. Do not pass it on without asking.',
    received: 'Received', handedOver: 'Handed over', name: 'Name', signature: 'Signature', date: 'Date and time', checked: 'To check a file: work out its SHA-256 (the solicitor’s guide says how) and compare it with the one above.',
    more: (count: number) => `and ${sayNumber(count)} more`,
  },
  copies: {
    title: 'Copies', intro: 'Every copy that had a name and a number.', none: 'No copy with a name and number yet.',
    when: 'Saved', code: 'Code on its pages', files: 'Files', holds: 'Holds', exhibits: 'Exhibits', protection: 'On its way', notes: 'Notes to your solicitor', children: 'Private children proceedings', letStand: 'Found and let stand',
    showPassphrase: 'Show the passphrase', showPassphraseNamed: (copy: string) => `Show the passphrase of ${copy}`, forget: 'Destroy the passphrase here', forgotten: 'The passphrase is not kept here any more.',
    recipients: 'Recipients', change: 'Change', changeNamed: (name: string) => `Change ${name}`, remove: 'Take off', removeNamed: (name: string) => `Take off the list: ${name}`, removed: (name: string) => `${name} is off the list.`, had: (count: number) => (count === 0 ? 'No copy yet' : countOf(count, 'copy', 'copies')),
    changed: 'Their earlier copies stay as they were printed.',
  },
  tell: {
    title: 'Which copy is this?', intro: 'A page has turned up somewhere? Choose the file, a scan or a photograph of the page, and see whose copy it is.', choose: 'Choose a PDF or a picture', looking: 'Looking for marks', again: 'Ask about another',
    limits: [
      'The name and number at the foot are read off print and off pictures. They can be cut away or covered.',
      'The spacing of lines is different in each copy. It is found on straight scans of text pages (300 or 150 dots to the inch), better with several pages. It is not found on photographs taken at an angle, on pages of exhibits that are pictures or other people’s PDFs, or on pages typed or set anew.',
      'Somebody who has two copies can compare them and take the marks off. Word files, tables and original files bear no mark: of these only the unchanged file can be told.',
      'A mark says whose copy it was. It does not say who passed it on.',
    ],
    limitsTitle: 'What this can and cannot tell',
    nothing: 'No mark of any of your copies was found.', nothingWords: 'That does not mean that it is from nobody’s copy: marks can be cut off, and not every page bears all of them.',
    locked: 'This file is locked with a passphrase. Only the unchanged file can be told then, and it is none of yours.',
    unknown: (codes: string) => `A code stands there that is no copy of this record: ${codes}.`,
    several: 'Marks of several copies were found.',
    how: {
      'exact-file': 'It is this file, byte for byte.', 'file-data': 'The file itself says so: it was saved anew or taken apart, and its own data still has the mark.', 'foot-text': 'The number and code stand at the foot of the page.', 'foot-read': 'The code was read off the picture of the page.',
      'foot-almost': 'A code was read off the picture that is nearly this one: a machine misreads a letter now and then. Compare it with the page yourself.', 'spacing': 'The spacing of the lines is that of this copy.', 'spacing-perhaps': 'The spacing of the lines looks like this copy. It is too little to be sure.',
    } satisfies Record<KnownBy, string>,
    sureness: { 'exact-file': 'Certain', 'file-data': 'Nearly certain', 'foot-text': 'As good as the print', 'foot-read': 'As good as the print', 'foot-almost': 'Likely', 'spacing': 'Very likely', 'spacing-perhaps': 'Only possible' } satisfies Record<KnownBy, string>,
    forged: 'Print at the foot can be put there by anybody.',
    lines: (agreed: number, of: number, next: number | null) => `${sayNumber(agreed)} of ${countOf(of, 'line agrees', 'lines agree')}${next === null ? '' : `; of the copy that comes next, ${sayNumber(next)}`}.`,
    onPages: (pages: readonly number[]) => (pages.length === 0 ? '' : pages.length === 1 ? `Page ${pages[0]}.` : `Pages ${pages.slice(0, 12).join(', ')}${pages.length > 12 ? ' and more' : ''}.`),
    looked: (looked: number, all: number) => (looked < all ? `${sayNumber(looked)} of ${countOf(all, 'page was', 'pages were')} looked at.` : ''),
  },
  given: { title: 'What was given to the police', intro: 'What you wrote down as given at a contact, and copies that a force, its professional standards department or the IOPC had.', none: 'Nothing yet.', to: (to: string) => `To ${to}`, proof: (proof: string) => `Proof: ${proof}`, noProof: 'No proof written down' },
  says: { pages: (count: number) => countOf(count, 'page', 'pages') },
};
