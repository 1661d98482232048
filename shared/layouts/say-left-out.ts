import type { LeftOut } from '../assemble-protocol';
import { pages } from '../messages/en-gb/pages';
import { showHidden } from '../text/show-hidden';
import { sayCount, sayList } from './say';

/** What a PDF exhibit held that does not go into a document, in whole sentences; the names in them are a stranger's. */
export function sayLeftOut({ scripts, opens, media, xmlForm, attachedCount, attached, notes }: LeftOut): string[] {
  const words = pages.exhibit.leftOut;
  const more = attachedCount - attached.length;
  const names = attached.length === 0 ? '' : words.names(sayList(attached.map((name) => `“${showHidden(name)}”`)), more > 0 ? words.more(String(more)) : '');
  const others = [...(scripts ? [words.scripts] : []), ...(opens ? [words.opens] : []), ...(media ? [words.media] : [])];
  return [
    ...(attachedCount > 0 ? [words.attached(sayCount(attachedCount, 'file', 'files'), attachedCount === 1, names)] : []),
    ...(xmlForm ? [words.xmlForm] : []),
    ...(notes === undefined ? [] : [words.notes(sayCount(notes, 'note', 'notes'), notes === 1)]),
    ...(others.length > 0 ? [words.others(sayList(others))] : []),
  ];
}
