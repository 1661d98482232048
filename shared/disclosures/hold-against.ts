import type { Disclosure, DisclosedItem } from '../model/case/disclosure';
import type { GivenThing } from '../model/case/disclosure-comparison';

/** One line of the list and its number there, counted from 1. */
export interface NumberedItem { readonly number: number; readonly item: DisclosedItem }

/** What she gave against what is on the list, as she matched them. Every thing stands in one of the first four. */
export interface HeldAgainst {
  readonly inList: readonly { readonly thing: GivenThing; readonly items: readonly NumberedItem[] }[];
  /** Not matched with any line, also where the names do not tell whether it went to another body. */
  readonly missing: readonly GivenThing[];
  /** Not matched, and she says that it need not be there. */
  readonly notExpected: readonly { readonly thing: GivenThing; readonly why: string }[];
  /** Not matched, and given to another body than the one whose list it is. */
  readonly toAnother: readonly GivenThing[];
  /** Lines that are nothing she gave, as far as she said. */
  readonly notGiven: readonly NumberedItem[];
}

/** Holds a list against what was given. Decides nothing: what she did not match is missing. */
export function holdAgainst({ items, notExpected }: Pick<Disclosure, 'items' | 'notExpected'>, things: readonly GivenThing[]): HeldAgainst {
  const known = new Set(things.map(({ given }) => given.id));
  const matched = new Map<string, NumberedItem[]>();
  const notGiven: NumberedItem[] = [];
  items.forEach((item, index) => {
    const numbered = { number: index + 1, item };
    for (const givenId of item.givenIds) matched.set(givenId, [...(matched.get(givenId) ?? []), numbered]);
    if (!item.givenIds.some((givenId) => known.has(givenId))) notGiven.push(numbered);
  });
  const excused = new Map(notExpected.map(({ givenId, why }) => [givenId, why]));
  const held = { inList: [] as { thing: GivenThing; items: NumberedItem[] }[], missing: [] as GivenThing[], notExpected: [] as { thing: GivenThing; why: string }[], toAnother: [] as GivenThing[], notGiven };
  for (const thing of things) {
    const found = matched.get(thing.given.id);
    const why = excused.get(thing.given.id);
    if (found !== undefined) held.inList.push({ thing, items: found });
    else if (why !== undefined) held.notExpected.push({ thing, why });
    else if (thing.to === 'another-body') held.toAnother.push(thing);
    else held.missing.push(thing);
  }
  return held;
}

/** The list with a line said to be a thing, or said no longer to be it. */
export function matchItem(items: readonly DisclosedItem[], itemId: string, givenId: string, isIt: boolean): DisclosedItem[] {
  return items.map((item) => {
    if (item.id !== itemId) return item;
    const others = item.givenIds.filter((id) => id !== givenId);
    return { ...item, givenIds: isIt ? [...others, givenId] : others };
  });
}
