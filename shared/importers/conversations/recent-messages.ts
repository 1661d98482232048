import { clipped } from '../bytes/clipped';
import type { NeutralMessage } from '../parts';

/** So many messages back an answer finds what it answers; so much of its text is quoted. */
const kept = 3000;
const quotedUnits = 1000;

/** The messages read last, for exports in which an answer names by an id what it answers. */
export class RecentMessages {
  readonly #seen = new Map<string, { sender: string; text: string }>();

  see(id: string, { sender, text }: Pick<NeutralMessage, 'sender' | 'text'>): void {
    this.#seen.delete(id);
    this.#seen.set(id, { sender, text: clipped(text, quotedUnits) });
    if (this.#seen.size <= kept) return;
    for (const oldest of this.#seen.keys()) {
      this.#seen.delete(oldest);
      break;
    }
  }

  /** Null where it was not read, or too long ago. */
  quoted(id: string): { sender: string; text: string } | null {
    return this.#seen.get(id) ?? null;
  }

  clear(): void {
    this.#seen.clear();
  }
}
