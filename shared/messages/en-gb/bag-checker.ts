import { bagChecked } from './bag-checked';

/** The page `check-this-bag.html`, which lies in every evidence bag and opens in any browser. */
export const bagChecker = {
  title: 'Check this bag',
  lead: 'This page compares the files of an evidence bag with the lists in it. It runs in this browser, on this computer. It needs no internet, and sends nothing.',
  choose: 'Choose the folder of the bag', chooseHint: 'The folder that holds this page and bagit.txt, or a folder with several bags in it. If you have a zip, unpack it first. The browser may ask whether to “upload” the files: they stay on this computer.',
  drop: 'Or drop the folder anywhere on this page.',
  dropRefused: 'This browser does not let a page that was opened from a disk read a dropped folder. Use the button instead.',
  reading: (done: string, total: string) => `${done} of ${total} MB read`, working: 'Reading the files', stop: 'Stop', stopped: 'Stopped.',
  again: 'Check another folder',
  notABag: 'That folder is not an evidence bag.', notABagWords: 'There is no bagit.txt and no list of files in it. Choose the folder that holds bagit.txt, or one around it.',
  besideZips: 'If one of them is a zip with a bag in it, unpack it first.',
  compare: 'SHA-256 you were told', compareHint: 'Type or paste the bag’s own SHA-256 as it was told to you by another way. Spaces, hyphens and capitals do not matter.',
  compared: { same: 'It is the same.', another: 'It is not the same. Check what you typed; if it is right, this is not the bag that was meant, or it was changed.', 'not-a-sum': 'That is not a whole SHA-256: it has 64 letters and digits.' },
  sameOwnOf: (bags: string) => `It is the same as the own SHA-256 of ${bags}.`,
  trust: 'Whoever changes a bag could change this page too. If much hangs on it, check by hand as HOW-TO-CHECK.txt says, or with a BagIt program from elsewhere.',
  result: bagChecked,
};
