import type { PaperDetails, PaperFinding } from '../../model/paper-details';
import type { ReadingWhy } from '../../model/document-reading';
import { countOf } from '../plural';

type ClaimName = PaperDetails['claims'][number]['name'];

/** Words about what was read in a document: its words, what it says of itself, what was found in it. */
export const papers = {
  title: 'The words in it',
  waiting: 'Its words have not been read yet. That happens by itself while you do other things.',
  readingNow: (place: number, total: number) => (total > 0 ? `Its words are being read: ${place} of ${countOf(total, 'page', 'pages')}.` : 'Its words are being read.'),
  found: (pages: number) => `Find looks through its words: ${countOf(pages, 'page', 'pages')}.`,
  noWords: 'No words were found in it.',
  picturePages: (count: number) => `${countOf(count, 'page is', 'pages are')} a picture, without words of its own.`,
  password: 'It is locked with a password of its own. Give the password where its pages are shown, and its words are read too.',
  again: 'Try again',
  why: {
    '': '', password: '', locked: 'It is locked with a password in a way that Tidemark cannot open. It is kept whole.', damaged: 'It is damaged: no words could be read. It is kept whole.', 'too-large': 'It is too large for its words to be read. It is kept whole.',
    'too-long': 'Reading its words took too long. It is kept whole.', broke: 'Its words could not be read, although it was tried several times. It is kept whole.', tampered: 'The stored file is not as it was when it was sealed. Check your vault.',
  } satisfies Record<ReadingWhy, string>,
  claims: 'What the file says of itself', claimsHint: 'The program that made the file wrote these, or somebody typed them. They can be wrong or changed.',
  claim: {
    title: 'Title', subject: 'Subject', author: 'Author', 'last-changed-by': 'Last changed by', keywords: 'Keywords', comments: 'Remarks', company: 'Organisation', 'made-with': 'Made with', created: 'Made', changed: 'Changed', printed: 'Printed', revision: 'Saved so many times',
    'saved-from': 'Saved from',
  } satisfies Record<ClaimName, string>,
  placed: (text: string, place: string) => `${text} (${place})`,
  findings: 'What else is in it', findingsHint: 'Nothing of it runs or loads here.',
  finding: {
    javascript: () => 'It holds a script.', launch: () => 'A link in it would start a program.', 'submit-form': () => 'It would send what is typed in it to somebody.', form: () => 'It has fields to fill in. What was filled in is among its words.',
    'embedded-file': (count: number) => `${countOf(count, 'file lies', 'files lie')} inside it`, signature: (count: number) => `${countOf(count, 'digital signature', 'digital signatures')}, not checked here`, link: (count: number) => `${countOf(count, 'link', 'links')} to other places`,
    macros: () => 'It holds macros: small programs.', 'remote-content': (count: number) => `It would load ${countOf(count, 'thing', 'things')} from elsewhere, and tell that it was opened`, inserted: (count: number) => `${countOf(count, 'stretch was', 'stretches were')} added with changes tracked`,
    deleted: (count: number) => `${countOf(count, 'stretch was', 'stretches were')} deleted with changes tracked. The words are not shown here; the file has them`, comment: (count: number) => countOf(count, 'remark', 'remarks'),
    'hidden-text': (count: number) => `${countOf(count, 'stretch', 'stretches')} of hidden text`, 'hidden-sheet': (count: number) => countOf(count, 'hidden sheet', 'hidden sheets'), repaired: () => 'The file is damaged. It was read as far as it could be; words may be missing.',
    'words-cut': () => 'It is so long that only its beginning is looked through.', 'pages-not-read': (count: number) => `${countOf(count, 'page', 'pages')} could not be read`,
  } satisfies Record<PaperFinding, (count: number) => string>,
  named: (said: string, names: readonly string[]) => (names.length === 0 ? said : `${said.replace(/\.$/, '')}: ${names.join(', ')}`),
  viewer: {
    note: 'These are the words in the file, without its layout. The file itself is kept whole, exactly as it was.',
    label: (name: string) => `Words of ${name}`, part: (number: number) => `Part ${number}`, showMore: 'Show more', fromBeginning: 'From the beginning',
  },
  locked: { label: 'Password of this PDF', hint: 'It opens this file only. Tidemark keeps it in memory until it locks, and writes it nowhere.', open: 'Open', wrong: 'That password did not open the file. Nothing has changed.' },
};
