import type { PlannedExhibit } from '../model/export-plan';

/** What an exhibit is called in lists and bookmarks: her title, else the file's own name, or the conversation's title. */
export function exhibitName({ thing }: PlannedExhibit): string {
  if (thing.kind === 'excerpt') return thing.conversation.title.trim() === '' ? thing.source.originalName : thing.conversation.title.trim();
  return thing.document.title.trim() === '' ? thing.document.originalName : thing.document.title.trim();
}
