import { countOf, sayNumber } from '../plural';

/** Words that a machine read off pictures and off pages that are pictures. */
export const machineWords = {
  title: 'Words in the picture', pagesTitle: 'Words on pages that are pictures',
  /** Beside the words wherever they stand. */
  readByMachine: (when: string) => `Read by a machine on ${when}. It makes mistakes: the picture is what counts.`,
  unsure: (confidence: number) => `The machine was unsure of much of this (${sayNumber(Math.round(confidence))} out of 100). Check it against the picture.`,
  corrected: (when: string) => `Put right by you on ${when}. What the machine read is kept beside it.`,
  page: (number: number) => `Page ${sayNumber(number)}`,
  waiting: 'These words have not been read yet. Tidemark reads them while you do other things.',
  reading: 'Reading the words now.',
  readingPages: (done: number, total: number) => `Reading the words now: ${sayNumber(done)} of ${countOf(total, 'page', 'pages')}.`,
  none: 'No words were found here.',
  failed: 'The words could not be read. The file is kept whole.',
  tooLarge: 'This file is too large to have its words read. It is kept whole.',
  readNow: 'Read the words now', readAgain: 'Read them again',
  correct: 'Put these words right', field: 'Words as they stand in the picture', fieldHint: 'Only what you can see there. You can find it by these words afterwards.',
  save: 'Keep these words', cancel: 'Leave them as they are', useMachine: 'Use the machine’s words again', machineRead: 'What the machine read',
  kept: 'Kept.', nextPages: 'Later pages', firstPages: 'First pages',
};
