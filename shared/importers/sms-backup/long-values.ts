import type { LongValue, OpenTag } from '../xml/events';
import type { Fields } from './values';

/** Values that are words and may be of any length. */
const wordFields: ReadonlySet<string> = new Set(['body', 'text', 'sub', 'subject']);
/** Characters that are put back together for one tag. */
const mostHeld = 8_000_000;

/** Words of the tag under way that came in pieces. */
export class LongValues {
  #pieces = new Map<string, string[]>();
  #held = 0;

  take({ attribute, text }: LongValue): void {
    this.#held += text.length;
    if (this.#held > mostHeld || !wordFields.has(attribute)) return;
    const pieces = this.#pieces.get(attribute);
    if (pieces === undefined) this.#pieces.set(attribute, [text]);
    else pieces.push(text);
  }

  /** All values of a tag, or null where one of them was too long for what it is. `passed`: one that went another way. */
  fieldsOf(tag: OpenTag, passed: string | null): Fields | null {
    if (tag.isRepeated || this.#held > mostHeld) return null;
    if (tag.long.size === 0) return tag.attributes;
    const fields = new Map(tag.attributes);
    for (const name of tag.long) {
      const pieces = this.#pieces.get(name);
      if (pieces !== undefined) fields.set(name, pieces.join(''));
      else if (name !== passed) return null;
    }
    return fields;
  }

  clear(): void {
    if (this.#held === 0) return;
    this.#pieces = new Map();
    this.#held = 0;
  }
}
