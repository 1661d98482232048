import { sayNumber } from '../plural';
import type { BundleSectionName, PlannedBundle } from '../../model/bundle';

type ProfileName = PlannedBundle['profile'];

/** Words printed in a court's bundle. Never that it complies with anything: they say what it is and what stands where. */
export const pagesBundle = {
  addition: (letter: string) => `Addition to court bundle${letter === '' ? '' : ` ${letter}`}`,
  title: (letter: string) => (letter === '' ? 'Court bundle' : `Court bundle ${letter}`),
  documentTitle: (name: string, caseName: string) => `${name}: ${caseName}`,
  cover: {
    profiles: { family: 'Family proceedings', 'financial-remedy': 'Proceedings for a financial remedy', civil: 'Civil and general proceedings' } satisfies Record<ProfileName, string>,
    hearing: 'Hearing', permission: 'Permission for more pages', sections: 'Sections', documents: 'Documents', late: 'Added later', latePage: (page: string) => `Documents from page ${page} on`, pages: 'Pages', prepared: 'Prepared', sealCode: 'Seal code of the record',
    numbering: 'How pages are numbered',
    bySection: 'Each section has a letter, and its pages begin again at 1. This cover and the index have Roman numerals.',
    addition: 'On from the last page of the bundle it belongs to. This cover and the index have Roman numerals.',
    revised: 'Pages of the bundle as it was issued keep their numbers. What is new stands in a section of its own at the end.',
    fromFirstPage: 'One after another from this page on, as a PDF reader counts them.',
    throughFiles: 'One after another from this page on, through all its files.',
    whatThisIs: 'Papers put together for a hearing by a person from the record she keeps. Nobody has checked it for her. The number at the foot of a page, in the index and in the bookmarks is the same one that a PDF reader shows.',
  },
  parts: {
    which: (part: number, of: number) => `Part ${part} of ${of}`,
    title: (title: string, part: number, of: number) => `${title}, part ${part} of ${of}`,
    /** Told of a link whose page is in another file. */
    elsewhere: (page: string, part: number) => `Page ${page} is in part ${part}. Go to its line at the front of this file`,
    continued: (section: string, page: string) => `${section}, continued (page ${page})`,
    files: 'Files', pages: (part: number, first: string, last: string) => `Part ${part} · pages ${first} to ${last}`,
    intro: 'This bundle is in several files. Each begins with this cover and the index, which says in which part a document lies. Numbers of pages go on from one to the next.',
    column: 'Part', at: (page: string, part: number) => `${page}, part ${part}`,
  },
  index: {
    title: 'Index', description: 'Description', date: 'Date', page: 'Page', empty: 'No documents.',
    /** Under “Date”, of an exhibit without one. `more`: entries with a day besides that one. */
    withEntry: (number: number, day: string, more: number) => `Date not given. Goes with entry ${number}, ${day}${more === 0 ? '' : `, and ${sayNumber(more)} more`}`,
  },
  section: (sign: string) => `Section ${sign}`,
  sectionNamed: (sign: string, name: string) => `Section ${sign}: ${name}`,
  inThisSection: 'In this section', late: 'Documents added later',
  sections: {
    family: { preliminary: 'Preliminary documents', applications: 'Applications and orders', statements: 'Statements and affidavits', 'care-plans': 'Care plans', reports: 'Experts’ reports and other reports', other: 'Other documents' },
    'financial-remedy': { preliminary: 'Preliminary documents', applications: 'Applications and orders', statements: 'Statements, Forms E and replies', 'care-plans': 'Care plans', reports: 'Experts’ reports and other reports', other: 'Other documents' },
    civil: { preliminary: 'Case summary and chronology', applications: 'Statements of case, applications and orders', statements: 'Witness statements', 'care-plans': 'Care plans', reports: 'Experts’ reports', other: 'Other documents' },
  } satisfies Record<ProfileName, Record<BundleSectionName, string>>,
  chronology: {
    title: 'Chronology',
    intro: 'Sorted by the earliest day each date allows. Dates are given as precisely as they are known, and no more. The last column has the pages on which the evidence stands.',
    number: 'No.', when: 'When', what: 'What', evidence: 'Exhibits', page: 'Page',
  },
  allowed: (by: string) => `Allowed by ${by}`,
  exhibitName: (mark: string, name: string) => `${mark} · ${name}`,
};
