import { clipped } from '../bytes/clipped';
import type { NeutralParticipant } from '../parts';

/** More than one conversation's writers are not told apart by their ids. */
const mostPeople = 20_000;
const longestName = 300;
/** Of a name and of an id that stand together as one name. */
const longestNamePart = 150;
const longestIdPart = 130;

/** Who writes in one conversation of an export that gives people ids: one name for each id, and one id for each name. */
export class People {
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();

  /**
   * What a person is called in this conversation. One without a name (a deleted account) is called by the id; the second of two people with one name is called by name and id.
   * `id`, `name`: '' where the export has none.
   */
  nameOf(id: string, name: string): string {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    const called = clipped(name, longestName);
    const calledById = clipped(id, longestName);
    if (id === '' || this.#names.size >= mostPeople) return called === '' ? calledById : called;
    const own = this.#free(called === '' ? calledById : called, id);
    this.#names.set(id, own);
    this.#taken.add(own);
    return own;
  }

  /** The name itself, or with the id where another has it; with a number where a made-up id is so long that it says nothing. */
  #free(name: string, id: string): string {
    if (!this.#taken.has(name)) return name;
    const withId = `${clipped(name, longestNamePart)} (${clipped(id, longestIdPart)})`;
    return this.#taken.has(withId) ? `${withId} ${this.#names.size + 1}` : withId;
  }

  ids(): string[] {
    return [...this.#names.keys()];
  }

  participants(ownerId: string): NeutralParticipant[] {
    return [...this.#names].slice(0, 2000).map(([handle, name]) => ({ name, handle: clipped(handle, longestName), isOwner: handle !== '' && handle === ownerId }));
  }
}
