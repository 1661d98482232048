import { countOf, sayNumber } from '../plural';

/** Words of how one exhibit stands in a copy: its title there, which of its pages go, which stand turned. In the place “Hand over”. */
export const exhibitInCopy = {
  change: 'Change in this copy', changeNamed: (name: string) => `Change in this copy: ${name}`,
  /** The group of fields, as it is read out. */
  of: (name: string) => `How ${name} stands in this copy`,
  words: 'This changes the copy alone. What you keep stays as it is.',
  title: 'Title in this copy', titleHint: (own: string) => `In your record: ${own}. The page in front of it still gives the file’s own name and SHA-256.`,
  titleHintNoFile: (own: string) => `In your record: ${own}. The page in front of it still says which file it is from.`,
  pages: 'Pages that go', pagesHint: (of: number) => `Such as “3 to 7, 12”. Left empty, all ${sayNumber(of)} go. If only some go, the copy says which.`,
  pagesNeeded: (of: number) => `Write pages from 1 to ${sayNumber(of)}, such as “3 to 7, 12”.`,
  turn: 'Turn it',
  /** By how many quarters to the right. */
  turned: { 0: 'As it is', 1: 'A quarter to the right', 2: 'Upside down', 3: 'A quarter to the left' },
  turnPages: 'Turn pages', turnPagesHint: (of: number) => `Write pages as the file counts them, from 1 to ${sayNumber(of)}.`,
  standsOn: (ofFile: number, here: string) => `Page ${sayNumber(ofFile)} of the file is on page ${here} here.`,
  turnedTwice: (page: number) => `Page ${sayNumber(page)} stands in two of these. Leave it in one.`,
  keep: 'Use in this copy', cancel: 'Cancel', asInRecord: 'As in the record',
  /** Beside the pages: of the one that is looked at. */
  shown: {
    of: (name: string) => `The page you are looking at: ${name}`, pageOf: (mark: string, page: number) => `${mark}, page ${sayNumber(page)} of the file`,
    left: 'Turn left', right: 'Turn right',
  },
  /** What was said of it, under its name in the list. */
  called: (title: string) => `Called “${title}”.`, extract: (pages: string, of: number) => `Of its ${sayNumber(of)} pages only ${pages}.`, turnedPages: (list: string) => `Turned: ${list}.`,
  kept: (name: string) => `Kept for this copy: ${name}. Make the pages again to see it.`,
  /** Beside a past export. */
  past: 'Changed in it', pastSays: (count: number) => `${countOf(count, 'exhibit', 'exhibits')}: title, pages or turn`,
  same: 'Use the same again', sameNamed: (file: string) => `Use the same titles, pages and turns again as in ${file}`, sameDone: (count: number) => `Taken over for ${countOf(count, 'exhibit', 'exhibits')}. Make the pages to see them.`,
} as const;
