import type { BundlePart, BundleProfileName, NeedsOrder } from '../../model/bundle';
import { countOf, sayNumber } from '../plural';

/** Words about what the pages are for: whose numbers they have, and into which sections they go. Never that they meet a rule: only what was done. */
export const bundle = {
  what: 'What the pages are for',
  profiles: {
    solicitor: { label: 'My solicitor', hint: 'Everything: each entry in full, exhibits, how it was made.' },
    family: { label: 'A family court: children, protection', hint: 'Sections with letters. Pages are A1, A2, B1.' },
    'financial-remedy': { label: 'A family court: money and property', hint: 'Sections. Pages are 1, 2, 3 to the end.' },
    civil: { label: 'A civil or other court', hint: 'Sections. Page 1 is the first page.' },
  } satisfies Record<BundleProfileName, { label: string; hint: string }>,
  court: 'A court’s bundle has a chronology and the documents. Your accounts in full and your notes to your solicitor are not in it. The courts’ rules change, and this program cannot know what your court has ordered: show it to your solicitor before you file it.',
  goesOn: {
    label: 'A new bundle, or one that was handed over before', new: 'A new bundle', issued: (day: string, documents: number, pages: number) => `${day}, ${countOf(documents, 'document', 'documents')}, ${countOf(pages, 'page', 'pages')}`,
    part: 'What is made',
    parts: { revised: { label: 'The whole bundle again', hint: 'Everything keeps its page. What is new stands in a section at the end.' }, addition: { label: 'Only what is new', hint: 'Its numbers go on from the bundle.' } } satisfies Record<BundlePart, { label: string; hint: string }>,
  },
  moved: {
    title: (count: number) => `${countOf(count, 'document is', 'documents are')} not on the page where the bundle had ${count === 1 ? 'it' : 'them'}`,
    words: 'Whoever has the bundle cites it by those pages. Something that stands before was changed or taken out since: put it back, or hand this over as a new bundle.',
    one: (was: string, is: string) => (is === '' ? `was on page ${was}, and is not in these pages` : `was on page ${was}, and is on page ${is}`),
    more: (count: number) => `and ${sayNumber(count)} more`,
  },
  letter: 'Letter of the bundle', letterHint: 'Only if there are several, such as B. It stands in the name of the file.',
  hearing: 'Day of the hearing', hearingHint: 'Such as “3 December 2026”. Leave it empty if you do not know it yet.',
  hearingNeedsDay: 'A hearing is on one day: without day, month and year it does not go into the pages.',
  permission: 'Permission for more pages', permissionHint: (most: number) => `The court takes ${sayNumber(most)} pages at most unless it has allowed more: name the order, its day and the paragraph.`,
  file: { fold: 'How large one file may be', label: 'Largest size of one file, in MB', hint: 'For sending by e-mail: 18 is safe with most. Longer documents are then saved as several files. Leave it empty for one file.', notANumber: 'Write a whole number, such as 18, or nothing.' },
  inFiles: {
    title: (count: number, most: number) => `It will be saved as ${sayNumber(count)} files, because it is larger than ${sayNumber(most)} MB`,
    past: 'Files', sums: 'SHA-256 of the list of these files',
    save: (count: number) => `Save ${sayNumber(count)} files`,
    words: 'Each begins with the cover and the list of what is in it, which says in which file a document lies. No document is cut in two.',
    one: (part: number, first: string, last: string, size: string) => `Part ${part}: pages ${first} to ${last}, ${size}`,
    more: (count: number) => `and ${sayNumber(count)} more`,
    aloneTitle: (count: number, most: number) => `${countOf(count, 'document is', 'documents are')} larger than ${sayNumber(most)} MB`,
    alone: 'A document is never cut, so its file is larger than you said. Send it another way, or ask for a larger size.',
  },
  staysOut: 'Messages, mail, photographs and screenshots stay out until you name the order that allows each. A letter that is kept as a PDF cannot be told from other papers: take it out yourself if no order allows it.',
  overLimit: {
    title: (pages: number, most: number) => `${sayNumber(pages)} pages; this court takes no more than ${sayNumber(most)} without its permission`,
    words: 'Leave something out, or name the permission under “Permission for more pages”, then make the pages again. They cannot be saved before.',
    name: 'Name the permission',
  },
  keptOut: {
    title: (count: number) => `${countOf(count, 'thing stays', 'things stay')} out of this bundle`,
    intro: 'A family court wants messages, letters and photographs in a bundle only where an order or a direction allows each. Name it, and it goes in, with the order printed beside it. They can always go to your solicitor.',
    whys: { messages: 'messages', correspondence: 'mail', picture: 'a photograph or screenshot' } satisfies Record<NeedsOrder, string>,
    order: 'Order or direction that allows it', orderHint: 'Such as “Order of 4 May 2026, paragraph 6”.', orderNeeded: 'Name the order first: which one, of which day.',
    letIn: 'Let it in', letInNamed: (name: string) => `Let it in: ${name}`, keepOut: 'Keep it out', keepOutNamed: (name: string) => `Keep it out: ${name}`,
    willGo: (by: string) => `It goes in with the next pages, as allowed by: ${by}`,
  },
  sources: 'Where these rules come from', isRead: 'Read, some of it as others quote it', notRead: 'Not confirmed',
  standsTitle: 'Where each document stands',
  standsIntro: 'The section was guessed from the name. Change it where it is wrong, then make the pages again.',
  standsFixed: 'Each document stays where it stood when the bundle was handed over. What is new stands at the end.',
  sectionOf: (name: string) => `Section of ${name}`,
  onPage: (label: string) => `Page ${label}`, showPage: (name: string, label: string) => `Page ${label}: show ${name} in the pages`,
  placed: (name: string, section: string) => `${name} will stand under “${section}”.`,
  earlier: 'Earlier', earlierNamed: (name: string) => `Earlier in its section: ${name}`, later: 'Later', laterNamed: (name: string) => `Later in its section: ${name}`,
  movedTo: (name: string, isEarlier: boolean) => `${name} will stand one place ${isEarlier ? 'earlier' : 'later'}.`, cannotMove: (name: string) => `${name} is at the edge of its section already.`,
  more: (count: number) => `Show ${sayNumber(count)} more`,
};
