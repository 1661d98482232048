import { bagChecked } from './bag-checked';

/** “Check a bundle I received”: for a solicitor, or anyone, without a vault. */
export const checkBundle = {
  offer: 'Check a bundle I received', offerHint: 'For a solicitor, or anyone who was given an evidence bag or a PDF. It needs no vault.',
  title: 'Check a bundle you received',
  lead: 'See whether an evidence bag is as it was when it was made, or work out the SHA-256 of a PDF. Nothing is changed or kept, and nothing leaves this computer.',
  chooseFolder: 'Choose a folder', chooseFile: 'Choose a zip or PDF',
  checking: (name: string) => `Checking “${name}”`,
  stopped: 'Stopped. Nothing was changed.',
  result: bagChecked,
  noBag: 'This file is not an evidence bag, so it has no lists of its own to be checked against.', noBagPdf: 'A PDF has no list of its own to be checked against. Compare its SHA-256 with the one you were given.',
  zipsInZip: (count: number) => (count === 1 ? 'There is a zip in this zip, and no evidence bag beside it.' : `There are ${count} zips in this zip, and no evidence bag beside them.`), zipsInZipWords: 'Unpack this zip, then choose the folder that came of it: every zip that lies in a folder is looked into.',
  notABag: (name: string) => `“${name}” is not an evidence bag.`, notABagWords: 'There is no file bagit.txt in it, and no list of files. If you were given a zip, choose the zip. If you unpacked it, choose the folder that holds bagit.txt, or one around it.',
  fileSum: 'SHA-256 of this file', archiveSum: 'SHA-256 of the zip itself', size: 'Size',
  compare: 'SHA-256 you were given', compareHint: 'Type or paste it. Spaces, hyphens and capitals do not matter.',
  compared: {
    same: 'It is the same.', sameFile: 'It is the same as the SHA-256 of this file.', sameBag: 'It is the same as the bag’s own SHA-256.',
    sameOwnOf: (bags: string) => `It is the same as the own SHA-256 of ${bags}.`, sameFileOf: (archives: string) => `It is the same as the SHA-256 of the zip ${archives}.`,
    another: 'It is not the same. Check what you typed; if it is right, this is not the file that was meant, or it has changed.',
    'not-a-sum': 'That is not a whole SHA-256: it has 64 letters and digits, from 0 to 9 and a to f.',
  },
  says: 'What the bag says of itself',
  guide: 'Save the solicitor’s guide', guideHint: 'Two pages: what a chronology or an evidence bag is, what it shows and what it does not, and how to check it.', guideSaved: 'The guide is saved.',
  errors: {
    'not-understood': 'That could not be made out. Nothing was changed.',
    'limit-exceeded': 'That asks for more than Tidemark allows one bundle to take: too many files, or files that unpack to far more than they seem. It was not checked.',
    'encrypted-file': 'That is locked with a password of its own. Unpack it first, then choose the folder.',
    'file-empty': 'The file is empty.',
  },
};
