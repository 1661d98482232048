import { partMessages } from '../../../shared/importers/parts';
import type { ReadPart } from '../../../shared/importers/read-part';
import { pieceMessages, pieceTextUnits } from '../../../shared/worker-protocol';
import type { Outbox } from './outbox';

type Messages = Extract<ReadPart, { part: 'messages' }>;

/** Gathers parts into pieces: large enough to be quick, small enough to be held several times over on the way. */
export class PartQueue {
  #parts: ReadPart[] = [];
  #messages = 0;
  #units = 0;

  constructor(private readonly outbox: Outbox) {}

  async add(part: ReadPart): Promise<void> {
    if (part.part !== 'messages') return this.#push(part, unitsOf(part));
    for (const message of part.messages) {
      const units = message.text.length + (message.quoted?.text.length ?? 0);
      if (this.#messages >= pieceMessages || (this.#messages > 0 && this.#units + units > pieceTextUnits)) await this.flush();
      const before = this.#parts.at(-1);
      if (before?.part === 'messages' && goesOn(before, part)) before.messages.push(message);
      else await this.#push({ ...part, messages: [message] }, 0);
      this.#messages += 1;
      this.#units += units;
    }
  }

  async flush(): Promise<void> {
    if (this.#parts.length === 0) return;
    const parts = this.#parts;
    this.#parts = [];
    this.#messages = 0;
    this.#units = 0;
    await this.outbox.send({ say: 'parts', parts });
  }

  async #push(part: ReadPart, units: number): Promise<void> {
    if (this.#parts.length >= pieceMessages || this.#units > pieceTextUnits) await this.flush();
    this.#parts.push(part);
    this.#units += units;
  }
}

function goesOn(before: Messages, next: Messages): boolean {
  return before.messages.length < partMessages && before.key === next.key && before.file === next.file && before.entryName === next.entryName;
}

/** About how much text it carries. */
function unitsOf(part: Exclude<ReadPart, Messages>): number {
  switch (part.part) {
    case 'not-understood': return part.text.length;
    case 'mail': return part.text.length + part.headers.reduce((sum, { raw, value }) => sum + raw.length + value.length, 0);
    case 'locations': return part.claims.length * 500;
    case 'conversation': return 0;
    default: return part satisfies never;
  }
}
