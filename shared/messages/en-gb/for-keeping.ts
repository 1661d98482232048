import type { KeptRule } from '../../model/kept';
import { sayNumber } from '../plural';

/** Making a PDF for keeping (PDF/A-2b, ISO 19005-2). Never that it is certified, or that it complies: what was checked, and what was found. */
export const forKeeping = {
  label: 'For keeping: PDF/A-2b', hint: 'Some courts and archives ask for it. Everything it needs to be read in many years is in the file. It takes longer and can be larger.',
  past: 'PDF/A-2b',
  /** Beside the pages. */
  title: 'Made for keeping (PDF/A-2b)',
  words: 'The file says that it is PDF/A-2b. This program checked it against the rules that a program can check, and found nothing against it.',
  lock: 'Such a file cannot be locked itself. A copy for somebody can be locked in a zip file.',
  drawn: (count: number) => `${count === 1 ? 'One page of a file is a picture' : `${sayNumber(count)} pages of files are pictures`} here, because ${count === 1 ? 'it' : 'they'} could not be kept as ${count === 1 ? 'it is' : 'they are'}. ${count === 1 ? 'Its words' : 'Their words'} can still be found. Each exhibit’s sheet says which.`,
  notTitle: 'This file is not PDF/A',
  notWords: 'Something in it is against the rules, so the file does not say that it is PDF/A-2b. It can be saved and read as any other PDF.',
  notDo: 'Leave out the exhibit it comes from, if you need PDF/A, and make the pages again.',
  rule: (about: string, clause: string) => `${about} (ISO 19005-2, ${clause})`,
  about: { letters: 'Letters and their faces', colours: 'Colours', drawing: 'How a page is drawn', pictures: 'Pictures', marks: 'Notes and links on pages', limits: 'Sizes and lengths', whole: 'The file as a whole' } satisfies Record<KeptRule, string>,
};
