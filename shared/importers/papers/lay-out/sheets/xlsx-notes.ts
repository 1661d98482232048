import type { PaperPackage } from '../../package-parts';
import { elementsIn, takeElements, textIn, within } from '../../xml-trees';
import { elementsOf } from '../../xml-words';
import type { Relation } from '../docx-pictures';
import { textOf, xmlOf } from './xlsx-xml';

export interface SheetNote { readonly by: string; readonly at: string; readonly text: string; readonly isDone: boolean }

/** Notes and threads of one sheet by their cells. */
export interface SheetNotes {
  /** Of one cell, the first of a thread first. */
  take(place: string): readonly SheetNote[];
  /** The cells whose notes nobody took. */
  left(): readonly string[];
}

const most = 20_000;

/** A sheet's notes (ECMA-376 part 1, 18.7) and threads of comments ([MS-XLSX] 2.6.205). A thread has a note as well, for older programs, which says the same. */
export async function readSheetNotes(paper: PaperPackage, relations: ReadonlyMap<string, Relation>): Promise<SheetNotes> {
  const partOf = (kind: string): string => [...relations.values()].find(({ type, isElsewhere }) => !isElsewhere && type.endsWith(`/${kind}`))?.target ?? '';
  const notes = new Map<string, SheetNote[]>();
  const add = (place: string, note: SheetNote): void => {
    const of = notes.get(place);
    if (of === undefined) notes.set(place, [note]);
    else of.push(note);
  };
  const [threads, plain] = [partOf('threadedComment'), partOf('comments')];
  const read = async (name: string): Promise<string> => (paper.names.includes(name) ? xmlOf(paper, name) : '');
  const people = new Map(elementsOf(await read('xl/persons/person.xml'), new Set(['person']), most).map(({ attributes }) => [attributes['id'] ?? '', attributes['displayName'] ?? '']));
  let count = 0;
  takeElements(await read(threads), new Set(['threadedComment']), new Set(), (element) => {
    const { ref = '', personId = '', dT = '', done = '' } = element.attributes;
    const text = within(element, new Set(['text'])).map(textIn).join('');
    if ((count += 1) <= most) add(ref, { by: people.get(personId) ?? '', at: dT, text, isDone: done === '1' });
  });
  const threaded = new Set(notes.keys());
  const authors: string[] = [];
  takeElements(await read(plain), new Set(['authors', 'comment']), new Set(), (element) => {
    if (element.name === 'authors') return void authors.push(...elementsIn(element).slice(0, most).map(textIn));
    const { ref = '', authorId = '' } = element.attributes;
    if (!threaded.has(ref) && (count += 1) <= most) add(ref, { by: authors[Number(authorId)] ?? '', at: '', text: textOf(element), isDone: false });
  });
  return {
    take: (place) => {
      const of = notes.get(place) ?? [];
      notes.delete(place);
      return of;
    },
    left: () => [...notes.keys()],
  };
}
