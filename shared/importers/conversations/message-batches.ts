import type { NamedFiles } from '../named-files';
import type { NeutralMessage, NeutralPart } from '../parts';

/** Sent at a time: enough to be quick, few enough to be small. */
const messagesAtATime = 400;
const unitsAtATime = 1_000_000;

/** Gathers messages of one conversation and file into parts, the files that they name before them. */
export class MessageBatches {
  #messages: NeutralMessage[] = [];
  #units = 0;
  #key = '';
  #path = '';
  readonly #files: NamedFiles | null;

  constructor(files: NamedFiles | null) {
    this.#files = files;
  }

  /** Parts that are ready now, in order. */
  add(key: string, path: string, message: NeutralMessage): NeutralPart[] {
    const before = key === this.#key && path === this.#path ? [] : this.flush();
    this.#key = key;
    this.#path = path;
    this.#messages.push(message);
    this.#units += message.text.length;
    return this.#messages.length >= messagesAtATime || this.#units >= unitsAtATime ? [...before, ...this.flush()] : before;
  }

  /** All that is left. */
  flush(): NeutralPart[] {
    const found = this.#files?.takeFound() ?? [];
    if (this.#messages.length === 0) return found;
    const messages = this.#messages;
    this.#messages = [];
    this.#units = 0;
    return [...found, { part: 'messages', key: this.#key, path: this.#path, messages }];
  }
}
