import type { Coming, FileRole, WhyNot } from '../../bag/bag-files';
import type { PlannedEntry } from '../../model/export-plan';
import type { DateBasis } from '../../model/dated';

/** Words inside an evidence bag: its tables, what it says of itself, how to check it by hand. They speak of her to her solicitor. Never "compliant", "admissible" or "certified". */
export const bagWords = {
  description: 'Chronology, files of its exhibits, and an index with their SHA-256 sums, from a record kept with Tidemark',
  originals: 'Originals, byte for byte, with what they say of themselves', copies: 'Copies without what the files say of themselves; originals by their SHA-256 alone',
  exhibits: {
    columns: ['Exhibit', 'Kind', 'What it is', 'The file is', 'Original name', 'Original size (bytes)', 'SHA-256 of the original', 'Added to the record (UTC)', 'Date', 'How the date is known', 'Cited in entries', 'In this bag', 'Where', 'SHA-256 there'],
    kinds: { document: 'Document', excerpt: 'Messages', mail: 'E-mail' },
    roles: { itself: 'the exhibit itself', source: 'where the messages or e-mails were read from', attachment: 'what went with a message or e-mail' } satisfies Record<FileRole, string>,
    as: { original: 'The original, byte for byte', copy: 'A copy without its metadata; the original’s SHA-256 is beside it' } satisfies Partial<Record<Coming | 'copy', string>>,
    why: {
      'not-chosen': 'Not in the bag: the original stays in the record', 'whole-source': 'Not in the bag: it holds more than this exhibit', erased: 'Not in the bag: erased from the record', damaged: 'Not in the bag: it is no longer as it was added',
      'not-drawn': 'Not in the bag: no copy could be drawn; the original stays in the record', 'too-large': 'Not in the bag: too large for a copy; the original stays in the record', redacted: 'Not in the bag: something was taken out of these pages, and the file still has it', extract: 'Not in the bag: only some of its pages are in these pages, and the file has all of them', 'left-out': 'Not in the bag: left out by the person who keeps the record, with the file’s own name',
    } satisfies Record<WhyNot, string>,
    bases: { memory: 'memory', diary: 'diary or notes', 'photo-data': 'data in a photograph or video', message: 'message or e-mail', letter: 'letter or form', calendar: 'calendar or appointment', 'someone-told-me': 'someone told her', other: 'another way' } satisfies Record<DateBasis, string>,
  },
  entries: {
    columns: ['Entry', 'Kind', 'Title', 'Date', 'How the date is known', 'First recorded (UTC)', 'Amended (UTC)', 'Exhibits'],
    kinds: {
      incident: 'Incident', excerpt: 'Messages', document: 'Document', contact: 'Contact with police or an agency', 'counter-allegation': 'Counter-allegation', 'look-up': 'Suspected look-up', 'turning-point': 'Turning point',
    } satisfies Record<PlannedEntry['subject'], string>,
  },
  howToCheck: [
    'HOW TO CHECK THIS BAG',
    '',
    'This folder is an evidence bag in the BagIt form (RFC 8493). Nothing needs to be installed to check it, and nothing needs the internet.',
    '',
    'A SHA-256 is a number worked out from every byte of a file, written with 64 letters and digits. If one byte changes, the number changes. manifest-sha256.txt lists the SHA-256 of every file under data. tagmanifest-sha256.txt lists those of the other files here, manifest-sha256.txt among them.',
    '',
    '1. IN A BROWSER (Windows, Mac or Linux)',
    '   Open check-this-bag.html with Chrome, Edge, Firefox or Safari and choose this folder. It names every file that was changed, taken out, added or renamed.',
    '',
    '2. ON LINUX',
    '   Open a terminal in this folder and type',
    '       sha256sum -c manifest-sha256.txt',
    '       sha256sum -c tagmanifest-sha256.txt',
    '   Every line must end in OK. A file that was added is not named: compare with the lists.',
    '',
    '3. ON A MAC',
    '   Open Terminal, type cd and a space, drop this folder on the window, press Return. Then type',
    '       shasum -a 256 -c manifest-sha256.txt',
    '       shasum -a 256 -c tagmanifest-sha256.txt',
    '',
    '4. ON WINDOWS',
    '   For one file: open Command Prompt in its folder and type',
    '       certutil -hashfile "name of the file" SHA256',
    '   and compare with its line in manifest-sha256.txt. Capital and small letters count the same.',
    '   For all files: open PowerShell in this folder and type, on one line,',
    '       Get-Content manifest-sha256.txt -Encoding UTF8 | ForEach-Object { $s,$p = $_ -split "  ",2; if ((Get-FileHash -LiteralPath $p).Hash -eq $s) { "OK  $p" } else { "DIFFERENT  $p" } }',
    '',
    '5. WITH ANY BAGIT PROGRAM, or with Tidemark: “Check a bundle I received”, at its first page.',
    '',
    'WHAT THIS TELLS YOU, AND WHAT NOT',
    '   These checks compare the bag with its own lists. Somebody who changes a file could write the lists, and check-this-bag.html, anew. So work out the SHA-256 of the file tagmanifest-sha256.txt and compare it with the one you are told by another way than the one this bag came by: it stands for the whole bag. It is noted in the record from which the bag was made, under “Hand over”, “Handed over before”.',
    '   That the bytes are the same does not say that what is in them is true.',
  ],
} as const;
