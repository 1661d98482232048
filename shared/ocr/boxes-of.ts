import type { DocumentPage, WordBox } from '../model/document-page';
import { findMarks } from '../search/find-marks';

/** Places on the page of the words that `query` finds there, as the record's search finds them. Looked for in what the machine read, whose places these are, also where she put it right since. */
export function boxesOf({ text, machineText, boxes }: Pick<DocumentPage, 'text' | 'machineText' | 'boxes'>, query: string): WordBox[] {
  if (boxes === null) return [];
  const marks = findMarks(machineText ?? text, query);
  return boxes.filter(({ start, end }) => marks.some(([from, to]) => start < to && from < end));
}
