import type { RedactionReason } from '../../model/redaction';

/** What is printed in place of words that were taken out, and on the black over a part of a page. Short: it stands in the middle of sentences. */
const onTheBlack: Readonly<Record<RedactionReason, string>> = {
  address: 'address', 'contact-details': 'contact details', refuge: 'place of safety', child: 'child', 'another-person': 'another person', 'school-or-work': 'school or work', health: 'health', private: 'private', 'not-relevant': 'not relevant', 'covered-before': 'covered in the original',
};

export const redactionLabel = (reason: RedactionReason): string => `[redacted: ${onTheBlack[reason]}]`;

/** What those hear who listen to a page of which parts were blacked out. */
export const redactedPageSays = (reasons: readonly RedactionReason[]): string => `A page as a picture. Blacked out on it: ${reasons.map((reason) => `redacted: ${onTheBlack[reason]}`).join('; ')}.`;

const wordsCount = (count: number): string => (count === 1 ? '1 word or phrase' : `${count} words or phrases`);
const areasCount = (count: number): string => (count === 1 ? '1 part of a page' : `${count} parts of pages`);

/** Words of the screens on which she says what is taken out of copies. */
export const redaction = {
  title: 'What is taken out of this copy',
  intro: 'Words and parts of pages that the person who gets this copy must not see. They are taken out for good in the copy. The original stays as it is in your vault.',
  list: 'Redaction list', noList: 'Nothing is taken out',
  notUsedTitle: 'Nothing is taken out of these pages', notUsed: (count: number) => (count === 1 ? 'What you marked on this list stays in them unless you use it.' : 'What you marked on these lists stays in them unless you use one.'), useList: (name: string) => `Use the list “${name}”`,
  listSummary: (words: number, areas: number) => `${wordsCount(words)}, ${areasCount(areas)}`,
  newList: 'Make a new list', newListName: 'Name of the new list', newListHint: 'For example who it is for. You can use a list again for the next recipient.', makeList: 'Make the list', nameNeeded: 'Give the list a name first.',
  rename: 'Rename the list', renameTo: 'New name of the list', renameDo: 'Save the name',
  remove: 'End the list', removeDo: 'End the list', removeTitle: (name: string) => `End the list “${name}”?`,
  removeWords: (words: number, areas: number) => `${words + areas === 0 ? 'Nothing is on it.' : `What is on it goes: ${[words === 0 ? '' : wordsCount(words), areas === 0 ? '' : areasCount(areas)].filter((part) => part !== '').join(' and ')}.`} Copies that were made with it stay as they are, and the record of each keeps that a list of this name was used.`,
  words: 'Words to take out', wordsHint: 'Such as a street or a telephone number. Capitals and spaces do not matter. Words in pictures stay: open the document and black them out there.',
  notAdded: 'These words are not on the list yet, so nothing of them is taken out. Add them, or clear the field.', clear: 'Clear the field',
  wordsNeeded: 'Type at least two letters or figures.',
  reason: 'Why', reasonHint: 'It is printed where they stood.',
  reasons: { address: 'An address', 'contact-details': 'Contact details', refuge: 'A place of safety', child: 'A child', 'another-person': 'Another person', 'school-or-work': 'School or work', health: 'Health', private: 'Private', 'not-relevant': 'Not relevant', 'covered-before': 'Covered in the original' } satisfies Record<RedactionReason, string>,
  wholeWord: 'Only where they stand as a word of their own', wholeWordHint: 'So that “Leo” leaves “leopard” alone. Without this they go from inside longer words too.',
  add: 'Add to the list', listed: 'On the list', wordsListed: (words: string, reason: string) => `“${words}” · ${reason}`, areaListed: (page: number, name: string, reason: string) => `Part of page ${page} of ${name} · ${reason}`,
  takeOff: 'Take off', takeOffNamed: (what: string) => `Take off the list: ${what}`, wasTakenOff: (what: string) => `Off the list: ${what}`, wasAdded: (what: string) => `On the list: ${what}`,
  blackOut: 'Redact for handing over', blackOutDone: 'Done', stays: 'The original stays as it is in your vault.',
  blackOutHow: 'Draw over a part with the mouse. By keyboard: go to the page, press Enter for a box, move it with the arrows, change its size with Shift and the arrows, set it with Enter, let it go with Esc.',
  layer: (page: number, count: number) => `Page ${page}: ${count === 0 ? 'nothing blacked out' : count === 1 ? '1 part blacked out' : `${count} parts blacked out`}. Enter begins a box.`,
  boxBegun: 'A box in the middle. Arrows move it, Shift and arrows change its size, Enter sets it.', boxAt: (left: number, top: number, width: number, height: number) => `${left} % from the left, ${top} % from the top, ${width} % wide, ${height} % high`, boxSet: 'Set.', boxGone: 'Let go.',
  chooseListFirst: 'Choose a list first, or make one under Hand over.',
  notPlayed: 'Nothing is taken out of recordings, or of files that cannot be shown as pages. Leave the file out where it must not be heard or seen.',
  foundTitle: (count: number) => (count === 1 ? '1 document has words that were covered, not taken out' : `${count} documents have words that were covered, not taken out`),
  foundWords: 'Somebody drew over them, or marked them to be taken out, and anybody can still copy them from under the cover. Their pages stay out of this copy until you decide.',
  foundOn: (pages: string) => `page ${pages}`,
  burn: 'Black them out for good', asItIs: 'Include as it is', asItIsReason: 'Why they may go as they are', burnNamed: (name: string) => `Black them out for good: ${name}`, asItIsNamed: (name: string) => `Include as it is: ${name}`,
  notRedactedTitle: 'Not looked through', because: { 'not-read': 'no machine has read the words in this picture, so they could not be looked for', original: 'this file is only named in the pages; if you give the file itself, nothing is taken out of it' },
  notRedactedHint: 'Look at each, black out parts of it by hand, or leave it out.',
};
