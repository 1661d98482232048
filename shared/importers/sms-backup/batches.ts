import type { NeutralMessage, NeutralPart } from '../parts';

/** Messages wait for one another, so that those of one conversation go together: so many, or of so many characters. */
const mostWaiting = 500;
const mostCharacters = 1_000_000;

/** Messages of one file in batches by conversation; within one they keep their order. */
export class Batches {
  readonly #waiting = new Map<string, NeutralMessage[]>();
  #count = 0;
  #characters = 0;

  constructor(readonly path: string) {}

  /** What is ready to go, if any. */
  add(key: string, message: NeutralMessage): NeutralPart[] {
    const list = this.#waiting.get(key);
    if (list === undefined) this.#waiting.set(key, [message]);
    else list.push(message);
    this.#count += 1;
    this.#characters += message.text.length;
    return this.#count >= mostWaiting || this.#characters >= mostCharacters ? this.flush() : [];
  }

  flush(): NeutralPart[] {
    const parts = [...this.#waiting].map(([key, messages]): NeutralPart => ({ part: 'messages', key, path: this.path, messages }));
    this.#waiting.clear();
    this.#count = 0;
    this.#characters = 0;
    return parts;
  }
}
