import type { BundleSectionName, NeedsOrder, PlannedBundle } from '../../model/bundle';
import type { RuleSource } from '../../model/rule-source';

/** How the pages of a court's bundle are numbered, and into which sections they go. A change of the rules is one edit here. */
export interface BundleProfile {
  /** `by-section`: each section has a letter and its pages begin again at 1 (A1, A2, B1), what stands before the first in Roman numerals; `from-first-page`: page 1 is the first page of the file, and so on. */
  readonly numbering: 'by-section' | 'from-first-page';
  /** In order. What has no document in this bundle is left out, so that letters follow one another. */
  readonly sections: readonly BundleSectionName[];
  /** In which section her chronology stands. */
  readonly chronologyIn: BundleSectionName;
  /** Where exhibits go of which nothing tells more. */
  readonly otherwise: BundleSectionName;
  /** What stays out until the order or direction that allows each is named. */
  readonly needsOrder: readonly NeedsOrder[];
  /** More pages than this need a permission, whose reference is asked for; null for no limit. */
  readonly mostPages: number | null;
  readonly sources: readonly RuleSource[];
}

/** Both of chapters that hold for all family proceedings (1 to 5 and 8 to 19). */
const contents: RuleSource = { words: 'Practice Direction 27A, chapter 5: screenshots of messages, correspondence and photographs are not in a bundle unless the court has directed it. As others quote it; the chapter itself was not read.', isRead: true };
const pages350: RuleSource = { words: 'Practice Direction 27A, chapter 8: no more than 350 A4 pages in an e-bundle unless the court has given permission; as docest.com and bundlecreator.co quote it.', isRead: true };

/**
 * Of the Practice Directions, chapters were read as others quote them, not whole. No rule was found on how an index is numbered that stands before section A: Roman numerals keep its pages from being mistaken for a section's, and label and print stay the same on each page.
 */
export const bundleProfiles: Readonly<Record<PlannedBundle['profile'], BundleProfile>> = {
  family: {
    numbering: 'by-section', sections: ['preliminary', 'applications', 'statements', 'care-plans', 'reports', 'other'], chronologyIn: 'preliminary', otherwise: 'other', needsOrder: ['messages', 'correspondence', 'picture'], mostPages: 350,
    sources: [
      { words: 'FPR Practice Direction 27A (in force from 2 March 2026), paragraph 1.2: “Bates numbering is a numbering system where each section of a bundle is denoted by a letter, with each page in that section also being numbered, so that the first section begins at page A1”; chapter 7.2 asks for it in all family proceedings but those for a financial remedy. Paragraph 1.2 was read at justice.gov.uk as stored; 7.2 as bundlecreator.co quotes it.', isRead: true },
      { words: 'The sections and their order: Practice Direction 27A as it stood before (paragraph 4.3), which the new one is said to keep. The new list itself was not read.', isRead: false },
      contents, pages350,
      { words: 'Within a section the earliest document stands first: Practice Direction 27A as docest.com sums it up.', isRead: false },
    ],
  },
  'financial-remedy': {
    numbering: 'from-first-page', sections: ['preliminary', 'applications', 'statements', 'reports', 'other'], chronologyIn: 'preliminary', otherwise: 'other', needsOrder: ['messages', 'correspondence', 'picture'], mostPages: 350,
    sources: [
      { words: 'FPR Practice Direction 27A, chapter 6.2: Arabic numbers, one after another through the whole bundle, equal to the pages of the PDF; as it is quoted by bundlecreator.co.', isRead: true },
      contents, pages350,
      { words: 'The sections of a bundle for a financial remedy (chapter 6.1) were not read.', isRead: false },
    ],
  },
  civil: {
    numbering: 'from-first-page', sections: ['preliminary', 'applications', 'statements', 'reports', 'other'], chronologyIn: 'preliminary', otherwise: 'other', needsOrder: [], mostPages: null,
    sources: [
      { words: 'General guidance on electronic court bundles (judiciary of England and Wales, 29 November 2021): page 1 is the first page, index included, and the printed number is that of the PDF.', isRead: true },
      { words: 'What a bundle holds and in what order: CPR Practice Direction 32, paragraph 27, from common knowledge.', isRead: false },
    ],
  },
};
