import { countOf } from '../plural';

/** Words of the narrative, in "Your case". Never "story": she was told that she makes it up. */
export const narrative = {
  name: 'Narrative',
  title: 'Narrative',
  description: 'The pattern of what was done to you, told in your words, pointing at your record.',
  add: 'Begin a narrative',
  listLabel: 'Narratives',
  emptyTitle: 'Nothing written yet',
  emptyWords: 'A narrative tells the pattern from beginning to end: how it began, how it went on, what it did to your days. Where you refer to an incident, a letter or messages, you put a mark that leads there. The marks follow by themselves when something is renumbered, amended or erased.',
  pickOne: 'Choose one to read it.',
  untitled: 'Narrative',
  titleLabel: 'What it is called', titleHint: 'It can wait.',
  page: 'Your narrative',
  pageHint: (keys: { cite: string; heading: string }) => `Type @ or press ${keys.cite} to refer to something in your record, ${keys.heading} for a heading. Enter begins the next paragraph. On a reference, Enter opens what it leads to.`,
  keys: { cite: 'Ctrl+Shift+C', heading: 'Ctrl+Shift+H' }, keysMac: { cite: '⌘⇧C', heading: '⌘⇧H' },
  placeholder: 'Begin anywhere.',
  cite: 'Refer to your record', heading: 'Heading', undo: 'Undo', redo: 'Redo',
  headingCites: 'A heading has no references. Take the reference out of it first, or leave it a paragraph.',
  tooLong: 'That is more than one narrative holds: 2,000 paragraphs, and 100,000 characters or 500 references in each. Nothing was put in. You can begin a second one for it.',
  find: {
    title: 'Refer to your record',
    label: 'Find by words or by a date',
    hint: 'Such as “stairs”, “14 March 2022” or “summer 2021”. With nothing typed: your incidents.',
    listLabel: 'What was found',
    none: 'Nothing fits. Try fewer words, or another date.',
    noneYet: 'There is nothing in your record to refer to yet.',
    draft: 'Draft', undated: 'No date',
  },
  /** Inside the text, such as "[14 March 2022 · TM7]". */
  chip: (parts: readonly string[]) => `[${parts.join(' · ')}]`,
  chipLooking: '…', chipGone: 'erased', chipDraft: 'draft', chipAmended: 'amended',
  printedAs: (sign: string) => `Printed as ${sign}.`,
  firstRecorded: (instant: string) => `First recorded ${instant}.`,
  cited: {
    title: 'What it refers to',
    none: 'Nothing yet.',
    hint: 'Each with the mark it would be printed under today.',
    amended: 'Amended after you cited it: read again.',
    erased: 'Erased; the sentence stands without its source.',
    draft: 'Still a draft: its words are not printed until you make it your record.',
    readAgain: 'I have read it again', readAgainNamed: (name: string) => `I have read it again: ${name}`,
  },
  /** In the question before something is erased that a narrative or another entry of the case refers to. */
  pointedAt: {
    intro: 'This is referred to in:',
    stays: 'Those stay as they are. Where they refer to this, they will say that it was erased.',
    more: (count: number) => `and in ${countOf(count, 'more entry', 'more entries')}`,
  },
};
