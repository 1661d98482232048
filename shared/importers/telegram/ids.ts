import { clipped } from '../bytes/clipped';
import { member, textAt, type JsonObject } from '../json/members';
import type { People } from '../conversations/people';

/** Telegram's `from_id`, `actor_id`: `user12345` since 2021, `12345` before; '' where there is none. */
export function idAt(object: JsonObject, key: string): string {
  const id = member(object, key);
  return typeof id === 'number' && Number.isSafeInteger(id) ? `user${id}` : typeof id === 'string' ? clipped(id, 300) : '';
}

/** What the person is called that an object names under `key` and `key_id`. */
export function nameAt(people: People, object: JsonObject, key: string): string {
  return people.nameOf(idAt(object, `${key}_id`), textAt(object, key));
}
