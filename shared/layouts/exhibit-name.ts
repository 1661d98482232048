import { pages } from '../messages/en-gb/pages';
import type { PlannedExhibit } from '../model/export-plan';
import { showHidden } from '../text/show-hidden';
import { sayPages } from './say-pages';

/** What an exhibit is called in lists and bookmarks: what it is called in this copy, else its title in the record, the file's own name, the conversation's title, or the mail's subject; what would not be seen in it is named. Of an extract it says which pages. */
export function exhibitName(exhibit: Pick<PlannedExhibit, 'thing' | 'inCopy'>): string {
  const { title = '', extract = null } = exhibit.inCopy ?? {};
  const name = title === '' ? ownName(exhibit) : showHidden(title);
  return extract === null ? name : pages.exhibit.extractName(name, sayPages(extract.ranges), extract.of);
}

function ownName({ thing }: Pick<PlannedExhibit, 'thing'>): string {
  if (thing.kind === 'mail') return showHidden(thing.mail.subject.trim() || thing.source.originalName);
  const [title, fileName] = thing.kind === 'excerpt' ? [thing.conversation.title, thing.sources[0]?.originalName ?? ''] : [thing.document.title, thing.document.originalName];
  return showHidden(title.trim() === '' ? fileName : title.trim());
}
