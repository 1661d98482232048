import { messages } from '../../../shared/messages/en-gb';
import type { ListedLookUp } from '../../../shared/model/case/listed-look-up';

export interface LookUpGroup {
  readonly key: string;
  /** Whose, or about what; '' where that is not said. */
  readonly name: string;
  readonly lookUps: readonly ListedLookUp[];
}

/** What a look-up is called: her name for it, else how what was known begins. */
export function nameOfLookUp({ title, known }: Pick<ListedLookUp, 'title' | 'known'>): string {
  return title.trim() || known.trim().slice(0, 80) || messages.lookUps.untitled;
}

/** By who knew it, or by what was known: the same words, in any letters, are the same thing. Groups stand in the order of their first; inside, the order given. */
export function groupLookUps(lookUps: readonly ListedLookUp[], by: 'who' | 'what'): LookUpGroup[] {
  const groups = new Map<string, { name: string; lookUps: ListedLookUp[] }>();
  for (const lookUp of lookUps) {
    const name = by === 'who' ? lookUp.who?.name ?? '' : nameOfLookUp(lookUp);
    const key = by === 'who' ? lookUp.who?.personId ?? '' : name.toLocaleLowerCase('en-GB').replace(/\s+/g, ' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { name, lookUps: [lookUp] });
    else group.lookUps.push(lookUp);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}
