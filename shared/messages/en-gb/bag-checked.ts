import type { BagProblem } from '../../bag/bag-checked';
import { countOf } from '../plural';

/** What a checked bag turned out to be: said alike by the program and by the page that lies in every bag. Whoever reads it may be a solicitor who has never seen the program. */
export const bagChecked = {
  whole: 'Nothing in this bag has changed since its lists were made.',
  wholeWords: (files: number, size: string) => `${countOf(files, 'listed file is', 'listed files are')} there, and ${files === 1 ? 'its SHA-256 is' : 'the SHA-256 of each is'} as listed (${size} read). Nothing was added.`,
  notWhole: 'This bag is not as its lists say.',
  notWholeWords: 'Each difference is named below. It may be harmless, such as a file that did not copy. Ask for the bag again before you rely on it.',
  bagIsAt: (at: string) => `The bag is in it, at ${at}.`,
  several: (bags: number, folder: string) => `${bags} bags are in “${folder}”. Each was checked by itself.`,
  severalWhole: 'Nothing in any of them has changed since their lists were made.',
  severalNotWhole: (count: number, bags: number) => count === bags ? 'None of them is as its lists say.' : countOf(count, 'of them is not as its lists say: it comes first.', 'of them are not as their lists say: they come first.'),
  besideTitle: (count: number) => `In no bag: ${countOf(count, 'file', 'files')}`,
  besideWords: 'Beside what was checked, and in no list: there is nothing to compare with.',
  listsOnly: 'This compares the bag with its own lists. Somebody who changes a file can write the lists anew. So compare the bag’s own SHA-256 with the one you were told by other means: by phone, on paper, or in the record it came from.',
  own: 'The bag’s own SHA-256', ownHint: 'It is the SHA-256 of the file tagmanifest-sha256.txt, which stands for every file in the bag.', ownHintNotWhole: 'It is the SHA-256 of the file tagmanifest-sha256.txt. The same number told by phone means that the lists are the right ones: it does not stand for the files named above, which are not as the lists say.',
  noOwn: 'The bag has no file tagmanifest-sha256.txt, so there is no single SHA-256 that stands for all of it.',
  kinds: {
    changed: { title: (count: number) => `Changed: ${countOf(count, 'file', 'files')}`, words: 'Here under its name, but what is in it is not what was listed.' },
    missing: { title: (count: number) => `Missing: ${countOf(count, 'file', 'files')}`, words: 'Listed, but not here.' },
    added: { title: (count: number) => `Added: ${countOf(count, 'file', 'files')}`, words: 'Here, but in no list.' },
    renamed: { title: (count: number) => `Renamed: ${countOf(count, 'file', 'files')}`, words: 'What is in it is as listed; its name is another.' },
    unreadable: { title: (count: number) => `Could not be read: ${countOf(count, 'file', 'files')}`, words: 'Links, damaged or locked files. They were not checked.' },
  },
  renamedTo: (from: string, to: string) => `${from}, now ${to}`,
  more: (count: number) => `and ${countOf(count, 'more', 'more')}`,
  systemFiles: (count: number) => `${countOf(count, 'file that a computer lays down by itself (such as .DS_Store) was', 'files that a computer lays down by itself (such as .DS_Store) were')} passed over.`,
  problemsTitle: 'The bag itself',
  problems: {
    'no-bagit-txt': 'There is no file bagit.txt. Either this is not a bag, or it was taken out of it.',
    'bagit-txt-strange': 'The file bagit.txt is not written as it should be.',
    'version-unknown': 'The bag follows a version of BagIt that is not known here.',
    'no-manifest': 'There is no list of the evidence files (manifest-sha256.txt).',
    'manifest-unreadable': 'A list of files could not be read.',
    'manifest-strange-lines': 'A list of files has lines that are not understood.',
    'manifest-of-unknown-kind': 'There is a list with a kind of sum that is not known here. It was not checked.',
    'listed-twice': 'A file is listed twice.',
    'not-in-every-manifest': 'The lists of evidence files do not list the same files.',
    'unsafe-path': 'A list names a place outside the part of the bag it is for. It was not looked at.',
    'another-size': 'The number of files or bytes noted in it (bag-info.txt) is not the number that is here.',
    'to-be-fetched': 'The bag wants files to be fetched from the internet. They were not.',
  } satisfies Record<BagProblem, string>,
};
