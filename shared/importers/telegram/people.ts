import { clipped } from '../clipped';
import { member, textAt, type JsonObject } from '../json/members';
import type { NeutralParticipant } from '../parts';

/** More than one conversation's writers are not told apart by their ids. */
const mostPeople = 20_000;
const longestName = 300;

/** Telegram's `from_id`, `actor_id`: `user12345` since 2021, `12345` before; '' where there is none. */
export function idAt(object: JsonObject, key: string): string {
  const id = member(object, key);
  return typeof id === 'number' && Number.isSafeInteger(id) ? `user${id}` : typeof id === 'string' ? clipped(id, longestName) : '';
}

/** Who writes in one chat: one name for each id, and one id for each name. */
export class People {
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();

  /**
   * What a person is called in this chat. A deleted account has no name and is called by its id; the second of two people with one name is called by name and id.
   * `name`: '' where the export has none.
   */
  nameOf(id: string, name: string): string {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    const called = clipped(name, longestName);
    if (id === '' || this.#names.size >= mostPeople) return called === '' ? id : called;
    const own = called === '' ? id : this.#taken.has(called) ? `${clipped(called, longestName - id.length - 3)} (${id})` : called;
    this.#names.set(id, own);
    this.#taken.add(own);
    return own;
  }

  /** The person that an object names under `key` and `key_id`. */
  at(object: JsonObject, key: string): string {
    return this.nameOf(idAt(object, `${key}_id`), textAt(object, key));
  }

  ids(): string[] {
    return [...this.#names.keys()];
  }

  participants(ownerId: string): NeutralParticipant[] {
    return [...this.#names].slice(0, 2000).map(([handle, name]) => ({ name, handle, isOwner: handle !== '' && handle === ownerId }));
  }
}
