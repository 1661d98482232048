import { pages } from '../messages/en-gb/pages';
import type { PlannedEntry } from '../model/export-plan';

/** What an entry is called in tables, bookmarks and headings. Her title, else the first words of her account. */
export function entryName(entry: PlannedEntry): string {
  if (entry.title.trim() !== '') return entry.title.trim();
  if (entry.subject === 'excerpt') return pages.table.untitledMessages;
  if (entry.subject === 'document') return pages.table.untitledDocument;
  const account = (entry.versions.at(-1)?.content.account ?? '').replace(/\s+/g, ' ').trim();
  if (account === '') return pages.table.noWords;
  const opening = [...new Intl.Segmenter('en-GB', { granularity: 'grapheme' }).segment(account.slice(0, 400))].slice(0, 90).map((piece) => piece.segment).join('');
  return opening.length < account.length ? `${opening.replace(/\s+\S*$/, '')} …` : opening;
}
