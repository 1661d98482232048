import type { CasePageName, CasePageSource } from '../../model/case/case-page';

/** Words of every printed page of the case: what stands around it, and its list of sources. They speak to a solicitor. */
export const pagesCase = {
  documentTitle: (title: string, caseName: string) => `${title}: ${caseName}`,
  caseName: 'Case', prepared: 'Prepared', sealCode: 'Seal code of the record', bookmarkPage: (title: string, page: number) => `${title} (page ${page})`,
  /** What a page is called in a file's name and in lists. */
  names: {
    'conflict-map': 'Who knew whom', 'told-and-happened': 'Told and what happened', given: 'What was given', missing: 'What is missing', deadlines: 'Time limits', 'side-by-side': 'Side by side', 'look-ups': 'Suspected look-ups', patterns: 'Patterns over time', 'course-of-conduct': 'Course of conduct', narrative: 'Narrative',
  } satisfies Record<CasePageName, string>,
  cited: (number: number) => `[${number}]`, citedDraft: (number: number) => `[${number}, not in the record yet]`, citedGone: (sign: string) => `${sign} (erased)`,
  sources: {
    title: 'Sources',
    intro: 'Everything this page refers to, in the order in which it is first referred to. Marks that begin with TM are exhibit marks: they are the same in every chronology and on every page printed from this record. Plain numbers are of this page alone. A file is first recorded when it is added to the record.',
    none: 'This page refers to nothing else in the record.',
    mark: 'Mark', what: 'What it is', happened: 'When it happened', recorded: 'First recorded', sha256: 'SHA-256', stands: 'Stands in the file',
    noDate: 'Date not given', gone: 'Erased', draft: 'Not recorded', amended: 'Amended since; every earlier reading is kept.', notYet: 'Not in the record yet: a draft. Its words are not printed.', erased: 'Erased from the record. That it was there, and when it was erased, stays in the history.', untitled: 'Without a title',
    kinds: {
      incident: 'Incident', document: 'Document', excerpt: 'Marked messages', mail: 'E-mail', case: 'Entry of the case', contact: 'Contact with police or others', tie: 'Tie between people', 'counter-allegation': 'Allegation made against the person keeping this record', 'look-up': 'Suspected look-up',
      disclosure: 'Reply or disclosure list', deadline: 'Time limit', narrative: 'Narrative', 'turning-point': 'Turning point', conduct: 'What an incident supports',
    } satisfies Record<CasePageSource['what'], string>,
  },
  about: {
    title: 'What this page is, and is not',
    paragraphs: [
      'This page was put together by a program, Tidemark, from what the person keeping this record wrote in it and from the files they kept there. It sorts, counts and lines up; it judges nothing. It is not a statement, not legal advice, and no copy of anybody else’s records.',
      'When something happened is what they wrote, as precisely as they knew it. When it was first recorded is set by the program from the clock of the computer used, and cannot be edited in it; nobody has checked that clock. Times are given in UK time, with its zone (GMT or BST).',
      'Later changes are kept as amendments with their own times. This page prints what stands now; the chronology prints every reading.',
      'Drafts and what was erased are named where they are referred to, without their words. Notes marked as privileged are not on this page.',
    ],
    filesTitle: 'How to check a file', sealTitle: 'Seal of the record',
    files: 'Each SHA-256 here is worked out from every byte of a file as it was added. The files are not inside this PDF: ask for those you want to check.',
  },
};
