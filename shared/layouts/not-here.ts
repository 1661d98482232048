import { pages } from '../messages/en-gb/pages';
import type { PlannedEntry } from '../model/export-plan';

/** Of which kind of document it is said. `papers`: those whose exhibits are listed and not enclosed. */
export type NotHereIn = keyof typeof pages.notHere;

/** What bears out an entry and is not in the document, a line each: under its mark where it was given one before, else how many. Never by its name. [] where all is here. */
export function notHereLines({ exhibitMarks, marksNotHere = [] }: Pick<PlannedEntry, 'exhibitMarks' | 'marksNotHere'>, where: NotHereIn): string[] {
  const words = pages.notHere[where];
  const marked = marksNotHere.filter((mark) => mark !== '').sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)));
  const others = marksNotHere.length - marked.length;
  const isAlone = exhibitMarks.length + marked.length === 0;
  return [...marked.map((mark) => `${mark}: ${words.it}`), ...(others === 0 ? [] : [isAlone ? words.alone(others) : words.more(others)])];
}
