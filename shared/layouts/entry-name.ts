import { pages } from '../messages/en-gb/pages';
import { pagesCase } from '../messages/en-gb/pages-case';
import { pagesTold } from '../messages/en-gb/pages-told';
import { pagesPolice } from '../messages/en-gb/pages-police';
import type { CaseContent } from '../model/case/case-entry';
import { facedAs } from '../model/case/what-it-holds';
import type { PlannedCaseEntry, PlannedEntry } from '../model/export-plan';
import { shortened } from '../text/shortened';

/** What an entry is called in tables, bookmarks and headings. Her title, else the first words of her account; of a contact what it was and with whom. */
export function entryName(entry: PlannedEntry): string {
  if (entry.title.trim() !== '') return entry.title.trim();
  if ('threads' in entry) return nameOfCase(entry);
  if (entry.subject === 'excerpt') return pages.table.untitledMessages;
  if (entry.subject === 'document') return pages.table.untitledDocument;
  return 'versions' in entry ? openingOf(entry.versions.at(-1)?.content.account ?? '') || pages.table.noWords : '';
}

function nameOfCase({ subject, versions, threads }: PlannedCaseEntry): string {
  const content: CaseContent | undefined = versions.at(-1)?.content;
  if (content?.kind === 'contact') {
    const body = threads.find(({ kind, id }) => kind === 'person' && id === content.bodyId)?.name ?? '';
    return [pagesPolice.contactCalled(content), body].filter((part) => part !== '').join(', ');
  }
  if (content?.kind === 'turning-point' && content.what !== null && content.what !== 'other') return pagesTold.turningPoint.whats[content.what];
  return (content === undefined ? '' : openingOf(facedAs(content).text)) || pagesCase.sources.kinds[subject];
}

/** As much of a text as names an entry. */
const openingOf = (text: string): string => shortened(text, 90);
