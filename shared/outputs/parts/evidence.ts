import { notHereLines } from '../../layouts/not-here';
import type { CitedText } from '../../model/case/case-page';
import type { PlannedEntry } from '../../model/export-plan';
import { joined, says, saysMarks } from './texts';

/** The exhibits of an entry by their marks, and that there are others which are not among those of this paper. */
export function saysExhibits(entry: PlannedEntry): CitedText {
  return joined([saysMarks(entry.exhibitMarks), says(notHereLines(entry, 'papers').join('\n'))], '\n');
}

/** The same for a table's cell. */
export const exhibitsInCell = (entry: PlannedEntry): string => [entry.exhibitMarks.join(', '), ...notHereLines(entry, 'papers')].filter((part) => part !== '').join('; ');
