import type { ColumnMatch } from '../../model/source-preview';
import type { DateOrder } from '../../model/date-order';
import { clipped } from '../bytes/clipped';
import { plainName } from '../conversations/plain-name';
import type { NeutralMessage, NeutralPart } from '../parts';

/** Messages held back before they are passed on, over all conversations. */
const heldBack = 2_000;
const heldUnits = 2_000_000;
const atATime = 1_000;
/** Pairs of people that are conversations of their own; whoever comes later stands in the table's. */
const mostPairs = 5_000;

/** Sorts a table's rows into conversations: one, or, where a column says to whom, one for each two people. */
export class Conversations {
  readonly #held = new Map<string, NeutralMessage[]>();
  /** By the two people, '' for the table's own. */
  readonly #keys = new Map<string, string>();
  #messages = 0;
  #units = 0;

  constructor(private readonly prefix: string, private readonly title: string, private readonly path: string, private readonly match: ColumnMatch, private readonly order: DateOrder | null) {}

  *add(cells: readonly string[], message: NeutralMessage): Generator<NeutralPart> {
    const pair = this.#pairOf(cells, message);
    const name = JSON.stringify(pair);
    const isPair = pair.length > 0 && (this.#keys.has(name) || this.#keys.size < mostPairs);
    let key = this.#keys.get(isPair ? name : '');
    if (key === undefined) {
      key = isPair ? `${this.prefix}:${this.#keys.size}` : this.prefix;
      this.#keys.set(isPair ? name : '', key);
      yield this.#conversation(key, isPair ? pair : []);
    }
    const held = this.#held.get(key);
    if (held) held.push(message);
    else this.#held.set(key, [message]);
    this.#messages += 1;
    this.#units += message.text.length;
    if (this.#messages >= heldBack || this.#units >= heldUnits) yield* this.end();
  }

  /** All that is held. */
  *end(): Generator<NeutralPart> {
    for (const [key, messages] of this.#held) {
      for (let at = 0; at < messages.length; at += atATime) yield { part: 'messages', key, path: this.path, messages: messages.slice(at, at + atATime) };
    }
    this.#held.clear();
    this.#messages = 0;
    this.#units = 0;
  }

  /** The two, in the same order whoever wrote; none where the table does not say to whom, or who. */
  #pairOf(cells: readonly string[], { kind, sender }: NeutralMessage): string[] {
    const recipient = this.match.recipient === null ? '' : clipped(plainName(cells[this.match.recipient] ?? ''), 300);
    return kind === 'message' && sender !== '' && recipient !== '' ? [sender, recipient].sort() : [];
  }

  #conversation(key: string, pair: readonly string[]): NeutralPart {
    return {
      part: 'conversation', key, title: pair.length > 0 ? clipped([...new Set(pair)].join(', '), 300) : clipped(this.title, 300), service: '',
      participants: [...new Set(pair)].map((name) => ({ name, handle: '', isOwner: false })), ...(this.order && { dateOrder: this.order }),
    };
  }
}
