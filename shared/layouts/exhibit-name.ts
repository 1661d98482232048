import { showHidden } from '../text/show-hidden';
import type { PlannedExhibit } from '../model/export-plan';

/** What an exhibit is called in lists and bookmarks: her title, else the file's own name, the conversation's title, or the mail's subject; what would not be seen in it is named. */
export function exhibitName({ thing }: PlannedExhibit): string {
  if (thing.kind === 'mail') return showHidden(thing.mail.subject.trim() || thing.source.originalName);
  const [title, fileName] = thing.kind === 'excerpt' ? [thing.conversation.title, thing.sources[0]?.originalName ?? ''] : [thing.document.title, thing.document.originalName];
  return showHidden(title.trim() === '' ? fileName : title.trim());
}
